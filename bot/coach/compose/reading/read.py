"""From answers to what is known: facts to say, words to leave out, and what has to be asked first."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.dictated.spoken import read_spoken
from bot.coach.compose.facts import Fact, Omission, Reading
from bot.coach.compose.intake.answers import Intake, take_in
from bot.coach.compose.intake.moves import moved
from bot.coach.compose.intake.pieces import read_sentences
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.tongue import is_english
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.manner import AS_TYPED, greeted
from bot.coach.compose.reading.about import read_about
from bot.coach.compose.reading.common import read_common
from bot.coach.compose.reading.counted import as_sentence
from bot.coach.compose.reading.met import read_met, says_never
from bot.coach.compose.reading.oneself import says_who
from bot.coach.compose.reading.referrer import cased, of_recipient, read_referrer
from bot.coach.compose.reading.standout import read_standout
from bot.coach.compose.reading.together import have_met
from bot.coach.compose.reading.told import Told, tell
from bot.coach.compose.reading.value import has_price, read_value
from bot.coach.compose.recipient.who import Who, read_who, who_problem
from bot.coach.compose.viewpoint.called import with_full_name
from bot.coach.compose.viewpoint.cast import Cast
from bot.coach.compose.viewpoint.clarity import respectful
from bot.coach.compose.viewpoint.company import Company
from bot.coach.compose.viewpoint.one_person import as_one
from bot.coach.compose.viewpoint.persons import pronoun_of
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.compose.viewpoint.pronouns import recipient_pronoun
from bot.coach.model import Answers, Manner, Slot
from bot.coach.text import fold

TOLD_OF_THEM: Final[tuple[Slot, ...]] = ("how_met", "standout", "common_ground", "value")
ABOUT_THEM: tuple[Slot, ...] = ("how_met", "standout", "common_ground", "value", "referrer")


def read(
    answers: Answers, lexicon: Lexicon, manner: Manner = AS_TYPED, meant: Mapping[str, bool] | None = None
) -> Reading:
    """Understand a set of answers; the greeting is as the writer likes it, where the name allows.

    `meant` says of an answer whether he, she or they mean the recipient all along, where that was in doubt.
    """
    intake = take_in(answers, lexicon)
    whom = cache(lambda text: read_who(text, lexicon))  # mostly asked twice about one text
    intake = replace(intake, given=moved(intake.given, lexicon, lambda text: bool(whom(text).names)))
    intake = replace(intake, given=_said_of_oneself(intake.given, lexicon))
    who = whom(intake.given.get("who", ""))
    if not who.pronoun:
        intake = replace(intake, given=as_one(intake.given, lexicon))
    if asks := _open_question(intake, who, lexicon):
        return Reading(greeting=who.greeting, asks=asks)
    return greeted(_Reader(intake, who, lexicon, meant or {}).read(), who.names, manner, lexicon)


def _said_of_oneself(given: dict[Slot, str], lexicon: Lexicon) -> dict[Slot, str]:
    """An offer that says who the writer is, where that was not told, as what it is."""
    if "about_me" in given or not says_who(given.get("value", ""), lexicon):
        return given
    return {**{slot: text for slot, text in given.items() if slot != "value"}, "about_me": given["value"]}


def _open_question(intake: Intake, who: Who, lexicon: Lexicon) -> tuple[Slot, str] | None:
    given = intake.given
    if "who" not in given or who.nobody:
        return "who", "nobody"
    if problem := who_problem(who):
        return "who", problem
    if intake.asked and len(given) == 1:
        return intake.asked[0], "asks_back"
    for slot in ("referrer", "standout"):  # who it was, and what it is about, decide what the note is
        if slot in intake.asked and slot not in given:
            return slot, "asks_back"
    return next(
        ((slot, "language") for slot in given if slot != "who" and not is_english(given[slot], lexicon)), None
    )


_PEOPLE = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)


class _Reader:
    """One pass over the answers of one person."""

    def __init__(self, intake: Intake, who: Who, lexicon: Lexicon, meant: Mapping[str, bool]) -> None:
        self._given = with_full_name(intake.given, TOLD_OF_THEM, who.names, lexicon)
        self._who, self._lexicon = who, lexicon
        given = {**self._given, "referrer": of_recipient(intake.given.get("referrer", ""), lexicon)}
        answers = (given[slot] for slot in ABOUT_THEM if slot in given)
        self._pronoun = pronoun_of(who, given.get("who", ""), answers, lexicon)
        self._turner = Turner(lexicon, self._pronoun, who.names)
        self._meant = meant
        self._company = Company(lexicon, self._pronoun)
        self._omissions = list(intake.omissions)
        self._never = False  # whether they say that they have not met

    def read(self) -> Reading:
        answer = self._given.get("referrer", "")
        referred = read_referrer(answer, self._turner, self._lexicon, self._pronoun)
        self._omissions += referred.omissions
        third = referred.name
        met = self._spoken("how_met") or self._met(third)
        together = have_met(met, self._lexicon) and not self._never
        standout = self._spoken("standout") or self._standout(third, met=together)
        facts = [*met, *referred.facts, *standout]
        if not self._is_named_already(third):
            facts += self._kept(read_common(self._tell("common_ground", third), self._lexicon))
        facts += read_about(self._tell("about_me", third), self._lexicon)
        facts += self._value(third)
        return Reading(
            greeting=self._who.greeting,
            facts=tuple(_sound(fact, self._lexicon) for fact in _distinct(facts)),
            omissions=tuple(self._omissions),
            met=together,
        )

    def _spoken(self, slot: Slot) -> list[Fact]:
        """The facts of an answer that was dictated in one breath; none if it was not."""
        facts, omissions = read_spoken(
            slot, self._given.get(slot, ""), self._who, self._turner, self._lexicon
        )
        self._omissions += omissions
        return facts

    def _met(self, third: str) -> list[Fact]:
        told = self._tell("how_met", third)
        self._never = says_never(told, self._lexicon)
        met, unplaced = read_met(told, self._lexicon)
        self._omissions += unplaced
        return met

    def _standout(self, third: str, *, met: bool) -> list[Fact]:
        standout, unclear = read_standout(self._tell("standout", third), self._lexicon, met=met)
        self._omissions += unclear
        return standout

    def _value(self, third: str) -> list[Fact]:
        told = self._tell("value", third)
        if has_price(told):
            self._omissions.append(Omission("value", "free"))
        return self._kept(read_value(told, self._lexicon))

    def _kept(self, found: tuple[list[Fact], list[Omission]]) -> list[Fact]:
        """The facts; what stays out is noted."""
        self._omissions += found[1]
        return found[0]

    def _tell(self, slot: Slot, third: str) -> Told:
        cast = Cast(self._given, self._who.names, self._lexicon, _name_alone(third))
        if slot not in self._given:
            return Told(slot, ())
        sentences, omissions = read_sentences(slot, self._given[slot], self._lexicon)
        if slot == "standout" and not _PEOPLE.search(self._given.get("how_met", "")):
            sentences[:1] = [respectful(sentence, self._pronoun) for sentence in sentences[:1]]
        if slot == "standout":
            sentences = [as_sentence(sentence) for sentence in sentences]
        told = tell(slot, sentences, self._turner_of(slot), self._company, cast)
        self._omissions += [*omissions, *told.omissions]
        return told

    def _turner_of(self, slot: Slot) -> Turner:
        """As the answers together say who is meant, or as the writer said of this one."""
        if slot not in self._meant:
            return self._turner
        pronoun = recipient_pronoun([self._given[slot]], None) or self._pronoun
        return Turner(self._lexicon, pronoun, self._who.names, settled=self._meant[slot])

    def _is_named_already(self, third: str) -> bool:
        """Whether the shared contact is the referrer: then one naming is enough."""
        common = self._given.get("common_ground", "")
        return bool(third and common) and fold(cased(common, self._lexicon)).strip(" .") in fold(third)


def _name_alone(third: str) -> str:
    """`Paul Weaver` out of `your editor Paul Weaver`."""
    name = re.search(r"[^\W\d_a-z][\w.'-]*(?: [^\W\d_a-z][\w.'-]*)*$", third)
    return name[0] if name else third


def _sound(fact: Fact, lexicon: Lexicon) -> Fact:
    """Without a main part that is no sentence alone, where the grammar wants one."""
    wants = fact.kind.endswith((".said", ".plain", ".later"))
    if not wants or len(fact.texts) == 1 or form_of(fact.texts[0], lexicon) is Form.SENTENCE:
        return fact
    return replace(fact, texts=fact.texts[-1:])


def _distinct(facts: list[Fact]) -> tuple[Fact, ...]:
    """The same words told twice are said once."""
    seen: set[str] = set()
    kept = []
    for fact in facts:
        key = fold(fact.texts[-1])
        if key not in seen:
            kept.append(fact)
        seen.add(key)
    return tuple(kept)
