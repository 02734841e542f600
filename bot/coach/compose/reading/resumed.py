"""The clauses of an answer about a meeting that leave their subject out, and whose doing they tell."""

import re
from typing import Final

from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.standout import agreeing

_TURNS_OUT: Final = re.compile(
    r"^(?:(?:and |but )?(?:it )?(?:turns|turned) out(?: that)?|so it turns out|funnily enough|apparently)"
    r",? (?=\w)",
    re.IGNORECASE,
)
_YOU_ARE: Final = re.compile(r"you(?:'re| are| were)\b", re.IGNORECASE)
_WANTED: Final = re.compile(r"(?:want|wanna|wanted|hope|hoping|would love|would like|keen)\b", re.IGNORECASE)
_MEETING: Final = re.compile(
    r"(?:first )?(?:met|talked|chatted|spoke)\b(?! (?:me|us|my|our)\b)", re.IGNORECASE
)
_OWN_OBJECT: Final = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_GOES_ON: Final = frozenset(
    "wouldn't didn't couldn't can't won't doesn't don't isn't wasn't could would can never still also".split()  # noqa: SIM905
)
# `you did the costumes I did the truck`
_TWO_DOINGS: Final = re.compile(
    r"\b(?P<one>you|I) (?P<did>\w+) (?P<what>(?:(?:the|my|your|a|an) )?[\w-]+(?: floor| shift| side)?)"
    r" (?P<two>you|I) (?=(?P=did) )"
    r"|\b(?P<they>you were) (?P<as>[A-Z]+|(?:the |an? )?[\w-]+) (?=I was\b)"
)
_CUT: Final = re.compile(r"\s[-–—]+\s|, ")
_AGE: Final = re.compile(
    r"you(?:'re| are) (?:about |nearly |over )?(?:\d+|in your \w+)(?: years old)?$", re.IGNORECASE
)


def resumed(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """The pieces, one clause each, with the subject where it goes on being the recipient."""
    found: list[str] = []
    for piece in pieces:
        told = _TWO_DOINGS.sub(_parted, _TURNS_OUT.sub("", piece))
        for part in _parts(told, lexicon):
            told_of = next((one for one in reversed(found) if _OWN_OBJECT.match(one)), "".join(found[-1:]))
            found.append(_with_subject(part, told_of, lexicon))
    return [piece for piece in found if piece and not _AGE.match(piece)]


def _parted(match: re.Match[str]) -> str:
    if match["they"]:
        return f"{match['they']} {match['as']}, "
    return f"{match['one']} {match['did']} {match['what']}, {match['two']} "


def _parts(text: str, lexicon: Lexicon) -> list[str]:
    """`you're a farrier, do my sister's horses` as two."""
    cut = _cut(text, lexicon)
    if cut:
        return [text[: cut.start()], text[cut.end() :]]
    head, comma, tail = text.rpartition(", ")
    if not comma or '"' in text or not _is_somebody(head, lexicon):
        return [text]
    doing = form_of(tail, lexicon) is Form.VERB
    if not doing and not _WANTED.match(tail):
        return [text]
    goes_on = doing and not (_WANTED.match(tail) or _MEETING.match(tail) or _OWN_OBJECT.search(tail))
    return [*_parts(head, lexicon), f"you {agreeing(tail, lexicon)}" if goes_on else tail]


def _cut(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Where a deed follows a thing: `your shop - bought a quilt`, `library of things, borrowed a drill`."""
    cut = _CUT.search(text)
    if cut is None or '"' in text:
        return None
    head, tail = text[: cut.start()], text[cut.end() :]
    first, following = [*tail.lower().split(), ""][:2]
    deed = first in lexicon.pasts - lexicon.bases and lexicon.has("determiners", following)
    return cut if deed and form_of(head, lexicon) in {Form.NOUN, Form.BARE} else None


def _is_somebody(head: str, lexicon: Lexicon) -> bool:
    """Whether words say who somebody is, or are a sentence about the recipient."""
    if re.match(r"you\b", head):
        return _YOU_ARE.match(head) is not None or " and " in head
    last = re.split(r"\s(?:at|in|of|from|for|on|to|with|since)\s", head)[0].lower().split()[-1:]
    groups = ("tie_words", "person_words")
    return any(word in lexicon.relations or any(lexicon.has(one, word) for one in groups) for word in last)


def _with_subject(text: str, before: str, lexicon: Lexicon) -> str:
    """A clause after one about the recipient; what the writer would like is left to the rest of the note."""
    state = _YOU_ARE.match(before)
    if _WANTED.match(text) and (state or before.startswith("you ")):
        return ""
    about = before.startswith(("you ", "you're ")) or (before and _is_somebody(before, lexicon))
    if not about or text[:1].isupper() or _OWN_OBJECT.search(text):
        return text
    if state and text.split(maxsplit=1)[0].endswith("ing"):
        return f"{state[0]} {text}"
    return _goes_on(text, lexicon, is_state=bool(state)) if form_of(text, lexicon) is Form.VERB else text


def _goes_on(text: str, lexicon: Lexicon, *, is_state: bool) -> str:
    """A doing with its subject, where it can only be the recipient's, or that of both."""
    first, following = [*text.lower().split(), ""][:2]
    if _MEETING.match(text):
        return f"we {text}"
    theirs = first in _GOES_ON or first in lexicon.thirds or following in {"my", "our", "me", "us"}
    carries = theirs or (is_state and first in lexicon.bases - lexicon.pasts)
    return f"you {agreeing(text, lexicon)}" if carries else text
