"""People do anything in any order, and the bot goes on: answered, in one dialog, with a store that holds."""

import itertools
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.dialog.commands import commands
from tests.helpers.anybody import Answers, World
from tests.helpers.bot_wire import choices

COMMANDS = st.sampled_from([*commands(), "nonsense"])
ARGUMENTS = st.sampled_from(["", "19", "0", "99", "week19", "note", "about", "x" * 70, "../etc", "🙂"])
WORDS = st.sampled_from(
    [
        "Priya Raman, CTO at Northwind",
        "we met at the data meetup in Tampere last week",
        "her talk on flaky tests, she made it so practical",
        "skip",
        "back",
        "no",
        "yes",
        "Friday 8am",
        "Lisbon",
        "14:30",
        "tomorow",
        "2027-05-03",
        "60.17, 24.94",
        "200",
        "-5",
        "I rang the bell twice and she laughed.",
        "Hi Priya, row three on Thursday, scribbling while you explained why the gauges lie. Sara",
        "I'd like to add you to my professional network on LinkedIn.",
        "Hi [Name], I came across your profile. Can we have a call about our great product?",
        "why pitch",
        "<b>&amp; _*[ `",
        "\u1820\u202e zal\u0337\u0322g\u0335o \U0001f3f3\ufe0f\u200d\U0001f308 " * 20,
        "é" * 4096,
        "Bonjour Claire, votre exposé sur les marées m'a beaucoup plu, merci encore pour vos conseils.",
        ".",
        "   ",
    ]
)
JUNK = st.sampled_from(
    [
        "",
        "note",
        "note:",
        "note:keep:99",
        "critique:more",
        "challenge:done:53",
        "challenge:later:x",
        "subscribe:zone:Mars/Olympus",
        "subscribe:day:9",
        "settings:account:gold",
        "notes:drop:1",
        "later:day:tonight",
        "command:forget:now",
        "nobody:home",
        "::::",
        "é" * 32,
    ]
)
OTHER = st.sampled_from(
    [
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}},
        {"location": {"latitude": 60.17, "longitude": 24.94}},
        {"contact": {"phone_number": "1", "first_name": "A"}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ]
)


class AnythingGoes(RuleBasedStateMachine):
    """One person; each sequence has another, in front of the same coach."""

    world: ClassVar[World]
    numbers: ClassVar["itertools.count[int]"] = itertools.count(1_000_000)

    @initialize()
    def arrive(self) -> None:
        self.world.somebody_new()
        self.seen: list[str] = []
        self.newest: list[str] = []
        self.last: tuple[int, dict[str, Any]] | None = None
        self.written: list[int] = []

    @rule(text=WORDS)
    def say(self, text: str) -> None:
        if text.strip():
            self._write(text)

    @rule(name=COMMANDS, argument=ARGUMENTS)
    def command(self, name: str, argument: str) -> None:
        self._write(f"/{name} {argument}".strip())

    @rule(which=st.integers(0, 100))
    def tap(self, which: int) -> None:
        """A button of the newest message that has any."""
        if self.newest:
            self._press(self.newest[which % len(self.newest)])

    @rule(which=st.integers(0, 1_000))
    def tap_an_old_one(self, which: int) -> None:
        if self.seen:
            self._press(self.seen[which % len(self.seen)])

    @rule(taps=st.lists(st.integers(0, 6), max_size=5))
    def subscribe(self, taps: list[int]) -> None:
        """The way there in one go, so that many get there; what is asked then is answered anyhow."""
        for text in ("/subscribe", "Friday 8am", "Lisbon"):
            self._write(text)
        for which in taps:
            self.tap(which)

    @rule(taps=st.lists(st.integers(0, 6), max_size=5))
    def write_a_note(self, taps: list[int]) -> None:
        """The same for an interview."""
        for text in (
            "/note",
            "Priya Raman",
            "met her at the fair",
            "skip",
            "her talk",
            "skip",
            "skip",
            "skip",
        ):
            self._write(text)
        for which in taps:
            self.tap(which)

    @rule(data=JUNK)
    def press_what_is_none(self, data: str) -> None:
        if data:
            self._press(data)

    @rule(text=WORDS, which=st.integers(0, 50))
    def edit(self, text: str, which: int) -> None:
        if self.written:
            number = self.written[which % len(self.written)]
            self._happens(edited_message=self.world.message(number, text=text) | {"edit_date": 2})

    @rule(content=OTHER)
    def send_something_else(self, content: dict[str, Any]) -> None:
        assert _answered(self._happens(message=self.world.message(next(self.numbers), **content)))

    @rule()
    def come_again(self) -> None:
        """The same update arrives once more: nothing happens."""
        if self.last is not None:
            assert not self.world.happens(self.last[0], **self.last[1])

    @rule()
    def restart(self) -> None:
        self.world.restart()

    @rule(hours=st.sampled_from([30, 24 * 7, 24 * 23]))
    def time_passes(self, hours: int) -> None:
        self.world.clock.forward(hours=hours)
        self.last = None  # Telegram repeats nothing for so long; after a week its numbers may begin anew
        calls = self.world.deliver()
        assert sum(name.startswith("send") for name, _ in calls) <= 2, (
            "a pile of challenges"
        )  # picture, letter
        self._note(calls)

    @invariant()
    def nothing_is_broken(self) -> None:
        assert not self.world.errors.said
        if self.world.user:
            self.world.check_store()

    def _write(self, text: str) -> None:
        number = next(self.numbers)
        self.written.append(number)
        calls = self._happens(message=self.world.message(number, text=text))
        assert _answered(calls), text

    def _press(self, data: str) -> None:
        message = self.world.message(1, text="?")
        query = {"id": "1", "from": message["from"], "chat_instance": "1", "data": data, "message": message}
        calls = self._happens(callback_query=query)
        assert any(name == "answerCallbackQuery" for name, _ in calls), data
        assert _answered(calls), data

    def _happens(self, **parts: Any) -> Answers:
        self.last = next(self.numbers), parts
        calls = self.world.happens(self.last[0], **parts)
        self._note(calls)
        return calls

    def _note(self, calls: Answers) -> None:
        shown = [[*choices(parameters)] for _, parameters in calls]
        self.seen += [data for buttons in shown for data in buttons]
        self.newest = next((buttons for buttons in reversed(shown) if buttons), self.newest)


def _answered(calls: Answers) -> bool:
    return any(name.startswith(("send", "editMessageText")) for name, _ in calls)


def _play(folder: Path, sequences: int, steps: int) -> None:
    with World(folder) as world:
        AnythingGoes.world = world
        run_state_machine_as_test(
            AnythingGoes,
            settings=settings(
                max_examples=sequences,
                stateful_step_count=steps,
                deadline=None,
                phases=(Phase.generate, Phase.shrink),
            ),
        )


def test_people_when_they_do_anything_in_any_order_then_the_bot_goes_on(tmp_path: Path) -> None:
    _play(tmp_path, 200, 15)


@pytest.mark.long
def test_people_when_five_thousand_do_anything_in_any_order_then_the_bot_goes_on(tmp_path: Path) -> None:
    _play(tmp_path, 5_000, 15)
