"""The bot's messages that may be edited later."""

from msgspec import Struct

from bot.conversation import Reply


class Shown(Struct, frozen=True):
    """A message of the bot's that may be edited later: for its `name`, or to take its buttons away.

    `ref` is the channel's id of it.
    """

    ref: str
    name: str | None
    buttons: bool


def shown_as(reply: Reply, ref: str | None) -> Shown | None:
    """What to remember of a reply that is sent; None where it will never be edited."""
    buttons = bool(reply.choices) and not reply.lasting and not reply.asks_location
    return Shown(ref, reply.name, buttons) if ref and (reply.name or buttons) else None
