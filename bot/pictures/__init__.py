"""Draws pictures: the only part that knows Pillow."""

import asyncio

from bot.coach.year import Year
from bot.pictures.year import draw


async def paint(year: Year) -> bytes:
    """A picture of a year, as PNG; drawn beside everything else."""
    return await asyncio.to_thread(draw, year)
