"""Titles before a name, and behind it: `Frau Dr. Keller`, `Pak Budi`, `Ahmet Bey`."""

import re

from msgspec import Struct

from bot.coach.compose.lexicon import Lexicon

_FACULTY = re.compile(r"[a-z]{2,6}\.")  # `Dr. med.`, `Dr. rer. nat.`
# what a Chinese given name is made of
_PINYIN = re.compile(r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouü]{1,3}|io)(?:n|ng|r)?[-']?)+")
_ABBREVIATION = re.compile(r"[^\W\d_]{2,}\.")


class Titled(Struct, frozen=True):
    """A name without its titles.

    `before` is what the greeting puts before the name, empty without a title. `whole` says that the title
    goes with the name as it is said rather than with the family name. `key` is the first title.
    """

    words: list[str]
    before: str = ""
    after: str = ""
    whole: bool = False
    key: str = ""


def untitled(words: list[str], lexicon: Lexicon) -> Titled:
    """Take the titles off; a title alone is no name, unless people are called so."""
    keys, rest = leading(words, lexicon)
    while len(rest) > 1 and rest[-1].islower() and lexicon.has("courtesies", rest[-1]):
        rest = rest[:-1]
    if not rest:
        lone = words[:1] if len(words) == 1 and lexicon.has("titles_names", words[0]) else []
        return Titled(lone)
    after = ""
    if len(rest) > 1 and lexicon.has("titles_after", rest[-1].strip(".")):
        after, rest = "" if keys else rest[-1][:1].upper() + rest[-1][1:].lower(), rest[:-1]
    if "sr" in keys and lexicon.has("she_names", rest[0]):
        return Titled(
            rest[:1], _shown(keys, lexicon), "", whole=True, key="sister"
        )  # no señor: a nun, a nurse
    whole = bool(after) or any(lexicon.has("titles_given", key.split()[-1]) for key in keys[:1])
    if keys and len(rest) > 1 and lexicon.has("titles_kin", keys[0]):
        rest = rest[:1]
    return Titled(rest, _shown(keys, lexicon), after, whole, keys[0] if keys else "")


def is_titled(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a title comes first; HR is a department, Hr. is a title."""
    first = words[0].lower().strip(".")
    shouted = lexicon.has("role_words", first) and words[0].isupper()
    return (
        len(words) > 1
        and not shouted
        and bool(_key(words, lexicon))
        and not lexicon.has("role_words", words[1].strip("."))
    )


def leading(words: list[str], lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The titles before a name, as the lexicon has them, and the rest."""
    keys: list[str] = []
    place = 0
    while place < len(words) and (key := _key(words[place:], lexicon)):
        if keys and lexicon.has("titles_given", keys[0]):
            break  # `Ibu Sri Mulyani`: from here on it is the name
        keys.append(key)
        place += len(key.split())
        while place < len(words) and _FACULTY.fullmatch(words[place]):
            place += 1
    part = lexicon.has("name_particles", words[0].strip(".")) if words else False  # `St. John`
    if not keys and len(words) > 1 and _ABBREVIATION.fullmatch(words[0]) and not part:
        return words[:1], words[1:]  # not known, and no name: it stays as it was typed
    return keys, words[place:]


def _key(words: list[str], lexicon: Lexicon) -> str:
    if _is_mother(words):
        return "ma"
    for size in (2, 1):
        key = " ".join(word.lower().strip(".'") for word in words[:size])
        if len(words) >= size and key in lexicon.titles:
            return key
    return ""


def _is_mother(words: list[str]) -> bool:
    """`Ma Dlamini`; in `Ma Xiaoming` it is the family name."""
    return len(words) == 2 and words[0].lower() == "ma" and not _PINYIN.fullmatch(words[1].lower())  # noqa: PLR2004 - title and name


def _shown(keys: list[str], lexicon: Lexicon) -> str:
    """The first title, and the one after it if the first is a mere `Mrs`."""
    most = 2 if keys and lexicon.has("titles_polite", keys[0]) else 1
    return " ".join(lexicon.titles.get(key, "Ma" if key == "ma" else key) for key in keys[:most])
