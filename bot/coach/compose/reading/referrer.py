"""Who suggested the contact: the name, and who that is to the writer or to the recipient."""

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.intake.pieces import read_sentences
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.introduction import Introducer, Introduction, suggests
from bot.coach.compose.reading.suggester import denies, names_somebody, plain_suggester
from bot.coach.compose.reading.told import Told, ended, lower_first
from bot.coach.compose.viewpoint.pov import Turner

ASIDE: Final = re.compile(r"\s*\(([^)]*)\)?")
_TIE_IN_BRACKETS = re.compile(r"\s*\(((?:my|our|his|her|their) [^(),.]{2,30})\)", re.IGNORECASE)
# `her editor, he is called Paul`: two sentences for what one says
_IS_CALLED = re.compile(
    r"[,.;]?\s+(?:(?:he|she|they)(?:'s|'re| is| are| was)? (?:called|named)"
    r"|(?:the|his|her|their) name(?:'s| is| was))\s+",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^(?P<tie>.+?)[,.;]?\s+(?:(?:he|she|they|you)(?:'s|'re| is| are)\s+)?"
    r"(?:called|named|name is|name was)\s+(?P<name>.+)$",
    re.IGNORECASE,
)
_OWNER: Final = r"(?:my|your|our|his|her|their|the|a|an)\s"
_NAME_THEN_TIE = re.compile(rf"^(?P<name>[^,]+),\s+(?P<tie>{_OWNER}[^,]+)(?:,.*)?$", re.IGNORECASE)
_TIE_THEN_NAME = re.compile(rf"^(?P<tie>{_OWNER}[^,]+),\s+(?P<name>[^,]+)$", re.IGNORECASE)
_THROUGH = re.compile(
    r"^(?:through|via|from|by|it was|thanks to|yes,?|got .* from"
    r"|(?:it|that|he|she)(?:'s| is| was)|they(?:'re| are| were))\s+",
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(r"(?<=\w)[,.;]?\s+(?:he|she|they)(?:'?s|'re)?\b(?=\s)", re.IGNORECASE)
_IS_SOMEBODY = re.compile(r"\b(?:he|she|they)(?:'s|'re| is| are| was| were)\b", re.IGNORECASE)
_IDEA = re.compile(r"'s (?:idea|tip|suggestion|recommendation|advice|doing)$", re.IGNORECASE)
# `the engineer Carla Rey, of the cadastre`: one description
_WHERE_FROM = re.compile(r", (of|from|at|in) (?=(?:the|our|my) )", re.IGNORECASE)
_OWNED: Final = re.compile(
    r"(?:my|your|our|his|her|their)\b", re.IGNORECASE
)  # `my boss Uwe`; `Uwe, the boss,`
_BEFORE_NAME: Final = frozenset({"old", "young", "big", "little"})
MAX_TIE_WORDS: Final = 4
MAX_LONE_TIE: Final = 2  # `my barber`; a third word is the name


class Referred(Struct, frozen=True):
    """At most one fact, what was left out, and the name for a `he` or `she` that means them."""

    facts: tuple[Fact, ...] = ()
    omissions: tuple[Omission, ...] = ()
    name: str = ""


def read_referrer(answer: str, turner: Turner, lexicon: Lexicon, pronoun: str | None) -> Referred:
    """A name with its ties, or a sentence in which somebody suggests."""
    if denies(answer, lexicon):
        return Referred()
    answer = plain_suggester(_IS_CALLED.sub(" called ", answer, count=1), lexicon)
    answer = _TIE_IN_BRACKETS.sub(lambda match: f", {match[1]}", answer)
    omissions = [Omission("referrer", "aside", match[1]) for match in ASIDE.finditer(answer)][:1]
    sentences, screened = read_sentences("referrer", ASIDE.sub("", answer), lexicon)
    text = _THROUGH.sub("", "; ".join(map(ended, sentences)))
    omissions += screened
    if not text or lexicon.unmet.match(text.lower()):
        return Referred(omissions=tuple(omissions))
    if not names_somebody(text, lexicon):
        return Referred(omissions=(*omissions, Omission("referrer", "nobody", text)))
    found = Introducer(turner, pronoun, lexicon).read(text)
    first, _, rest = found.name.partition("; ")
    name = _name(turner.by_given().turn(first), lexicon)
    omissions += [Omission("referrer", "aside", one) for one in (rest, found.rest) if one][:1]
    alone = name.partition(", ")[0]  # without what is said of them
    return Referred((_fact(found, name, turner, lexicon),), tuple(omissions), alone)


def _fact(found: Introduction, name: str, turner: Turner, lexicon: Lexicon) -> Fact:
    told = Told("referrer", ())
    if found.said:
        return told.fact(0, "referrer.said", f"{name} {found.said}")
    if not found.tie and suggests(found.name, lexicon):
        return told.fact(0, "referrer.said", lower_first(turner.turn(found.name), lexicon))
    fact = told.fact(0, "referrer.name", *dict.fromkeys((name.partition(", ")[0], name)))
    return replace(fact, texts=(name, f"{name.rstrip(',')}, {found.tie},")) if found.tie else fact


def of_recipient(answer: str, lexicon: Lexicon) -> str:
    """The answer without the subject that is the one who suggests: `Dana, he told me to write to her`."""
    owned = lexicon.has("determiners", answer.split(maxsplit=1)[0]) if answer else False
    told_of = owned or suggests(answer, lexicon) or _IS_SOMEBODY.search(answer)
    return _OWN_SUBJECT.sub(" ", answer, count=1) if told_of else answer


def _name(text: str, lexicon: Lexicon) -> str:
    """Tie and name in one: `your editor Paul Weaver`; what else was said of them goes into brackets."""
    text = _akin(_IDEA.sub("", text), lexicon)
    text = _WHERE_FROM.sub(lambda found: f" {found[1].lower()} ", text)
    match = _CALLED.match(text) or _NAME_THEN_TIE.match(text) or _TIE_THEN_NAME.match(text)
    if match and len(match["tie"].split()) <= MAX_TIE_WORDS:
        name, tie = match["name"], match["tie"].strip(" ,")
        if lexicon.has("determiners", name.split()[0]):
            return f"{name}, {tie},"
        name = cased(name, lexicon)
        return f"{tie} {name}" if _OWNED.match(tie) else f"{name}, {tie},"
    name, comma, rest = text.partition(", ")
    return f"{cased(name, lexicon)}, {rest}," if comma else cased(text, lexicon)


def _akin(text: str, lexicon: Lexicon) -> str:
    """`cousin Ali` as `my cousin Ali`, and `social worker Eva` as `the social worker Eva`."""
    words = text.split()
    small = (
        len(words) if text.islower() else next((n for n, word in enumerate(words) if not word.islower()), 0)
    )
    head = [word.strip(",") for word in words[:small]]
    if not head:  # `LC1 chairman`
        office = len(words) == 2 and words[1].islower() and lexicon.has("person_words", words[1])  # noqa: PLR2004
        return f"the {text}" if office and "," not in text else text
    titled = head[0] in lexicon.titles and not text.islower()
    if titled or lexicon.has("determiners", head[0]):
        return text
    end = next((n for n, word in enumerate(head) if lexicon.has("after_object", word)), len(head))
    ties = [n for n, word in enumerate(head[:end]) if _is_tie(word.removesuffix("-in-law"), lexicon)]
    if ties:
        return f"a {text}" if end == ties[-1] + 1 < len(head) else f"my {text}"  # `a friend of a friend`
    if any(
        lexicon.has("tie_plurals", word) or word.removesuffix("s") in lexicon.relations for word in head[:end]
    ):
        return f"the {text}"  # `other mums`
    trade = any(lexicon.has(group, word) for word in head[:end] for group in ("person_words", "people_words"))
    return f"the {text}" if trade or (len(words) == 1 and head[0] in lexicon.titles) else text


def _is_tie(word: str, lexicon: Lexicon) -> bool:
    tie = word in lexicon.relations or lexicon.has("tie_words", word)
    return tie and not lexicon.has("people_words", word)  # `hostel lady` is nobody's


def cased(text: str, lexicon: Lexicon) -> str:
    """`my manager dana ortiz` and `prof lindqvist` with capitals, where nothing but names can follow."""
    words = text.split()
    owned = bool(words) and lexicon.has("determiners", words[0])
    if owned:
        text = f"{text[0].lower()}{text[1:]}"
    if owned and any(word[:1].isupper() and word.lower() not in lexicon.capitals for word in words[1:]):
        return text  # the name has its capitals
    if len(words) > 1 and words[0] in _BEFORE_NAME and words[1][:1].isupper():
        return text  # `old Magnus`
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
            index
            and lexicon.has("role_words", plain)
            and plain not in {"from", "at", "of", "in", "who", "the"}
        ):
            started = True
        elif index and (lexicon.has("after_object", plain) or lexicon.has("relatives", plain)):
            break
        elif started and word.islower() and not lexicon.has("name_particles", word):
            words[index] = word[:1].upper() + word[1:]
    else:
        if not started and len(words) > MAX_LONE_TIE and _may_be_called(words, lexicon):
            words[-1] = words[-1][:1].upper() + words[-1][1:]
    return " ".join(words)


def _may_be_called(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the last small word may be a name: of `my manager dana`, not of `the alto section`."""
    if lexicon.has("person_words", words[-1]):
        return False
    return words[0].lower() not in {"the", "a", "an"} or lexicon.has("person_words", words[-2])
