import pytest

from bot.coach.compose.recipient.hello import Hello
from bot.content import Content


@pytest.mark.parametrize(
    ("who", "greeting"),
    [
        ("Farah", "Hi Farah,"),
        ("Dr. Osei", "Dear Dr. Osei,"),
        ("", "Hello,"),
        ("the lady from accounts", "Hello,"),
    ],
)
def test_hello_by_what_is_known_of_the_name(content: Content, who: str, greeting: str) -> None:
    assert Hello(content.grammar)(who) == greeting
