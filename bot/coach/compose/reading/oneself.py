"""Whether words say who somebody is: `an accountant in Ohio`, `primary school head`."""

import re
from typing import Final

from bot.coach.compose.language.persons import is_agent
from bot.coach.compose.lexicon import Lexicon

ENDS_HEAD: Final = re.compile(
    r",|\s\(|\s(?:at|in|on|from|for|with|of|and|to|who|by|near|based|now|otherwise|here|there|these|since|again|already|doing)\b"
    r"|\s\d+ (?:years?|months?)\b|\s\d+(?:st|nd|rd|th)\b"
)
_BUSY = re.compile(
    r"^(?:now )?(?:learning|studying|working|training|starting|teaching|running|run|work|teach|study|live"
    r"|applying) (?!with\b)\w",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:can|could|will|would|happy|glad|share|send|give|list|free|you|her|him|them|their|his|know)\b",
    re.IGNORECASE,
)
# `working as a nurse`, `presently a nurse`: an article stands further on, if at all
_AS_WHAT: Final = re.compile(r"(?:\w+ly|\w+ing as|\w+ing like)\b", re.IGNORECASE)
_DEGREES: Final = frozenset({"msc", "bsc", "phd", "mba", "mphil", "mres", "llm"})
MOST_WORDS_OF_A_ROLE: Final = 8
MAX_PERSON_WORDS: Final = 5


def says_who(text: str, lexicon: Lexicon) -> bool:
    """Whether words given to another question say who the writer is: `accountant in Ohio`."""
    words = text.split()
    if not words or _ELSE.search(text) or re.match(r"I (?!am\b)", text, re.IGNORECASE):
        return False
    if _BUSY.match(text):
        return True
    if len(words) > MOST_WORDS_OF_A_ROLE:
        return False
    bare = re.sub(r"^(?:now|currently|still|also|just|i'?m|i am) (?:an? )?", "", text, flags=re.IGNORECASE)
    return is_person(bare, lexicon)


def is_person(text: str, lexicon: Lexicon) -> bool:
    """Whether the words are what one person can be, so that an article belongs before them."""
    words = ENDS_HEAD.split(text)[0].lower().split()
    if not words or lexicon.has("determiners", words[0]) or _is_office(text, words, lexicon):
        return False
    if _AS_WHAT.match(text):
        return False
    owner = words[0].removesuffix("'s")
    named = owner != words[0] and words[-1] in lexicon.relations and not is_agent(owner, lexicon)
    if len(words) > MAX_PERSON_WORDS or named:
        return False
    if len(words) > 1 and words[-1] == "head":
        return True  # `primary school head`
    if len(words) > 1 and words[-1] in _DEGREES:
        return True  # `anthropology PhD`
    training = len(words) > 1 and words[-2] in {"apprentice", "trainee", "student"}
    return training or is_agent(words[-1], lexicon)


def _is_office(text: str, words: list[str], lexicon: Lexicon) -> bool:
    """`head of sales` and `CEO` need no article; `head nurse`, `retired nurse` and `training officer` do."""
    if lexicon.has("office_words", words[0]) and re.match(r"\w+(?: \w+)? of\b", text):
        return True
    person = len(words) > 1 and is_agent(words[-1], lexicon)
    return lexicon.has("about_bare", words[0]) and not lexicon.has("office_words", words[0]) and not person
