"""How the two came across each other."""

import re
from typing import Final

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.language.clauses import has_main_clause, has_third
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.persons import is_agent
from bot.coach.compose.language.timed import led, time_first, time_of, timed
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.common import begins_with_verb
from bot.coach.compose.reading.detail import with_detail
from bot.coach.compose.reading.doing import doing, is_name, is_ours, is_unknown
from bot.coach.compose.reading.news import in_the_news
from bot.coach.compose.reading.occasion import way_of
from bot.coach.compose.reading.rests import rested, with_times
from bot.coach.compose.reading.resumed import resumed
from bot.coach.compose.reading.ties import Way, described
from bot.coach.compose.reading.told import Told, ended

_RECIPROCAL = re.compile(r"\bwe (?:have )?met us\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"^I (?:don't|do not|didn't) (?:really |actually |even )?know you"
    r"(?: personally| at all| yet| in person| like that| (?:that |very |so |too )?(?:well|much))*"
    r"(?:[,;]? (?:but|so)\b|[,;]|$)\s*",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"^(?:(?:on|via|through|from|in|here|here on) )?"
    r"(?:here|linked ?in|instagram|insta|facebook|twitter|tiktok|youtube)[,: ]+"
    r"(?=(?:your|you|read|saw|watched|heard|found)\b)",
    re.IGNORECASE,
)
_SUBJECT: Final = r"(?:I|we|you|they|he|she)"
# `year 7 in Northcote then you moved`: what is behind the thing cannot follow `at`
_CLAUSE_BEHIND = re.compile(rf",? (?:then|and|but|so|because) (?={_SUBJECT}(?:'\w+)? \w)")
_TOGETHER = re.compile(
    r"^(?!both\b)(?:\w+ )?\w+s together\b.*$", re.IGNORECASE
)  # `lifties together at the lake`
_PAST_SUBJECTS: Final = frozenset({"I", "you", "we"})
_AFTER_OCCASION: Final = frozenset({"in", "at", "near", "around", "last", "on", "of", "through", "along"})
_TOLD: Final = frozenset(
    {"met.said", "met.i", "met.we", "met.were", "met.as"}
)  # sentences, and what is told like one
_WHERE: Final = frozenset({"met.event", "met.place", "met.from"})
_NEVER_MET: Final = re.compile(
    r"(?<=\w{3}), (?:but |we )*(?:(?:have )?(?:never|not)|haven't) "
    r"(?:yet |actually |really )?met(?: you)?(?: yet)?$",
    re.IGNORECASE,
)
_STATES: Final = frozenset({"were", "had", "did", "was"})
_OBJECT: Final = re.compile(r"\b(?:you|your|me|my|we|I)\b")
_WHEN: Final = re.compile(
    r"(?:(?:in|on|since) (?:\d{4}|\w+day)|during|after|before|while|last|this|today|yesterday)\b",
    re.IGNORECASE,
)
MAX_JOINED: Final = 16  # words of a sentence that can follow `At the fair,`
MAX_OPENING: Final = 12  # words of that opening


def read_met(told: Told, lexicon: Lexicon) -> tuple[list[Fact], list[Omission]]:
    """The facts, and what names no occasion, place or work; where the profile was seen is neither."""
    pieces = [
        ended(_UNKNOWN.sub("", _SITE.sub("", _RECIPROCAL.sub("we met", _without_never(piece, lexicon)))))
        for piece in told.pieces
    ]
    pieces = [piece for piece in pieces if piece and not lexicon.unmet.match(piece.lower())]
    pieces = [rested(piece, lexicon) for piece in with_times(resumed(pieces, lexicon))]
    ways = [(piece, None if lexicon.unplaced.match(piece) else _way(piece, lexicon)) for piece in pieces]
    omissions = [Omission(told.slot, "unplaced", piece) for piece, way in ways if way is None]
    if not any(way for _, way in ways):
        ways = [(piece, _way_of_head(piece, lexicon)) for piece in pieces]
    placed = _joined([_led(way, lexicon) for _, way in ways if way], lexicon)
    facts = [told.fact(index, kind, *texts) for index, (kind, texts) in enumerate(placed)]
    return with_detail(facts), omissions


