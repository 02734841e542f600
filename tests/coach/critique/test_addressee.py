"""Whom a draft greets."""

import pytest

from bot.coach.critique.addressee import FURTHEST, MOST, addressee
from bot.coach.critique.reading import plain


def greeted(text: str) -> str | None:
    span = addressee(text, plain(text))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Ana, we met.", "Ana"),
        ("hello ana, we met", "ana"),
        ("HEY ANA! WE MET.", "ANA"),
        ("Dear Dr. Mary-Jane O’Neill-St. John,\nwe met.", "Dr. Mary-Jane O’Neill-St. John"),
        ("Good morning, Hélène van den Abeele: we met.", "Hélène van den Abeele"),
        ("Hi T.J. Doyle - we met.", "T.J. Doyle"),
        ("Dear Mx. River, we met.", "Mx. River"),
        ("Hi 李伟, we met.", "李伟"),
        ("Hi प्रिया, we met.", "प्रिया"),
        ("Hi Lena. We met in Oslo, at work.", "Lena"),
        ("Hi Lena we met in Oslo, at work.", "Lena"),
        ("Hi Lena I met you in Oslo, at work.", "Lena"),
        ("Hi Lena", "Lena"),
    ],
)
def test_addressee_when_somebody_is_greeted_then_their_name(text: str, name: str) -> None:
    assert greeted(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hi",
        "Hi, ",
        "Hi there, we met.",
        "Hello everyone, we met.",
        "We met, Ana.",
        "Hidden, we met.",
        "hi we met in oslo, at work",
        "hello i'm a nurse, from leeds",
    ],
)
def test_addressee_when_nobody_is_greeted_by_name_then_none(text: str) -> None:
    assert greeted(text) is None


@pytest.mark.parametrize("piece", ["a", "A ", "A-", "'", "é ", "Ann "])
def test_addressee_when_there_is_no_end_then_no_name_goes_on_for_ever(piece: str) -> None:
    text = "Good afternoon, " + piece * 2000
    span = addressee(text, plain(text))
    assert span is None or span.end - span.start <= MOST
    assert span is None or span.end <= FURTHEST
