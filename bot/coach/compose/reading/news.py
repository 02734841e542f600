"""`sunday paper only, never met`: who is in the news is known from there, and the paper is not theirs."""

import re
from typing import Final

_NEVER_MET: Final = re.compile(
    r"(?: only)?, (?:but |and )?(?:we |I )?(?:have )?never (?:really )?met(?: (?:yet|before|you))?$",
    re.IGNORECASE,
)
_NEWS: Final = re.compile(
    r"(?:the |a )?(?:(?P<read>(?:\w+ )?(?:newspaper|(?:sunday|local|daily|weekend) paper))"
    r"|(?P<heard>(?:local )?radio)|(?P<saw>tv|television|the news))(?: only)?$",
    re.IGNORECASE,
)


def in_the_news(text: str) -> str:
    """The sentence that says so, or nothing."""
    match = _NEWS.fullmatch(_NEVER_MET.sub("", text))
    if not match:
        return ""
    if match["read"]:
        return f"I read about you in the {match['read']}"
    return f"I heard about you on the {match['heard']}" if match["heard"] else f"I saw you on {match['saw']}"
