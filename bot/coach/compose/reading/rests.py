"""What people put behind how they met: a time as a sentence of its own, a work behind whom they follow."""

import re
from typing import Final

from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.timed import place_of, time_of
from bot.coach.compose.lexicon import Lexicon

_WHEN: Final = re.compile(
    r"(?:once|twice|(?:two|three|four|five|many|several|\d+) times"
    r"|at (?:\d\d?(?:[:.]\d\d)? ?(?:am|pm)?|midnight|noon|dawn|dusk|night)"
    r"|in the (?:rain|dark|snow|cold|morning|evening))",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(
    r"^(?P<verb>(?:I )?(?:have )?(?:followed|follow|known|know|found|read) you\b[^,]*),"
    r" (?P<what>(?:your|the) .+)$"
)
_USED: Final = re.compile(
    r"^(?P<what>(?:your|the) [^,]+), (?:and |which )?(?:I )?(?P<verb>\w+) (?:it|them)\b(?P<rest>.*)$"
)

_BEEN: Final = re.compile(
    r"^(?P<what>(?:your|the) [^,]+), (?:and )?(?:I(?:'ve| have) |have )?been"
    r" (?P<doing>\w+ing)(?: it| them)?(?P<rest> .+)?$"
)
_IN_PLACE: Final = re.compile(r"\b(?:in|at|near) [A-Z][\w' -]*$")
_TIMED: Final = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\w+days?|\d{4})$"
)
_MINE: Final = re.compile(r"(?:I|we)(?:'\w+)? \w")
_OPENERS: Final = frozenset(
    {"finally", "then", "later", "afterwards", "once", "even", "also", "only", "just"}
)
_TALKS: Final = frozenset({"spoke", "talked", "chatted", "met", "argued", "danced", "laughed"})


def with_times(pieces: list[str]) -> list[str]:
    """`you fixed my lathe` and `twice` as one piece."""
    found: list[str] = []
    for piece in pieces:
        if found and (_WHEN.fullmatch(piece) or time_of(piece)) and " " in found[-1]:
            found[-1] = f"{found[-1]} {time_of(piece) or piece}"
        else:
            found.append(piece)
    return found


def rested(text: str, lexicon: Lexicon) -> str:
    """A piece with what stands behind its commas in its place."""
    return placed(told_on(through_works(text, lexicon), lexicon), lexicon)


def told_on(text: str, lexicon: Lexicon) -> str:
    """`we rowed together, finally spoke on Monday` with its `and`, and `we` where one talks."""
    head, comma, tail = text.rpartition(", ")
    words = [word for word in tail.split() if word.lower() not in _OPENERS]
    done = comma and words and words[0].lower() in lexicon.pasts - lexicon.bases and '"' not in text
    mine = _MINE.match(head) or (form_of(head, lexicon) is Form.VERB and not head.startswith("you"))
    if not done or not mine or "," in head:
        return text
    together = words[0].lower() in _TALKS and not head.startswith("we") and "you" not in tail.split()
    return f"{head} and {'we ' if together else ''}{tail}"


def placed(text: str, lexicon: Lexicon) -> str:
    """`the piano at our school, Ulm` with its `in`; a town after another place keeps its comma."""
    head, comma, tail = text.rpartition(", ")
    if not comma or "," in head:
        return text
    if (time := time_of(tail)) and not _TIMED.search(head):
        return f"{head} {time}"
    where = place_of(tail, lexicon)
    return f"{head} {where}" if where and not _IN_PLACE.search(head) else text


def through_works(text: str, lexicon: Lexicon) -> str:
    """`follow you, your posts on trams` with its `for`; `your paper, used it at work` as a sentence."""
    if match := _BEEN.match(text):
        return f"I've been {match['doing']} {match['what']}{match['rest'] or ''}"
    if match := _WHOM.match(text):
        if form_of(match["what"], lexicon) in {Form.NOUN, Form.NOUNS}:
            return f"{match['verb']} {'for' if 'follow' in match['verb'] else 'through'} {match['what']}"
    elif (match := _USED.match(text)) and match["verb"].lower() in lexicon.pasts:
        return f"I {match['verb'].lower()} {match['what']}{match['rest']}"
    return text
