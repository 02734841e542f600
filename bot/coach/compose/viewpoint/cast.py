"""The other people of the answers, so that a `he` can be named after another answer."""

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from bot.coach.compose.language.verbs import is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.model import Slot

_TOLD_OF: Final[tuple[Slot, ...]] = ("how_met", "standout", "common_ground")
_OWN = re.compile(
    r"\b(?P<words>(?:my|our|an?|the) (?:[\w-]+ ){0,2}?(?P<tie>[\w-]+))"
    r"(?P<whose>'s)?(?: (?P<name>(?-i:[^\W\d_a-z])[\w-]+)(?P<owns>'s)?)?(?:(?= (?P<after>\w+)))?",
    re.IGNORECASE,
)
_THE = re.compile(r"^an? ")
_WORD = re.compile(r"[^\W_]+")
# `she was my boss`, `as my boss`: that is the recipient
_IS: Final = frozenset(
    {"was", "is", "are", "were", "be", "been", "as", "became", "he's", "she's", "they're", "not"}
)
_KINDS: Final = {"he": "he", "him": "he", "his": "he", "himself": "he"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "she"
)


class Other(Struct, frozen=True):
    """Somebody beside the two: what to call them, and `he`, `she` or `any`."""

    words: str
    pronoun: str


class Cast:
    """Everybody who is told of beside the writer and the recipient; `third` is who suggested the contact."""

    def __init__(
        self, given: Mapping[Slot, str], names: tuple[str, ...], lexicon: Lexicon, third: str = ""
    ) -> None:
        self.third = third
        own = {name.lower() for name in names}
        self._others, self._ties = _told_of([given.get(slot, "") for slot in _TOLD_OF], own, lexicon)
        self._lexicon = lexicon

    @property
    def is_alone(self) -> bool:
        """Whether the only one of whom a tie is told is the recipient: `she was my boss`."""
        return bool(self._ties) and not self._others

    def only(self, pronoun: str | None) -> str:
        """What the only other person is called for whom the pronoun stands; empty when there are more."""
        fitting = [other for other in self._others if other.pronoun in {pronoun, "any"}]
        return fitting[0].words if len(fitting) == 1 and fitting[0].pronoun == pronoun else ""

    def named(self, text: str, strangers: set[str]) -> str:
        """The text with the first pronoun of a stranger as who that is; empty when that is not sure."""
        kinds = {_KINDS[word] for word in strangers if word in _KINDS}
        fitting = [other for other in self._others if kinds == {other.pronoun} or other.pronoun == "any"]
        if len(kinds) != 1 or len(fitting) != 1:
            return ""
        role = self._role(text, strangers, kinds.pop())
        first = re.compile(rf"\b(?:{'|'.join(sorted(strangers))})\b", re.IGNORECASE)
        return first.sub(fitting[0].words + ("'s" if role.startswith("your") else ""), text, count=1)

    def _role(self, text: str, strangers: set[str], pronoun: str) -> str:
        """What the first pronoun of the stranger would become if it were the recipient's."""
        words = _WORD.findall(text.lower())
        place = next(place for place, word in enumerate(words) if word in strangers)
        turned: list[str] = _WORD.findall(Turner(self._lexicon, pronoun).turn(text).lower())
        return turned[place]


def _told_of(texts: list[str], own: set[str], lexicon: Lexicon) -> tuple[tuple[Other, ...], int]:
    """The others, each once, and how many ties are told of the recipient."""
    found, ties = [], 0
    for match in (match for text in texts for match in _OWN.finditer(text)):
        pronoun = lexicon.relations.get(match["tie"].lower())
        name = match["name"] or ""
        if not pronoun or name.lower() in own:
            continue
        if _is_another(match, lexicon):
            known = name and name[0].isupper() and name.lower() not in lexicon.capitals
            found.append(Other(name if known else _THE.sub("the ", match["words"].lower()), pronoun))
        else:
            ties += 1
    return tuple(dict.fromkeys(found)), ties


def _is_another(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether it is not the recipient who is called so: somebody's owner, an object, or one who acts."""
    if match["whose"] or match["owns"]:
        return True
    before = match.string[: match.start()].lower().split()[-1:]
    if not before or before[0].endswith((",", ".")):
        return bool(match["after"]) and is_verb(match["after"].lower(), lexicon)
    return before[0] not in _IS
