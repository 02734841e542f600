"""A fact is put right, made smaller, or left out with a word about it."""

import pytest

from bot.coach.compose.facts import Fact, Greeting, Reading
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.soundness.gate import Gate
from bot.coach.model import Slot


@pytest.fixture(scope="module")
def gate(grammar: Grammar, lexicon: Lexicon) -> Gate:
    return Gate(grammar.english, lexicon, grammar.notes.wordings)


def fact(kind: str, *texts: str, slot: Slot = "standout") -> Fact:
    return Fact(slot=slot, kind=kind, texts=texts, rank=10)


def passed(
    gate: Gate, *facts: Fact, slipped: frozenset[Slot] = frozenset()
) -> tuple[list[tuple[str, str]], list[str]]:
    reading = gate.passed(Reading(greeting=Greeting(), facts=facts), slipped=slipped)
    return [(one.kind, one.texts[-1]) for one in reading.facts], [one.words for one in reading.omissions]


def test_passed_when_a_fact_is_sound_then_it_is_the_same(gate: Gate) -> None:
    sound = fact("standout.verb", "made a lamp", "made a lamp from an old bicycle")
    assert gate.passed(Reading(greeting=Greeting(), facts=(sound,))).facts == (sound,)


def test_passed_when_it_can_be_put_right_then_it_is(gate: Gate) -> None:
    said = fact("standout.verb", "made a lamp from old bicycle")
    assert passed(gate, said) == ([("standout.verb", "made a lamp from an old bicycle")], [])


def test_passed_when_only_the_beginning_is_sound_then_the_rest_is_told(gate: Gate) -> None:
    said = fact("standout.later", "you told us to pick only red, after this our price is became double")
    assert passed(gate, said) == (
        [("standout.later", "you told us to pick only red")],
        ["after this our price is became double"],
    )


def test_passed_when_nothing_is_sound_but_a_place_then_they_are_known_from_there(gate: Gate) -> None:
    said = fact("met.said", "I has participated the your seminar in the museum of Sendai", slot="how_met")
    facts, _ = passed(gate, said)
    assert facts in ([("met.from", "the museum of Sendai")], [])


def test_passed_when_nothing_is_sound_then_all_of_it_is_told(gate: Gate) -> None:
    said = fact("standout.verb", "make always question")
    assert passed(gate, said) == ([], ["make always question"])


def test_passed_when_the_writer_slipped_before_then_more_is_doubted(gate: Gate) -> None:
    said = fact("standout.later", "you brought a book for a village without library")
    assert passed(gate, said)[0] == [("standout.later", "you brought a book for a village without library")]
    assert passed(gate, said, slipped=frozenset({"standout"}))[0] == [
        ("standout.later", "you brought a book for a village")
    ]


def test_passed_when_a_thing_has_its_verb_then_it_is_a_sentence(gate: Gate) -> None:
    said = fact("standout.noun", "the story of the net made me cry")
    assert passed(gate, said) == ([("standout.plain", "the story of the net made me cry")], [])
