import pytest

from tests.helpers.critique import rule, shown

BLANK = rule(
    "blank", greetings=["hi", "good morning", "qué tal"], closings=["best regards"], company=["there"]
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Hi",
        "hi there",
        "Hi Anna",
        "hi anna",
        "Good morning Anna Maria Lind!",
        "Hi!\n\nBest regards,\nTom",
        "Anna",
        "QUE TAL?",
    ],
)
def test_blank_when_nothing_is_said_then_all_of_it(text: str) -> None:
    assert shown(BLANK, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Anna, thank you",
        "hi how are you",
        "See you",
        "Hi Anna Maria Lind Berg",
        "Hill climbing",
        "Best regards from us all",
        "Hello 李娜，我们在上海见过。",
        "สวัสดีครับ ผมชื่อต้นและเราพบกันที่กรุงเทพ",
    ],
)
def test_blank_when_something_is_said_then_nothing(text: str) -> None:
    assert shown(BLANK, text) == []
