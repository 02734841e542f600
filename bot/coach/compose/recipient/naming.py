"""Which words of the answer to "who" are the name: not the role, the place, the doubt or the remark."""

import re
import unicodedata
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.segments import segments
from bot.coach.compose.recipient.titles import is_titled, leading

_JOINT: Final = re.compile(
    r"(?<![^\s&])(?P<a>[^\s&]+)(?:\s+(?:and|\+|und|et|y|or|oder)\s+|\s*&\s*)(?:also\s+)?"
    r"(?:(?:his|her|their|my|our|the)\s+(?:[a-z-]+\s+){1,2})?(?P<b>[^\s&]+)"
)
_SEVERAL: Final = re.compile(
    r"^(?:the|my|our|these|those|so there'?s|there'?s|there are)\s+(?:two|three|four|2|3|4)\s+\w"
    r"|\btwo of them\b|\b(?:them|they|you) both\b|\bboth of (?:them|you)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-]{1,2}[^\W\d_]+)*\.?")
_TRADE: Final = re.compile(r"(?:ologist|icist|iatrist|ician|urgeon|ineer|ographer)$")
MAX_NAME_WORDS: Final = 6
MAX_SMALL_WORDS: Final = 2


def is_several(text: str, lexicon: Lexicon) -> bool:
    """Whether two people are named, or said to be meant."""
    if _SEVERAL.search(text):
        return True
    for segment in segments(text, lexicon):
        words = _before_tail(_opened(segment, lexicon).split(), lexicon, alone=False)
        joints = () if words and _is_remark(words[0], lexicon) else _JOINT.finditer(" ".join(words))
        if any(_joins(match, lexicon) for match in joints):
            return True
        if name_in(segment, lexicon):
            return False
    return False


def _is_remark(word: str, lexicon: Lexicon) -> bool:
    """Whether a part begins as a sentence: `he's emeritus & says`."""
    return lexicon.has("subjects", word.lower().partition("'")[0])


