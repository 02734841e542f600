import re

import msgspec
import pytest
import yaml

from bot.coach.compose.grammar import Grammar, NoteGrammar, Sentences, options
from bot.content import Content, find_folder
from bot.errors import ContentError

FOLDER = find_folder() / "compose"


def notes() -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((FOLDER / "notes.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"wordings": {"met.event": ["We met."]}}, "missing"),
        ({"joins": [{"first": "met.event", "second": "met.nowhere", "text": "{{a}} {{b}}"}]}, "met.nowhere"),
        ({"joins": [{"first": "met.event", "second": "met.said", "text": "{{a}}"}]}, "{{b}}"),
        ({"shapes": [{"name": "odd", "needs": [], "order": ["weather"]}]}, "weather"),
    ],
)
def test_grammar_when_a_file_is_wrong_then_the_error_names_the_place(
    change: dict[str, object], says: str
) -> None:
    with pytest.raises((ContentError, msgspec.ValidationError), match=re.escape(says)):
        msgspec.convert({**notes(), **change}, NoteGrammar)


def test_grammar_when_a_template_has_no_place_for_the_words_then_it_is_refused() -> None:
    grammar = notes()
    wordings = grammar["wordings"]
    assert isinstance(wordings, dict)
    with pytest.raises(ContentError, match=r"met\.event"):
        msgspec.convert({**grammar, "wordings": {**wordings, "met.event": ["We met."]}}, NoteGrammar)


def test_sentences_when_one_is_unknown_then_it_is_refused(grammar: Grammar) -> None:
    known = msgspec.to_builtins(grammar.sentences)
    with pytest.raises(ContentError, match="weather"):
        msgspec.convert({**known, "advice": {**known["advice"], "weather": "Rain."}}, Sentences)


def test_closes_when_read_then_none_asks_for_anything(grammar: Grammar) -> None:
    templates = (*grammar.notes.closes.met, *grammar.notes.closes.unmet)
    for close in (one for template in templates for one in options(template)):
        assert close.endswith(".")
        assert not {"call", "coffee", "meet", "chat", "could", "would", "please"} & set(close.lower().split())


def test_sentences_when_read_then_none_shouts(grammar: Grammar) -> None:
    for group in (grammar.sentences.left_out, grammar.sentences.advice, grammar.sentences.question):
        assert all("!" not in sentence and len(sentence) < 300 for sentence in group.values())


def test_content_when_asked_for_the_grammar_then_it_reads_it_once() -> None:
    content = Content(find_folder())
    assert content.grammar is content.grammar
