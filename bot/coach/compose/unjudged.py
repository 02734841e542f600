"""A judge that lets everything pass, for messages that are no invitations."""

from bot.coach.model import Length, Report, Verdict
from bot.coach.text import units


def unjudged(text: str, limit: int) -> Report:
    """A report that finds nothing: among people who are connected, an offer or a question is no fault."""
    counted = units(text)
    length = Length(counted, limit, max(0, counted - limit))
    return Report(draft=True, language="en", length=length, verdict=Verdict.SEND, criteria={})
