"""What holds for every set of answers, however odd: mutated and made-up ones."""

import re
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.coach.compose.composer import Composer
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.tidy import typed
from bot.coach.limits import SMALLEST_LIMIT
from bot.coach.model import SLOTS
from bot.coach.text import units

CASES = [
    msgspec.json.decode(line)
    for line in Path(__file__).with_name("cases.jsonl").read_text("utf-8").splitlines()
]
ANSWERS = sorted({answer for case in CASES for answer in case["answers"].values()})
WORDS = sorted({word for answer in ANSWERS for word in answer.split()})
NOISE = st.sampled_from(
    [
        "!!",
        "...",
        " 😂",
        "??",
        " ,",
        "\n",
        "  ",
        " - ",
        "(",
        ")",
        '"',
        "lol ",
        "i ",
        ", she ",
        " and he ",
        ". ",
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An answer of the table, shouted, shortened or with noise in it; or words in any order; or any text."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.text(max_size=60))
    if kind == 1:
        return " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=14)))
    answer: str = draw(st.sampled_from(ANSWERS))
    cut = draw(st.integers(0, len(answer)))
    answer = answer[:cut] + draw(NOISE) + answer[cut:]
    return draw(st.sampled_from([answer, answer.upper(), answer.lower(), answer[:cut], answer[cut:]]))


answer_sets = st.fixed_dictionaries({slot: mutated() for slot in SLOTS})


@settings(max_examples=300, deadline=None)
@given(answers=answer_sets, limit=st.integers(SMALLEST_LIMIT, 320))
@example(answers={"who": "Bo", "how_met": 'she said "', "standout": "her ..., talk ,"}, limit=200)
@example(answers={"who": "Bo", "how_met": "Acme (Oslo, Bergen) bake day, the tent"}, limit=40)
@example(
    answers={"who": "her brother, he is called Jonas Weiss", "how_met": "her ash glaze", "referrer": "B<0{0"},
    limit=40,
)
def test_compose_when_answers_are_odd_then_the_notes_are_well_formed(
    composer: Composer, answers: dict[str, str], limit: int
) -> None:
    composition = composer.compose(answers, limit)
    assert (composition.outcome == "note") == bool(composition.notes)
    for note in composition.notes:
        assert note.units == units(note.text) <= limit
        assert_well_formed(note.text)
        for part in note.parts:
            assert 0 <= part.start < part.end <= len(note.text)


def assert_well_formed(text: str) -> None:
    assert text == text.strip()
    assert "  " not in text
    assert "\n" not in text
    assert "…" not in text
    assert text.count('"') % 2 == 0
    assert text.count("(") == text.count(")")
    assert not re.search(r"\s[.,;:!?]", text), text
    assert not re.search(r"[,;:.!?][.,;:!?]", re.sub(r"\b(?:\w\.)+,|\w\.,", "", text)), text
    assert not re.search(r"(?<![\w'-])i(?![\w'.-])", text), text


@settings(max_examples=200, deadline=None)
@given(index=st.integers(0, len(CASES) - 1), limit=st.integers(SMALLEST_LIMIT, 320))
def test_compose_when_the_limit_is_any_then_every_sentence_begins_with_a_capital_and_no_word_is_doubled(
    composer: Composer, index: int, limit: int
) -> None:
    case: dict[str, Any] = CASES[index]
    for note in composer.compose(case["answers"], limit).notes:
        assert note.units <= limit
        for before, first in re.findall(r"(\S+)[.?] (\w)", note.text):
            assert not first.islower() or before in {"St", "Dr", "Prof", "Mr", "Mrs"}, note.text
        assert not re.search(r"\b(\w+) \1\b", note.text, re.IGNORECASE), note.text
        assert note.text[-1] in '.?"', note.text


@settings(max_examples=200, deadline=None)
@given(text=mutated())
def test_typed_when_done_twice_then_it_changes_nothing_more(lexicon: Lexicon, text: str) -> None:
    once = typed(text, lexicon)
    assert typed(once, lexicon) == once
