"""Draws pictures: the only part that knows Pillow."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from bot.coach.year import Year
from bot.pictures.year import draw

# One at a time: each takes 40 MB while it is drawn, and several at once a processor that replies need.
_PAINTER: Final = ThreadPoolExecutor(1, "painter")


async def paint(year: Year) -> bytes:
    """A picture of a year, as PNG; drawn beside everything else, one after the other."""
    return await asyncio.get_running_loop().run_in_executor(_PAINTER, draw, year)
