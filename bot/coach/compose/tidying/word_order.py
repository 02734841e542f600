"""Sentences in the order of another language put into that of English: `in May was I there`.

Nothing is added or dropped; words change places only where the subject is a pronoun that can be nothing else.
"""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_PRONOUN: Final = r"(?:I|we|he|she|they|it)"
_BE: Final = r"(?:was|were|is|are|am|have|has|had|could|can|did|will|would)"
_START: Final = r"(?P<start>^|, |; |\band |\bbut |: )"
_OPENING: Final = (
    r"(?P<opening>(?:in|on|at|after|since|during|before|for|by|from|to|with|last|every|yesterday|today|then"
    r"|there|here|now|later|afterwards|already|once|always)\b(?: [^\s,;]+){0,8}?),?"
)
_INVERTED: Final = re.compile(
    rf"{_START}{_OPENING} (?P<verb>[a-z]+) (?P<subject>{_PRONOUN})\b(?= ?(?P<next>[\w']*))", re.IGNORECASE
)
_WHEN_WAS: Final = re.compile(
    rf"^when (?P<verb>was|were) (?P<thing>(?:the|a|an) [^,]{{2,40}}?),?"
    rf" (?=(?-i:{_PRONOUN}) )",
    re.IGNORECASE,
)
_NOT_LAST: Final = re.compile(
    rf"(?P<start>^|, |\band |\bbut |{_PRONOUN} )(?P<verb>[a-z]+) not(?=$|[,.;]| (?:at|in|on|until"
    rf"|once|much)\b)",
    re.IGNORECASE,
)
_OBJECT_FIRST: Final = re.compile(
    r"^(?P<thing>(?:the|this|that|his|her|their) [^,]{2,70}) (?P<verb>I (?:have |had )?[a-z]+)"
    r" (?P<often>(?:two|three|four|five|ten|many|several|\d+) times|twice|often|every \w+)$",
    re.IGNORECASE,
)
_WHILE_BEFORE_THING: Final = re.compile(
    r"\b(?P<verb>[a-z]+) (?P<often>(?:every|each) (?:morning|evening|day|night|week|month|year"
    r"|summer|winter|spring"
    r"|autumn|time)|very much|always|often) (?P<thing>(?:the|a|an|my|our|his|her|their"
    r"|your) [a-z-]+)(?=$|[,.;]| and\b)",
    re.IGNORECASE,
)
_SMALL_LATE: Final = re.compile(
    rf"(?P<subject>\b{_PRONOUN}) (?P<verb>[a-z]+) (?P<adverb>also|still)(?=$|[,.;]| (?:what|how"
    rf"|that|the|a|an|my"
    r"|it|about|to)\b)",
    re.IGNORECASE,
)
_LENGTH_FIRST: Final = re.compile(
    r"\b(?P<verb>was|were|been) (?P<length>(?:one|two|three|four|five|six|\d+) (?:days?|weeks?"
    r"|months?|years?))"
    r" (?:long )?(?P<place>there|here|(?:in|at) [^\s,]+)(?= |$|[,.])",
    re.IGNORECASE,
)
_HOW_WORKS: Final = re.compile(
    r"\bhow (?P<verb>works|functions|runs|goes|looks|sounds|worked|functioned|started|began)"
    r" (?P<thing>(?:the|a|an|his|her|their|this|that) (?:[a-z-]+ )?[a-z-]+)(?=$|[,.;]| and\b)",
    re.IGNORECASE,
)
_HOW_DOES: Final = re.compile(
    r"\b(?P<asks>(?:explain(?:s|ed)?|show(?:s|ed)?|understand|understood|know|knew|learn(?:ed|t)?|told|see)"
    r"(?: to)?(?: (?:me|us|them|him|her|everyone))? (?:how|why|what|where)) (?P<verb>does|is|was|are|were)"
    r" (?P<thing>it|this|that|(?:the|a) [a-z-]+)\b(?: (?P<does>[a-z]+))?",
    re.IGNORECASE,
)
_MODALS: Final = frozenset("was were is are am have has had could can did will would".split())  # noqa: SIM905
_BEFORE_BASE: Final = frozenset({"did", "could", "can", "will", "would"})


