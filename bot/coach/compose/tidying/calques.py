"""Turns of French, Spanish, Portuguese, Italian and Romanian that people carry over into English.

Only what has one meaning is put right: `we have met us` is `we met`, `without to scare` is `without scaring`.
"""

from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.patterns import Rewrites
from bot.coach.compose.tidying.verb_calques import NUMBER, SPAN, with_right_verbs

_PERSONS: Final = r"(?:he|she|they|you|we|I|it)"
_THEM: Final = r"(?:me|us|him|her|them|you|people|everyone|everybody)"
_WHEN: Final = (
    r"(?:week|month|year|weekend|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday)"
)
_DAY: Final = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
_WHERE: Final = r"(?:in|at|on|during|through|by|the|last|one)"
_NOT_AFTER: Final = r"(?<!in )(?<!during )(?<!over )(?<!of )(?<!for )(?<!from )(?<!by )"
_OCCASIONS: Final = (
    r"(?:funeral|baptism|ceremony|fair|stand|booth|congress|conference|festival|meetup|wedding|concert|party|exhibition|seminar|symposium"
    r"|summit|expo|workshop|table|market|assembly|reunion|feria|feira|salon|salone|congreso|fiesta|festa|sagra)"
)
_RIDES: Final = r"(?:train|bus|plane|flight|ferry|tram|metro|boat)"
_SITES: Final = (
    r"(?:LinkedIn|Facebook|Twitter|Instagram|YouTube|TikTok|WhatsApp|Telegram|internet|radio|podcast|TV"
    r"|television|web)"
)
_SPOKEN: Final = (
    # reflexive, and the perfect of what is over
    (
        (
            rf"\bwe (?:have |had |'ve )(?:met|known|knew|encountered)(?: us| ourselves| each other)?"
            rf"(?= {_WHERE}\b)"
        ),
        "we met",
    ),
    (r"\bwe (?:have |had |'ve )?(?:met|known) (?:us|ourselves)\b", "we met"),
    (r"\bwe (?:have |'ve )?(?:seen|saw) (?:us|ourselves)\b", "we saw each other"),
    (r"\bwe (?:have |'ve )?(?:written|wrote) (?:us|ourselves)\b", "we wrote to each other"),
    (r"\bwe (?:have |'ve )?(?:spoken|spoke|talked) (?:us|ourselves)\b", "we spoke"),
    (r"\bwe know (?:us|ourselves)(?= (?:from|through|by|of)\b)", "we know each other"),
    (r"\bwe (?:have |'ve )?(greeted|helped|crossed|followed) (?:us|ourselves)\b", r"we \1 each other"),
    (r"\bI (?:have|'ve) known (him|her|them|you)(?= (?:in|at|on|during|through)\b)", r"I met \1"),
    (
        r"\bwe (?:(?:did|do|have)(?:n't| not)) (?:see|saw|seen|met|meet) us(?: again| more)?\b",
        "we haven't seen each other",
    ),
    (r"\bmore since (?=(?:19|20)\d\d)", "since "),
    # who comes before what they do, and is not left bare
    (r"^(never|always) (he|she|they|we|I) (?=[a-z]+\b)", r"\2 \1 "),
    (r"^(he|she) (is|was) who (?!(?:he|she|they|we|you|I)\b)", r"\1 \2 the one who "),
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
    (rf"\b(?:since|during) ({NUMBER} {SPAN})\b(?! ago)", r"for \1"),
    (rf"\b(?:ago|before|it makes|makes|it does) ({NUMBER} {SPAN})$", r"\1 ago"),
    (
        rf"\bI(?:'m| am) ((?:an? |the )?[a-z]+(?: (?!for\b)[\w-]+){{0,3}}) for (?=(?:{NUMBER}) {SPAN}\b)",
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
    (r"\b(I|he|she|we) had (\d\d) years\b(?! (?:of|in|at|with|behind)\b)", r"\1 was \2"),
    (r"\bI have (\d\d) years\b(?! (?:of|in|at|with|behind)\b)", r"I am \1"),
    (r"\blearn(?:ed|t) (?=(?:me|us|him)\b)", "taught "),
    (r"\blearns (?=(?:me|us|him)\b)", "teaches "),
    (r"\blaugh(ed|s)? of (?=(?:me|us|him|it|the|my|our)\b)", r"laugh\1 at "),
    (r"\b(know|knows|knew) to (?=[a-z]+\b)", r"\1 how to "),
    (r"\b(was|were|been) presented to (?=(?:me|us) by\b)", r"\1 introduced to "),
    (r"\bpresented (me|us|him|her|them) to (?=(?:him|her|them|you|me|us)\b)", r"introduced \1 to "),
    (r"\bdedicated (me|us) (his|her|their|a|the) (book|novel|album|record)\b", r"dedicated \2 \3 to \1"),
    (
        r"\b(arrives?|arrived|came|comes?|left|leaves?|leaving|arriving) the (first|last)\b(?! [a-z])",
        r"\1 \2",
    ),
    (r"\bmade (?=(?:the )?sports?\b)", "did "),
    (r"\b(?:make|makes) (?=sports?\b)", "do "),
    (rf"{_NOT_AFTER}(?<!over )(?<!around )(?<!across )(?<!to )(?<!round )\ball the world$", "everybody"),
    (rf"{_NOT_AFTER}(?<!on )(?<!until )(?<!and )\bthe ({_DAY})(?=$|[,.;])", r"on \1"),
    (r"\ball we (?=(?:[a-z]+ed|were|are|had|have|sang|went|came|knew)\b)", "we all "),
    (r"\blended\b", "lent"),
    (r"\bthanks God\b", "thank God"),
    (r"\bwithout that I ask(?:ed)? (?:it|him|her|them)$", "without being asked"),
    (r"\bpeoples\b(?! of\b)", "people"),
)
_RULES: Final = Rewrites(_SPOKEN)


def calqued(text: str, lexicon: Lexicon) -> str:
    """The sentence as English says it."""
    text = _RULES(text)
    return with_right_verbs(text, lexicon)
