import pytest

from bot.coach.interview import MAX_ANSWER, Reading
from bot.coach.model import SLOTS
from bot.content import Content


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("my manager, Dana Ortiz", Reading.ANSWER),
        ("Nobel committee dinner", Reading.ANSWER),
        ("No, a podcast", Reading.ANSWER),
        ("skip", Reading.SKIP),
        ("Skip!", Reading.SKIP),
        ("no one", Reading.SKIP),
        ("N/A", Reading.SKIP),
        ("n.a.", Reading.SKIP),
        ("-", Reading.SKIP),
        ("—", Reading.SKIP),
        ("I don't know", Reading.SKIP),
        ("i dont know", Reading.SKIP),
        ("Back", Reading.BACK),
        ("go back.", Reading.BACK),
        ("?", Reading.ASKS_BACK),
        ("who?", Reading.ASKS_BACK),
        ("What do you mean?", Reading.ASKS_BACK),
        ("what do you mean", Reading.ASKS_BACK),
        ("example", Reading.ASKS_BACK),
        ("Does my cousin count?", Reading.ASKS_BACK),
        ("Is it important?", Reading.ASKS_BACK),
        ("What she said about rivers: who owns them?", Reading.ANSWER),
        ("", Reading.EMPTY),
        (" \n", Reading.EMPTY),
        ("\u2800\u200b", Reading.EMPTY),
        ("x" * (MAX_ANSWER + 1), Reading.TOO_LONG),
        ("x" * MAX_ANSWER, Reading.ANSWER),
    ],
)
def test_read_tells_answers_from_other_things(content: Content, text: str, reading: Reading) -> None:
    assert content.interview.read(text) is reading


def test_every_example_and_no_skip_is_an_answer(content: Content) -> None:
    for question in content.interview.questions:
        assert content.interview.read(question.example) is Reading.ANSWER, question.slot


def test_questions_come_in_order_and_end(content: Content) -> None:
    asked: list[str] = []
    while slot := content.interview.next_slot(asked):
        asked.append(slot)
    assert tuple(asked) == SLOTS


def test_next_slot_is_the_first_without_an_answer(content: Content) -> None:
    assert content.interview.next_slot({"who", "referrer"}) == "how_met"


def test_previous_slot_passes_over_what_was_not_asked(content: Content) -> None:
    interview = content.interview
    assert interview.previous_slot("referrer", {"who", "how_met"}) == "how_met"
    assert interview.previous_slot("standout", {"who"}) == "who"
    assert interview.previous_slot("who", set()) is None
