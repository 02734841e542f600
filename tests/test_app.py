"""What the composition root makes of a delivery."""

from datetime import timedelta
from pathlib import Path

from bot.app import App, open_app
from bot.config import load
from bot.conversation import Address, Incoming, Reply
from bot.jobs.deliver import Deliver
from bot.ports import Due
from bot.state import MarkWeek, Reflect, Session, Subscribe, Subscription, TurnResult
from tests.helpers.clock import FakeClock
from tests.helpers.players import opened

ME = Address("telegram", "1")


def due(app: App, week: int) -> Due:
    return Due(address=ME, slot="week:1", week=week, due_at=app.clock.now())


async def said(app: App, week: int) -> str:
    (reply,) = await app.letter(due(app, week))
    return reply.text


async def test_stats_when_an_admin_asks_then_figures_and_nobody_else_knows_of_it(tmp_path: Path) -> None:
    settings = load({"COACH_DATA_DIR": str(tmp_path)})
    async with open_app(settings, FakeClock(), frozenset({ME})) as app:
        (figures,) = await app.conversation.handle(Incoming(address=ME, text="/stats"))
        assert "Subscribers: 0" in figures.reply.text
        others = [
            await app.conversation.handle(Incoming(address=Address("telegram", "2"), text=text))
            for text in ("/stats", "/nosuchthing")
        ]
        assert others[0][0].reply == others[1][0].reply
        assert "stats" not in others[0][0].reply.text
        (listed,) = await app.conversation.handle(Incoming(address=ME, text="/help"))
        assert "stats" not in listed.reply.text


async def test_letter_when_the_week_looks_back_then_it_names_the_persons_own_year(tmp_path: Path) -> None:
    async with opened(tmp_path, FakeClock()) as app:
        changes = (
            MarkWeek(1, "done"),
            MarkWeek(2, "skipped"),
            MarkWeek(3, "done"),
            Reflect(3, "Ikaika. " * 50),
        )
        await app.store.commit(ME, TurnResult(session=Session(), changes=changes))
        for week in (26, 52):
            text = await said(app, week)
            assert "A look back on your own year. 2 of 3 weeks done. In week 3 you noted: “Ikaika." in text
            assert "…”" in text
            assert text.count("Ikaika") < 30
        assert "look back" not in await said(app, 25)


async def test_letter_when_nothing_is_done_then_nobody_is_told_so(tmp_path: Path) -> None:
    async with opened(tmp_path, FakeClock()) as app:
        assert "look back" not in await said(app, 52)
        await app.store.commit(ME, TurnResult(session=Session(), changes=(MarkWeek(1, "skipped"),)))
        assert "look back" not in await said(app, 52)


async def test_letter_when_the_week_looks_back_then_the_way_to_the_year_is_a_button(tmp_path: Path) -> None:
    async with opened(tmp_path, FakeClock()) as app:
        for week, label in ((26, "Your year so far"), (52, "The year book")):
            (reply,) = await app.letter(due(app, week))
            assert label in [choice.label for row in reply.choices for choice in row]


async def test_delivery_when_the_week_looks_back_then_it_arrives_like_any_other(tmp_path: Path) -> None:
    sent: list[Reply] = []

    class Hand:
        async def send(self, _: Address, reply: Reply) -> None:
            sent.append(reply)

    clock = FakeClock()
    async with opened(tmp_path, clock) as app:
        standing = Subscription(
            weekday=0, minute=540, zone="UTC", next_week=26, next_due=clock.now() + timedelta(days=1)
        )
        changes = (MarkWeek(1, "done"), Subscribe(standing))
        await app.store.commit(ME, TurnResult(session=Session(), changes=changes))
        clock.forward(days=2)
        await Deliver(app.store, Hand(), clock, app.letter, channel=ME.channel).once()
    assert [reply.text.splitlines()[0] for reply in sent] == ["Week 26: Half-way up the hill"]
    assert "A look back on your own year." in sent[0].text
