"""Turns of people who type in haste: `never have I seen`, `everyones name`, `honestly` at the end."""

from typing import Final

from bot.coach.compose.patterns import Rewrites

_DOUBT: Final = (
    r"(?<=\w)(?<!\bwhat)(?<!\bhow)(?<!\bthan)(?<!\bas)(?<!\bso)(?<!\bway)(?<!\bthat)(?<!\bwho)(?<!\bhere),?"
    r" (?:i (?:think|guess|believe|suppose|reckon)|or something(?: like that)?|iirc|afaik"
    r"|if i (?:remember|recall)(?: right| rightly| correctly| well)?)$"
)
_YEAR_OR_SO: Final = r"\b((?:19|20)\d\d) (?:or so|or thereabouts|i think|i guess|maybe)\b"
# `tells you when not to`: whoever it is
_DONE_TO_ALL: Final = (
    "tells|shows|makes|lets|gives|asks|teaches|helps|reminds|warns|serves|sells|hands|brings|offers"
)
_FAMILY: Final = "mum|mom|mam|dad|nan|gran|grandma|grandad|grandpa"
_KNOWN_OF_ALL: Final = "shouts|calls|knows|remembers|learns|says|spells"
_BEFORE_FAMILY: Final = (
    r"when|while|if|because|that|and|but|so|to|with|for|what|how|after|before|told|gave|asked|helped|from"
    r"|about"
)
_TURNS: Final = (
    (rf"^((?:(?:he|she) )?(?:always |never |often |still )?(?:{_DONE_TO_ALL})) you\b", r"\1 people"),
    (r"^([^,.]+ people) your (?=\w)", r"\1 their "),
    (rf"^((?:(?:he|she) )?(?:always |never )?(?:{_KNOWN_OF_ALL})) your (?=\w)", r"\1 people's "),
    (r"\bcirca (?=\d{4}\b)", ""),
    (rf"(^|\b(?:{_BEFORE_FAMILY}) )({_FAMILY})\b(?! of\b| and me\b|-)", r"\1my \2"),
    (r"\beach others (?=[a-z])", "each other's "),
    (r"\bmy (\d+) ?yo\b", r"my \1-year-old"),
    (r"^never have (I|we) (?=[a-z])", r"\1 have never "),
    (r"(?<=[a-z]) not the [A-Z]?\w+ one(?=$|[,.])", ""),
    (r"\b(told|tells|tell) ((?!me\b|us\b)(?:\w+ ){1,3}?)to (?:his|her|their) face\b", r"\1 \2face to face"),
    (r"\b((?:every|any|some|no)(?:one|body))s (?=[a-z])", r"\1's "),
    (r"(?<=\w),? (?:honestly|to be fair|i swear|no joke|seriously)$", ""),
)
_RULES: Final = Rewrites((*_TURNS, (_YEAR_OR_SO, r"\1"), (_DOUBT, "")))


def unhurried(text: str) -> str:
    """The sentence as its writer would have put it with more time."""
    return _RULES(text)
