"""`You` that means anybody: `she lets you finish` is said of her, so the note says `you let me finish`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pronouns import FORMS

_YOU: Final = re.compile(r"\b(?P<you>you|your|yours|yourself)(?P<end>'re|'ve|'d|'ll)?\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"')
# `thank you`, `mind you`; and what was asked or said to the recipient: `asked how you stop it`
_SPOKEN: Final = re.compile(
    r"\b(?:like|thank|see|miss|love|mind) you\b(?!')|\b(?:you know|you see)$"
    r"|\b(?:ask|asked|asks|wondered)(?: (?!you\b)\w+)? (?:how|why|what|if|whether) you\b"
    r"|\b(?:said|told \w+)(?: that)? you\b",
    re.IGNORECASE,
)
# before `you` as a subject; before all else it is an object
_BEFORE_SUBJECT: Final = frozenset(
    "and but or so then that how why what where when whenever while if until till before after"  # noqa: SIM905
    " because since as though although once than whatever wherever like which".split()
)
_OBJECT_AFTER: Final = frozenset({"", "and", "or", "in", "at", "on", "to", "for", "with", "about"})
_ENDINGS: Final = {"'re": "'m", "'ve": "'ve", "'d": "'d", "'ll": "'ll"}
_BE: Final = {"are": "am", "were": "was", "aren't": "am not", "weren't": "wasn't"}
_OWN: Final = {"your": "my", "yours": "mine", "yourself": "myself"}


def as_writer(text: str, pronoun: str | None, lexicon: Lexicon) -> str:
    """The text with `you` as the writer, where the recipient is he or she in the same words."""
    if "you" not in text.lower() or not _is_about(text, pronoun) or _is_spoken_to(text, lexicon):
        return text
    parts, start = [], 0
    for match in _QUOTED.finditer(text):
        parts += [_turned(text[start : match.start()]), match[0]]
        start = match.end()
    return "".join([*parts, _turned(text[start:])])


def _is_about(text: str, pronoun: str | None) -> bool:
    """Whether the recipient is there as he or she; `they` may be anybody, too."""
    words = set(re.findall(r"[a-z]+", _QUOTED.sub("", text).lower()))
    return pronoun in {"he", "she"} and bool(words & FORMS[pronoun].keys())


def _is_spoken_to(text: str, lexicon: Lexicon) -> bool:
    """`you told her` and `thank you` speak to somebody who is there."""
    opening = re.match(r"you (?:(?:really|also|just|even) )?(\w+)", text, re.IGNORECASE)
    told = (
        opening is not None and opening[1].lower() in lexicon.pasts | {"were", "had", "did"} - lexicon.bases
    )
    return told or bool(_SPOKEN.search(text))


def _turned(text: str) -> str:
    found, start = [], 0
    for match in _YOU.finditer(text):
        said, end = _said(match)
        found += [text[start : match.start()], said]
        start = end
    return "".join([*found, text[start:]])


def _said(match: re.Match[str]) -> tuple[str, int]:
    """What stands for the word, and where the text goes on behind it."""
    word, text = match["you"].lower(), match.string
    if word in _OWN:
        return _OWN[word], match.end()
    if match["end"]:
        return f"I{_ENDINGS[match['end'].lower()]}", match.end()
    before = re.search(r"([\w']+)[ ]*$", text[: match.start()])
    following = re.match(r" ([\w']+)", text[match.end() :])
    opens = before is None or before[1].lower() in _BEFORE_SUBJECT
    if not opens or (before and following is None) or (following and following[1] in _OBJECT_AFTER):
        return "me", match.end()
    if following and (be := _BE.get(following[1].lower())):
        return f"I {be}", match.end() + following.end()
    return "I", match.end()