def _joins(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether both sides are names; of small words, none may be a common one."""
    sides = (match["a"], match["b"])
    if not all(_may_be_name(side, lexicon) and len(side) > 1 for side in sides):
        return False
    if all(_is_capital(side) for side in sides):
        return True
    return all(side.islower() and not _is_word(side, lexicon) for side in sides)


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a small word is one of the language rather than a name."""
    verb = word in lexicon.bases or word in lexicon.pasts or word in lexicon.thirds
    groups = ("name_ends", "after_object", "work_fields", "adjectives", "occasion_heads", "event_heads")
    return verb or _is_common(word, lexicon) or any(lexicon.has(group, word) for group in groups)


def name_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words of the name with its titles, or none; said twice, the fuller one."""
    first: list[str] = []
    for place, segment in enumerate(segments(text, lexicon)):
        words = name_in(segment, lexicon, later=place > 0)
        if not first:
            first = words
        elif words and len(first) == 1 and len(words) > 1 and words[0].casefold() == first[0].casefold():
            return words
    return first


def name_in(segment: str, lexicon: Lexicon, *, later: bool = False) -> list[str]:
    """The words of one part that can be a name, or none."""
    words = _before_tail(_opened(segment, lexicon).split(), lexicon)
    named = _before_description(words, lexicon)
    if later and len(named) == 1 < len(words):
        return []  # `Norrland paper mill` after a role is where that role is
    words = _without_role(named, lexicon)
    while len(words) > 1 and _is_praise(words[0], lexicon):
        words = words[1:]
    full = [
        word
        for word in words
        if not lexicon.has("name_particles", word) and not is_titled([word, "X"], lexicon)
    ]
    possible = words and len(full) <= MAX_NAME_WORDS and any(map(_is_letterful, words))
    if not possible or words[-1].endswith("'s") or not _may_be_names(words, lexicon):
        return []
    return [] if _is_no_name(words, lexicon, later=later) else words


def _is_praise(word: str, lexicon: Lexicon) -> bool:
    """`Big` Ray, the `famous` chef Rui."""
    return lexicon.has("nick_words", word) or (word.islower() and lexicon.has("adjectives", word))


def _is_no_name(words: list[str], lexicon: Lexicon, *, later: bool) -> bool:
    """`Librarian`, and after the first part everything that is more than a name: `Norrland paper mill`."""
    if len(words) == 1 and lexicon.has("person_words", words[0]):
        return not lexicon.has("titles_names", words[0])
    if not later:
        return False
    if _is_capital(words[0]):
        small = [word for word in words if not _is_capital(word) and not word.lower().startswith("al-")]
        groups = ("name_particles", "titles_after", "patronymics")
        return not all(any(lexicon.has(group, word) for group in groups) for word in small)
    return len(words) > MAX_SMALL_WORDS or any(_is_word(word, lexicon) for word in words)


def _opened(segment: str, lexicon: Lexicon) -> str:
    """Without what people say before a name: `so um her name is`."""
    text, before = segment, ""
    while text != before:
        text, before = lexicon.opening_of_name.sub("", text, count=1), text
    return text


def _before_tail(words: list[str], lexicon: Lexicon, *, alone: bool = True) -> list[str]:
    """The words before the first that cannot be in a name: `from`, `who`, `she's`; `and` if one is named."""
    for place, word in enumerate(words):
        plain = word.lower().removesuffix("'s").removesuffix("'re")
        small = word.islower() or (word.isupper() and all(one.isupper() for one in words))
        ends = lexicon.has("name_ends", plain) and (small or word.startswith(("He'", "She'", "They'")))
        ends = ends or (alone and place > 0 and word.lower() in {"and", "&", "+"})
        if _links(words, place, lexicon):
            continue
        if place and (ends or any(char.isdigit() for char in word)):
            return words[:place]
    return words


def _links(words: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a small word stands inside a name: `do` of `Maria do Carmo`."""
    around = words[max(place - 1, 0) : place] + words[place + 1 : place + 2]
    return len(around) > 1 and all(map(_is_capital, around)) and lexicon.has("name_particles", words[place])


def _before_description(words: list[str], lexicon: Lexicon) -> list[str]:
    """`Ousmane Ba tailor`, `Dr. Khalid al-Mansouri cardiologist`: the name before what the person is."""
    titles = len(words) - len(leading(words, lexicon)[1])
    if titles >= len(words) or _is_role(words, lexicon):
        return words
    lower = all(word.islower() for word in words)
    for place in range(titles + 1, len(words)):
        word = words[place]
        if lexicon.has("titles_after", word) or lexicon.has("name_particles", word.partition("-")[0]):
            continue
        if word[0].islower() and _TRADE.search(word):
            return words[:place]
        known = _is_common(word, lexicon) and not lexicon.has("named_roles", word)
        surnamed = place > titles + 1 or len(words) - place > 1
        if (known and (place > titles + 1 or not titles)) or (word[0].islower() and not lower and surnamed):
            return words[:place]
    return words


def _is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody is; `Cook` with a capital may be a name."""
    plain = word.strip(".").lower()
    return lexicon.has("role_words", plain) or (word.islower() and lexicon.has("person_words", plain))


def _without_role(words: list[str], lexicon: Lexicon) -> list[str]:
    """`my old boss Lena` without the words before the name; `the librarian` has no name in it."""
    if not words or lexicon.has("surnames_first", words[0]):
        return words
    roles = [
        place
        for place in range(len(words))
        if _is_role(words[place:], lexicon)
        or (_is_owned(words) and words[place].lower() in lexicon.relations)
    ]
    rest = words[roles[-1] + 1 :] if roles else words
    described = bool(roles) and lexicon.has("determiners", words[0])
    return [] if described and rest and all(word.islower() for word in rest) else rest


def _is_role(words: list[str], lexicon: Lexicon) -> bool:
    if words[0].lower().startswith("ex-") or (words[0].endswith("'s") and len(words) > 1):
        return True  # `my landlord's daughter Petra`
    if lexicon.has("named_roles", words[0]) and all(map(_is_capital, words)) and words[1:]:
        return False
    return lexicon.has("role_words", words[0].strip(".")) and not is_titled(words, lexicon)


def _is_owned(words: list[str]) -> bool:
    owners = {"my", "our", "his", "her", "their", "a", "the", "that's", "thats"}
    return words[0].lower() in owners or words[0].endswith("'s")


def _may_be_names(words: list[str], lexicon: Lexicon) -> bool:
    """All of the words; after a family name like Nguyễn, `An` is no article."""
    known = 1 if lexicon.has("surnames_first", words[0]) else 0
    return all(_NAME.fullmatch(word) for word in words[:1]) and all(
        _may_be_name(word, lexicon) or (known and _NAME.fullmatch(word)) or _links(words, place, lexicon)
        for place, word in enumerate(words[known:], known)
    )


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    groups = ("many_words", "determiners", "subjects", "no_names")
    plain = not any(lexicon.has(group, word) for group in groups)
    plain = plain or (_is_capital(word) and lexicon.has("named_roles", word))
    return bool(_NAME.fullmatch(unicodedata.normalize("NFC", word))) and plain


def _is_letterful(word: str) -> bool:
    return sum(char.isalpha() for char in word) > 1 or unicodedata.category(word[0]) == "Lo"


def _is_capital(word: str) -> bool:
    return not word[:1].islower()
