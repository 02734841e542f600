"""Words of people who think in another language of Europe: `we know us`, `since 3 years`, `an own shop`."""

import re
from typing import Final

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.patterns import Rewrites

_EACH: Final = r"know|knew|known|see|saw|seen|help|helped|visit|visited|write|wrote|support|hug|hugged"
_SPAN: Final = r"(?:(?:more than|a few|[a-z]+|\d+) )?(?:years|months|weeks|days)"
_OCCASIONS: Final = (
    r"conference|congress|fair|messe|exhibition|seminar|workshop|lecture|wedding|party|concert"
    r"|festival|meeting"
    r"|meetup|university|booth|stand|summit|expo|symposium|funeral|school|academy|faculty"
)
_ENDS: Final = (
    r"(?=$|[,.;:]| (?:in|at|of|last|this|where|when|and|we|I|for|about|from|near|by|with|on|to|was|who|he|she"
    r"|they|\d)\b)"
)
_PHRASES: Final = (
    (rf"\bwe ((?:have |both |only |already |still )*)({_EACH}) us(?= |$|[,.])", r"we \1\2 each other"),
    (r"\bwe know each other (?=since\b|for\b)", "we have known each other "),
    (rf"\bsince ({_SPAN})(?! ago)\b", r"for \1"),
    (r"\bsince (?:a )?long(?: time)?\b(?! ago)", "for a long time"),
    (r"^for (\w+ )?(years|months) (my|our) ([^,.;]+)$", r"\3 \4 for \1\2"),
    (
        (
            rf"\bon (the|a|an|his|her|their|my|our|this|that|one|some)"
            rf" ((?:[^\s,.;]+ ){{0,3}}?(?:{_OCCASIONS})(?: (?-i:[A-Z])\w+)?){_ENDS}"
        ),
        r"at \1 \2",
    ),
    (
        r"\bon (the) ((?-i:[A-ZÄÖÜČŠŽ])\w+ (?:Messe|Fair|Expo|Congress|Summit|Festival|Biennale))\b",
        r"at \1 \2",
    ),
    (
        (
            r"\b(course|lesson|lessons|class|exam|work|job|instructor|teacher|trainer|colleague"
            r"|lecturer)( in)? by the"
            r" (?=(?:[a-z-]+ ){0,2}(?:course|school|club|camp|seminar|training|workshop|university"
            r"|company|firm|factory|office)\b)"
        ),
        r"\1 at the ",
    ),
    (r"\bin (?:the )?(?=internet\b)", "on the "),
    (r"\bin (?:the )?(?=(?:radio|tv|television)\b)", "on the "),
    (r"\bin (?=(?:facebook|linkedin|instagram|youtube|twitter|tiktok)\b)", "on "),
    (r"\bon (?=(?:the|a|this|that|his|her) (?:photo|picture|foto)\b)", "in "),
    (r"\bin (?=(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b)", "on "),
    (
        (
            r"\bin (?:the )?last (?=(?:year|month|week|summer|winter|autumn|spring|january|february"
            r"|march|april|june|july"
            r"|august|september|october|november|december)\b(?! of\b))"
        ),
        "last ",
    ),
    (r"\b(?:in |on )?the last (?=(?:year|month|week|summer|winter|autumn|spring)(?:$|,))", "last "),
    (
        (
            r"\bbefore ((?:a few|some|two|three|four|five|six|ten|many|\d+) (?:years|months|weeks"
            r"|days))(?=$|[,.;]| (?:in|at|on|we|I|he"
            r"|she|when)\b)"
        ),
        r"\1 ago",
    ),
    (r"\bsaid (?=(?:me|us) (?:that|how|what|the|he|she|it)\b)", "told "),
    (r"\b(told|asked|answered) to (?=(?:me|us|him|them)\b)", r"\1 "),
    (
        (
            r"\b(?:learned|learnt) (?=(?:me|us|my (?:son|daughter|kids|children)|our kids) (?:to|how"
            r"|the|that|a)\b)"
        ),
        "taught ",
    ),
    (r"\b(let|made) (me|us|him|her|them) to (?=[a-z])", r"\1 \2 "),
    (r"\bremembers (me|us) (?:on|of|at|about) ", r"reminds \1 of "),
    (r"\bremembered (me|us) (?:on|of|at|about) ", r"reminded \1 of "),
    (r"\bdepends (?:from|of) ", "depends on "),
    (r"\b(all|everything|anything|nothing) what\b", r"\1 that"),
    (r"\bvery impressing\b", "very impressive"),
    (r"\bmarried with (?=(?:a|an|the|my|his|her|[A-Z]))", "married to "),
    (
        (
            r"\bthe half (?=(?:village|town|day|night|class|team|country|school|street|city"
            r"|year|hour)\b)"
        ),
        "half the ",
    ),
    (r"\bca\.? (?=\d)", "around "),
    (
        (
            r"\b(met|found|know) ((?:you|him|her|them|each other) )over (?=(?:the internet|erasmus"
            r"|linkedin|facebook|friends"
            r"|a friend|common friends)\b)"
        ),
        r"\1 \2through ",
    ),
    (r"\bcommon (?=friends?\b|acquaintances?\b)", "mutual "),
    (r"\b(?:the )?most of (?=(?:people|us|them)\b)", "most of "),
    (r"\bmore better\b", "better"),
    (r"\bwhen I was (?:a )?(?=(?:child|kid|student|boy|girl|teenager|apprentice)\b)", "when I was a "),
    (r"\bsince I am (?:a )?(?=(?:child|kid|student|boy|girl|teenager)\b)", "since I was a "),
    (
        (
            r"^who (?=(?:makes?|made|has|had|needs?|needed|asks?|asked|wants?|wanted|comes?|came"
            r"|fails?|failed|forgets?|forgot|falls?|fell)"
            r" [^,?]{2,60}, (?:he|she|they|I|we)\b)"
        ),
        "whoever ",
    ),
)
_RULES: Final = Rewrites(_PHRASES)

