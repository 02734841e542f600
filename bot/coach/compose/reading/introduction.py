"""Who suggested the contact, taken apart: the name, what they said, and what ties them to the recipient."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import Turner

# `Dana, she told me`, `Dana who told me`: what is said of the one who was named before
_SAID_OF: Final = re.compile(
    r"^(?P<name>[^;!?]{1,80}?)(?:[,.;!?]|\s[-–—])*\s+(?:(?:and|but)\s+)?"
    r"(?P<pronoun>who|he|she|they)(?P<is>'s|'re)?\s+(?P<rest>(?!(?:(?:is|was) )?(?:called|named)\b).+)$",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(
    r"(?:[.;!?]|,)\s+(?:(?:and|but|so)\s+)?(?=(?:he|she|they|i|we|it)\b)|,?\s+(?:but|although|though)\s+|[.;!?]\s+",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:together|both)\b\s*", re.IGNORECASE)
_EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_WHOM = re.compile(r"^(?P<verb>\w+) (?:him|her|them)\b(?! \w+ (?:to|how)\b)\s*(?P<rest>.*)$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:he|she|they)\s+", re.IGNORECASE)
_KNOW = re.compile(r"^(?:know|met|meet)\b", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"\b(?:me|us|i|it|that|write|talk|contact|get in touch|reach|connect|you|he|she|they)\b", re.IGNORECASE
)
_CALLED = re.compile(r"(?:(?:is|was) )?(?:called|named)\b")
_STATE: Final = frozenset({"are", "were", "is", "was", "'re", "have", "live", "lived"})
_OBJECT = re.compile(r"\b(?:he|she|him|her|his|hers|them|their)\b", re.IGNORECASE)
MAX_NAME_WORDS: Final = 9
MAX_TIE_WORDS: Final = 12


class Introduction(Struct, frozen=True):
    """`said` is a predicate in which they suggest it, `tie` a relative clause to the recipient."""

    name: str
    said: str = ""
    tie: str = ""
    rest: str = ""


class Introducer:
    """Takes answers about the one who suggests apart; `pronoun` is the recipient's."""

    def __init__(self, turner: Turner, pronoun: str | None, lexicon: Lexicon) -> None:
        self._turner, self._pronoun, self._lexicon = turner, pronoun, lexicon

    def read(self, text: str) -> Introduction:
        """The name, and what of the rest can be said; what helps nobody is the `rest`."""
        match = _SAID_OF.match(text)
        if match and not suggests(match["name"], self._lexicon):
            be = {"'s": "is ", "'re": "are "}.get(match["is"] or "", "")
            name, clause, subject = match["name"], be + match["rest"], match["pronoun"].lower()
        elif place := _verb_at(text, self._lexicon):
            name, clause, subject = text[:place].strip(" ,"), text[place:], "who"
        else:
            return Introduction(text)
        if len(name.split()) > MAX_NAME_WORDS or self._lexicon.has("subjects", name):
            return Introduction(text)
        return self._read_clauses(name, [part for part in _NEXT_CLAUSE.split(clause) if part], subject)

    def _read_clauses(self, name: str, clauses: list[str], subject: str) -> Introduction:
        """The first clause that says something of use; what they said counts for more than a tie."""
        plain = [clauses[0], *(_SUBJECT.sub("", clause) for clause in clauses[1:])]
        said = next((place for place, clause in enumerate(plain) if self._is_said(clause)), None)
        if said is not None:
            rest = ", ".join(clauses[:said] + clauses[said + 1 :])
            return Introduction(name, said=self._turned(plain[said]), rest=rest)
        tie = self._tie(clauses[0].strip(" ,."), subject)
        return Introduction(name, tie=tie, rest=", ".join(clauses[1:] if tie else clauses))

    def _is_said(self, clause: str) -> bool:
        """`told me to write to her`; not `gave him his first job`, nor `sent flowers`."""
        return suggests(clause.split(maxsplit=1)[0], self._lexicon) and bool(_TO_WHOM.search(clause))

    def _turned(self, clause: str) -> str:
        """In what they suggest everybody but the writer is the recipient."""
        turned = self._turner.turn(clause)
        found = _OBJECT.search(turned)
        if not found or _YOU.search(turned):
            return turned
        word = found[0].lower()
        pronoun = "she" if word.startswith(("her", "s")) else "he" if word.startswith("h") else "they"
        return Turner(self._lexicon, pronoun).turn(clause)

    def _tie(self, clause: str, subject: str) -> str:
        """`who used to row with you`, `with whom you shared an office`, or nothing that is sure."""
        if len(clause.split()) > MAX_TIE_WORDS:
            return ""
        if subject == "they" and self._pronoun != "they":
            return self._shared(clause)
        turned = self._turner.turn(clause)
        if self._turner.strangers(turned):
            return self._done_to_them(clause, subject)
        return f"who {turned}" if _YOU.search(turned) else ""

    def _shared(self, clause: str) -> str:
        """What the two did: `they shared an office`."""
        if clause.split(maxsplit=1)[0].lower() in _STATE:
            return ""
        if _EACH_OTHER.search(clause):
            return f"who {_KNOW.sub(_knows, _EACH_OTHER.sub('you', clause))}"
        return f"with whom you {Turner(self._lexicon, 'they').turn(_BOTH.sub('', clause)).strip()}"

    def _done_to_them(self, clause: str, subject: str) -> str:
        """`she placed him at the port`, where she is the recipient: `whom you placed at the port`."""
        match = _WHOM.match(clause)
        if not match or subject != self._pronoun or _OBJECT.search(match["rest"]):
            return ""
        return f"whom {self._turner.turn(f'{subject} ' + match['verb'])} {match['rest']}".strip()


def suggests(text: str, lexicon: Lexicon) -> bool:
    """Whether somebody says, sends or suggests something."""
    return any(lexicon.has("suggesting", word) for word in re.findall(r"\w+", text.lower()))


def _knows(match: re.Match[str]) -> str:
    return "knows" if match[0].lower() == "know" else "met"


def _verb_at(text: str, lexicon: Lexicon) -> int:
    """Where the verb begins after a name: `Bev works with her`; 0 when there is none."""
    words = list(re.finditer(r"[\w'-]+", text))
    for place, match in enumerate(words[1:], 1):
        word = match[0]
        if place > MAX_NAME_WORDS or not word.islower():
            continue
        after = words[place - 1][0].lower()
        if lexicon.has("determiners", after) or after in {"of", "at", "from", "in", "for"}:
            continue
        is_verb = word in lexicon.thirds or word in lexicon.pasts or word in {"is", "was", "used", "keeps"}
        if word not in lexicon.relations and (is_verb or lexicon.has("suggesting", word)):
            return 0 if _CALLED.match(text, match.start()) else match.start()
    return 0
