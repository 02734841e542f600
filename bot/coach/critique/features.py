"""What the evidence model sees of a sentence: its words, pairs of words, and how words begin and end.

Everything is a string; the model hashes it to a bucket. Numbers count as numbers, whatever they are. The name
of the greeted is one and the same for all, so that nobody's note is judged by how they are called. Other
names are words like others: the model has too few of each to learn anything from one.
"""

import re
from collections.abc import Iterable
from typing import Final
from zlib import crc32

from bot.coach.critique.reading import Reading
from bot.coach.model import Criterion, Finding, Span

BUCKETS: Final = 1 << 16
_LAST_BUCKET: Final = BUCKETS - 1
LONG_WORD: Final = 5  # letters; shorter ones are whole in the features already
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s]")
_YEAR_DIGITS: Final = 4
_NAME: Final = " Name "  # in capitals, which no other feature has


def tokens(sentence: str) -> list[str]:
    """The words, numbers and marks of a sentence, in lower case; a year is told from other numbers."""
    return [_number(one) if one.isdigit() else one for one in _TOKEN.findall(sentence)]


def features(sentence: str, rules: Iterable[str] = ()) -> set[str]:
    """The features of a sentence.

    Args:
        sentence: in lower case, with plain quotes.
        rules: the ids of the rules that fired on its words.
    """
    words = tokens(sentence)
    found = {*words, *(f"rule {rule}" for rule in rules)}
    before = "<"
    for word in [*words, ">"]:
        found.add(f"{before} {word}")
        before = word
        if len(word) >= LONG_WORD:
            found.add(f"{word[:4]}-")
            found.add(f"-{word[-3:]}")
    return found


def bucket(feature: str) -> int:
    """Where the weights of a feature are; the same on every machine."""
    return crc32(feature.encode("utf-8", "replace")) & _LAST_BUCKET


def _number(digits: str) -> str:
    return "0000" if len(digits) == _YEAR_DIGITS else "0"


def of_draft(reading: Reading, findings: Iterable[Finding]) -> list[set[str]]:
    """The features of each sentence of a draft, with the rules that fired on its words.

    How long a draft may be is not for the model to see.
    """
    told = [one for one in findings if one.criterion is not Criterion.LENGTH]
    return [
        features(
            _masked(reading.plain, sentence, reading.names),
            (one.rule for one in told if one.span.start < sentence.end and sentence.start < one.span.end),
        )
        for sentence in reading.sentences
    ]


def _masked(plain: str, sentence: Span, names: Iterable[Span]) -> str:
    """A sentence, or what is beside the names in it, with one word for each name."""
    pieces, start = [], sentence.start
    for name in names:
        if start < name.end and name.start < sentence.end:
            pieces += [plain[start : name.start], _NAME]
            start = name.end
    return "".join([*pieces, plain[start : sentence.end]])
