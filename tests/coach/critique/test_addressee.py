"""Whom a draft greets."""

import pytest

from bot.coach.critique.addressee import FURTHEST, MOST, addressee, hidden, spoken_to
from bot.coach.critique.reading import plain
from bot.coach.model import Span


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
        ("Hello 李娜，我们在上海见过。", "李娜"),
        ("Dear Kim, PhD, we met.", "Kim, PhD"),
        ("Hi Núria Puigdemont i Casals, we met.", "Núria Puigdemont i Casals"),
        ("Hi !Xóõ Kgao, we met.", "!Xóõ Kgao"),
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


def spoken(text: str) -> list[str]:
    words = plain(text)
    return [text[one.start : one.end] for one in spoken_to(text, words, addressee(text, words))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hi Hope, we met. Thank you, Hope.", ["Hope", "Hope"]),
        ("It was you, Love Kumar, who sang.", ["Love Kumar"]),
        ("It was you, I Made Wijaya, who sang.", ["I Made Wijaya"]),
        ("Dear Coach Daniels, we met.", ["Coach Daniels"]),
        ("We sang in Ghent, and, I think, well.", []),
        ("We sang, and loudly, in June.", []),
        ("Dear Coach, is this good?", []),
        ("Dear Sir or Madam, I sing.", []),
        ("Dear Hiring Manager, I sing.", []),
        ("Hi [First Name], I sing.", []),
        ("Hi FIRSTNAME, I sing.", []),
        ("Hi ____, I sing.", []),
    ],
)
def test_spoken_to_when_somebody_is_then_their_names_and_nobody_elses(text: str, names: list[str]) -> None:
    assert spoken(text) == names


@pytest.mark.parametrize("length", [1, 2, 29, 30, 31, 32, 60])
def test_hidden_when_a_name_is_of_any_length_then_the_text_stays_as_long(length: int) -> None:
    name = "Ab" * (length // 2) + "c" * (length % 2)
    text = f"Hi {name}, we met."
    without = hidden(text, (Span(3, 3 + length),))
    assert len(without) == len(text)
    assert set(without[3 : 3 + length]) <= {"x", " "}
    assert without[:3] + without[3 + length :] == "Hi , we met."


@pytest.mark.parametrize("piece", ["a", "A ", "A-", "'", "é ", "Ann "])
def test_addressee_when_there_is_no_end_then_no_name_goes_on_for_ever(piece: str) -> None:
    text = "Good afternoon, " + piece * 2000
    span = addressee(text, plain(text))
    assert span is None or span.end - span.start <= MOST
    assert span is None or span.end <= FURTHEST
