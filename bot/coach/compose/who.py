"""Whom the note is for, and how to greet them: a wrong greeting is worse than none."""

import re
import unicodedata
from itertools import pairwise
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Greeting
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidy import LINK
from bot.coach.compose.titles import Titled, is_titled, untitled

_SURNAME_HINT = re.compile(
    r"\b([\w'-]+) (?:is|=) (?:the |her |his |their )?(?:sur|family |last )name\b"
    r"|\b(?:sur|family |last )name (?:is |= ?|: ?)?([\w'-]+)",
    re.IGNORECASE,
)
_CALLED_HINT = re.compile(
    r"\b(?:goes by|known as|called|call (?:him|her|them)|everyone says)\s+([\w'-]+)", re.IGNORECASE
)
_ASIDE = re.compile(r"\(([^)]*)\)?|\"([\w'-]+)\"")
_SEGMENT = re.compile(r"\s*[,;|/–—:]\s*|\s+-\s+|\.\s+(?=(?:she|he|they)\b)", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:at|from|who|he|she|they|is|works|working|with|in|of|that|whom|i)\b.*$", re.IGNORECASE
)
_TWO = re.compile(r"\s+(?:and|&|\+|und|et|y|(?-i:or|oder))\s+|\s*&\s*", re.IGNORECASE)
_FAMILY_THEN_GIVEN = re.compile(
    r"^((?:O'|Mc|Mac(?=[A-Z]))[^\W\d_][\w'-]*), ([^\W\d_a-z][^\W\d_]+)$"
)  # `O'Brien, Pat`
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:['’.\-][^\W\d_]+)*\.?")
_MAIL = re.compile(r"\S*@\S+")
_VIETNAMESE: Final = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_EAST_ASIAN: Final = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
MAX_NAME_WORDS: Final = 6
VIETNAMESE_NAMES: Final = 3  # family, middle, given
INITIALS: Final = 2  # letters: `JP` is a name in capitals


class Who(Struct, frozen=True, kw_only=True):
    """The answer to "who", understood. `names` are the parts of the name, `pronoun` is known from a title.

    `many` is a group rather than a person, `two` are two at once, `nobody` is no answer.
    """

    greeting: Greeting = Greeting()
    names: tuple[str, ...] = ()
    pronoun: str | None = None
    many: bool = False
    two: bool = False
    nobody: bool = False


def who_problem(who: Who) -> str | None:
    """The id of the question that has to be asked first: "nobody", "two", "many", or None."""
    return next((name for name in ("nobody", "two", "many") if getattr(who, name)), None)


def read_who(answer: str, lexicon: Lexicon) -> Who:
    """Find the person, the title and the name to greet with; anything doubtful gives no name."""
    answer = _plain(answer, lexicon)
    if not any(char.isalpha() for char in answer) or lexicon.has("greeting_words", answer.strip(" ,.!?")):
        return Who(nobody=True)
    asides = " ".join(match[1] or match[2] or "" for match in _ASIDE.finditer(answer))
    words = _name_words(_ASIDE.sub(" ", answer), lexicon)
    if words and any(_TWO.fullmatch(f" {word} ") for word in words):
        return Who(two=True)
    if not words:
        return Who(many=_is_many(answer, lexicon))
    titled = untitled(_without_suffix(words, lexicon), lexicon)
    names = tuple(_cased(word, lexicon) for word in titled.words)
    if not names:
        return Who(pronoun=_pronoun_of(words[0].lower().strip("."), lexicon))
    if titled.before or titled.after:
        return Who(
            greeting=_formal(titled, names, asides, lexicon),
            names=names,
            pronoun=_pronoun_of(titled.key, lexicon),
        )
    return Who(greeting=Greeting(_given(names, asides, lexicon)), names=names)


def _plain(answer: str, lexicon: Lexicon) -> str:
    """Without links, addresses, emoji and what people type before a name."""
    text = LINK.sub(" ", _MAIL.sub(" ", answer)).replace("’", "'")
    text = "".join(char for char in text if unicodedata.category(char) not in {"So", "Sk", "Cf", "Me"})
    text = " ".join(text.strip("\ufe0f _*`~#[]{}<>!?,").split())
    return _FAMILY_THEN_GIVEN.sub(r"\2 \1", lexicon.opening_of_name.sub("", text, count=1))


def _formal(titled: Titled, names: tuple[str, ...], asides: str, lexicon: Lexicon) -> Greeting:
    if lexicon.has("titles_first", titled.key):
        name = _given(names, asides, lexicon) or " ".join(names)
    else:
        name = " ".join(names) if titled.whole else _surname(names, asides, lexicon)
    return Greeting(" ".join(filter(None, (titled.before, name, titled.after))), formal=True)


def _name_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words of the first part of the answer that can be a name, or none."""
    for segment in _SEGMENT.split(text):
        words = _without_role(_TAIL.sub("", segment), lexicon).split()
        possible = 0 < len(words) <= MAX_NAME_WORDS and any(map(_is_letterful, words))
        if possible and _may_be_names(words, lexicon):
            return words
    return []


def _without_role(segment: str, lexicon: Lexicon) -> str:
    """`my old boss Lena` without the words before the name; `the librarian` has no name in it."""
    words = segment.split()
    if words and lexicon.has("surnames_first", words[0]):
        return segment
    roles = [
        place
        for place in range(len(words))
        if _is_role(words[place:], lexicon)
        or (_is_owned(words) and words[place].lower() in lexicon.relations)
    ]
    rest = words[roles[-1] + 1 :] if roles else words
    described = bool(roles) and lexicon.has("determiners", words[0])
    return "" if described and rest and all(word.islower() for word in rest) else " ".join(rest)


def _without_suffix(words: list[str], lexicon: Lexicon) -> list[str]:
    """`Tutu Jr.` without what stands behind a family name."""
    while len(words) > 1 and lexicon.has("name_suffixes", words[-1].strip(".")):
        words = words[:-1]
    return words


def _is_role(words: list[str], lexicon: Lexicon) -> bool:
    if words[0].lower().startswith("ex-") or (words[0].endswith("'s") and len(words) > 1):
        return True  # `my landlord's daughter Petra`
    if lexicon.has("named_roles", words[0]) and all(word[:1].isupper() for word in words) and words[1:]:
        return False
    return lexicon.has("role_words", words[0].strip(".")) and not is_titled(words, lexicon)


def _is_owned(words: list[str]) -> bool:
    return words[0].lower() in {"my", "our", "his", "her", "their", "a", "the"} or words[0].endswith("'s")


def _may_be_names(words: list[str], lexicon: Lexicon) -> bool:
    """All of the words; after a family name like Nguyễn, `An` is no article."""
    known = 1 if lexicon.has("surnames_first", words[0]) else 0
    return all(_NAME.fullmatch(word) for word in words[:1]) and all(
        _may_be_name(word, lexicon) or (known and _NAME.fullmatch(word)) for word in words[known:]
    )


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    if word.lower() in {"and", "&", "+", "et", "und", "y", "or", "oder"}:
        return True
    plain = not (
        lexicon.has("many_words", word) or lexicon.has("determiners", word) or lexicon.has("subjects", word)
    )
    return bool(_NAME.fullmatch(unicodedata.normalize("NFC", word))) and plain


def _is_letterful(word: str) -> bool:
    return sum(char.isalpha() for char in word) > 1 or unicodedata.category(word[0]) == "Lo"


def _is_many(answer: str, lexicon: Lexicon) -> bool:
    words = [word.strip(".,") for word in answer.split()]
    return any(lexicon.has("many_words", word) and before != "of" for before, word in pairwise(["", *words]))


def _pronoun_of(title: str, lexicon: Lexicon) -> str | None:
    if lexicon.has("he_titles", title):
        return "he"
    return "she" if lexicon.has("she_titles", title) else None


def _surname(names: tuple[str, ...], asides: str, lexicon: Lexicon) -> str:
    if hint := _SURNAME_HINT.search(asides):
        return _cased(hint[1] or hint[2], lexicon)
    if _is_family_first(names, lexicon) or lexicon.has("surnames_maybe_first", names[0]):
        return " ".join(names)
    for index, name in enumerate(names[:-1]):
        if index and lexicon.has("name_particles", name):
            return " ".join(names[index:])
    if lexicon.has("name_particles", names[0]):
        return " ".join(names)
    return names[-1]


def _given(names: tuple[str, ...], asides: str, lexicon: Lexicon) -> str:
    if hint := _CALLED_HINT.search(asides):
        return _cased(hint[1], lexicon)
    if _is_nickname(asides):
        return asides.strip()
    if _is_family_first(names, lexicon):
        return " ".join(names)
    if lexicon.has("name_particles", names[0].strip(".")) or len(names[0].strip(".")) == 1:
        return ""
    return " ".join(names[:2]) if _is_double(names, lexicon) else names[0]


def _is_double(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the first two words are one given name: Juan Pablo, Abdul Rahman."""
    if len(names) == 1:
        return False
    if lexicon.has("joined_firsts", names[0].strip(".")):
        return True
    return lexicon.has("double_firsts", names[0]) and lexicon.has("double_seconds", names[1])


def _is_nickname(asides: str) -> bool:
    return bool(re.fullmatch(r"\s*[A-Z][\w'-]+\s*", asides)) and not asides.strip().isupper()


def _is_family_first(names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether the order of the names is that of East Asia, or may be: then the whole name is the safe one."""
    joined = "".join(names)
    if any(unicodedata.name(char, "").startswith(_EAST_ASIAN) for char in joined):
        return True
    if len(names) > 1 and lexicon.has("surnames_first", names[0]):
        return True
    if len(names) > 1 and _KOREAN.fullmatch(names[-1]):
        return True
    return len(names) >= VIETNAMESE_NAMES and bool(_VIETNAMESE & set(joined.lower()))


def _cased(word: str, lexicon: Lexicon) -> str:
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
