"""Answers that were spoken rather than typed: fillers, restarts and corrections taken out, persons marked."""

import re
from typing import Final

from bot.coach.compose.dictated.pause import PAUSE
from bot.coach.compose.dictated.restarts import restarted
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import Who
from bot.coach.compose.viewpoint.pov import IS_SO, NAMED

LONG_BREATH: Final = 24  # words without any punctuation
LONG_SENTENCE: Final = 45
MAX_SLIPS: Final = 8
CLEARINGS: Final = 2  # `okay so um it was`: one filler hides another
_BREAK: Final = re.compile(r"[.,;:!?()\n]+(?=\s|$)|\s[-–—]\s")
_END: Final = re.compile(r"[.;!?\n]+(?=\s|$)")
_NO: Final = re.compile(  # but `she no laugh` denies
    rf"(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\bwe)(?<!\bi)(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\bsaying)"
    rf"(?<!\btell)(?<!\btold)(?<!\btelling)(?<!\bor){PAUSE}?\s"
    rf"(?:no|sorry|wait){PAUSE}?(?: (?:no|sorry|wait|actually|rather){PAUSE}?)*\s+"
    r"(?:it was |it is |it's |that's )?",
    re.IGNORECASE,
)
_SELF: Final = re.compile(
    r"(?:,?\s)(?:my|the|our|his|her) (?P<who>\w+) (?:i mean|that is)(?: not (?:him|her|them))?(?=[\s,.]|$)",
    re.IGNORECASE,
)
_RESUMED: Final = re.compile(
    rf"(?:\b(?:he|she|they) )?\b{NAMED}(?: {NAMED})*[,¦]? (?:he|she|they)(?P<ending>'\w+)? (?P<next>[\w']+)",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(  # as a subject: `Ana and I met`, `me and Ana we met`
    rf"\b{NAMED} and i\b(?: we\b)?|\b{NAMED} and me we\b"
    rf"|\b(?:i|me) and {NAMED}"
    r"(?: we\b|(?= (?:met|were|had|both|\w{3,}ed|sat|went|did|ran|sang|made|took|got)\b))",
    re.IGNORECASE,
)
_CONTRACTED: Final = {"'ll": "will", "'ve": "have", "'re": "are"}
_MOST_TITLES: Final = (
    "mr mrs ms miss mister dr prof professor sir madam uncle auntie aunty coach chief captain"
)


def is_dictated(answer: str) -> bool:
    """Whether an answer runs on without the stops that typing has."""
    breaths = (len(part.split()) for part in _BREAK.split(answer))
    sentences = (len(part.split()) for part in _END.split(answer))
    return max(breaths) >= LONG_BREATH or max(sentences) >= LONG_SENTENCE


def cleared(text: str, lexicon: Lexicon) -> str:
    """Without `um`, `you know`, `the thing is` and the like, and with corrections carried out."""
    for _ in range(CLEARINGS):
        text = re.sub(rf"\s+{PAUSE}[\s{PAUSE}]*", f"{PAUSE} ", lexicon.spoken.sub(f" {PAUSE} ", text)).strip(
            f" {PAUSE}"
        )
    text = restated(text, lexicon)
    return re.sub(rf"(?<![\w'])([\w']+(?: [\w']+){{0,2}}){PAUSE}? \1\b", r"\1", text)


def restated(text: str, lexicon: Lexicon) -> str:
    """What was begun and given up, or said and taken back, as it was said in the end."""
    once = restarted(text)
    right = corrected(once, lexicon)
    return once if right == once else restarted(right)


def corrected(text: str, lexicon: Lexicon) -> str:
    """`on Tuesday no Wednesday` as `on Wednesday`, wherever it can be told what was taken back."""
    start = 0
    for _ in range(MAX_SLIPS):
        if not (match := _NO.search(text, start)):
            break
        fixed = _takes_back(text[: match.start()].split(), text[match.end() :].split(), lexicon)
        start = match.end() if fixed is None else 0
        text = text if fixed is None else fixed
    return text


def _takes_back(said: list[str], instead: list[str], lexicon: Lexicon) -> str | None:
    """The words with the ones that were taken back replaced; None when that cannot be told."""
    if not said or not instead:
        return None
    said = [*said[:-1], said[-1].rstrip(PAUSE)]
    lost = said[-1].lower()
    if "not" in instead[1:6] and instead[instead.index("not") + 1 :][:1] == [lost]:  # `B not A`
        place = instead.index("not")
        return " ".join([*said[: _phrase_start(said, lexicon)], *instead[:place], *instead[place + 2 :]])
    if lost in (ends := [word.lower() for word in instead[:5]]):  # `oak and sons no elm and sons`
        return " ".join([*said[: -ends.index(lost) - 1], *instead])
    for known in ("time_words", "number_words"):
        before = said[-2 if lost == "of" and said[1:] else -1]
        pair = [word.lower().rstrip("s" if known == "time_words" else "") for word in (before, instead[0])]
        if all(lexicon.has(known, word) for word in pair):
            dropped = 2 if lost == "of" else 1
            dropped += len(said) > dropped and said[-dropped - 1].lower() == "the"
            return " ".join([*said[:-dropped], *instead])
    return None


def _phrase_start(words: list[str], lexicon: Lexicon) -> int:
    """Where the last phrase begins: after a small word."""
    for place in range(len(words) - 1, 0, -1):
        before = words[place - 1].lower()
        if lexicon.has("determiners", before) or lexicon.has("after_object", before):
            return place
    return 0


def clarified(text: str) -> tuple[str, list[str]]:
    """`after he died my dad i mean not him` without the remark, and the words for whom it was about."""
    return _SELF.sub("", text), [match["who"].lower() for match in _SELF.finditer(text)]


def marked(text: str, who: Who, lexicon: Lexicon) -> str:
    """Every mention of the recipient by name, by title or as `this lady` made one mark."""
    names = [lexicon.named(name) for name in who.names if len(name) > 1]
    title = who.greeting.name.split()[0].strip(".").lower() if who.greeting.formal else ""
    titles = "|".join(dict.fromkeys([*_MOST_TITLES.split(), *([re.escape(title)] if title else [])]))
    if names:
        text = re.sub(rf"(?<![\w'-])({names[0]})'s (?={IS_SO}\b)", r"\1 is ", text)
        run = "|".join(names)
        text = re.sub(
            rf"(?<![\w'-])(?:(?:the|this) )?(?:(?:{titles})\.? ){{1,3}}(?:{run})(?: (?:{run}))*\b(?!')",
            NAMED,
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(
            rf"(?<![\w'-]){names[0]}(?: (?:{run}))*(?![\w-]|'(?!s\b))(?P<own>'s)?",
            lambda match: f"{NAMED}'s" if match["own"] else NAMED,
            text,
            flags=re.IGNORECASE,
        )
    if title and lexicon.has("bare_titles", title):
        text = re.sub(
            rf"(?<!my )\b(?:the )?{re.escape(title)}\b(?! (?-i:[A-Z]))", NAMED, text, flags=re.IGNORECASE
        )
    text = re.sub(
        r"\bthis (?:madam|sir|lady|woman|man|guy|girl|boy|gentleman|person|fellow|chap|uncle|auntie|aunty)"
        r"(?: (?:beside|next to|behind|opposite|near|in front of) (?:me|us))?\b",
        NAMED,
        text,
        flags=re.IGNORECASE,
    )
    return _RESUMED.sub(lambda match: _resumed(match, lexicon), _TOGETHER.sub("we", text))


def _resumed(match: re.Match[str], lexicon: Lexicon) -> str:
    """`Ana she's got` as `Ana has got`: one subject is enough."""
    ending, following = match["ending"], match["next"]
    verb = _CONTRACTED.get(ending or "", "")
    if ending == "'s":
        verb = "has" if lexicon.has("has_participles", following) else "is"
    if ending == "'d":
        verb = "would" if following.lower() in lexicon.bases else "had"
    return " ".join(filter(None, (NAMED, verb, following)))
