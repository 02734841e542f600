"""What holds for notes from answer sets without number; 50,000 of them in `make faults`."""

import re
from random import Random

import pytest

from bot.coach.compose.composer import Composer
from tests.coach.compose.made_up import LEFT_OVER, answer_set

LIMITS = (80, 140, 200, 300)
FEW, MANY = 600, 50_000
DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
SMALL_START = re.compile(r"(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b\w)[.?!] [a-zß-ÿ]")
STRAY = re.compile(r"\s[.,;:!?]|[,;:.!?][.,;:!?]|  |\.\.|…|[!?]{2}|,\.|\(\)|\b\w\b\.\.")


@pytest.mark.parametrize(
    ("first", "count"),
    [(0, FEW), *(pytest.param(part * 5000, 5000, marks=pytest.mark.long) for part in range(MANY // 5000))],
)
def test_compose_when_answers_are_made_up_then_every_note_is_clean(
    composer: Composer, first: int, count: int
) -> None:
    written = 0
    for seed in range(first, first + count):
        random = Random(seed)
        answers, limit = answer_set(random), random.choice(LIMITS)
        for note in composer.compose(answers, limit).notes:
            written += 1
            assert problems(note.text, limit, note.units) == [], (seed, answers)
    assert written > count


def problems(text: str, limit: int, units: int) -> list[str]:
    """What is wrong with a note, by name."""
    checks = {
        "over the limit": units > limit,
        "doubled word": DOUBLED.search(text),
        "stray mark or space": STRAY.search(text.replace("T. J.", "TJ")),
        "small letter": SMALL_START.search(text),
        "no stop": text[-1] not in '.?!"”',
        "left over": re.search(LEFT_OVER, text, re.IGNORECASE),
    }
    return [f"{name}: {text}" for name, wrong in checks.items() if wrong]


def test_problems_when_a_note_has_them_then_named() -> None:
    bad = "Hi Ana, we we met . you gave her talk.. and"
    assert {one.partition(":")[0] for one in problems(bad, 10, 50)} == {
        *("over the limit", "doubled word", "stray mark or space", "small letter", "no stop", "left over"),
    }
