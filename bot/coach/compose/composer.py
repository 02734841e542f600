"""From the answers of an interview to notes that their writer would sign."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.dictated.dictation import restated
from bot.coach.compose.facts import Fact, Omission, Reading
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.intake.other_pronoun import with_pronoun
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.manner import AS_TYPED, with_smile
from bot.coach.compose.reading.read import read
from bot.coach.compose.soundness.gate import Gate
from bot.coach.compose.tidying.englishes import common
from bot.coach.compose.tidying.loans import at_home
from bot.coach.compose.tidying.sayings import marked
from bot.coach.compose.tidying.tidy import typed, upper_first
from bot.coach.compose.tidying.typos import Speller
from bot.coach.compose.writing.fitting import Left
from bot.coach.compose.writing.notes import differ
from bot.coach.compose.writing.plans import plans
from bot.coach.compose.writing.writer import CORE_RANK, Judge, Writer, Written
from bot.coach.limits import NOTE_LIMITS
from bot.coach.model import SLOTS, Answers, Composition, LeftOut, Manner, Slot

__all__ = ["Composer", "Judge"]
MAX_NOTES: Final = 3
NOTHING_SAID: Final[Mapping[str, bool]] = {}
# The slot whose answer would help most, by the advice.
HELPS: Final[dict[str, Slot]] = {
    "follow": "standout",
    "only_about_me": "standout",
    "missing_standout": "standout",
    "missing_context": "how_met",
}
# What an advice speaks of itself; all else that was told waits for a note.
SPOKEN_OF: Final = {"missing_standout": ("met", "referrer"), "missing_context": ("standout", "common")}


class Composer:
    """Writes notes. What it writes has passed `judge`, which is how the same person's drafts are read."""

    def __init__(self, grammar: Grammar, judge: Judge) -> None:
        self._grammar = grammar
        self._lexicon = Lexicon(grammar.words, grammar.towns)
        self._judge = judge
        self._speller = Speller(self._lexicon, frozenset(" ".join(grammar.english.words.values()).split()))
        self._gate = Gate(grammar.english, self._lexicon, grammar.notes.wordings)

    def compose(
        self,
        answers: Answers,
        limit: int,
        manner: Manner = AS_TYPED,
        meant: Mapping[str, bool] = NOTHING_SAID,
    ) -> Composition:
        """Up to three notes of at most `limit` UTF-16 units, the best first; or what to do instead.

        `meant` says of an answer that was in doubt whether he or she means the recipient all along.

        Missing slots and skips in any words count as empty. Never raises for what somebody typed.
        """
        answers, slipped = self._prepared(answers)
        reading = self._gate.passed(read(answers, self._lexicon, manner, meant), slipped=slipped)
        typed.cache_clear()  # nobody's words stay behind
        writer = Writer(self._grammar.notes, cache(self._judge))  # two shapes can come to one note
        composition = self._compose(reading, limit, writer)
        notes = tuple(with_smile(note, answers, manner) for note in composition.notes)
        return replace(composition, notes=notes, doubt=_doubt(reading, meant))

    def _prepared(self, answers: Answers) -> tuple[Answers, frozenset[Slot]]:
        """The answers with what can only be meant one way put right, and in which there was such a thing."""
        said = self._gate.in_time({slot: self._plain(slot, text) for slot, text in answers.items()})
        right = {slot: self._gate.prepared(text) if slot != "who" else text for slot, text in said.items()}
        return right, frozenset(slot for slot in SLOTS if right.get(slot) != said.get(slot))

    def _plain(self, slot: str, text: str) -> str:
        """An answer as it was said in the end, in English that is common; names stay as they are."""
        if slot == "who":
            return text
        said = marked(common(restated(with_pronoun(text), self._lexicon)))
        if slot == "how_met":
            said = at_home(said, self._lexicon)
        return said if slot == "referrer" else self._speller.spelled(said)

    def _compose(self, reading: Reading, limit: int, writer: Writer) -> Composition:
        if reading.asks:
            slot, question = reading.asks
            return Composition(
                outcome="question", slot=slot, advice=self._grammar.sentences.question[question]
            )
        if advice := _no_reason(reading):
            return self._advise(advice, reading.omissions, HELPS[advice])
        if not reading.facts:
            return self._without_facts(reading)
        written = self._write(reading, limit, writer)
        if not written:
            return self._without_note(reading, limit, writer)
        notes = tuple(one.note for one in written)
        omissions = (*reading.omissions, *_omitted(reading, written))
        return Composition(outcome="note", notes=notes, left_out=self._left_out(omissions))

    def _without_facts(self, reading: Reading) -> Composition:
        reasons = {omission.reason for omission in reading.omissions}
        if reasons == {"foreign"}:
            asked = self._grammar.sentences.question["language"]
            left_out = self._left_out(reading.omissions)
            slot = reading.omissions[0].slot
            return Composition(outcome="question", slot=slot, advice=asked, left_out=left_out)
        unclear = [omission.slot for omission in reading.omissions if omission.reason in {"unclear", "whose"}]
        if unclear:
            question = self._grammar.sentences.question["unclear"]
            left_out = self._left_out(reading.omissions)
            return Composition(outcome="question", slot=unclear[0], advice=question, left_out=left_out)
        return self._advise("follow", reading.omissions, HELPS["follow"])

    def _advise(self, name: str, omissions: tuple[Omission, ...], slot: Slot, limit: int = 0) -> Composition:
        advice = self._grammar.sentences.advice[name].replace("{{limit}}", str(limit))
        left_out = self._left_out(omissions)
        return Composition(outcome="advice", advice=advice, slot=slot, left_out=left_out)

    def _without_note(self, reading: Reading, limit: int, writer: Writer) -> Composition:
        """Which advice fits when no note passes: shorten, or say where from, or what stands out."""
        longest = max(NOTE_LIMITS.values())
        plan = plans(reading, self._grammar.notes)[0]
        if limit < longest and self._write(reading, longest, writer):
            main = min(reading.facts, key=lambda fact: fact.rank)
            return self._advise("too_long", reading.omissions, main.slot, limit)
        blamed = writer.blamed(plan, longest)
        left = {one.words for one in blamed}
        facts = [fact for fact in reading.facts if fact.texts[-1] not in left]
        name = _missing(facts)
        waiting = [
            Omission(fact.slot, "waiting", fact.texts[-1])
            for fact in facts
            if fact.topic not in SPOKEN_OF[name]
        ]
        return self._advise(name, (*reading.omissions, *blamed, *waiting), HELPS[name], limit)

    def _write(self, reading: Reading, limit: int, writer: Writer) -> list[Written]:
        found: list[Written] = []
        for plan in plans(reading, self._grammar.notes):
            written = writer.brief(plan, limit) if plan.shape.brief else writer.full(plan, limit)
            if written and all(differ(written.note.text, other.note.text) for other in found):
                found.append(written)
        whole = [one for one in found if not any(_is_core(reading, omission) for omission in one.refused)]
        return (whole or found)[:MAX_NOTES]

    def _left_out(self, omissions: tuple[Omission, ...]) -> tuple[LeftOut, ...]:
        return tuple(dict.fromkeys(LeftOut(one.slot, self._why(one)) for one in omissions))

    def _why(self, omission: Omission) -> str:
        text = self._grammar.sentences.left_out[omission.reason]
        return text.replace("{{over}}", str(omission.over)).replace("{{words}}", upper_first(omission.words))


