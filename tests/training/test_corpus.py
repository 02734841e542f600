"""The labelled notes as data: whole, agreeing with their files, and of many kinds."""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from bot.coach.model import Criterion
from bot.errors import ContentError
from bot.training.corpus import Example, is_locked, read
from tests.helpers.critique import content

ALIKE: Final = 0.8  # of the words of two notes
COMMON: Final = 40  # a run of three words in more notes than so many tells nothing about any two
PARAGON: Final = "CORPUS_NOT_FROM"  # files and folders, as in PATH, that no note may have words from
# LinkedIn's own ready-made text: every reader of notes knows it, so that it is in several briefs.
READY_MADE: Final = "add you to my professional network"
LINE = '{"id":"c1-1","brief":"c1","text":"We met.","language":"en","draft":true,"labels":{%s}}'


@cache
def examples() -> list[Example]:
    return read(content().folder / "examples")


@cache
def words() -> list[list[str]]:
    return [spoken(example.text) for example in examples()]


def spoken(text: str) -> list[str]:
    return re.findall(r"\w+(?:'\w+)?", text.lower().replace("’", "'"))


def runs(those: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(those[start : start + length]) for start in range(len(those) - length + 1)}


def test_corpus_when_counted_then_large_enough_to_learn_from() -> None:
    assert len(examples()) >= 3000
    assert len({example.brief for example in examples()}) >= 50


def test_corpus_when_read_then_ids_are_of_one_note_and_of_the_file_of_their_brief() -> None:
    folder = content().folder / "examples"
    assert len({example.id for example in examples()}) == len(examples())
    assert {path.stem for path in folder.glob("*.jsonl")} == {example.brief for example in examples()}
    assert all(example.id.startswith(f"{example.brief}-") for example in examples())
    for path in folder.glob("*.jsonl"):
        assert f'"brief": "{path.stem}"' in path.read_text("utf-8").splitlines()[0]


def test_corpus_when_labelled_then_evidence_is_whole_words_of_the_text() -> None:
    for example in examples():
        for pieces in example.labels.values():
            assert all(piece and piece in example.text for piece in pieces), example.id
        assert Criterion.LENGTH not in example.labels, example.id


def test_corpus_when_openings_are_compared_then_four_in_five_are_distinct() -> None:
    openings = [tuple(those[:3]) for those in words()]
    assert len(set(openings)) >= 0.8 * len(openings)


def frequency(runs_of_five: Counter[tuple[str, ...]]) -> tuple[float, tuple[str, ...]]:
    """The share of notes with the most frequent run, and the run."""
    [(run, times)] = runs_of_five.most_common(1)
    return times / len(examples()), run


def test_corpus_when_runs_of_five_words_are_counted_then_none_is_frequent() -> None:
    share, run = frequency(Counter(run for those in words() for run in runs(those, 5)))
    assert share <= 0.01, run


def test_corpus_when_briefs_are_compared_then_no_note_comes_twice() -> None:
    alike = [
        (examples()[one].id, examples()[other].id)
        for one, other in candidates()
        if examples()[one].brief != examples()[other].brief and is_alike(words()[one], words()[other])
    ]
    assert alike == []


def candidates() -> Iterator[tuple[int, int]]:
    """Pairs of notes that have a rare run of three words in common."""
    where = defaultdict(list)
    for index, those in enumerate(words()):
        if READY_MADE not in examples()[index].text:
            for run in runs(those, 3):
                where[run].append(index)
    yield from {pair for places in where.values() if len(places) < COMMON for pair in combinations(places, 2)}


def is_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


def test_is_alike_when_one_word_of_ten_differs_then_yes() -> None:
    nine = spoken("the crack gauge you glued to pier four reads")
    assert is_alike([*nine, "zero"], [*nine, "nothing"])
    assert not is_alike(nine, spoken("the weir gate you greased at Faro leaks"))


def test_corpus_when_beside_texts_of_others_then_shares_no_six_words_in_a_row() -> None:
    if not (named := os.environ.get(PARAGON)):
        pytest.skip(f"{PARAGON} names no files")
    foreign: set[tuple[str, ...]] = set()
    for path in map(Path, named.split(os.pathsep)):
        files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
        for file in files:
            foreign |= runs(spoken(file.read_text("utf-8", errors="replace")), 6)
    assert foreign
    shared = [
        (example.id, " ".join(run))
        for example, those in zip(examples(), words(), strict=True)
        if READY_MADE not in example.text
        for run in runs(those, 6) & foreign
    ]
    assert shared == []


def test_locked_briefs_when_listed_then_about_a_fifth() -> None:
    briefs = {example.brief for example in examples()}
    assert 0.15 <= sum(map(is_locked, briefs)) / len(briefs) <= 0.25
    assert 0.15 <= sum(is_locked(example.brief) for example in examples()) / len(examples()) <= 0.25


def test_is_locked_when_asked_again_then_says_what_it_always_said() -> None:
    # Written down once: a brief that changes sides spoils every figure that was ever measured.
    locked = {"c09", "c25", "c27", "c28", "c32", "c40", "c41", "c42", "c48", "c57", "c60", "c62", "c66"}
    assert {f"c{number:02}" for number in range(1, 71) if is_locked(f"c{number:02}")} == locked


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "c1.jsonl:2"),
        (LINE % '"kindness":[]', "c1.jsonl:2"),
        (LINE % '"context":["They met"]', "'They met' is not in the text"),
        (LINE.replace('"draft"', '"mood":1,"draft"') % "", "mood"),
    ],
)
def test_read_when_a_line_is_broken_then_says_where(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "c1.jsonl").write_text(LINE % '"context":["met"]' + "\n" + line + "\n", "utf-8")
    with pytest.raises(ContentError, match=re.escape(told)):
        read(tmp_path)
