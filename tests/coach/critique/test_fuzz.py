"""Whatever is pasted: no error, offsets within the text, the same answer twice, and soon."""

import random
import statistics
import time
from collections.abc import Callable
from functools import cache
from typing import Final

import pytest

from bot.coach.critique.draft import MAX_NOTE
from bot.coach.model import Criterion
from bot.training.corpus import read
from tests.helpers.critique import content, engine

NORMAL: Final = 2_000
LONG: Final = 200_000
REPEATED: Final = 5  # times a hostile text is read; the median counts
SMALL: Final = 1024
LARGE: Final = 4096
GROWTH: Final = 11  # times as long for four times the text; sixteen would be its square
NOTES: Final = 400  # so many times a usual note's time, and a hostile text has to be done
ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060\ufeff"
MARKS: Final = "\u0300\u0301\u0308\u0323\u0489\u20dd"
EMOJI: Final = ("😀", "👩🏽‍🚀", "🇰🇪", "1️⃣", "❤️")
TURNED: Final = "\u202e\u202d\u2066\u2069\u200f"
Mutation = Callable[[str, random.Random], str]


@cache
def notes() -> list[str]:
    return [example.text for example in read(content().folder / "examples")]


def sprinkled(text: str, chance: random.Random, pieces: str | tuple[str, ...]) -> str:
    return "".join(char + (chance.choice(pieces) if chance.random() < 0.15 else "") for char in text)


def cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start:end]


def shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def crossed(text: str, chance: random.Random) -> str:
    return cut(text, chance) + cut(chance.choice(notes()), chance)


def strewn(text: str, chance: random.Random) -> str:
    """Characters of anywhere, halves of surrogates among them."""
    return "".join(char if chance.random() < 0.9 else chr(chance.randrange(0x110000)) for char in text)


MUTATIONS: Final[tuple[Mutation, ...]] = (
    cut,
    shuffled,
    crossed,
    strewn,
    lambda text, _: text + text,
    lambda text, _: text.upper(),
    lambda text, _: text[::-1],
    lambda text, _: text.replace(" ", "\r\n"),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, chance: sprinkled(text, chance, ZERO_WIDTH),
    lambda text, chance: sprinkled(text, chance, MARKS),
    lambda text, chance: sprinkled(text, chance, EMOJI),
    lambda text, chance: sprinkled(text, chance, TURNED),
    lambda text, chance: sprinkled(text, chance, "[]{}()<>\"'*_@#/\\|"),
    lambda text, chance: sprinkled(text, chance, "\x00\t\v\f\x1b\x85\u2028\u2029\r\n"),
    lambda text, chance: sprinkled(text, chance, "İıßſﬁŉǰΐ"),
)


def mutants(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        text = chance.choice(notes())
        for mutation in chance.sample(MUTATIONS, chance.choice((1, 1, 2, 3))):
            text = mutation(text, chance)
        found.append(text[:MAX_NOTE])
    return found


def check(text: str, *, twice: bool) -> None:
    report = engine().judge(text, sure=True)
    assert report.criteria.keys() == set(Criterion)
    for judgement in report.criteria.values():
        assert 0 <= judgement.confidence <= 1
        assert all(0 <= span.start <= span.end <= len(text) for span in judgement.evidence)
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in report.findings)
    assert not twice or report == engine().judge(text, sure=True)


def test_judge_when_notes_are_mutilated_then_reports_all_the_same() -> None:
    for index, text in enumerate(mutants(NORMAL, seed=1)):
        check(text, twice=index % 4 == 0)


@pytest.mark.long
def test_judge_when_very_many_notes_are_mutilated_then_reports_all_the_same() -> None:
    for seed in range(LONG // NORMAL):
        for index, text in enumerate(mutants(NORMAL, seed=100 + seed)):
            check(text, twice=index % 20 == 0)


def test_mutants_when_made_twice_then_the_same() -> None:
    assert mutants(20, seed=3) == mutants(20, seed=3) != mutants(20, seed=4)


HOSTILE: Final = {
    "one letter": "a",
    "letters apart": "a ",
    "ats": "@",
    "brackets": "[",
    "nested brackets": "[{(<",
    "fields": "{{x}} ",
    "zero width": "\u200b",
    "combining marks": "e\u0301\u0323",
    "marks alone": "\u0301",
    "your": "your ",
    "you": "you ",
    "we met": "we met ",
    "a wish": "I'd like to ",
    "capitals": "Anna ",
    "and": "and ",
    "numbers": "1 ",
    "dots": ". ",
    "abbreviations": "a.",
    "apostrophes": "'",
    "quotes": '"',
    "dashes": "a-",
    "lines": "\n",
    "white space": " ",
    "turned": "\u202e",
    "emoji": "👩🏽‍🚀",
    "surrogates": "\ud800",
    "dotted capitals": "İ",
    "underscores": "_",
}
WHOLE: Final = {
    "a long address": "https://example.org/",
    "a long query": "https://example.org/?q=a&",
    "nested and closed": "",
}


def hostile(kind: str, length: int) -> str:
    if kind == "nested and closed":
        return "[" * (length // 2) + "]" * (length // 2)
    if kind in WHOLE:
        return (WHOLE[kind] + "a/b-c." * length)[:length]
    return (HOSTILE[kind] * length)[:length]


def spent(text: str) -> float:
    """Seconds of this process's own time, the median of several."""
    times = []
    for _ in range(REPEATED):
        start = time.process_time()
        engine().judge(text, sure=True)
        times.append(time.process_time() - start)
    return statistics.median(times)


# Not strict: it grows about eightfold, and falls now on one side, now on the other.
KINDS: Final = (*HOSTILE, *WHOLE)


@pytest.mark.parametrize("kind", KINDS)
def test_judge_when_a_text_is_hostile_then_time_grows_with_its_length(kind: str) -> None:
    note = statistics.median(spent(text) for text in notes()[:20])
    small, large = spent(hostile(kind, SMALL)), spent(hostile(kind, LARGE))
    # Below a usual note's time there is nothing to compare.
    assert large <= GROWTH * max(small, note), (small, large)
    assert large <= NOTES * note