def _doubt(reading: Reading, meant: Mapping[str, bool]) -> Slot | None:
    """The first answer of which something was left out because `her` may be the recipient's or another's."""
    return next(
        (one.slot for one in reading.omissions if one.reason == "whose" and one.slot not in meant), None
    )


def _is_core(reading: Reading, refused: Omission) -> bool:
    """Whether the main thing of an answer had to go; a note of another shape may have it."""
    return any(
        fact.rank <= CORE_RANK and (fact.slot, fact.texts[-1]) == (refused.slot, refused.words)
        for fact in reading.facts
    )


def _no_reason(reading: Reading) -> str:
    """The advice when there is nothing that ties the two together."""
    topics = {fact.topic for fact in reading.facts}
    return "only_about_me" if topics == {"about"} else ""


def _missing(facts: list[Fact]) -> str:
    """What the facts lack: something to say, else where the two came across each other."""
    topics = {fact.topic for fact in facts}
    return (
        "missing_context" if "standout" in topics and not topics & {"met", "referrer"} else "missing_standout"
    )


def _omitted(reading: Reading, written: list[Written]) -> list[Omission]:
    """What is in none of the notes, whole or in part: no room for it, or the note would not pass."""
    levels: dict[Fact, int] = {}
    for one in written:
        for fact, level in one.said().items():
            levels[fact] = max(level, levels.get(fact, 0))
    refused = {(one.slot, one.words): one for item in written for one in item.refused}
    left = {(one.fact, one.words): one for item in written for one in item.fitted.left}
    return [
        omission
        for fact in reading.facts
        if (omission := _omission(fact, levels.get(fact), refused, list(left.values())))
    ]


def _omission(
    fact: Fact, level: int | None, refused: dict[tuple[Slot, str], Omission], left: list[Left]
) -> Omission | None:
    """Why a fact, or the rest of it, is in none of the notes; None when all of it is in one."""
    if level == len(fact.texts) - 1:
        return None
    if level is None and (omission := refused.get((fact.slot, fact.texts[-1]))):
        return omission
    words = fact.texts[-1] if level is None else fact.texts[-1].removeprefix(fact.texts[level]).lstrip(", ")
    over = [one.over for one in left if one.fact == fact]
    return Omission(fact.slot, "space", words, min(over)) if over else Omission(fact.slot, "unfit", words)
