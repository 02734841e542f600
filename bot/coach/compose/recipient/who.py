"""Whom the note is for, and how to greet them: a wrong greeting is worse than none."""

import re
import unicodedata
from itertools import pairwise
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Greeting
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.address import put_right, stated
from bot.coach.compose.recipient.names import (
    VIETNAMESE,
    cased_name,
    given,
    is_family_first,
    is_initials,
    surname,
    without_father,
)
from bot.coach.compose.recipient.naming import is_several, name_words
from bot.coach.compose.recipient.titles import Titled, leading, untitled
from bot.coach.compose.tidying.tidy import LINK

_ASIDE = re.compile(r"\(([^)]*)\)?|\"([\w'-]+)\"")
_QUOTES = str.maketrans("“”„«»’‘", '"""""\'\'')
_QUOTED = re.compile(r"(?<=\w )'(\w[\w-]+)'(?= \w)")
_FAMILY_THEN_GIVEN = re.compile(
    r"^((?:O'|Mc|Mac(?=[A-Z]))[^\W\d_][\w'-]*), ([^\W\d_a-z][^\W\d_]+)$"
)  # `O'Brien, Pat`
_TWO_PARTS = re.compile(
    r"(?P<family>[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+)?), (?P<given>[^\W\d_a-z][\w'-]+)"
)
_LAWYER = re.compile(r"^Me\.? (?=[^\W\d_a-z][\w'-]+ [^\W\d_a-z])")  # `Me Awa Diop`
_HONOURED = re.compile(r"[^\W\d_]+-(?:san|sama|sensei|ssi|nim|kun|chan|ji)", re.IGNORECASE)
_SEEKING = re.compile(r"\bwhat(?:'?s| is) (?:his|her|their) name(?: again)?\b[,?]*", re.IGNORECASE)
_UNSURE = re.compile(
    r",?\s+(?:i (?:think|guess|believe)|iirc|if i (?:remember|recall)(?: right(?:ly)?)?)$", re.IGNORECASE
)
_MAIL = re.compile(r"[^\s(@]{0,64}@[^\s),;]+")
# what stands beside a name and is no part of it, and titles that English has, too
_BESIDE: Final = tuple(
    (re.compile(found, re.IGNORECASE), instead)
    for found, instead in (
        (r"\((?:retd|rtd|ret|retired|emer|em|emerit(?:us|a))\.?\)", " "),
        (r"(?<=[\w.] )(?:retd|rtd|emer|em)\b\.?(?=[ ),]|$)|^(?:retd|rtd|ret)\.? ", ""),
        (r"^hon'?ble\b", "Hon."),
        (r"\bh\. ?c\.(?: ?mult\.)?", " "),
        (r" (?:&|and) (?:his|her|their) (?:dog|cat|horse|pony|donkey|parrot)\b[^,(]*", ""),
        (r"(?<=[^\W\d_])'(?=\s)", ""),  # `Dato' Zaki`
        (r"\b(?:univ|ao)\.-(?=prof)", ""),
        (r"(?<=\w) (san|sama|ssi|nim)$", r"-\1"),
        (r"^([^,(]+) úr(?=$|,)", r"Mr. \1"),
        (r"^([^,(]+) (?:úrnő|asszony)(?=$|,)", r"Ms \1"),
        (r"(?<=\w) (?:something|whatever|what'?s-?(?:his|her)-?name)(?=$|[,;(])", ""),
    )
)
_BY_FIRST: Final = re.compile(
    r"\b(?:by|use|uses|say|with) (?:(?:the|his|her|their|our) )?first names?\b", re.IGNORECASE
)
_HONORIFICS: Final = ("さん", "様", "さま")
_LATIN_END: Final = (
    "\u0530"  # Latin, Greek and Cyrillic letters stay; other scripts only if there is nothing else
)
_LETTERS: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,6}")  # `FRCS`, which no name is like
SUFFIXED: Final = 2  # words: `Peter FRCS` may be initials
LONGEST: Final = 500  # characters: whoever writes more than that to say a name has said it by then
SHORT_CAPITALS: Final = 3  # letters: `JP` and `MAX` may be given names


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
    """The name to greet with, and what else the answer says; anything doubtful gives no name."""
    answer = _plain(answer[:LONGEST], lexicon)
    if not any(char.isalpha() for char in answer) or lexicon.has("greeting_words", answer.strip(" ,.!?")):
        return Who(nobody=True)
    meant, slip = put_right(answer)
    who = _read(meant, lexicon)
    if slip and not (who.names or who.two):
        who = _read(slip, lexicon)
    elif slip and len(who.names) == 1 and not who.greeting.formal:
        who = _titled_as(slip, who, lexicon)
    return who if who.two else _as_stated(who, answer, lexicon)


