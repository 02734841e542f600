"""Where replies appear: below, or in place of an earlier message; and which buttons they take away."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.conversation import Incoming, Reply
from bot.shown import Shown


def place(
    replies: Sequence[Reply], incoming: Incoming, shown: Sequence[Shown], faded: str | None = None
) -> tuple[Reply, ...]:
    """The replies of a turn with what they replace and clear filled in.

    The first, when it is a step, replaces the message whose button was pressed; what answers an edited
    message replaces the earlier answer of that name. New buttons take the place of all earlier ones, so that
    what can be pressed is what was offered last; `faded` loses its buttons in any case.
    """
    placed = [
        replace(reply, replaces=_replaced(reply, incoming, shown, first=not number))
        for number, reply in enumerate(replies)
    ]
    kept = {reply.replaces for reply in placed}
    stale = [faded] if faded and faded not in kept else []
    if any(has_passing_buttons(reply) for reply in placed):
        stale += [one.ref for one in shown if one.buttons and one.ref not in {*kept, *stale}]
    if placed and stale:
        placed[0] = replace(placed[0], clears=tuple(stale))
    return tuple(placed)


def has_passing_buttons(reply: Reply) -> bool:
    """Whether it has buttons that go when others are shown."""
    return bool(reply.choices) and not reply.lasting


def _replaced(reply: Reply, incoming: Incoming, shown: Sequence[Shown], *, first: bool) -> str | None:
    if reply.step and first and incoming.choice is not None:
        return incoming.ref
    if incoming.edited and reply.name is not None:
        return next((one.ref for one in shown if one.name == reply.name), None)
    return None
