"""Nothing there, or nothing but a greeting and a name under it."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span
from bot.coach.text import fold

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ENDS = frozenset(",!:\n，！：")
_MAX_NAME = 3
_MAX_LENGTH = 100  # code points; whatever is longer says something


class Params(Struct, forbid_unknown_fields=True):
    """`greetings` and `closings` in any language; `company` are words that go along with them ("there")."""

    greetings: tuple[str, ...]
    closings: tuple[str, ...]
    company: tuple[str, ...] = ()


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    company = frozenset(map(fold, params.company))

    @cache  # most drafts are too long to need it
    def known() -> re.Pattern[str]:
        phrases = {fold(phrase) for phrase in (*params.greetings, *params.closings)}
        longest_first = sorted(phrases, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def check(reading: Reading) -> Iterator[Span]:
        if len(reading.text.strip()) <= _MAX_LENGTH and _says_nothing(_nameless(reading)):
            yield Span(0, len(reading.text))

    def _says_nothing(text: str) -> bool:
        rest, greeted = known().subn(" ", fold(text.replace("’", "'")))
        left = [word for whole in _WORD.findall(rest) if whole not in company for word in _words_in(whole)]
        return len(left) <= 1 or (bool(greeted) and len(left) <= _MAX_NAME and _are_names(left, text))

    return check


def _words_in(whole: str) -> list[str]:
    """The words in what stands between two blanks: where a script has no blanks, about two signs are one."""
    return (
        [whole[place : place + 2] for place in range(0, len(whole), 2)]
        if _UNSPACED.search(whole)
        else [whole]
    )


def _nameless(reading: Reading) -> str:
    """The text without the name that it greets, where a mark ends the greeting."""
    name = reading.greeted
    if name is None or reading.text[name.end : name.end + 1] not in _ENDS:
        return reading.text
    return reading.text[: name.start] + reading.text[name.end :]


def _are_names(words: list[str], text: str) -> bool:
    """Whether the words are written as names."""
    capitals = {fold(word) for word in _WORD.findall(text) if not word[0].islower()}
    return all(word in capitals for word in words)