def _read(answer: str, lexicon: Lexicon) -> Who:
    """An answer without slips."""
    asides = " ".join(match[1] or match[2] or "" for match in _ASIDE.finditer(answer))
    text = _ASIDE.sub(" ", answer)
    if is_several(text, lexicon):
        return Who(two=True)
    words = _words(text, asides, lexicon)
    titled = untitled(_without_suffix(_given_first(words), lexicon), lexicon)
    names = tuple(cased_name(word, lexicon) for word in titled.words)
    if not names:
        many = _is_many(answer, lexicon)
        key = words[0].lower().strip(".") if words else ""
        return Who(many=many, nobody=not many, pronoun=_pronoun_of(key, lexicon))
    if titled.before or titled.after:
        return Who(
            greeting=_formal(titled, names, asides or answer, lexicon),
            names=names,
            pronoun=_pronoun_of(titled.key, lexicon),
        )
    return Who(greeting=_warm(names, asides, answer, lexicon), names=names)


def _given_first(words: list[str]) -> list[str]:
    """`NJOROGE Peter` and `Peter NJOROGE`: the word in capitals is the family name."""
    loud = [word for word in words if word.isupper() and word.isalpha() and len(word) > SHORT_CAPITALS]
    if len(loud) != 1 or len(words) == 1 or words[0] != loud[0]:
        return words
    return [*words[1:], words[0]]


def _words(text: str, asides: str, lexicon: Lexicon) -> list[str]:
    """The name, in letters that the note is written in where the answer has it in those, too."""
    latin = "".join(char if char < _LATIN_END or char in VIETNAMESE else " " for char in text)
    for one in (latin, asides if not latin.strip(" ,.") or latin != text else "", text):
        if words := name_words(one, lexicon):
            return words
    return []


def _titled_as(slip: str, who: Who, lexicon: Lexicon) -> Who:
    """`prof Rossi, no wait, Russo`: the title stands although it was said before the slip only."""
    keys = leading(name_words(slip, lexicon), lexicon)[0]
    return _read(" ".join([*keys, *who.names]), lexicon) if keys else who


def _as_stated(who: Who, answer: str, lexicon: Lexicon) -> Who:
    """Greeted as the answer asks for: `but everyone says Paulo`, `I should say Mr. Park`."""
    words = stated(answer, lexicon)
    titled = untitled(words, lexicon)
    names = tuple(cased_name(word, lexicon) for word in titled.words)
    if not names or (who.names == names and who.greeting.formal and not titled.before + titled.after):
        return who
    formal = bool(titled.before or titled.after)
    name = " ".join(filter(None, (titled.before, *names, titled.after)))
    both = (*names, *(one for one in who.names if one not in names))
    pronoun = _pronoun_of(titled.key, lexicon) or who.pronoun
    return Who(
        greeting=Greeting(name, formal=formal or bool(_HONOURED.fullmatch(name))), names=both, pronoun=pronoun
    )


