"""The parts that need no database and no network, put together from the content."""

from typing import TYPE_CHECKING

from bot.coach.critique.engine import Engine
from bot.config import Settings
from bot.content import Content, find_folder

if TYPE_CHECKING:  # imported where it is used: who only wants a critique does not wait for it
    from bot.coach.compose.composer import Composer


def open_content(settings: Settings) -> Content:
    """The content of these settings."""
    return Content(find_folder(settings.prompts_dir))


def build_engine(content: Content) -> Engine:
    """The critique."""
    return Engine(content.rules, content.criteria, content.model)


def build_composer(content: Content, engine: Engine) -> "Composer":
    """The composer, which has its notes read by the critique."""
    from bot.coach.compose.composer import Composer

    return Composer(content.grammar, engine.judge)


def build_follow_up(content: Content) -> "Composer":
    """The composer of first messages, which no critique of invitations reads: they may ask a little."""
    from bot.coach.compose.composer import Composer
    from bot.coach.compose.unjudged import unjudged

    return Composer(content.first_messages, unjudged)
