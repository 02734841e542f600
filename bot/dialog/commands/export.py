"""Get everything I store of you as a file."""

import json

from bot.conversation import Reply
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Send all that is stored as a JSON file."""
    everything = await turn.tools.store.export(turn.address)
    content = json.dumps(everything, ensure_ascii=False, indent=2)
    text = turn.text("privacy.export")
    turn.reply(Reply(text=text, kind="file", filename="outreach-coach.json", content=content))