def _led(way: Way, lexicon: Lexicon) -> Way:
    """`you fitted my boiler, May 2021` with the word that belongs before the time."""
    kind, texts = way
    return (kind, tuple(dict.fromkeys(led(text, lexicon) for text in texts))) if kind in _TOLD else way


def _way_of_head(piece: str, lexicon: Lexicon) -> Way | None:
    """`choir, next to me`: where no piece as a whole tells of a meeting, what stands before its comma."""
    head, comma, _ = piece.partition(", ")
    return _way(head, lexicon) if comma and not lexicon.unplaced.match(head) else None


def says_never(told: Told, lexicon: Lexicon) -> bool:
    """Whether an answer says that the two have not met."""
    return any(_without_never(piece, lexicon) != piece for piece in told.pieces)


def _without_never(piece: str, lexicon: Lexicon) -> str:
    """`we have never met but I read his columns` without its first half."""
    return _NEVER_MET.sub("", lexicon.never.sub("", piece, count=1))


def _joined(ways: list[Way], lexicon: Lexicon) -> list[Way]:
    """What happened at an occasion may share its sentence; a second occasion was none."""
    found: list[Way] = []
    for kind, texts in ways:
        behind = _behind(found, texts[-1], lexicon) if kind == "met.said" else ""
        second = kind in _WHERE and _WHERE.intersection(one for one, _ in found)
        if not (second or (kind == "met.from" and found)):
            found.append(_deed(behind or kind, texts, lexicon))
    return found


def _behind(found: list[Way], text: str, lexicon: Lexicon) -> str:
    """How a sentence can follow where they met, `where you taught`, or when: `in 2019, you taught`."""
    if not _opens(found):
        return ""
    if _WHEN.match(where := found[-1][1][-1]) or time_of(where):
        return "met.then" if _is_past(text, lexicon) else ""
    return "met.there" if _is_of_two(text) else ""


def _deed(kind: str, texts: tuple[str, ...], lexicon: Lexicon) -> Way:
    """`you gave the eulogy` as what the recipient did, so that another deed can share its subject."""
    done = all(text.startswith("you ") and text.split()[1] not in _STATES for text in texts)
    if kind != "met.said" or not done or not _is_past(texts[-1], lexicon):
        return kind, texts
    return "met.did", tuple(text.removeprefix("you ") for text in texts)


def _opens(found: list[Way]) -> bool:
    """Whether the last of the ways can be the opening of a sentence: `At the fair, you`."""
    if not found or found[-1][0] not in {"met.event", "met.place"}:
        return False
    text = found[-1][1][-1]
    leads = text.startswith("when ") or text.split(maxsplit=1)[0].endswith("ing")
    return len(text.split()) <= MAX_OPENING and not leads


def _is_of_two(text: str) -> bool:
    """`you answer everyone`: a short sentence of one of the two."""
    words = text.split()
    return words[0] in _PAST_SUBJECTS | {"my", "our", "your"} and len(words) <= MAX_JOINED


def _is_past(text: str, lexicon: Lexicon) -> bool:
    """`you were on the model next to mine`: a short sentence of one of the two, in the past."""
    words = text.split()
    if words[0] in {"my", "our", "your"}:
        words = ["you", *words[2:]]  # `your table was next to mine`
    first, rest = words[0], [word for word in words[1:] if not lexicon.has("frequency", word)]
    verb = rest[0].lower() if rest else ""
    past = (
        verb in lexicon.pasts - lexicon.bases or verb in {"were", "was", "had", "did"} or verb.endswith("ed")
    )
    return first in _PAST_SUBJECTS and past and len(words) <= MAX_JOINED


def _way(text: str, lexicon: Lexicon) -> Way | None:
    if sure := _sure(text, lexicon):
        return sure
    time, rest = time_first(text)
    if not time:
        return _timeless(text, lexicon)
    form = form_of(rest, lexicon)
    if form is Form.PREPOSITION:
        return "met.place", (f"{time_of(time)} {rest}",)
    if form is Form.SENTENCE:
        return "met.said", (text,)
    if time[:1].isupper():
        return _timeless(text, lexicon)  # `Monday choir`
    way = _timeless(rest, lexicon)
    return (way[0], tuple(f"{one} {time}" for one in way[1])) if way else None


