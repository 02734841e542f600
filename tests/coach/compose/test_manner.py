"""How the writer likes to sound."""

import pytest

from bot.coach.compose.composer import Composer
from bot.coach.model import Manner
from bot.coach.text import units

MET = "we met at the Beirut eye camp in June"


def first(
    composer: Composer, who: str, manner: Manner, standout: str = "her drops song", limit: int = 200
) -> str:
    return composer.compose({"who": who, "how_met": MET, "standout": standout}, limit, manner).notes[0].text


@pytest.mark.parametrize(
    ("who", "greeting"),
    [
        ("Dr. Lena Haddad", "Hi Lena,"),
        ("Dr. Haddad", "Dear Dr. Haddad,"),  # no first name to use
        ("Lena Haddad", "Hi Lena,"),
        ("Nguyễn Thị Hoa", "Hi Hoa,"),
    ],
)
def test_greeting_when_first_names_are_liked_then_used_where_known(
    composer: Composer, who: str, greeting: str
) -> None:
    assert first(composer, who, Manner("first")).startswith(greeting)


@pytest.mark.parametrize(
    ("who", "greeting"),
    [("Lena Haddad", "Dear Lena Haddad,"), ("lena", "Dear Lena,"), ("Prof Haddad", "Dear Prof. Haddad,")],
)
def test_greeting_when_formal_is_liked_then_nobody_is_greeted_with_hi(
    composer: Composer, who: str, greeting: str
) -> None:
    assert first(composer, who, Manner("formal")).startswith(greeting)


@pytest.mark.parametrize("smile", ["😍", "👩🏽‍🔬", "❤️"])
def test_emoji_when_liked_then_the_one_that_was_typed_ends_the_note(composer: Composer, smile: str) -> None:
    told = f"her drops song {smile} for children 🎉"
    assert first(composer, "Lena", Manner(emoji=True), told).endswith(f" {smile}")
    assert smile not in first(composer, "Lena", Manner(), told)


def test_emoji_when_there_is_no_room_then_left_out(composer: Composer) -> None:
    whole = first(composer, "Lena", Manner(), "her drops song 😍")
    exact = units(whole)
    assert first(composer, "Lena", Manner(emoji=True), "her drops song 😍", exact) == whole
    assert first(composer, "Lena", Manner(emoji=True), "her drops song 😍", exact + 3).endswith(". 😍")


def test_emoji_when_liked_and_none_was_typed_then_none_comes(composer: Composer) -> None:
    assert first(composer, "Lena", Manner(emoji=True)) == first(composer, "Lena", Manner())
