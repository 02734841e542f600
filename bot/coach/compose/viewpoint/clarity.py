"""Whether it can be told who is meant."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coach.compose.viewpoint.pronouns import FORMS, ROLE

_TWICE: Final = r"\b (?!(?:is|was|has|will|would)\b)[\w']+(?: (?:to|for|with|at|about|like))? "
_SELF_TWICE = re.compile(rf"\b(?:she{_TWICE}her(?=[.,!?]|$| (?:a|an|the)\b)|he{_TWICE}him\b)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:my|our) (?:\w+ )?\w+ (?:was|is|were|felt|got|became) (?:so |very |too |really )?"
    r"(?:scared|afraid|sick|ill|nervous|lost|worried|sad|happy|shy|crying|born|dying|blind|deaf|tired|angry|bored|"
    r"injured|hurt|lonely)\b",
    re.IGNORECASE,
)


# `my mum cleaned offices with her`: whoever acts does not do it with herself
_SOMEBODY_ACTS: Final = r"^(?:and |but )?(?:my|our) (?:\w+ )?\w+(?: [A-Z]\w+)? "
_BEHIND: Final = r"(?=[.,!?]|$| (?:in|at|on|for|when|back|last|and|from|since|until|years|well)\b)"
_WITH_ANOTHER: Final = (
    re.compile(
        rf"{_SOMEBODY_ACTS}(?P<verb>\w+)(?: (?!and\b|but\b|who\b|she\b|he\b)[\w']+){{0,4}}?"
        rf" (?:with|for|under|beside|from|to|at|about|of|near) (?:him|her){_BEHIND}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_SOMEBODY_ACTS}(?P<verb>knows|knew|met|loves|loved|trusts|trusted|likes|liked|admires|remembers"
        rf"|taught|trained|hired|follows|recommended) (?:him|her){_BEHIND}",
        re.IGNORECASE,
    ),
)


# whoever does something does it in a time of their own
_OWN_TIME: Final = re.compile(
    r"\b(?:on|in) (?:her|his) (?:(?:day|night|week|weekend|afternoon)s? off|way (?:home|out|in|to|back)"
    r"|(?:own|spare|free|lunch) (?:time|hours?|breaks?))",
    re.IGNORECASE,
)


def without_another(text: str) -> str:
    """The text without the person who does something with the recipient, and so is none of the two."""
    found = next((match for pattern in _WITH_ANOTHER if (match := pattern.match(text))), None)
    return _OWN_TIME.sub("", text[found.end("verb") :] if found else text)


def is_mixed(text: str, pronoun: str | None) -> bool:
    """Whether one word for two people is in it: `my little one was scared and she made her queen`."""
    if _SELF_TWICE.search(text):
        return True
    other = _SOMEBODY.search(text) if pronoun in {"he", "she"} else None
    return bool(other and re.search(rf"\b{pronoun}\b.*\b(?:her|him|his)\b", text[other.end() :].lower()))


# the recipient is called so: `she was the lollipop lady`, `as my teacher`
_CALLED: Final = re.compile(
    r"\b(?:(?:he|she)(?:'s| is| was| became)|as) (?:the|an?|my|our|one of the|one of my)"
    r"(?: (?!(?:of|for|to|with|at|in|from|who|and|my|our|his|her)\b)[\w'-]+){1,4}",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r'"[^"]*"')
_SAYS: Final = re.compile(
    r"^(?:and |but )?(?:(?:my|our|the|an?) )?(?:\w+ )?(?P<who>\w+)(?: \w+)? "
    r"(?:says?|said|thinks|thought|reckons|swears|tells (?:everyone|everybody|me|us)|told (?:me|us)|claims"
    r"|insists)"
    r" (?:that )?(?P<what>.+)$",
    re.IGNORECASE,
)
_GOES_ON: Final = frozenset({"and", "but", "then", "now", "also", "so", "still"})


def is_clear(text: str, pronoun: str | None, relations: Mapping[str, str]) -> bool:
    """Whether nobody else in a text could be meant by the recipient's pronoun.

    `She treated my mother and held her hand`: whose hand? Two women, and a pronoun after the second. But
    `she treated my mother and she sang` goes on about the same one, and what `my mother says` is about the
    recipient.
    """
    text = _QUOTED.sub("", text)
    if is_mixed(text, pronoun):
        return False
    if pronoun and (told := _SAYS.match(text)) and relations.get(told["who"].lower()) == pronoun:
        return _is_about_one(told["what"], pronoun)
    text = _CALLED.sub("", without_another(text))
    text = re.sub(r"\b(?<!year )(?<!years )old\b", "", text.lower().replace("-", " "))
    led, seen, before = False, False, ""
    for word in re.findall(r"[^\W\d_]+", text):
        person, role = ROLE.get(word, ("", ""))
        if person == pronoun and seen and not (led and role == "sub" and before in _GOES_ON):
            return False
        led = led or (person == pronoun and role == "sub" and not seen)
        seen = seen or word == "old" or relations.get(word) == pronoun
        before = word
    return True


def _is_about_one(said: str, pronoun: str | None) -> bool:
    """Whether what somebody says has the pronoun once: `she never rushes`, not `she felt safe with her`."""
    words = re.findall(r"[^\W\d_]+", said.lower())
    return sum(word in FORMS.get(pronoun or "", {}) for word in words) == 1


def respectful(text: str, pronoun: str | None) -> str:
    """A sentence that opens with `they` about one person: out of respect, or with those around them."""
    if pronoun not in {"he", "she"} or not text.lower().startswith("they "):
        return text
    own = {"they": pronoun, "their": "his" if pronoun == "he" else "her"}
    return re.sub(r"\b(?:they|their)\b", lambda match: own[match[0].lower()], text, flags=re.IGNORECASE)