def _sure(text: str, lexicon: Lexicon) -> Way | None:
    """Words that are the same whenever it was."""
    news = in_the_news(text)
    return ("met.said", (news,)) if news else described(text, lexicon)


def _timeless(text: str, lexicon: Lexicon) -> Way | None:  # noqa: PLR0911 - a table of forms
    form = form_of(text, lexicon)
    first = text.split(maxsplit=1)[0].lower()
    if sure := _by_first_word(first, text, lexicon) or _activity(text, lexicon):
        return sure
    if form is Form.VERB and is_ours(text, lexicon):
        return "met.we", (text,)
    if dated := _dated(text, lexicon):
        return dated
    if form is Form.SENTENCE or (form in {Form.NOUN, Form.NOUNS} and has_third(text, lexicon)):
        return "met.said", (text,)
    if form in {Form.PREPOSITION, Form.CLAUSE}:
        return _opened(text, form)
    if first in lexicon.participles and first not in lexicon.pasts:
        return "met.i", (f"have {text}",)
    if form is not Form.VERB and (together := _TOGETHER.match(text)):
        return "met.were", (together[0],)
    doubtful = is_unknown(text, form, lexicon) and not _is_occasion(text, lexicon)
    if doubtful or (form is Form.VERB and not _is_thing(text, lexicon)):
        return doing(text, lexicon)
    text = _CLAUSE_BEHIND.split(text)[0]
    if form not in {Form.NOUN, Form.NOUNS, Form.BARE, Form.VERB} or " me " in f" {text} ":
        return None
    return way_of(text, lexicon)


def _by_first_word(first: str, text: str, lexicon: Lexicon) -> Way | None:
    """`from the mill`, `both on the night shift`."""
    if first == "from" and " " in text:
        return "met.from", (text.partition(" ")[2],)
    if first == "both":
        return ("met.we" if begins_with_verb(text[5:], lexicon) else "met.were"), (text,)
    return None


def _activity(text: str, lexicon: Lexicon) -> Way | None:
    """`dance in Porto` in few words is where they met, and nothing that the writer says of themselves."""
    first, following = [*text.lower().split(), ""][:2]
    bare = first in lexicon.bases - lexicon.pasts and lexicon.has("noun_verbs", first)
    if not bare or following not in {"in", "at", "on", "near"} or _OBJECT.search(text):
        return None
    return "met.from", timed(text, lexicon)


def _dated(text: str, lexicon: Lexicon) -> Way | None:
    """`June 2019`, `February, rebuilding the school`: a date, and what was done or was on then."""
    head, comma, rest = text.partition(", ")
    if not (time := time_of(head)):
        return None
    if not comma or rest.split(maxsplit=1)[0].endswith("ing"):
        return "met.place", (f"{time}{comma}{rest}",)
    way = _timeless(rest, lexicon)
    return (way[0], tuple(f"{one} {time}" for one in way[1])) if way else ("met.place", (time,))


def _is_thing(text: str, lexicon: Lexicon) -> bool:
    second = "".join(text.lower().split()[1:2])
    return is_name(text, lexicon) or _is_occasion(text, lexicon) or is_agent(second, lexicon)


def _is_occasion(text: str, lexicon: Lexicon) -> bool:
    """`hike in Braga`: a thing to meet on, although one does it, too."""
    first, following = [*text.lower().split(), ""][:2]
    heads = any(lexicon.has(group, first) for group in ("event_heads", "occasion_heads", "on_places"))
    doing = first in lexicon.bases and first not in lexicon.pasts
    named = any(lexicon.has(group, following) for group in ("event_heads", "occasion_heads"))  # `bake sale`
    return doing and (named or (heads and following in _AFTER_OCCASION))


def _opened(text: str, form: Form) -> Way | None:
    """`at the mill`, `when I was an intern`; or a whole sentence that begins so."""
    if has_main_clause(text):
        return "met.said", (text,)
    if form is Form.PREPOSITION or text.lower().startswith(("when ", "where ")):
        return "met.place", (text,)
    return None
