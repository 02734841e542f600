"""Turns of French, Spanish, Portuguese, Italian and Romanian that people carry over into English.

Only what has one meaning is put right: `we have met us` is `we met`, `without to scare` is `without scaring`.
"""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_PERSONS: Final = r"(?:he|she|they|you|we|I|it)"
_THEM: Final = r"(?:me|us|him|her|them|you|people|everyone|everybody)"
_NUMBER: Final = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|many|some|several|a few)"
)
_SPAN: Final = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_WHEN: Final = (
    r"(?:week|month|year|weekend|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday)"
)
_WHERE: Final = r"(?:in|at|on|during|through|by|the|last|one)"
_NOT_AFTER: Final = r"(?<!in )(?<!during )(?<!over )(?<!of )(?<!for )(?<!from )(?<!by )"
_OCCASIONS: Final = (
    r"(?:fair|stand|booth|congress|conference|festival|meetup|wedding|concert|party|exhibition|seminar|symposium"
    r"|summit|expo|workshop|table|market|assembly|reunion|feria|feira|salon|salone|congreso|fiesta|festa|sagra)"
)
_RIDES: Final = r"(?:train|bus|plane|flight|ferry|tram|metro|boat)"
_SITES: Final = (
    r"(?:LinkedIn|Facebook|Twitter|Instagram|YouTube|TikTok|internet|radio|podcast|TV|television|web)"
)
_SPOKEN: Final = (
    # reflexive, and the perfect of what is over
    (
        rf"\bwe (?:have |had |'ve )(?:met|known|encountered)(?: us| ourselves| each other)?(?= {_WHERE}\b)",
        "we met",
    ),
    (r"\bwe (?:have |had |'ve )?(?:met|known) (?:us|ourselves)\b", "we met"),
    (r"\bwe (?:have |'ve )?(?:seen|saw) (?:us|ourselves)\b", "we saw each other"),
    (r"\bwe (?:have |'ve )?(?:written|wrote) (?:us|ourselves)\b", "we wrote to each other"),
    (r"\bwe (?:have |'ve )?(?:spoken|spoke|talked) (?:us|ourselves)\b", "we spoke"),
    (r"\bwe know (?:us|ourselves)(?= (?:from|through|by|of)\b)", "we know each other"),
    (r"\bwe (?:have |'ve )?(greeted|helped|crossed|followed) (?:us|ourselves)\b", r"we \1 each other"),
    (r"\bI (?:have|'ve) known (him|her|them|you)(?= (?:in|at|on|during|through)\b)", r"I met \1"),
    # the one who is made to do something
    (rf"\b(made|makes|make|let|lets) ({_THEM}|my [a-z]+|the [a-z]+s) to (?=[a-z]+\b)", r"\1 \2 "),
    # the manner
    (
        rf"\bthe (?:manner|mode|form|way) (?:that|how|like|as|in that|of how)(?= {_PERSONS}\b)",
        "the way",
    ),
    (r"\b(his|her|their) (?:manner|mode|form)(?= (?:to|of|for)\b)", r"\1 way"),
    # times
    (
        rf"{_NOT_AFTER}\bthe (?:past|last|passed) ({_WHEN})(?=$|[,.;]| (?:in|at|on|during)\b)",
        r"last \1",
    ),
    (rf"\b({_WHEN}) (?:past|passed)(?=$|[,.;])", r"last \1"),
    (r"\bin the ((?:19|20)\d\d)\b(?! [a-z])", r"in \1"),
    (rf"\b(?:since|during) ({_NUMBER} {_SPAN})\b(?! ago)", r"for \1"),
    (rf"\b(?:ago|before|it makes|makes|it does) ({_NUMBER} {_SPAN})$", r"\1 ago"),
    (
        rf"\bI(?:'m| am) ((?:an? |the )?[a-z]+(?: (?!for\b)[\w-]+){{0,3}}) for (?=(?:{_NUMBER}) {_SPAN}\b)",
        r"I have been \1 for ",
    ),
    (
        r"\b(I|we|they)(?:'m|'re| am| are) ([a-z]+(?: (?!since\b)[\w-]+){0,3}) since (?=(?:19|20)\d\d\b)",
        r"\1 have been \2 since ",
    ),
    # small words
    (r"\b(answered|replied) to (?=(?:all|every|each|the (?!name)|our|my|me|us|any)\b)", r"answered "),
    (r"\b(?:assisted|assist) (?:to|at) (?=(?:his|her|their|your|the|a|an|one)\b)", "attended "),
    (r"\bparticipated (?:to|at) (?=(?:his|her|their|your|the|a|an|one)\b)", "took part in "),
    (r"\b(listened|listen|listening) (?=(?:him|her|them|his|their|the)\b)", r"\1 to "),
    (r"\bsaid (?=(?:me|us) )", "told "),
    (r"\b(told|asked|helped|thanked|called|phoned|taught) to (?=(?:me|us|him|her|them)\b)", r"\1 "),
    (r"\b(told|said|tells|says)( me| us)? the true\b", r"\1\2 the truth"),
    (r"\b(he|she|it) (?:has|had) reason\b(?! (?:to|for)\b)", r"\1 was right"),
    (r"\b(they|you|we) (?:have|had) reason\b(?! (?:to|for)\b)", r"\1 were right"),
    (r"\b(I|we|they|you)(?:'m|'re| am| are) agree\b", r"\1 agree"),
    (r"\b(he|she) (?:is|was) agree\b", r"\1 agrees"),
    (r"\b(depend(?:s|ed)?) of\b", r"\1 on"),
    (r"\b(retired) of (?=(?:the|a|my)\b)", r"\1 from "),
    (r"\bthe same (?:that|than|of) (?=(?:the|me|us|him|her|them|my|his)\b)", "the same as "),
    (r"\bresponsible of\b", "responsible for"),
    (r"\bmarried with\b", "married to"),
    (r"\binterested (?:on|for|about)\b", "interested in"),
    (
        r"\bconvinced (me|us|him|her|them) of (?=(?:stay|go|try|leave|come|do|make|learn|study)\b)",
        r"convinced \1 to ",
    ),
    (rf"\bin the ({_OCCASIONS})\b(?! (?:room|hall|centre|center|place|square)\b)", r"at the \1"),
    (r"\b(?:in|on) the same table\b", "at the same table"),
    (rf"\bin (the|a) ({_RIDES})\b(?! (?:station|stop)\b)", r"on \1 \2"),
    (rf"\bin (the )?({_SITES})\b", r"on \1\2"),
    (
        r"^both (?:of us )?we (are|were|have|had|come|love|like|work|live|study|studied|worked|speak)\b",
        r"we both \1",
    ),
    (r"\bwe both (are|were)\b", r"we \1 both"),
    (r"\b(?:the )?informations\b", "information"),
    (r"\badvices\b", "advice"),
    (r"\b(a|an|the|his|her|their) formation (?=(?:on|about|in|at|for)\b)", r"\1 training "),
    (
        r"\b(did|do|made|make|gave|give|doing|giving) (?:us |me )?a (?:training|formation)\b",
        r"\1 a training session",
    ),
    (r"\b(?:made|did) a (?=(?:speech|talk|lecture|presentation|workshop|conference)\b)", "gave a "),
    (r"\bgave a conference\b", "gave a talk"),
    (r"\b(it )?touched me (?:much|very much)\b", r"\1touched me a lot"),
    (r"\bmore (better|easier|simpler|clearer|nicer|faster|bigger|cheaper)\b", r"\1"),
    (
        r"\bthe more ([a-z]+) (?=(?:teacher|boss|person|doctor|nurse|colleague|man|woman|talk|class)\b)",
        r"the most \1 ",
    ),
    (r"\bpeoples\b(?! of\b)", "people"),
)
_RULES: Final = tuple((re.compile(pattern, re.IGNORECASE), new) for pattern, new in _SPOKEN)
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


# qualities that are doings before `the`: `for dry the cocoa`
_QUALITIES: Final = frozenset(
    {"dry", "clean", "open", "empty", "warm", "cool", "free", "clear", "slow", "calm"}
)


def calqued(text: str, lexicon: Lexicon) -> str:
    """The sentence as English says it."""
    for pattern, new in _RULES:
        text = pattern.sub(new, text)
    text = _INSTEAD.sub(lambda match: _gerund_after(match, lexicon), text)
    text = _OWN_WAY.sub(lambda match: _own_way(match, lexicon), text)
    text = _DID.sub(lambda match: _made(match, lexicon), text)
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


def gerund(verb: str) -> str:
    """`explaining` of `explain`, `running` of `run`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    doubled = re.search(r"^[^aeiou]*[aeiou][bdgklmnprt]$|(?:get|gin|fer|mit)$", verb)
    return f"{verb}{verb[-1]}ing" if doubled else f"{verb}ing"
