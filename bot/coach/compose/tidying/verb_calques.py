"""Verbs in the form that another language has: `without to scare`, `I follow since 2 years`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

NUMBER: Final = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|many|some|several|a few)"
)
SPAN: Final = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_INSTEAD: Final = re.compile(
    r"\b(without|before|after|of|for|instead of) (to |having to )?([a-z]+)\b(?= ?([\w']*))", re.IGNORECASE
)
_OWN_WAY: Final = re.compile(r"\b(his|her|their) way (?:to|of|for) ([a-z]+)\b", re.IGNORECASE)
_DID: Final = re.compile(r"\b(did|does|do) (me|us|him|them) ([a-z]+)\b(?! of\b)", re.IGNORECASE)
_OVER: Final = re.compile(
    r"^(we|I) ([a-z]+)\b"
    r"(?=.*\b(?:in (?:19|20)\d\d|last (?:week|month|year|summer|winter|spring|autumn)|yesterday|ago)\b)",
    re.IGNORECASE,
)
_TAKES: Final = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "your", "me", "us", "it", "them", "all", "every"}
)


# `I follow since 2 years his page`, `we work together for 3 years`
_GOES_ON: Final = re.compile(
    rf"^(?P<who>I|we) (?P<verb>[a-z]+)\b(?P<before>[^,.;]{{0,60}}?)"
    rf" (?P<time>for {NUMBER} (?:months?|years?|decades?)|since (?:19|20)\d\d)"
    r"(?P<after> [^,.;]*)?(?=$|[,.;])",
    re.IGNORECASE,
)
_DID_NOT: Final = re.compile(r"\b(did(?:n't| not)) ([a-z]+)\b", re.IGNORECASE)
# qualities that are doings before `the`: `for dry the cocoa`
_QUALITIES: Final = frozenset(
    {"dry", "clean", "open", "empty", "warm", "cool", "free", "clear", "slow", "calm"}
)


def with_right_verbs(text: str, lexicon: Lexicon) -> str:
    """The sentence with its verbs in the form that English wants."""
    text = _INSTEAD.sub(lambda match: _gerund_after(match, lexicon), text)
    text = _OWN_WAY.sub(lambda match: _own_way(match, lexicon), text)
    text = _DID.sub(lambda match: _made(match, lexicon), text)
    text = _GOES_ON.sub(lambda match: _until_now(match, lexicon), text)
    text = _DID_NOT.sub(lambda match: _did_not(match, lexicon), text)
    return _OVER.sub(lambda match: _then(match, lexicon), text)


def _is_plain_verb(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.bases and word not in lexicon.pasts


def _gerund_after(match: re.Match[str], lexicon: Lexicon) -> str:
    """`without to scare` and `for dry the cocoa`; `for work` and `of use to us` are things."""
    small, to, verb, following = match[1], match[2], match[3].lower(), match[4].lower()
    if to and lexicon.has("determiners", verb):
        return match[0]
    if not to and verb not in _QUALITIES and not _is_plain_verb(verb, lexicon):
        return match[0]
    if to and small.lower() in {"for", "of"}:
        return match[0] if small.lower() == "of" else f"to {match[3]}"
    if not to and (following not in _TAKES or (lexicon.has("noun_verbs", verb) and verb not in _QUALITIES)):
        return match[0]
    return f"{small} {gerund(verb)}"


def _own_way(match: re.Match[str], lexicon: Lexicon) -> str:
    """`her way to explain` as `her way of explaining`."""
    verb = match[2].lower()
    return f"{match[1]} way of {gerund(verb)}" if _is_plain_verb(verb, lexicon) else match[0]


def _made(match: re.Match[str], lexicon: Lexicon) -> str:
    """`he did us measure the lake` as `he made us measure the lake`."""
    made = {"did": "made", "does": "makes", "do": "make"}[match[1].lower()]
    verb = match[3].lower()
    return f"{made} {match[2]} {match[3]}" if _is_plain_verb(verb, lexicon) else match[0]


def _then(match: re.Match[str], lexicon: Lexicon) -> str:
    """`we study together in 2014` in the past."""
    verb = match[2].lower()
    plain = _is_plain_verb(verb, lexicon) and not lexicon.has("finite", verb)
    return f"{match[1]} {lexicon.past_of_base[verb]}" if plain else match[0]


def _until_now(match: re.Match[str], lexicon: Lexicon) -> str:
    """`I follow for 2 years his page` as `I have followed his page for 2 years`."""
    verb, after = match["verb"].lower(), match["after"] or ""
    if (
        not _is_plain_verb(verb, lexicon)
        or lexicon.has("finite", verb)
        or after.startswith((" each", " every"))
    ):
        return match[0]
    return f"{match['who']} have {lexicon.done(verb)}{match['before']}{after} {match['time']}"


def _did_not(match: re.Match[str], lexicon: Lexicon) -> str:
    """`he didn't knew` as `he didn't know`."""
    verb = match[2].lower()
    base = "" if verb in lexicon.bases else lexicon.base_of_past.get(verb, "")
    return f"{match[1]} {base}" if base else match[0]


def gerund(verb: str) -> str:
    """`explaining` of `explain`, `running` of `run`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    doubled = re.search(r"^[^aeiou]*[aeiou][bdgklmnprt]$|(?:get|gin|fer|mit)$", verb)
    return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"
