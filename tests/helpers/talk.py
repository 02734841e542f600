"""Somebody who talks to the coach about challenges, with what is stored of them in memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from bot.content import Content
from bot.conversation import Address, Choice, Incoming, Location, Reply
from bot.dialog.router import route
from bot.dialog.turn import Compose, Greet, Judge, Tools, Turn
from bot.places import CityPlaces
from bot.ports import Store, Texts
from bot.state import (
    BeginYear,
    DropHistory,
    DropReflection,
    MarkWeek,
    Record,
    Reflect,
    Remind,
    SaveProfile,
    Snapshot,
    Subscribe,
    TurnResult,
    Unsubscribe,
)
from bot.translation import Languages
from tests.helpers.clock import FakeClock

CONTENT = Content(Path(__file__).parents[2] / "prompts")
PLACES = CityPlaces(CONTENT.folder)
ME = Address("test", "me")


class Talk:
    """Says and taps. `known` and `year` are what is stored, `reminder` is what comes again, `noted` what was.

    `replies` are the last ones.
    """

    def __init__(self, texts: Texts = CONTENT, **known: Any) -> None:
        self.clock = FakeClock()
        self.known = Snapshot(**known)
        self.reminder: Remind | None = None
        self.noted: dict[int, str] = {}
        self.replies: tuple[Reply, ...] = ()
        self.year = Record()
        nothing = cast("Any", None)
        self._tools = Tools(
            texts=texts,
            judge=cast("Judge", nothing),
            compose=cast("Compose", nothing),
            follow_up=cast("Compose", nothing),
            hello=cast("Greet", nothing),
            places=PLACES,
            zones=CONTENT.zones,
            languages=Languages(texts) if isinstance(texts, Content) else Languages(CONTENT),
            store=cast("Store", self),
            now=self.clock.now,
        )

    async def record(self, _: Address) -> Record:
        """What there is of the year."""
        return self.year

    @property
    def offered(self) -> list[str]:
        """The labels of the buttons last shown."""
        return [choice.label for choice in self.known.session.offered]

    async def say(self, text: str) -> str:
        """Type something; returns all that is replied."""
        return await self.hear(Incoming(address=ME, text=text))

    async def tap(self, label: str) -> str:
        """Press one of the buttons last shown."""
        choices: Sequence[Choice] = self.known.session.offered
        return await self.press(next(choice.data for choice in choices if choice.label == label))

    async def press(self, data: str) -> str:
        """Press a button by what it carries, however old."""
        return await self.hear(Incoming(address=ME, choice=data))

    async def share(self, location: Location) -> str:
        """Share a place."""
        return await self.hear(Incoming(address=ME, location=location))

    async def hear(self, incoming: Incoming) -> str:
        """Have anything arrive; returns all that is replied."""
        turn = Turn.begin(self._tools, incoming, self.known)
        await route(turn)
        return self._settle(turn.result())

    def _settle(self, result: TurnResult) -> str:  # noqa: C901 - a table
        self.known = replace(self.known, session=result.session)
        self.replies = result.replies
        for change in result.changes:
            match change:
                case Subscribe(subscription):
                    self.known = replace(self.known, subscription=subscription)
                case SaveProfile(profile):
                    self.known = replace(self.known, profile=profile)
                case Unsubscribe():
                    self.known = replace(self.known, subscription=None)
                case MarkWeek(week, state):
                    self.known = replace(self.known, weeks={**self.known.weeks, week: state})
                case Remind():
                    self.reminder = change
                case Reflect(week, text):
                    self.noted[week] = text
                case DropReflection(week):
                    self.noted.pop(week, None)
                case BeginYear():
                    self.known = replace(self.known, weeks={}, last_week=None)
                case DropHistory():
                    self.noted.clear()
                    self.known = replace(self.known, weeks={}, last_week=None)
                case _:
                    raise NotImplementedError(change)
        return _together(result.replies)


def _together(replies: Sequence[Reply]) -> str:
    assert replies, "every turn gets an answer"
    assert all(
        len(choice.data.encode()) <= 64 for reply in replies for row in reply.choices for choice in row
    )
    return "\n\n".join(reply.text for reply in replies)
