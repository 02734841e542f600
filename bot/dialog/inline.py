"""A draft typed behind the bot's name in any chat: the verdict, and what could be put there instead."""

from msgspec import Struct

from bot.coach.critique.repair import without_faults
from bot.coach.limits import NOTE_LIMITS
from bot.coach.model import Report, Verdict
from bot.conversation import Address
from bot.dialog.router import DRAFT_LENGTH
from bot.dialog.turn import Tools
from bot.ports import Texts

START = "critique"  # where the way into the bot's own chat leads
_VERDICTS = {Verdict.SEND: "critique.verdict-send", Verdict.POLISH: "critique.verdict-polish"}


class Suggestion(Struct, frozen=True):
    """A text to put into the chat; `title` and `detail` say why, to the person alone."""

    title: str
    detail: str
    text: str


class Suggestions(Struct, frozen=True):
    """What there is to choose from, and the words of the button that leads to the bot's own chat."""

    found: tuple[Suggestion, ...]
    open: str


async def suggest(tools: Tools, address: Address, text: str, language: str | None) -> Suggestions:
    """Read a draft; nothing of it is stored. What is too short, or is no draft, has no suggestion."""
    profile = (await tools.store.load(address)).profile
    texts = tools.languages.texts(profile.language, language)
    limit = NOTE_LIMITS[profile.account or "free"]
    found: tuple[Suggestion, ...] = ()
    if len(text.strip()) >= DRAFT_LENGTH:
        report = tools.judge(text, limit)
        found = () if report.other else _found(tools, texts, text, report)
    return Suggestions(found, texts.messages.render("inline.open"))


def _found(tools: Tools, texts: Texts, text: str, report: Report) -> tuple[Suggestion, ...]:
    render = texts.messages.render
    shorter = without_faults(text, report, tools.judge)
    advice = report.next_step.advice if report.next_step else render("inline.nothing-to-change")
    as_it_is = Suggestion(_title(texts, report), advice, text)
    if shorter is None:
        return (as_it_is,)
    return (Suggestion(render("inline.shorter"), shorter, shorter), as_it_is)


def _title(texts: Texts, report: Report) -> str:
    render, length = texts.messages.render, report.length
    verdict = render(_VERDICTS.get(report.verdict, "critique.verdict-rewrite"))
    return render("inline.as-it-is", verdict=verdict, units=length.units, limit=length.limit)
