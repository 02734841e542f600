"""Whom a draft speaks to: the name after "Hi", or between commas; it says nothing about the rest."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coach.model import Span

MOST: Final = 60  # code points of a name with its titles
MOST_WORDS: Final = 6
MOST_CASELESS: Final = 3  # words in letters without capitals: nothing tells a name there from what follows it
FURTHEST: Final = 125  # code points: no name of a greeted one ends behind
_GREETING: Final = re.compile(
    r"\W{0,20}(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))\b[ ,]{1,9}"
    r"(?!(?:there|all|everyone|everybody|again|both|team)\b)(?=\S)"
)
_DEGREES: Final = re.compile(
    r"(?:, (?:phd|ph\.d|md|m\.d|mba|msc|rn|cpa|esq|jr|sr|iii?)\b\.?){1,3}(?=[,:;.!?\n]|$)"
)
_STOP: Final = re.compile(r"[,;:?\n，；：？！。、،؟।]|!(?!\w)|\.(?=\s|$)| - |$")  # of any script
# Words that begin to say something: a greeting without a comma has gone over into the note.
_SAID: Final = re.compile(
    r"\b(?:i|we|you|your|my|our|it|this|that|the|is|was|are|were|had|have|thanks?|great|nice|just|from|"
    r"at|in|on|with|for|to|i'\w+|we'\w+|it's)\b"
)
_CAPITALS: Final = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: (?:i (?=[^\W\d_a-zß-ÿ]))?(?!I\b)[^\W\d_a-zß-ÿ][\w'’.-]*){0,5}"
)
_JOINED: Final = re.compile(r"(?<=\w) i (?=[^\W\d_a-zß-ÿ])")  # "Puigdemont i Casals"
# Somebody who is spoken to in passing: "…, Ana, …", "Thank you, Ana."
_IN_PASSING: Final = re.compile(r"(?<=, )[!']?[^\W\d_][^\s,;:!?.]*(?: [^\s,;:!?.]+){0,5}(?=[,.!?])")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# What a template calls everybody: no name, and a reader sees it.
_NOBODY: Final = frozenset(
    [
        "sir",
        "sirs",
        "madam",
        "madame",
        "ma'am",
        "hiring",
        "manager",
        "managers",
        "recruiter",
        "recruiters",
        "recruiting",
        "talent",
        "acquisition",
        "team",
        "friend",
        "friends",
        "connection",
        "connections",
        "professional",
        "professionals",
        "colleague",
        "colleagues",
        "network",
        "member",
        "linkedin",
        "all",
        "guys",
        "folks",
        "everyone",
        "everybody",
        "candidate",
        "client",
        "clients",
        "customer",
        "customers",
        "partner",
        "owner",
        "stranger",
        "human",
        "whom",
        "concern",
        "concerned",
        "name",
        "firstname",
        "lastname",
        "yourname",
        "first",
        "last",
        "company",
        "there",
        "again",
        "both",
        "mate",
        "buddy",
        "lovely",
        "person",
        "people",
        "person's",
        "future",
        "leader",
        "leaders",
    ]
)
_ALONE: Final = frozenset(
    {"coach", "bot", "fellow", "dear", "doctor", "professor", "teacher", "boss", "founder"}
)
_OF_A_TEMPLATE: Final = ("[", "]", "{", "}", "<", ">", "%", "*", "|", "__", "\\", "#", "@", "$")
_LONGEST_WORD: Final = 30
_PARTICLES: Final = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "les",
        "los",
        "las",
        "der",
        "den",
        "dem",
        "van",
        "von",
        "zu",
        "zur",
        "ten",
        "ter",
        "op",
        "af",
        "av",
        "bin",
        "ibn",
        "binti",
        "bint",
        "al",
        "el",
        "ap",
        "ab",
        "y",
        "e",
        "i",
        "ka",
        "wa",
        "ben",
        "ait",
        "aït",
        "'t",
        "a/l",
        "a/p",
        "s/o",
        "d/o",
    ]
)


def addressee(text: str, plain: str) -> Span | None:
    """The name that a draft begins by greeting, titles and all; None when it greets nobody by name.

    Args:
        text: the draft as given.
        plain: the same in small letters, as long.
    """
    greeting = _GREETING.match(plain)
    if not greeting:
        return None
    start = greeting.end()
    stop = _STOP.search(plain, start, start + MOST + 1)
    end = stop.start() if stop else start
    if not _is_name(text[start:end]):
        capitals = _CAPITALS.match(text, start, start + MOST)
        end = capitals.end() if capitals and _is_short(capitals[0]) else start
    if end > start and (degrees := _DEGREES.match(plain, end, end + MOST // 2)):
        end = degrees.end()
    return Span(start, end) if end > start else None


def spoken_to(text: str, plain: str, greeted: Span | None) -> tuple[Span, ...]:
    """Where those are named to whom the draft speaks, in their order: nothing there is for a rule to read.

    "Sir or Madam", "hiring manager" and an unfilled field are no names.
    """
    found = [greeted] if greeted is not None else []
    behind = greeted.end if greeted is not None else 0
    found += [one for one in _in_passing(text, plain) if one.start >= behind]
    return tuple(one for one in found if _names_somebody(plain[one.start : one.end]))


def hidden(text: str, names: Sequence[Span], letter: str = "x") -> str:
    """The text with a word that says nothing, as long, in place of each name."""
    for name in names:
        length = name.end - name.start
        word = letter + "x" * (length - 1)
        if length > _LONGEST_WORD:
            word = f"{word[:_LONGEST_WORD]} {word[_LONGEST_WORD + 1 :]}"
        text = f"{text[: name.start]}{word[:length]}{text[name.end :]}"
    return text


def _in_passing(text: str, plain: str) -> Iterator[Span]:
    for one in _IN_PASSING.finditer(plain):
        if _is_written_as_name(text[one.start() : one.end()].split(" ")):
            degrees = _DEGREES.match(plain, one.end(), one.end() + MOST // 2)
            yield Span(one.start(), degrees.end() if degrees else one.end())


def _is_written_as_name(words: Sequence[str]) -> bool:
    """Whether the words between two commas can be a name: capitals, or letters that no English word has."""
    first, *others = words
    if not _is_no_word(first) or (first == "I" and not others):
        return False
    return all(_is_no_word(one) or one in _PARTICLES or one[0] == "(" for one in others)


def _is_no_word(word: str) -> bool:
    return not word.islower() or not word.isascii() or (word[1:2] == "'" and word[2:3].isalpha())


def _names_somebody(name: str) -> bool:
    words = _WORD.findall(name)
    if not words or any(mark in name for mark in _OF_A_TEMPLATE):
        return False
    return words[-1] not in _NOBODY and not (len(words) == 1 and words[0] in _ALONE)


def _is_short(words: str) -> bool:
    most = MOST_WORDS if words.upper() != words.lower() else MOST_CASELESS
    return len(words) <= MOST and len(words.split()) <= most


def _is_name(words: str) -> bool:
    return _is_short(words) and not _SAID.search(_JOINED.sub(" ", words).lower())
