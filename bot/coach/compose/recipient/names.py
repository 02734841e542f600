"""Which part of a name goes into a greeting: the given one, the family's, or the whole."""

import re
import unicodedata
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.address import family_name

_KOREAN = re.compile(r"(?!.*zad[ei]h?$)[A-Z][a-z]{1,5}-[a-z]{1,5}")
VIETNAMESE: Final = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_EAST_ASIAN: Final = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
VIETNAMESE_NAMES: Final = 3  # family, middle, given
TWO_FAMILIES: Final = 3  # given, father's, mother's
GENERAL_NAMES: Final = 4  # `Dr. Mary Jane Watson` has one family name all the same
GENERAL_TITLES: Final = frozenset({"dr", "prof"})
SYLLABLE: Final = 6  # letters: `Lim Wei Liang`
INITIALS: Final = 2  # letters: `JP` is a name in capitals
_SYLLABLE: Final = re.compile(r"[^aeiouy\W]{0,2}[aeiouyü]{1,3}(?:n|ng|r)?")  # of Chinese
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_AFTER_BEN: Final = frozenset(
    "ali salah salem youssef ahmed mohamed amor slimane said romdhane hassine khalifa mansour abdallah cheikh"  # noqa: SIM905
    " jelloun gurion yehuda zvi ari david shimon".split()
)
_ARTICLE: Final = re.compile(r"(?:al|el|ul)-", re.IGNORECASE)


def surname(names: tuple[str, ...], hints: str, lexicon: Lexicon, title: str = "") -> str:
    """What goes with a title; the whole name where the order is not sure."""
    if hint := family_name(hints):
        return cased_name(hint, lexicon)
    if is_family_first(names, lexicon):
        return _family_part(names, lexicon)
    if lexicon.has("surnames_maybe_first", names[0]):
        return " ".join(names)
    if any(lexicon.has("patronymics", name) for name in names[1:]):
        return names[-1] if _ARTICLE.match(names[-1]) else " ".join(without_father(names, lexicon))
    if devoted(names, lexicon) or may_have_two(names, title, lexicon):
        return " ".join(names)
    return _last_name(names, lexicon)


def _last_name(names: tuple[str, ...], lexicon: Lexicon) -> str:
    """The family name with its particles."""
    for index, name in enumerate(names[:-1]):
        if index and lexicon.has("name_particles", name):
            return " ".join(names[index:])
    whole = lexicon.has("name_particles", names[0]) or is_initials(names[-1])
    return " ".join(names) if whole else names[-1]


def may_have_two(names: tuple[str, ...], title: str, lexicon: Lexicon) -> bool:
    """Whether the last word may be the mother's name: `Lic. Ana Ríos Ibarra`, `José Gil de la Vega`."""
    particles = [index for index, name in enumerate(names) if lexicon.has("name_particles", name)]
    if particles and particles[0] > 1:
        return True
    count = len(names) - len(particles)
    most = GENERAL_NAMES if title in GENERAL_TITLES else TWO_FAMILIES
    return lexicon.has("titles_of_two_families", title) and count >= most and not particles


def devoted(names: tuple[str, ...], lexicon: Lexicon) -> int:
    """How many words make up a given name that goes on after a particle: `María del Carmen`."""
    if not lexicon.has("devoted_firsts", names[0]):
        return 0
    for place, name in enumerate(names[1:], 1):
        if lexicon.has("devoted_seconds", name):
            return place + 1 if place > 1 else 0
        if not lexicon.has("name_particles", name):
            return 0
    return 0