def _plain(answer: str, lexicon: Lexicon) -> str:
    """Without links, addresses, emoji and what people type before a name."""
    text = _SEEKING.sub(" ", LINK.sub(" ", _MAIL.sub(" ", answer)).translate(_QUOTES))
    text = "".join(char for char in text if unicodedata.category(char) not in {"So", "Sk", "Cf", "Me"})
    text = " ".join(text.strip("\ufe0f _*`~#[]{}<>!?,").split())
    text = re.sub(r" ?\([\s,;:/]*\)", " ", text).strip()
    text = _UNSURE.sub("", text)
    text = _LAWYER.sub("Maître ", text)
    text = _QUOTED.sub(lambda found: _nickname(found[1], lexicon), text)
    for beside, instead in _BESIDE:
        text = beside.sub(instead, text)
    return _in_order(lexicon.opening_of_name.sub("", text, count=1).strip(), lexicon)


def _nickname(word: str, lexicon: Lexicon) -> str:
    """In double quotes it is what somebody is called; in single ones, if it is a name as well."""
    return f'"{word}"' if any(lexicon.has(group, word) for group in ("he_names", "she_names")) else ""


def _in_order(text: str, lexicon: Lexicon) -> str:
    """`O'Brien, Pat` and `Smith, John` with the given name first."""
    text = _FAMILY_THEN_GIVEN.sub(r"\2 \1", text)
    match = _TWO_PARTS.fullmatch(text)
    if not match:
        return text
    named = [
        any(lexicon.has(group, match[part].split()[0]) for group in ("he_names", "she_names"))
        for part in ("family", "given")
    ]
    return f"{match['given']} {match['family']}" if named == [False, True] else text


def _formal(titled: Titled, names: tuple[str, ...], hints: str, lexicon: Lexicon) -> Greeting:
    if lexicon.has("titles_first", titled.key) or _BY_FIRST.search(hints):
        name = given(names, hints, lexicon) or " ".join(names)
    elif titled.whole:
        name = " ".join(without_father(names, lexicon))
    else:
        name = surname(names, hints, lexicon, titled.key)
    return Greeting(" ".join(filter(None, (titled.before, name, titled.after))), formal=True)


def _warm(names: tuple[str, ...], asides: str, answer: str, lexicon: Lexicon) -> Greeting:
    """By the given name; with an honorific behind it, or nothing but initials before it, formally."""
    if _HONOURED.fullmatch(names[-1]) and (len(names) == 1 or not names[-1].endswith("-ji")):
        return Greeting(names[-1], formal=True)  # `Eun-ji` has a given name of two parts
    if any(sign in answer for sign in _HONORIFICS) and is_family_first(names, lexicon) and names[0].isascii():
        return Greeting(f"{names[0]}-san", formal=True)
    first = given(names, asides or answer, lexicon)
    if not first and len(names) > 1 and is_initials(names[0]) and not is_initials(names[-1]):
        return Greeting(" ".join(names), formal=True)
    return Greeting(first)


def _without_suffix(words: list[str], lexicon: Lexicon) -> list[str]:
    """`Tutu Jr.` and `Ada Bello MBBS FWACS` without what stands behind a family name."""
    loud = all(word.isupper() for word in words)
    while len(words) > 1 and (
        lexicon.has("name_suffixes", words[-1].replace(".", ""))
        or (lexicon.has("degrees", words[-1].replace(".", "")) and not words[-1].istitle())
        or (not loud and len(words) > SUFFIXED and _LETTERS.fullmatch(words[-1]))
    ):
        words = words[:-1]
    return words


def _is_many(answer: str, lexicon: Lexicon) -> bool:
    words = [word.strip(".,") for word in answer.split()]
    return any(lexicon.has("many_words", word) and before != "of" for before, word in pairwise(["", *words]))


def _pronoun_of(title: str, lexicon: Lexicon) -> str | None:
    if lexicon.has("he_titles", title):
        return "he"
    return "she" if lexicon.has("she_titles", title) else None
