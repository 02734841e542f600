"""Capitals where they are certain: days and months in full, towns where a town can stand, products."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_MONTHS: Final = dict(
    zip(
        ("may", "march", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        (
            *(
                "May",
                "March",
                "January",
                "February",
                "March",
                "April",
                "June",
                "July",
                "August",
                "September",
                "September",
            ),
            *("October", "November", "December"),
        ),
        strict=True,
    )
)
_DAYS: Final = {
    **dict.fromkeys(("tues", "tue"), "Tuesday"),
    **dict.fromkeys(("weds", "wed"), "Wednesday"),
    **dict.fromkeys(("thurs", "thur", "thu"), "Thursday"),
    "mon": "Monday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_MONTH: Final = r"(?P<month>jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_DAY: Final = r"(?P<day>mon|tue|wed|thu|fri|sat|sun)"
_WEEK: Final = r"mon|tues|wednes|thurs|fri|satur|sun"
# where nothing but a date can stand: `in feb`, `aug 2022`, `Perth, Feb`; alone `jan` may be a man
_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w'])(?:in|by|last|next|late|early|since|until|till) {_MONTH}\b\.?(?!')",
        rf"(?<![\w'.]){_MONTH}\b\.?(?= ?\d| (?:to|-|–) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
        rf"(?:,| to) {_MONTH}\b\.?(?=$|,)",
        r", (?P<month>may|march)(?=$|,|\.)",
        r"(?:ry|rch|ril|ay|une|uly|ust|ber) (?:to|and|-|–) (?P<month>may|march)\b",
        rf"(?<![\w'])(?:on|last|next|every|each) {_DAY}\b\.?(?!')",
        r"(?<![\w'])(?P<day>tues|weds|thurs?)\b\.?",
        r"(?<=[a-z] )(?P<day>tue|wed|thu|fri)\.?(?=$|,)",
    )
)
_DAYS_PLURAL = re.compile(rf"\b(?:{_WEEK})days\b")
_BEFORE_TOWN: Final = frozenset(
    {"in", "from", "near", "to", "at", "outside", "around", "of", "via", "through", "leaving"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL: Final = frozenset({"de", "da", "do", "di", "du", "del", "la", "le", "les", "of", "upon", "on", "sur"})
LONGEST_TOWN: Final = 3  # words


def proper(text: str, lexicon: Lexicon) -> str:
    """Days, months, towns and products of a sentence as they are written."""
    for pattern in _DATES:
        text = pattern.sub(_in_full, text)
    text = _DAYS_PLURAL.sub(lambda match: match[0].capitalize(), text)
    text = _WORD.sub(lambda match: _product(match[0], lexicon), text)
    return _towns(text, lexicon)


def _in_full(match: re.Match[str]) -> str:
    """`on tue.` as `on Tuesday`."""
    name = match.lastgroup or ""
    full = {"month": _MONTHS, "day": _DAYS}[name][match[name].lower()]
    return match[0][: match.start(name) - match.start()] + full


def _product(word: str, lexicon: Lexicon) -> str:
    return lexicon.products.get(word, word) if word.islower() else word


def _towns(text: str, lexicon: Lexicon) -> str:
    words = list(_WORD.finditer(text))
    found, place = [], 0
    while place < len(words):
        size = _town_size(text, words, place, lexicon)
        if size:
            found.append((words[place].start(), words[place + size - 1].end()))
        place += size or 1
    for start, end in reversed(found):
        text = text[:start] + town_cased(text[start:end]) + text[end:]
    return text


def _town_size(text: str, words: list[re.Match[str]], place: int, lexicon: Lexicon) -> int:
    """How many words from here on are the name of a town, where one can stand; 0 for none."""
    if not words[place][0].islower():
        return 0
    for size in range(min(LONGEST_TOWN, len(words) - place), 0, -1):
        start, end = words[place].start(), words[place + size - 1].end()
        if lexicon.is_town(text[start:end]) and _can_stand(text, start, end, lexicon):
            return size
    return 0


def _can_stand(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """After `in` and the like, after a comma at the end, or before the kind of place that bears its name."""
    before, after = text[:start].rstrip(), text[end:]
    if before.endswith(",") and re.match(r"\s*(?:[,.;]|$)", after):
        return True
    following = _WORD.match(after.lstrip()) if after[:1] == " " else None
    named = following and any(lexicon.has(group, following[0]) for group in ("event_heads", "occasion_heads"))
    last = _WORD.findall(before)[-1].lower() if before[-1:].isalpha() else ""
    if named and (not before or lexicon.has("determiners", last)):
        return True
    return last in _BEFORE_TOWN


def town_cased(name: str) -> str:
    """`stow on the wold` with its capitals."""
    return _WORD.sub(lambda match: match[0] if match[0] in _SMALL else upper_parts(match[0]), name)


def upper_parts(word: str) -> str:
    """`stratford-upon-avon` with the capitals of its parts."""
    return "-".join(part if part in _SMALL else part[:1].upper() + part[1:] for part in word.split("-"))
