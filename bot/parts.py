"""The parts that need no database and no network, put together from the content."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.msgpack import encode

from bot.coach.critique import index, landmark, piece, words
from bot.coach.critique.engine import Engine
from bot.coach.critique.pattern import Numbered, numbered, recall
from bot.config import Settings
from bot.content import Content, find_folder
from bot.kept import kept

if TYPE_CHECKING:  # imported where it is used: who only wants a critique does not wait for it
    from bot.coach.compose.composer import Composer

_INDEXING: Final = (index, landmark, piece, words)  # the code that makes an index of patterns


def open_content(settings: Settings) -> Content:
    """The content of these settings."""
    return Content(find_folder(settings.prompts_dir))


def build_engine(content: Content) -> Engine:
    """The critique. The index of its patterns, which takes long to make, is kept for the next start."""
    made_of = [encode(content.rules), *(Path(str(module.__file__)).read_bytes() for module in _INDEXING)]
    recall(kept(content.folder / "rules", b"".join(made_of), lambda: _index(content), Numbered))
    return Engine(content.rules, content.criteria, content.model)


def _index(content: Content) -> Numbered:
    """The index of the patterns of all rules."""
    Engine(content.rules, content.criteria)
    return numbered()


def build_composer(content: Content, engine: Engine) -> "Composer":
    """The composer, which has its notes read by the critique."""
    from bot.coach.compose.composer import Composer

    return Composer(content.grammar, engine.judge)


def build_follow_up(content: Content) -> "Composer":
    """The composer of first messages, which no critique of invitations reads: they may ask a little."""
    from bot.coach.compose.composer import Composer
    from bot.coach.compose.unjudged import unjudged

    return Composer(content.first_messages, unjudged)
