import re

import pytest

from bot.coach.critique.words import NO_NAMES, WORDS, expand, known
from bot.errors import ContentError


@pytest.mark.parametrize("name", sorted(WORDS))
def test_words_when_expanded_then_a_regular_expression(name: str) -> None:
    re.compile(expand(f"a {{{name}}} b"))


def test_expand_when_words_are_apart_then_any_white_space_will_do() -> None:
    assert re.fullmatch(expand("a b"), "a\r\nb")
    assert not re.fullmatch(expand("a b"), "ab")
    assert re.fullmatch(expand("a ?b"), "ab")
    assert re.fullmatch(expand("a b ?c[, ]d"), "a\n b \r\nc\nd")
    assert not re.search(expand("[- ]"), "(?:s{1,3})")


def test_known_when_the_vocabulary_is_not_then_says_so() -> None:
    with pytest.raises(ContentError, match=r"\{beverage\}"):
        known("a {beverage}")


def test_no_names_when_compared_then_all_small_letters() -> None:
    assert all(word == word.lower() for word in NO_NAMES)
