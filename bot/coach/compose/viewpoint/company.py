"""The third persons of all answers: who has been brought up, and which `him` is one of them."""

import re
from typing import Final

from bot.coach.compose.dictated.dictation import clarified
from bot.coach.compose.language.verbs import is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.persons import gender_of
from bot.coach.compose.viewpoint.pov import NAMED
from bot.coach.compose.viewpoint.pronouns import FORMS
from bot.coach.compose.viewpoint.roles import OTHER

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STATE: Final = re.compile(
    r"^(?:and |but |so )?(he|she) was (?:only |just |about )?(?:\d+|an? (?:baby|child|kid|teenager))\b"
)
_LAST: Final = re.compile(r"\b(he|she|him|her)\b(?!.*\b(?:he|she|him|her)\b)", re.IGNORECASE)
# whose hand is held, when somebody else has been told of: nobody holds their own
_HELD: Final = re.compile(
    r"(?P<does>\b(?:held|holds|hold|took|squeezed|stroked|washed|combed|brushed|braided|cut|rubbed|kissed"
    r"|dried) )"
    r"(?=(?:her|his) (?:\w+ )?(?:hands?|hair|head|arm|face|feet|back|forehead|shoulders?|tears|nails)\b)",
    re.IGNORECASE,
)
_NO_OBJECT: Final = frozenset({"a", "an", "the"})


class Company:
    """Listens to one piece after the other."""

    def __init__(self, lexicon: Lexicon, pronoun: str | None) -> None:
        self.lexicon, self._pronoun = lexicon, pronoun
        self._genders: set[str] = set()
        self._last = ""

    def knows(self, strangers: set[str]) -> bool:
        """Whether the words for third persons can mean somebody who was brought up."""
        genders = {gender for gender, forms in FORMS.items() if strangers & set(forms)}
        return bool(genders) and ("any" in self._genders or genders <= self._genders)

    def heard(self, piece: str) -> str:
        """The piece with the pronouns marked that mean one of the others; remembers who it brings up."""
        text, meant = clarified(piece)
        before = set(self._genders)
        self._remember(text)
        if meant and self.lexicon.relations.get(meant[-1], "any") in {self._pronoun, "any"}:
            text = _LAST.sub(lambda match: OTHER + match[0], text, count=1)
        elif self._is_state(text):
            text = re.sub(r"\b(he|she)\b", lambda match: OTHER + match[0], text, count=1, flags=re.IGNORECASE)
        elif self._pronoun in before:
            text = self._with_object(self._with_hand(text))
        self._last = text
        return text

    def _remember(self, text: str) -> None:
        for match in _WORD.finditer(text):
            word = match[0].lower()
            kin = self.lexicon.relations.get(word, "any" if self.lexicon.has("person_words", word) else "")
            name = (gender_of(word, self.lexicon) or "any") if match[0][0].isupper() and match.start() else ""
            known = word in self.lexicon.capitals or match[0] in {"I", NAMED}
            self._genders |= {kin or ("" if known else name)} - {""}

    def _is_state(self, text: str) -> bool:
        """`my nephew's boat sank. he was 12`: an age is that of the one just brought up."""
        match = _STATE.match(text.lower())
        words = set(map(str.lower, _WORD.findall(self._last)))
        forms = set(FORMS.get(self._pronoun or "", {}))
        brought = any(self.lexicon.relations.get(word) == self._pronoun for word in words)
        return (
            bool(match) and match is not None and match[1] == self._pronoun and brought and not words & forms
        )

    def _with_hand(self, text: str) -> str:
        """`held her hand`, when it was my mother who was told of before."""
        words = _WORD.findall(text.lower())
        here = any(self.lexicon.relations.get(word) == self._pronoun for word in words)
        return text if here else _HELD.sub(rf"\g<does>{OTHER}", text)

    def _with_object(self, text: str) -> str:
        """`taught him in the park`: whoever does the teaching is the recipient, so `him` is somebody else."""
        first, _, rest = text.partition(" ")
        objects = {"he": "him", "she": "her"}.get(self._pronoun or "", "")
        following = rest.split(maxsplit=1)
        done = is_verb(first.lower(), self.lexicon) and following and following[0].lower() == objects
        after = "".join(following[1:]).split(maxsplit=1)[:1]
        plain = objects == "him" or (
            after and (self.lexicon.has("after_object", after[0]) or after[0] in _NO_OBJECT)
        )
        return f"{first} {OTHER}{rest}" if done and plain else text
