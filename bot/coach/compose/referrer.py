"""Who suggested the contact: the name, and who that is to the writer or to the recipient."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

ASIDE: Final = re.compile(r"\s*\([^)]*\)?")
_CALLED = re.compile(
    r"^(?P<tie>.+?)[,.;]?\s+(?:(?:he|she|they|you)(?:'s|'re| is| are)\s+)?"
    r"(?:called|named|name is|name was)\s+(?P<name>.+)$",
    re.IGNORECASE,
)
_OWNER: Final = r"(?:my|your|our|his|her|their|the|a|an)\s"
_NAME_THEN_TIE = re.compile(rf"^(?P<name>[^,]+),\s+(?P<tie>{_OWNER}[^,]+)$", re.IGNORECASE)
_TIE_THEN_NAME = re.compile(rf"^(?P<tie>{_OWNER}[^,]+),\s+(?P<name>[^,]+)$", re.IGNORECASE)
_THROUGH = re.compile(r"^(?:through|via|from|by|it was|thanks to|yes,?|got .* from)\s+", re.IGNORECASE)
MAX_TIE_WORDS: Final = 4
MAX_LONE_TIE: Final = 2  # `my barber`; a third word is the name


def read_referrer(told: Told, lexicon: Lexicon) -> list[Fact]:
    """At most one fact: a name, or a sentence in which somebody suggests."""
    if not told.pieces:
        return []
    text = ended(", ".join(map(ended, told.pieces)))
    if lexicon.unmet.match(text.lower()):
        return []
    words = re.findall(r"[\w'-]+", text.lower())
    if any(lexicon.has("suggesting", word) for word in words):
        return [told.fact(0, "referrer.said", text)]
    return [told.fact(0, "referrer.name", _name(_THROUGH.sub("", text), lexicon))]


def _name(text: str, lexicon: Lexicon) -> str:
    """Tie and name in one: `your editor Paul Weaver`; what else was said of them goes into brackets."""
    match = _CALLED.match(text) or _NAME_THEN_TIE.match(text) or _TIE_THEN_NAME.match(text)
    if match and len(match["tie"].split()) <= MAX_TIE_WORDS:
        return f"{match['tie'].strip(' ,')} {cased(match['name'], lexicon)}"
    name, comma, rest = text.partition(", ")
    return f"{cased(name, lexicon)} ({rest})" if comma else cased(text, lexicon)


def cased(text: str, lexicon: Lexicon) -> str:
    """`my manager dana ortiz` and `prof lindqvist` with capitals, where nothing but names can follow."""
    words = text.split()
    owned = bool(words) and lexicon.has("determiners", words[0])
    if owned and any(word[:1].isupper() and word.lower() not in lexicon.capitals for word in words[1:]):
        return text  # the name has its capitals
    started = not owned
    for index, word in enumerate(words):
        plain = word.lower().strip(".")
        if (
            plain in lexicon.titles
            and index + 1 < len(words)
            and not lexicon.has("role_words", words[index + 1])
            and plain not in lexicon.relations
        ):
            words[index], started = lexicon.titles[plain], True
        elif plain in lexicon.relations or (
            index and lexicon.has("role_words", plain) and plain not in {"from", "at", "of", "in", "who"}
        ):
            started = True
        elif index and (lexicon.has("after_object", plain) or lexicon.has("relatives", plain)):
            break
        elif started and word.islower() and not lexicon.has("name_particles", word):
            words[index] = word[:1].upper() + word[1:]
    else:
        if not started and len(words) > MAX_LONE_TIE:
            words[-1] = words[-1][:1].upper() + words[-1][1:]
    return " ".join(words)
