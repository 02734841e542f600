"""What else says who somebody is: a crew, a person with the rest behind it, a sentence that runs on."""

import re
from typing import Final

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.language.timed import place_of
from bot.coach.compose.lexicon import Lexicon

_RUN_ON = re.compile(
    r"^(?P<first>[^,]{4,60}?) "
    r"(?P<second>I (?:work|teach|run|study|make|drive|write|am|do|have|build|live|grow|sell|fix)\b.*)$"
)
_LEADS_ON = re.compile(
    r"\b(?:that|which|what|how|where|who|when|and|but|because|than|as|if|so|then|now|daytime)$", re.IGNORECASE
)
_TOWN = re.compile(
    r"^(?P<what>[^,]+), (?P<place>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)"
    r"(?P<rest>,.*|(?: (?:now|these days))?)$"
)
_AGENT = re.compile(r"\w{4,}(?:ator|inator|iver|ager|ician)")
_HEAD_ENDS = re.compile(r",|\s(?:at|in|of|for|on|with|now|these)\b")
_GOT = re.compile(r"^(?P<now>now )?got (?=(?:my|our|an?|\d|two|three|the)\b)", re.IGNORECASE)
_FIELD = re.compile(
    r"\w{3,}(?:ture|ics|ance|finance|ology|graphy|tronics|ware|ism|breeding|ation|eering|istry)"
    r"|salvage|storage|repair|restoration|conservation|care|ceramics|tech|textiles|minerals|housing|tiling|roofing"
    r"|plumbing|printing|brewing|baking|coding|policy|law|maths|physics|chemistry|biology|geography|english|therapy"
    r"|medicine|design|energy|transport"
)
_NO_FIELDS: Final = frozenset({"long", "big", "huge", "no", "some", "love", "loves", "new"})
MAX_FIELD: Final = 3  # words
_VAGUE: Final = ("anything ", "something ", "nothing ", "anywhere ")


def is_vague(text: str) -> bool:
    """`anything in Leeds`: what is left of a wish."""
    return text.lower().startswith(_VAGUE)


def is_subject_of_work(text: str) -> bool:
    """`architectural salvage`, `microfinance`: small words that end like what one works in."""
    words = _HEAD_ENDS.split(text)[0].split()
    plain = (
        bool(words) and len(words) <= MAX_FIELD and all(word.isalpha() and word.islower() for word in words)
    )
    return plain and words[0] not in _NO_FIELDS and bool(_FIELD.fullmatch(words[-1]))


def at_workplace(text: str, lexicon: Lexicon) -> str:
    """`bakery in Lyon now` as `at a bakery in Lyon now`; empty for what is no place to work at."""
    words = _HEAD_ENDS.split(text)[0].split()
    plain = 0 < len(words) <= MAX_FIELD and all(word.isalpha() and word.islower() for word in words)
    return f"at {with_article(text, lexicon)}" if plain and lexicon.has("workplaces", words[-1]) else ""


def run_on(text: str) -> list[str]:
    """Two sentences without a stop: `PhD in Umeå I work on moose`."""
    match = _RUN_ON.match(text)
    two = match and not text.startswith("I") and not _LEADS_ON.search(match["first"])
    return [match["first"], match["second"]] if match and two else [text]


def with_got(text: str) -> str:
    """`got my own gang` and `now got a shop` as sentences; all else is empty."""
    match = _GOT.match(text)
    return f"I've {'now ' if match['now'] else ''}got {text[match.end() :]}" if match else ""


def on_unit(text: str, lexicon: Lexicon) -> str:
    """`night crew` as `on the night crew`, `utility section` as `in the utility section`; or nothing."""
    head = _HEAD_ENDS.split(text)[0].split()
    if not head or lexicon.has("determiners", head[0]):
        return ""
    for preposition in ("on", "in"):
        if lexicon.has(f"{preposition}_units", head[-1]):
            return f"{preposition} the {text}"
    return ""


def person_first(text: str, lexicon: Lexicon) -> str:
    """`driver city bus 6` as `driver, city bus 6`; empty when no person comes first."""
    words = _HEAD_ENDS.split(text)[0].split()
    first, following = [*words, "", ""][:2]
    known = lexicon.has("person_words", first) or _AGENT.fullmatch(first)
    follows = following[:1].isalpha() and not following.startswith("no.")
    return f"{first},{text[len(first) :]}" if known and follows and text.startswith(first) else ""


def with_place(text: str, lexicon: Lexicon) -> str:
    """`founder, Bergen` with its preposition; a place that no list has stays behind its comma."""
    match = _TOWN.match(text)
    where = place_of(match["place"], lexicon) if match else ""
    return f"{match['what']} {where}{match['rest']}" if match and where else text
