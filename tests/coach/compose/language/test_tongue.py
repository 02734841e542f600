import pytest

from bot.coach.compose.composer import Composer
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.language.tongue import is_english
from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot


@pytest.mark.parametrize(
    "answer",
    [
        "trabajamos juntos en el mercado de Sevilla",
        "wir haben zusammen an der Brücke gearbeitet",
        "elle explique toujours les choses avec patience",
        "saya kenal dia di kantor yang lama",
        "pracowaliśmy razem w szpitalu w Gdyni",
        "мы вместе работали на заводе",
        "我们一起在厨房工作了三年",
        "hum saath mein kaam karte the",
    ],
)
def test_is_english_when_an_answer_is_in_another_language_then_it_is_not(
    lexicon: Lexicon, answer: str
) -> None:
    assert not is_english(answer, lexicon)


@pytest.mark.parametrize(
    "answer",
    [
        "the kite festival in San Sebastián",
        "Feria del Libro de Lima",
        "Université Libre de Bruxelles",
        "清华大学",
        "Московский университет",
        "he taught us what saudade means, na minha terra",
        'she said "no hay mal que por bien no venga"',
        "SHE MENDS BOATS IN SPLIT",
        "iftar",
        "her oud",
        "at the Haus der Kulturen der Welt, she asked about the roof",
        "lino print class, hull",
        "patience",
    ],
)
def test_is_english_when_only_names_or_single_words_are_foreign_then_it_is(
    lexicon: Lexicon, answer: str
) -> None:
    assert is_english(answer, lexicon)


@pytest.mark.parametrize("slot", ["how_met", "standout", "about_me", "value"])
def test_compose_when_an_answer_is_in_another_language_then_it_is_asked_for_in_english(
    composer: Composer, grammar: Grammar, slot: Slot
) -> None:
    answers = {"who": "Inés", "how_met": "the tram museum", "standout": "her maps"}
    composition = composer.compose({**answers, slot: "ella siempre habla muy claro con los chicos"}, 200)
    assert (composition.outcome, composition.slot) == ("question", slot)
    assert composition.advice == grammar.sentences.question["language"]