def reordered(text: str, lexicon: Lexicon) -> str:
    """The sentence in the order of English."""
    text = _WHEN_WAS.sub(r"when there \g<verb> \g<thing>, ", text)
    text = _INVERTED.sub(lambda match: _straight(match, lexicon), text)
    text = _NOT_LAST.sub(lambda match: _denied(match, lexicon), text)
    text = _OBJECT_FIRST.sub(r"\g<verb> \g<thing> \g<often>", text)
    text = _WHILE_BEFORE_THING.sub(lambda match: _late(match, lexicon), text)
    text = _SMALL_LATE.sub(lambda match: _early(match, lexicon), text)
    text = _LENGTH_FIRST.sub(r"\g<verb> \g<place> for \g<length>", text)
    text = _HOW_WORKS.sub(r"how \g<thing> \g<verb>", text)
    return _HOW_DOES.sub(lambda match: _told(match, lexicon), text)


def _straight(match: re.Match[str], lexicon: Lexicon) -> str:
    """The subject before its verb, where the opening has no subject of its own."""
    verb, subject, following = match["verb"].lower(), match["subject"], match["next"].lower()
    opening = match["opening"].split()
    if any(word.lower() in _SUBJECTS or _is_link(word) for word in opening):
        return match[0]
    helps = verb in _MODALS
    if not helps and (subject == "it" or verb not in lexicon.pasts or _is_finite(following, lexicon)):
        return match[0]
    if (
        helps
        and (verb == "did" or _is_finite(following, lexicon))
        and not _goes_with(verb, following, lexicon)
    ):
        return match[0]
    pronoun = "I" if subject.lower() == "i" else subject.lower()
    return f"{match['start']}{match['opening']} {pronoun} {verb}"


_SUBJECTS: Final = frozenset("i we he she they it you who which that what".split())  # noqa: SIM905 - words


def _is_link(word: str) -> bool:
    return word.lower() in {"when", "because", "where", "how", "if", "and", "but", "only", "not", "never"}


def _is_finite(word: str, lexicon: Lexicon) -> bool:
    return bool(word) and (lexicon.has("finite", word) or word in lexicon.pasts or word in lexicon.thirds)


def _goes_with(verb: str, following: str, lexicon: Lexicon) -> bool:
    """`have I met`, `was he called`, `could I see`: the verb that follows belongs to the helping one."""
    if verb in _BEFORE_BASE:
        return verb != "did" and following in lexicon.bases
    return following in lexicon.participles or following in lexicon.pasts


def _denied(match: re.Match[str], lexicon: Lexicon) -> str:
    """`slept not` as `did not sleep`."""
    base = lexicon.base_of_past.get(match["verb"].lower())
    if not base or match["verb"].lower() in lexicon.bases or base == "be":
        return match[0]
    return f"{match['start']}did not {base}"


def _late(match: re.Match[str], lexicon: Lexicon) -> str:
    """`bought every day the bread` as `bought the bread every day`."""
    verb, often = match["verb"].lower(), match["often"].lower()
    if verb not in lexicon.pasts | lexicon.bases or often in {"always", "often"}:
        return match[0]
    return f"{match['verb']} {match['thing']} {match['often']}"


def _early(match: re.Match[str], lexicon: Lexicon) -> str:
    """`she tells also how` as `she also tells how`."""
    verb = match["verb"].lower()
    if verb not in lexicon.pasts | lexicon.bases | lexicon.thirds.keys():
        return match[0]
    return f"{match['subject']} {match['adverb']} {match['verb']}"


def _told(match: re.Match[str], lexicon: Lexicon) -> str:
    """`explained how does it work` as `explained how it works`."""
    verb, does = match["verb"].lower(), match["does"]
    if verb == "does":
        third = next((form for form, base in lexicon.thirds.items() if base == (does or "").lower()), "")
        return f"{match['asks']} {match['thing']} {third}" if third else match[0]
    if does:
        return match[0]
    return f"{match['asks']} {match['thing']} {verb}"
