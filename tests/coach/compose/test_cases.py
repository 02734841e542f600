"""Whole answer sets: what their notes have to say, and what they must not."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot.coach.compose.composer import Composer
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Composition
from bot.coach.text import units

LINES = Path(__file__).with_name("cases.jsonl").read_text("utf-8").splitlines()
CASES: list[dict[str, Any]] = [msgspec.json.decode(line) for line in LINES]
NOTES = [case for case in CASES if "outcome" not in case]
CLOSED = {
    *(
        "you",
        "your",
        "yours",
        "yourself",
        "you're",
        "you've",
        "you'd",
        "you'll",
        "we",
        "our",
        "i",
        "i'm",
        "i've",
        "been",
    ),
    *("i've", "been", "are", "were", "have", "do", "don't", "not", "a", "an", "the", "in"),
}


def by_id(case: dict[str, Any]) -> str:
    return str(case["id"])


@cache
def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower().replace("’", "'")))


def composed(composer: Composer, case: dict[str, Any]) -> Composition:
    return composer.compose(case["answers"], case["limit"])


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_compose_when_answers_are_given_then_the_outcome_and_its_slot_are_as_expected(
    composer: Composer, case: dict[str, Any]
) -> None:
    composition = composed(composer, case)
    assert composition.outcome == case.get("outcome", "note")
    assert composition.slot == case.get("slot")
    assert {left.slot for left in composition.left_out} == set(case.get("left_out", []))
    assert (composition.advice is None) == (composition.outcome == "note")


@pytest.mark.parametrize("case", NOTES, ids=by_id)
def test_first_note_when_composed_then_it_says_what_matters(composer: Composer, case: dict[str, Any]) -> None:
    first = composed(composer, case).notes[0].text
    missing = [wanted for wanted in case["must"] if wanted.lower() not in first.lower()]
    assert not missing, first
    assert first.startswith(case.get("opens", ""))
    assert all(first.count(word) == 1 for word in case.get("once", []))


@pytest.mark.parametrize("case", NOTES, ids=by_id)
def test_every_note_when_composed_then_it_fits_and_has_no_word_it_must_not_have(
    composer: Composer, case: dict[str, Any]
) -> None:
    for note in composed(composer, case).notes:
        found = [word for word in case["must_not"] if re.search(rf"(?<!\w){re.escape(word)}", note.text)]
        assert not found, note.text
        assert note.units == units(note.text) <= case["limit"]
        assert note.limit == case["limit"]


@pytest.mark.parametrize("case", NOTES, ids=by_id)
def test_every_note_when_composed_then_no_word_is_invented(
    composer: Composer, grammar: Grammar, lexicon: Lexicon, case: dict[str, Any]
) -> None:
    told = words(" ".join(case["answers"].values()))
    agreed = {lexicon.base(word).lower() for word in told} | {word.partition("'")[0] for word in told}
    titles = words(" ".join(lexicon.titles.values()) + " " + " ".join(lexicon.short_days.values()))
    templates = words(
        re.sub(r"\{\{\w+\}\}", " ", msgspec.json.encode(grammar.notes).decode("utf-8").replace("\\n", " "))
    )
    names = {f"{word}'s" for word in told}
    for note in composed(composer, case).notes:
        assert words(note.text) <= told | agreed | titles | templates | names | CLOSED, note.text


@pytest.mark.parametrize("case", NOTES, ids=by_id)
def test_parts_when_composed_then_they_cover_every_word_that_is_not_the_grammars(
    composer: Composer, grammar: Grammar, case: dict[str, Any]
) -> None:
    templates = words(" ".join(text for group in grammar.notes.wordings.values() for text in group))
    templates |= words(" ".join([*grammar.notes.closes.met, *grammar.notes.closes.unmet, "Hi Dear Hello"]))
    templates |= words(" ".join(join.text for join in grammar.notes.joins))
    for note in composed(composer, case).notes:
        outside, end = "", 0
        for part in note.parts:
            assert end <= part.start < part.end <= len(note.text)
            assert case["answers"].get(part.slot), part
            outside += note.text[end : part.start]
            end = part.end
        assert words(outside + note.text[end:]) <= templates


@pytest.mark.parametrize("case", NOTES, ids=by_id)
def test_notes_when_there_are_several_then_they_differ_in_more_than_a_word(
    composer: Composer, case: dict[str, Any]
) -> None:
    texts = [note.text for note in composed(composer, case).notes]
    assert 1 <= len(texts) <= 3
    for index, text in enumerate(texts):
        for other in texts[:index]:
            opening = text.partition(", ")[2][:12], other.partition(", ")[2][:12]
            assert opening[0] != opening[1] or len(words(text) ^ words(other)) > 2
