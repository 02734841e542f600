"""Which clauses of a story are about the recipient, and which of their pronouns mean somebody else."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.compose.dictated.clauses import Clause, plain
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.persons import gender_of
from bot.coach.compose.viewpoint.pov import NAMED, Turner
from bot.coach.compose.viewpoint.pronouns import FORMS
from bot.coach.compose.viewpoint.roles import OTHER

_WRITER: Final = frozenset({"i", "we", "i'm", "i'd", "i've", "i'll", "we'd", "we've", "we're", "we'll"})
_THING: Final = frozenset({"it", "there", "it's", "it'd", "there's", "that's", "that"})
_AGAIN: Final = frozenset({"it", "he", "she", "they"})
_SPEECH: Final = frozenset({"i", "me", "my", "i'm", "i'd", "i've", "i'll"})
_TELLS: Final = frozenset({"said", "says", "say"})


class Turned(Struct, frozen=True):
    """A clause as it is said to the recipient.

    `about` is `you`, `me` (the writer and, maybe, the recipient), `thing` or `other`. `sure` says that all
    of its persons are known, `topic` that its subject was said twice: `the pump it broke`.
    """

    clause: Clause
    text: str
    about: str
    sure: bool
    mentions: bool = False
    topic: bool = False


class Teller:
    """Reads clauses in their order, and keeps in mind who was spoken of last."""

    def __init__(self, lexicon: Lexicon, pronoun: str | None, turner: Turner) -> None:
        self._lexicon, self._pronoun, self._turner = lexicon, pronoun, turner
        self._last_is_other = False
        self._others: set[str] = set()
        self._beside = False  # whether the last clause has somebody beside its subject who may be meant

    def tell(self, clauses: list[Clause]) -> list[Turned]:
        """All clauses, turned."""
        found: list[Turned] = []
        for clause in clauses:
            one = self._turned(clause)
            doubtful = bool(found) and not found[-1].sure and not clause.link and one.about == "me"
            found.append(replace(one, sure=False) if doubtful else one)  # it may be what the other one said
        return found

    def _turned(self, clause: Clause) -> Turned:
        about, sure = self._subject(clause)
        topic = len(clause.subject) > 1 and clause.subject[-1] in _AGAIN and about != "you"
        words, known = self._persons(clause, about)
        if topic:
            del words[clause.verb - 1]
        mentions = any(self._is_recipient(word) for word in words)
        text = self._turner.turn(" ".join(words).replace("_", " ")).replace(OTHER, "")
        beside = about == "thing" and any(NAMED in word for word in clause.words)
        if self._pronoun == "they":  # after anybody else they may be several
            self._last_is_other = about != "you"
        return Turned(
            clause, text, about, sure and known and not beside and NAMED not in text, mentions, topic
        )

    def _is_recipient(self, word: str) -> bool:
        return plain(word) in FORMS.get(self._pronoun or "", {}) or NAMED in word

    def _subject(self, clause: Clause) -> tuple[str, bool]:
        """Who the clause is about, and whether that is sure."""
        last = clause.subject[-1] if clause.subject else ""
        if NAMED in clause.subject:
            self._last_is_other = False
            return "you", True
        stem = last.partition("'")[0]
        if len(clause.subject) == 1 and stem in FORMS.get(self._pronoun or "", {}):
            doubt = self._last_is_other or (clause.lower and self._beside)
            return ("other", False) if doubt else ("you", True)
        if last in _WRITER:
            return "me", True
        if not clause.subject or (last in _THING and len(clause.subject) == 1):
            return "thing", True
        return self._third(clause)

    def _third(self, clause: Clause) -> tuple[str, bool]:
        """A third person as the subject: after it the recipient's pronoun is theirs, if it may be."""
        gender = self._gender(clause.subject)
        if gender and not clause.lower:
            self._last_is_other = gender in {self._pronoun, "any"}
        if gender:
            self._others.add(gender)
            return "other", True
        return "thing", True

    def _gender(self, words: tuple[str, ...]) -> str:
        """`he`, `she`, `they` or `any` for words that stand for somebody, empty for a thing."""
        last = words[-1].partition("'")[0]
        if last in FORMS or last == "it":
            return last if last in FORMS else ""
        if kin := next((word for word in words if word in self._lexicon.relations), ""):
            return self._lexicon.relations[kin]
        if any(self._lexicon.has("plural_nouns", word) for word in words):
            return "they"
        if any(self._lexicon.has(group, word) for group in ("person_words", "tie_words") for word in words):
            return "any"
        return "" if self._lexicon.has("determiners", words[0]) else self._of_name(words[0])

    def _of_name(self, word: str) -> str:
        return gender_of(word, self._lexicon) or ("any" if word.isalpha() else "")

    def _persons(self, clause: Clause, about: str) -> tuple[list[str], bool]:
        """The words with the pronouns of third persons marked, and whether none is in doubt."""
        forms = FORMS.get(self._pronoun or "", {})
        words, sure, met_other = list(clause.words), True, False
        for place, word in enumerate(words):
            role = forms.get(plain(word))
            if plain(word) in self._lexicon.relations:
                gender = self._lexicon.relations[plain(word)]
                self._others.add(gender)
                met_other = met_other or (gender in {self._pronoun, "any"} and place > clause.verb >= 0)
            if not role or role == "self" or (role == "sub" and place <= clause.verb):
                continue
            if about == "you" and self._is_object(role, words, place):
                sure = sure and bool(self._others & {self._pronoun, "any"})
                words[place] = OTHER + word
            elif about == "other" or (about != "you" and self._last_is_other) or met_other:
                sure = False
        self._beside = met_other
        return words, sure and not self._is_speech(clause, about)

    def _is_object(self, role: str, words: list[str], place: int) -> bool:
        if role == "obj":
            return True
        following = plain(words[place + 1]) if place + 1 < len(words) else ""
        ends = not following or words[place].endswith(",") or self._lexicon.has("after_object", following)
        return role == "obj/pos" and ends

    def _is_speech(self, clause: Clause, about: str) -> bool:
        """`she said the child wrote to me`: whether `me` is the writer cannot be told."""
        words = [plain(word) for word in clause.words]
        told = next((place for place, word in enumerate(words) if word in _TELLS), len(words))
        command = "".join(words[told + 1 : told + 2]) in self._lexicon.bases
        return about == "you" and not command and any(word in _SPEECH for word in words[told + 1 :])
