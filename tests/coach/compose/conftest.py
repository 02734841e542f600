"""The real grammar, and a judge that lets everything pass."""

import pytest

from bot.coach.compose.composer import Composer
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.content import Content, find_folder
from tests.coach.compose.judges import passing


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return Content(find_folder()).grammar


@pytest.fixture(scope="session")
def lexicon(grammar: Grammar) -> Lexicon:
    return Lexicon(grammar.words, grammar.towns)


@pytest.fixture(scope="session")
def composer(grammar: Grammar) -> Composer:
    return Composer(grammar, passing)
