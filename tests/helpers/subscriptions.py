"""People who have subscribed, or are about to."""

from datetime import UTC, datetime
from typing import Any

from bot.state import Subscription
from tests.helpers.talk import Talk


def utc(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


def subscription(**fields: Any) -> Subscription:
    usual: dict[str, Any] = {
        "weekday": 3,
        "minute": 9 * 60,
        "zone": "Africa/Lagos",
        "next_week": 4,
        "next_due": utc(11, 8),
    }
    return Subscription(**usual | fields)


async def subscribed(*typed: str, talk: Talk | None = None) -> tuple[Talk, str]:
    talk = talk or Talk()
    said = await talk.say("/subscribe")
    for text in typed:
        said = await talk.say(text)
    if "Week 1" in talk.offered:
        said = await talk.tap("Week 1")
    return talk, said


WEEKLY = Subscription(
    weekday=3,
    minute=9 * 60,
    zone="Africa/Lagos",
    next_week=9,
    next_due=datetime(2027, 3, 11, 8, tzinfo=UTC),
)
