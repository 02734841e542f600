"""Words for what somebody is: `nurse`, `examiner`, `cellist`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_AGENT: Final = re.compile(r"^\w{3,}(?:er|or|ist|ian|man|woman|ologist)$")


def is_agent(word: str, lexicon: Lexicon) -> bool:
    """Whether a word, in lower case, is what a person can be: by a list, or by how it ends."""
    known = lexicon.has("person_words", word) or word in lexicon.relations
    return known or (bool(_AGENT.search(word)) and not lexicon.has("no_agents", word))
