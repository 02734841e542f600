"""What the writer says about the name: a slip put right, which part is the family's, how to address."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_SLIP: Final = re.compile(
    r"(?<![\s,.…–-])[\s,.…–-]+(?:no,? ?(?:no,? ?)?wait|wait,? no|no,? (?:no,? )?sorry|sorry|i mean(?:t)?|"
    r"scratch that|ok(?:ay)?,? just|no,? it'?s|correction)\b[\s,:.]*",
    re.IGNORECASE,
)
_SWAP: Final = re.compile(
    r"(?<![\s,.])[\s,.]+(?:(?:correct(?:ly|ion)?|right|actually|i mean)[\s:,]+)?"
    r"\b([^\W\d_]+),? not ([^\W\d_]+)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SURNAME: Final = re.compile(
    r"(?<![\w'-])([\w'-]+) (?:is|=) (?:the |her |his |their )?(?:sur|family |last )name\b"
    r"|\b(?:sur|family |last )name (?:is |= ?|: ?)([\w'-]+)",
    re.IGNORECASE,
)
_WHO: Final = r"(?:every(?:one|body)|people|they all|we all|we|friends|he|she|they|i)"
_ADDRESSED: Final = re.compile(
    rf"\b(?:goes by|known as|nicknamed|{_WHO} (?:would |should |will |always |usually |just |all )*"
    r"(?:says?|calls?|prefers?|uses?)|call(?:ed|s)?|prefers(?: to be called)?|to say|says just|use|say|"
    r"but (?:it'?s|it is))"
    r"(?: (?:him|her|them|me|as|just|simply|only))*\s+",
    re.IGNORECASE,
)
_SAID_LAST: Final = re.compile(
    r"(?:^|[,;(]\s*)([^\W\d_a-z][\w'-]+)(?: [a-z]+){0,4}"
    r" (?:everyone|everybody|people|we all) (?:says?|calls?)"
    r"(?: (?:him|her|them))?\b",
)
_GIVEN: Final = re.compile(
    r"(?<![\w'-])([\w'-]+) (?:is|=) (?:the |her |his |their )?(?:given|first|christian) name\b", re.IGNORECASE
)
_DENIED: Final = re.compile(r"(?:\bnot|n't|\bnever|\bhates?|\bdislikes?)(?: \w+){0,3} ?$", re.IGNORECASE)
_BARE: Final = re.compile(r"[^\s,;.()!?\"]+\.?")
MAX_ADDRESS_WORDS: Final = 4


def put_right(text: str) -> tuple[str, str]:
    """What was meant, and what was said before the slip: `Ann Lee, no wait, Ann Leigh`."""
    if swap := _SWAP.search(text):
        right, wrong = swap[1], swap[2]
        before = text[: swap.start()]
        alike = right[0].isupper() == wrong[0].isupper()
        if alike and re.search(rf"\b{re.escape(wrong)}\b", before, re.IGNORECASE):
            return re.sub(rf"\b{re.escape(wrong)}\b", right, before, flags=re.IGNORECASE), ""
    slips = list(_SLIP.finditer(text))
    return (text[slips[-1].end() :], text[: slips[0].start()]) if slips else (text, "")


def family_name(answer: str) -> str:
    """The part that is said to be the family's, or nothing."""
    hint = _SURNAME.search(answer)
    return (hint[1] or hint[2]) if hint else ""


def stated(answer: str, lexicon: Lexicon) -> list[str]:
    """The words by which the person is to be addressed, as far as the answer says so."""
    found: list[str] = []
    for match in _ADDRESSED.finditer(answer):
        if not _DENIED.search(answer[max(0, match.start() - 40) : match.start()]):
            found = _words_after(answer[match.end() : match.end() + 80], answer, lexicon) or found
    last = _SAID_LAST.search(answer) or _GIVEN.search(answer)
    return found or ([last[1]] if last else [])


def _words_after(rest: str, answer: str, lexicon: Lexicon) -> list[str]:
    """The name at the start of the words; in an answer without capitals, one word."""
    words: list[str] = []
    end = 0
    for match in _BARE.finditer(rest):
        word = match[0]
        if rest[end : match.start()].strip() or len(words) == MAX_ADDRESS_WORDS:
            break
        if not _belongs(word, words, answer, lexicon):
            break
        titled = word.rstrip(".").lower() in lexicon.titles
        words.append(word if titled else word.rstrip("."))
        end = match.end()
        if word.endswith(".") and not titled:
            break
    only_titles = all(word.rstrip(".").lower() in lexicon.titles for word in words)
    return [] if only_titles else words


def _belongs(word: str, words: list[str], answer: str, lexicon: Lexicon) -> bool:
    plain = word.rstrip(".").lower()
    if any(lexicon.has(group, plain) for group in ("no_names", "subjects", "determiners", "after_object")):
        return False
    if plain in lexicon.titles or (words and lexicon.has("titles_after", plain)):
        return True
    typed_small = answer.islower() and all(one.lower() in lexicon.titles for one in words)
    return word[:1].isalpha() and (not word[:1].islower() or typed_small)