def without_father(names: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """`Siti Hajar binti Osman` is Osman's daughter, not Ms Osman."""
    for place, name in enumerate(names):
        if place and lexicon.has("patronymics", name):
            return names[:place]
    return names


def given(names: tuple[str, ...], hints: str, lexicon: Lexicon) -> str:
    """What goes with `Hi`, or nothing."""
    family = family_name(hints)
    if family and len(names) > 1 and names[0].casefold() == family.casefold():
        return " ".join(names[1:])
    if _is_nickname(hints, names):
        return hints.strip()
    if is_family_first(names, lexicon):
        return _given_part(names, lexicon)
    if _is_syllables(names, lexicon):
        return " ".join(names[:2])
    joined = lexicon.has("joined_firsts", names[0].strip(".")) and len(names) > 1
    particle = lexicon.has("name_particles", names[0].strip(".")) and not _is_short_form(names)
    if (particle and not joined) or is_initials(names[0]):
        return ""
    return " ".join(names[: devoted(names, lexicon) or (2 if _is_double(names, lexicon) else 1)])


def _given_part(names: tuple[str, ...], lexicon: Lexicon) -> str:
    """What follows the family name; nobody is called by a lone syllable: `Wang Lei`."""
    if _is_east_asian(names):
        return " ".join(names)
    if is_vietnamese(names, lexicon):
        return names[-1]
    return " ".join(names if _is_lone(names) else names[1:])


def _is_lone(names: tuple[str, ...]) -> bool:
    """Whether the given name is one syllable, so that either part may be the family's."""
    return len(names) == 2 and bool(_SYLLABLE.fullmatch(names[1].lower()))  # noqa: PLR2004 - family and given


def _family_part(names: tuple[str, ...], lexicon: Lexicon) -> str:
    """What goes with a title where the family comes first; in Vietnam that is the given name all the same."""
    if is_vietnamese(names, lexicon):
        return names[-1]
    return " ".join(names) if _is_east_asian(names) or _is_lone(names) else names[0]


def is_vietnamese(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """By the letters, or by a family name that is nowhere else."""
    return bool(VIETNAMESE & set("".join(names).lower())) or lexicon.has("surnames_vietnamese", names[0])


def _is_east_asian(names: tuple[str, ...]) -> bool:
    return any(unicodedata.name(char, "").startswith(_EAST_ASIAN) for char in "".join(names))


def _is_short_form(names: tuple[str, ...]) -> bool:
    """`Ben Tran` and `Al Jones`; `Ben Ali` and `Al Hashimi` are families."""
    first, last = names[0].lower(), names[-1].lower()
    known = first in {"ben", "al"} and len(names) == 2 and names[0].istitle()  # noqa: PLR2004 - given and family
    return known and last not in _AFTER_BEN and not (first == "al" and last.endswith("i"))


def _is_syllables(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """`Wei Ling Tan`: two short words before a Chinese family name are one given name."""
    if len(names) != VIETNAMESE_NAMES or any(len(name) > SYLLABLE or "-" in name for name in names[:2]):
        return False
    known = any(lexicon.has(group, names[0]) for group in ("he_names", "she_names"))
    family = any(lexicon.has(group, names[-1]) for group in ("surnames_maybe_first", "surnames_first"))
    return family and not known and not is_initials(names[0]) and not is_initials(names[1])


def is_initials(name: str) -> bool:
    """`K.` and `M.A.`, not `JP`."""
    return len(name.strip(".")) == 1 or bool(_INITIALS.fullmatch(name))


def _is_double(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the first two words are one given name: Juan Pablo, Abdul Rahman."""
    if len(names) == 1:
        return False
    if lexicon.has("joined_firsts", names[0].strip(".")):
        return True
    return lexicon.has("double_firsts", names[0]) and lexicon.has("double_seconds", names[1])


def _is_nickname(asides: str, names: tuple[str, ...]) -> bool:
    """`Sibusiso (Sbu) Dube`; in `Dimi (Dimitra) Kosta` the short form came first."""
    name = asides.strip()
    longer = len(name) > len(names[0]) and name[:3].casefold() == names[0][:3].casefold()
    return bool(re.fullmatch(r"[A-Z][\w'-]+", name)) and not name.isupper() and not longer


def is_family_first(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the order of the names is that of East Asia or Hungary, as far as the names tell."""
    if _is_east_asian(names):
        return True
    if len(names) == 1:
        return False
    first, last = (lexicon.has("surnames_first", name) for name in (names[0], names[-1]))
    if first or last:
        return first
    if _KOREAN.fullmatch(names[-1]) or (len(names) < VIETNAMESE_NAMES and _is_chinese(names, lexicon)):
        return True
    if len(names) == VIETNAMESE_NAMES and lexicon.has("surnames_maybe_first", names[0]):
        return all(len(name) <= SYLLABLE for name in names)
    return len(names) >= VIETNAMESE_NAMES and bool(VIETNAMESE & set("".join(names).lower()))


def _is_chinese(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """`Li Na`: two syllables, of which either may be the family's."""
    family = lexicon.has("surnames_maybe_first", names[0])
    return family and all(_SYLLABLE.fullmatch(name.lower()) for name in names)


def cased_name(word: str, lexicon: Lexicon) -> str:
    """`o'neil`, `AÏT-SAHALIA` and `mcbride` with their capitals; mixed case stays as typed."""
    if lexicon.has("name_particles", word.lower()) and (
        word.islower() or (word.isupper() and len(word) > INITIALS)
    ):
        return word.lower()
    if not (word.islower() or (word.isupper() and sum(char.isalpha() for char in word) > INITIALS)):
        return word
    return re.sub(
        r"(?:^|(?<=[-.])|(?<=\bo')|(?<=\bd')|(?<=^mc))[^\W\d_]", lambda m: m[0].upper(), word.lower()
    )
