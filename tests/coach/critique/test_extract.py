import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.critique.extract import answers_from
from bot.coach.model import SLOTS
from tests.helpers.critique import engine


def answers(text: str) -> dict[str, str]:
    return answers_from(text, engine().judge(text, 300))


def test_answers_from_when_a_whole_note_then_slot_by_slot() -> None:
    text = (
        "Hi Lena, we met on Saturday at the Accra solar evening. "
        "Your slides on roof angles changed how we build. "
        "Fellow beekeeper here. I'm a paralegal in Cebu."
    )
    assert answers(text) == {
        "who": "Lena",
        "how_met": "we met on Saturday at the Accra solar evening.",
        "standout": "Your slides on roof angles changed how we build.",
        "common_ground": "Fellow beekeeper here.",
        "about_me": "I'm a paralegal in Cebu.",
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dear Dr. O'Malley-Okafor, you mended my knee in Cork in 2018.", "Dr. O'Malley-Okafor"),
        ("Beatriz, your talk on locks was a joy.", "Beatriz"),
        ("Good morning José\n\nYour talk on locks was a joy.", "José"),
        ("Hi Aroha — your talk on locks was a joy.", "Aroha"),
        ("hi lena, your talk on locks was a joy.", "lena"),
    ],
)
def test_answers_from_when_there_is_a_greeting_then_who(text: str, who: str) -> None:
    assert answers(text)["who"] == who


@pytest.mark.parametrize(
    "text",
    [
        "Hi there, your talk on locks was a joy.",
        "Your talk on locks was a joy.",
        "Hi {name}, your talk on locks was a joy.",
    ],
)
def test_answers_from_when_nobody_is_greeted_then_no_who(text: str) -> None:
    assert "who" not in answers(text)


@pytest.mark.parametrize(
    ("text", "referrer"),
    [
        ("Hi Ines, Rui Campos suggested that I write to you.", "Rui Campos"),
        ("My thesis supervisor told me to write to you.", "My thesis supervisor"),
        ("Hello, Dr. Amal Haddad insists that I write to you.", "Dr. Amal Haddad"),
    ],
)
def test_answers_from_when_somebody_sent_them_then_the_name_alone(text: str, referrer: str) -> None:
    assert answers(text)["referrer"] == referrer


@pytest.mark.parametrize(
    "text",
    [
        "We met on Monday at the Hull allotment meeting. Could we grab a coffee?",
        "We met on Monday at the Hull allotment meeting, could we grab a coffee?",
        "We met on Monday at the Hull allotment meeting; our platform helps clinics like yours save 20%.",
        "We met on Monday at the Hull allotment meeting. Great work at [Company].",
    ],
)
def test_answers_from_when_part_of_a_draft_asks_or_sells_then_only_the_rest(text: str) -> None:
    found = answers(text)
    assert found["how_met"].rstrip(".") == "We met on Monday at the Hull allotment meeting"
    for word in ("coffee", "platform", "Company"):
        assert word not in " ".join(found.values())


def test_answers_from_when_no_draft_then_nothing() -> None:
    assert answers("https://example.com/in/somebody") == {}


PIECES = [
    *(
        "Hi Lena, ",
        "we met in Hull",
        ". ",
        "Rui Campos suggested that I write to you",
        "\r\n",
        " and ",
        "é\u0301 ",
    ),
    *(
        "could we grab a coffee? ",
        "your talk on locks was a joy",
        "our platform saves 20%",
        "I'm a nurse",
        "[Name] ",
    ),
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_answers_from_when_given_anything_then_only_words_of_the_draft(text: str) -> None:
    for slot, answer in answers(text).items():
        assert slot in SLOTS
        assert answer.strip()
        assert all(word in text for word in answer.split())