_LASTING: Final = re.compile(
    rf"(?P<who>\b(?:I|we|you|he|she|they)) (?P<verb>[a-z]+)(?P<what>(?: [^\s,.;]+){{0,7}}?)"
    rf" (?P<since>since {_SPAN}(?! ago)\b|since (?:\d{{4}}|long)\b)"
    r"(?P<rest>(?: (?!(?:but|and|so|because|while|although|though)\b)[^\s,.;]+){0,8})",
    re.IGNORECASE,
)
_PERFECT: Final = re.compile(
    r"(?P<have>\bhas|\bhave|'ve)(?P<also> (?:also|really|even|always|never|only))? (?P<done>[a-z]+)"
    r"(?=(?: [^\s,.;]+){0,12}? (?P<time>yesterday|last (?:week|month|year|summer|winter|autumn"
    r"|spring|night|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday)|in (?:19|20)\d\d|in (?:january|february"
    r"|march|april|may|june"
    r"|july|august|september|october|november|december)|(?:years|months|weeks|days) ago|when (?:I"
    r"|we) (?:was|were)"
    r"|back then)\b)",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?P<who>I|we|you|he|she|they)(?P<what>(?: [^\s,.;]+){1,4}?) an own (?=[a-z])", re.IGNORECASE
)
_WHOSE: Final = {"i": "my", "we": "our", "you": "your", "he": "his", "she": "her", "they": "their"}
_PHOTO: Final = re.compile(
    r"\b(?P<make>make|makes|made|making) (?P<what>(?:an? |the |some |many )?(?:photo|picture)s?\b)"
)
_TAKE: Final = {"make": "take", "makes": "takes", "made": "took", "making": "taking"}
_BARE_THING: Final = re.compile(
    r"\b(?P<who>I|we|you|he|she|they|who) (?P<verb>(?:drive|run|own|have|has|open|opene|share"
    r"|rent|rente|built|repair)(?:s|d)?"
    r"|ran|drove|had|made|make|makes) (?P<thing>bus|tram|truck|taxi|train|lorry|tractor|ambulance"
    r"|crane|bakery|shop|farm"
    r"|workshop|restaurant|clinic|company|firm|studio|garage|flat|house|cabin|tent|office"
    r"|mistake)(?=$|[,.;]| (?:in|at|on|near"
    r"|with|together|and|from|of|by|for)\b)",
    re.IGNORECASE,
)
_BARE_PLACE: Final = re.compile(
    r"\b(?P<at>in|at|on|from) (?P<thing>(?:library|factory|museum|company|firm|kindergarten"
    r"|bakery|shop|gym|garage|lab"
    r"|laboratory|restaurant|hotel|warehouse|pharmacy|conference|workshop|seminar|congress"
    r"|festival|exhibition|train|bus"
    r"|tram|plane|ferry|wedding|lecture|farm))(?=$|[,.;]| (?:in|at|of|last|where|and|for|from"
    r"|near|to|by)\b)",
    re.IGNORECASE,
)


def unslipped(text: str, lexicon: Lexicon) -> str:
    """The sentence without such slips."""
    text = _LASTING.sub(lambda match: _lasting(match, lexicon), text)
    text = _RULES(text)
    text = _PERFECT.sub(lambda match: _past(match, lexicon), text)
    text = _OWN.sub(lambda match: f"{match['who']}{match['what']} {_WHOSE[match['who'].lower()]} own ", text)
    text = _PHOTO.sub(lambda match: f"{_TAKE[match['make']]} {match['what']}", text)
    for pattern in (_BARE_THING, _BARE_PLACE):
        text = pattern.sub(lambda match: _with_article(match, lexicon), text)
    return text


def _with_article(match: re.Match[str], lexicon: Lexicon) -> str:
    """`I drive bus` as `I drive a bus`, `at library in Kaunas` as `at a library in Kaunas`."""
    before = match[0][: match.start("thing") - match.start()]
    return before + with_article(match["thing"], lexicon)


def _past(match: re.Match[str], lexicon: Lexicon) -> str:
    """`has shown me last week` as `showed me last week`."""
    done = match["done"].lower()
    also = match["also"] or ""
    if done == "been":
        return match[0]
    past = lexicon.past_of.get(done)
    blank = " " if match["have"].startswith("'") else ""
    return blank + f"{also} {past}".strip() if past else match[0]


def _lasting(match: re.Match[str], lexicon: Lexicon) -> str:
    """`I work since 3 years in Graz` as `I have worked in Graz for 3 years`."""
    verb, who = match["verb"].lower(), match["who"]
    done = "been" if verb in {"am", "is", "are"} else lexicon.done(verb)
    if not done or verb == "have":
        return match[0]
    have = "has" if who.lower() in {"he", "she"} else "have"
    span = match["since"]
    span = re.sub(rf"(?i)^since (?={_SPAN}$)", "for ", span)
    span = re.sub(r"(?i)^since long$", "for a long time", span)
    return f"{who} {have} {done}{match['what']}{match['rest']} {span}"
