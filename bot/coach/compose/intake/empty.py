"""Answers that are none: skips in any words and any language, slips of them, and mere trying out."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.tidy import typed
from bot.coach.text import fold

LONGEST_SKIP: Final = 120  # code points: whoever types more has something to say
FEW: Final = 5  # words that can be nothing but a way to say no
_WORD: Final = re.compile(r"[^\W_]+(?:['/.][^\W_]+)*")
_ONE_LETTER: Final = re.compile(r"(.)\1{2,}")  # `aaaa`
# a letter too many, too few or another one of these leaves nothing else that it could be
_SPELLED: Final = ("nobody", "nothing", "noone")
_NONE: Final = frozenset({"nonne", "noen", "nonw", "nome", "nne", "noone", "nonee", "nnone"})


def is_empty(answer: str, lexicon: Lexicon, *, is_name: bool = False) -> bool:
    """Whether somebody skipped the question, in whatever words; `Niko` and `Nada` may be names."""
    if len(answer) > LONGEST_SKIP and any(map(str.isalnum, answer)):
        return False
    plain = re.sub(r"\s+", " ", typed(answer, lexicon)).strip(" .!?").lower()
    if not any(char.isalnum() for char in plain):
        return True
    folded = fold(plain)
    if is_name:
        return _is_no_name(answer, plain, lexicon)
    if folded in lexicon.skips:
        return True
    plain = lexicon.hesitation.sub("", plain)
    words = [_right(word) for word in _WORD.findall(fold(plain))]
    if fold(plain) in lexicon.skips or " ".join(words) in lexicon.skips or lexicon.skip.match(plain):
        return True
    return _is_no(words, lexicon) or _is_junk(folded, lexicon)


def denying(answer: str) -> str:
    """The answer with a slip in a word for nobody put right: `nobdy sent me`."""
    return _WORD.sub(lambda match: _right(match[0]) if match[0].islower() else match[0], answer)


def _is_no_name(answer: str, plain: str, lexicon: Lexicon) -> bool:
    """`Nobody` and `asdf`, but not `Nada`, which with its capital is a name."""
    folded = fold(plain)
    named = plain.isalpha() and answer.strip()[:1].isupper()
    skipped = folded in lexicon.home_skips or (not named and bool(lexicon.skip.match(plain)))
    return skipped or _is_junk(folded, lexicon)


def _is_no(words: list[str], lexicon: Lexicon) -> bool:
    """`nie ma nikogo`, `nobody lol`: words for no, and beside them only what adds nothing."""
    return (
        len(words) <= FEW
        and any(word in lexicon.skips for word in words)
        and lexicon.skip_words.issuperset(words)
    )


def _is_junk(folded: str, lexicon: Lexicon) -> bool:
    words = _WORD.findall(folded)
    return bool(words) and all(
        lexicon.has("junk_words", word) or _ONE_LETTER.fullmatch(word) for word in words
    )


def _right(word: str) -> str:
    """`nobdy` as `nobody`."""
    if word in _NONE:
        return "none"
    return next((right for right in _SPELLED if word != right and _is_near(word, right)), word)


def _is_near(word: str, right: str) -> bool:
    """Whether one letter is missing, doubled, wrong or out of place; the first is seldom so."""
    if word[:1] != right[:1] or abs(len(word) - len(right)) > 1 or min(len(word), len(right)) < FEW:
        return False
    if len(word) == len(right):
        wrong = [place for place, pair in enumerate(zip(word, right, strict=True)) if pair[0] != pair[1]]
        swapped = len(wrong) == 2 and wrong[1] - wrong[0] == 1 and sorted(word) == sorted(right)  # noqa: PLR2004
        return len(wrong) == 1 or swapped
    short, long = sorted((word, right), key=len)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
