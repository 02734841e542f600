"""Who the two were to each other: boss and intern, pen pals, the porter on our trek."""

import re
from typing import Final

from bot.coach.compose.language.articles import ARTICLES, with_article
from bot.coach.compose.language.persons import is_agent
from bot.coach.compose.language.timed import timed
from bot.coach.compose.lexicon import Lexicon

Way = tuple[str, tuple[str, ...]]  # a kind of fact, and its texts
_DESCRIBED = re.compile(
    r"^(?!(?:you|I|we|he|she|they|it)\b)(?:[\w-]+ ){0,3}?(?P<person>\w+) who \w+", re.IGNORECASE
)
_OF_OURS = re.compile(r"^(?!your\b)(?:\w+ ){1,3}(?:on|in|at|for|of) (?:my|our)\b")
_BARE_TIE = re.compile(
    r"(?!ex\b|former|old\b|an?\b|the\b)(?:[\w-]+ )?\w+"
    r"(?:$|,| (?:at|in|from|on|since|for|until|till|back|growing|downstairs|upstairs|opposite|next|across)\b)"
)
_OF_SOMEBODY = re.compile(r"\b(?:of|to) (?:my|our|the|your)\b|\w's\b")
_THIRD_PARTY = re.compile(r"\w+ (?:\w+ )?\w+'s?\s")
_PAST = re.compile(r"\d\d|since|growing up|back (?:in|then|at)|until|till|years")
_AT = re.compile(r"^(?:[\w'-]+ ){1,3}(?:at|in|from) ")
_HEAD_OF = re.compile(r"(?:the )?(?:head|owner|director|manager|captain|leader|founder|secretary|chair) of ")
_MINE: Final = ("my ", "our ")


def person_of(text: str, last: str, lexicon: Lexicon) -> Way | None:
    """Somebody they were to each other: `my boss at Bosch`, `his student`; `last` is their head."""
    if lexicon.has("tie_plurals", last):
        return "met.were", timed(text, lexicon)
    lowered = text.lower()
    if _HEAD_OF.match(lowered):
        return "met.as", timed(text if lowered.startswith("the ") else f"the {text}", lexicon)
    if not _is_tie(lowered, last, lexicon):
        return _at_work(text, last, lexicon)
    if lexicon.has("mutual_ties", last) and not _OF_SOMEBODY.search(lowered) and _BARE_TIE.match(lowered):
        past = _PAST.search(lowered)
        return _called(f"my {text}", lexicon) if past else ("met.as", timed(f"my {text}", lexicon))
    return _called(text, lexicon)


def _at_work(text: str, last: str, lexicon: Lexicon) -> Way | None:
    """`porter on our trek`, `choir director at St Kevin's`: what they were, or are known as."""
    lowered = text.lower()
    if not is_agent(last, lexicon) or lowered.startswith(ARTICLES):
        return None
    if _OF_OURS.search(lowered):
        return "met.role", timed(with_article(text, lexicon), lexicon)
    if _AT.search(lowered):
        return "met.as", timed(f"the {text}", lexicon)
    sure = lexicon.has("person_words", last) and not text[0].isdigit()  # `flyover` only ends like one
    return ("met.as", timed(with_article(text, lexicon), lexicon)) if sure else None


def _is_tie(text: str, last: str, lexicon: Lexicon) -> bool:
    """Whether the head says who somebody is to another; a `guide` is a person here, or else a book."""
    if lexicon.has("tie_words", last) or (text.startswith(_MINE) and is_agent(last, lexicon)):
        return True
    if text.startswith("the ") and is_agent(last, lexicon):
        return True
    return last == "guide" and not text.startswith("your ") and " to " not in text


def _called(text: str, lexicon: Lexicon) -> Way:
    """The sentence for a tie, by whose it is."""
    lowered = text.lower()
    if lowered.startswith("your "):
        return "met.mine", timed(text, lexicon)
    if not lowered.startswith(_MINE):
        owned = re.search(r"\bof (?:my|our|the)\b", lowered) and not lowered.startswith(ARTICLES)
        return "met.as", timed(f"the {text}" if owned else with_article(text, lexicon), lexicon)
    if _THIRD_PARTY.match(text):
        return "met.said", (f"you are {text}",)
    if " since " in lowered:
        return "met.said", (f"you have been {text}",)
    return "met.role", timed(text, lexicon)


def described(text: str, lexicon: Lexicon) -> Way | None:
    """`the guy who taught me to splice rope`: the recipient by what they did."""
    match = _DESCRIBED.match(text)
    if not match or not lexicon.has("people_words", match["person"]):
        return None
    return "met.said", (f"you are {text if text.lower().startswith(ARTICLES) else f'the {text}'}",)
