"""Who the writer is."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.language.articles import with_article
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.persons import is_agent
from bot.coach.compose.language.timed import place_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.common import and_joined
from bot.coach.compose.reading.oneself import ENDS_HEAD, is_person
from bot.coach.compose.reading.roles import (
    at_workplace,
    is_subject_of_work,
    is_vague,
    on_unit,
    person_first,
    run_on,
    with_got,
    with_place,
)
from bot.coach.compose.reading.tails import with_tails
from bot.coach.compose.reading.told import Told, ended
from bot.coach.compose.reading.whole import whole
from bot.coach.compose.tidying.tidy import upper_first

_TOWN = re.compile(r"^(?P<what>[^,]+), (?P<place>[^\W\d_]\w*(?: [^\W\d_a-z]\w*)?)$")
_BRACKETS = re.compile(r" \(([^()]+)\)$")
_IM = re.compile(r"^(?P<im>(?:I'm|I am|I was)(?: now| currently| just| still)?) (?P<what>.+)$")
_NOW = re.compile(
    r"^(?P<now>now|currently|still|also) (?P<what>(?!(?:an?|the|my|our|\w+ing|in|at|on) ).+)$", re.IGNORECASE
)
_NOW_A = re.compile(r"^(?:now|currently|still|also) (?:an?|the|my|\w+ing)\b", re.IGNORECASE)
_NOW_DO = re.compile(r"^(?:now|still|also) (?P<verb>\w+) \w", re.IGNORECASE)
_THEN_NOW = re.compile(r"^(?P<then>[^,]+?) (?:back )?then,? (?:and |but )?(?P<now>[^,]+?) now$")
_EX_NOW = re.compile(
    r"^(?P<ex>(?:ex|former|retired)[ -][^,]+?),? (?:and )?now (?P<now>(?!in\b|at\b|based\b)[^,]+)$",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"^(?:play|plays|teach|sing|sings) (?:the )?(?:bass|alto|tenor|soprano|baritone)\b", re.IGNORECASE
)
_WAS = re.compile(r"^(?P<was>was|used to be) (?P<what>.+)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|your|my|our|his|her|their|one|part|half) ", re.IGNORECASE)
_INSTITUTE = re.compile(
    r"^(?P<what>.+?) (?P<at>(?:[A-Z]{2,} |(?=.*\b(?:University|Uni|College|Hospital|Bank|Institute)\b))"
    r"[A-Z].*)$"
)
_AM = re.compile(r"^(?:am|'m|im)\s+", re.IGNORECASE)
_JUST = re.compile(r"^(?:just|only|simply) (?=(?:an?|the|your|my|another)\b)", re.IGNORECASE)
_GRADE = re.compile(r"^(?:year|grade) \d+\b", re.IGNORECASE)
_YEAR = re.compile(
    r"^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|final|last)[- ]year(?=,|$| at| of| in)",
    re.IGNORECASE,
)
_NOW_IN = re.compile(r", now ([A-Z]\w+)$")
_SINCE = re.compile(r"\bsince (?:\d|[A-Z]|last|the|my|early|late|I\b)")
_I_AM = re.compile(r"^(?:I'm|I am) (?:now )?")
MAX_FIELD_WORDS: Final = 3


def read_about(told: Told, lexicon: Lexicon) -> list[Fact]:
    """Who the writer is."""
    pieces = [part for piece in map(ended, told.pieces) for part in run_on(piece) if not is_vague(part)]
    return [_fact(told, index, piece, lexicon) for index, piece in enumerate(pieces)]


def _fact(told: Told, index: int, piece: str, lexicon: Lexicon) -> Fact:
    """The fact of a piece; the place that stood behind a comma can be spared."""
    said = whole(piece, lexicon) or _lasting(*_about(_as_mine(piece, lexicon), lexicon))
    kind, text = with_tails(*said, lexicon)
    placed = ", " in piece and ", " not in text and " in " in text
    return told.fact(index, kind, *([text[: text.rindex(" in ")]] if placed else []), text)


def _as_mine(text: str, lexicon: Lexicon) -> str:
    """`makes cheese` as `make cheese`."""
    first, _, rest = text.partition(" ")
    does = (
        first in lexicon.thirds
        and form_of(text, lexicon) is Form.VERB
        and rest
        and not _department(text, lexicon)
    )
    return f"{lexicon.base(first)} {rest}" if does else text


def _lasting(kind: str, text: str) -> tuple[str, str]:
    """`I'm a vet since 2013` as `I've been a vet since 2013`."""
    if not _SINCE.search(text):
        return kind, text
    if kind == "about.am":
        return "about.said", f"I've been {text}"
    return kind, _I_AM.sub("I've been ", text)


def _about(text: str, lexicon: Lexicon) -> tuple[str, str]:
    text = _JUST.sub("", text)
    if _AM.match(text):
        return "about.am", _what_i_am(_AM.sub("", text), lexicon)
    if sentence := with_got(text):
        return "about.said", sentence
    text = _settled(text, lexicon)
    if at_a_time := _at_a_time(text, lexicon):
        return at_a_time
    form = form_of(text, lexicon)
    if form is Form.SENTENCE:
        return "about.said", text
    if kind := _working(text, form, lexicon):
        at_work = _at_work(text, lexicon)
        return kind, with_place(at_work, lexicon) if kind == "about.work" else at_work
    return _being(text, form, lexicon)


def _at_a_time(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """What somebody is now, was then, or says with an `I'm` of their own."""
    if _NOW_A.match(text):
        return "about.am", text
    if once := _once(text, lexicon):
        return once
    if match := _IM.match(text):
        return "about.said", f"{match['im']} {_what_i_am(match['what'], lexicon)}"
    if (match := _NOW_DO.match(text)) and match["verb"].lower() in lexicon.bases - lexicon.pasts:
        return "about.i", text
    match = _NOW.match(text) or _WAS.match(text)
    if match and (match.re is _WAS or is_person(match["what"], lexicon)):
        time = f"I'm {match['now'].lower()}" if match.re is _NOW else match["was"]
        return (
            "about.said" if match.re is _NOW else "about.i"
        ), f"{time} {_what_i_am(match['what'], lexicon)}"
    return None


def _once(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """`student then, vet now` and `ex army, now a vet`."""
    if match := _THEN_NOW.match(text):
        then, now = (_what_i_am(match[part], lexicon) for part in ("then", "now"))
        return "about.said", f"I was {then} then and am {now} now"
    match = _EX_NOW.match(text)
    return ("about.am", f"{match['ex']}, now {_what_i_am(match['now'], lexicon)}") if match else None


def _being(text: str, form: Form, lexicon: Lexicon) -> tuple[str, str]:
    """`I'm a baker` needs to be sure that it is a person; `14 hives.` alone is never wrong."""
    if grade := _YEAR.match(text) or _GRADE.match(text):
        return "about.am", f"in {'my ' if grade.re is _YEAR else ''}{lower_first_letter(text)}"
    if unit := on_unit(text, lexicon) or at_workplace(text, lexicon):
        return "about.am", with_place(unit, lexicon)
    if not is_person(text, lexicon) and (person := person_first(text, lexicon)):
        return "about.am", with_article(with_place(person, lexicon), lexicon)
    what = and_joined(_what_i_am(text, lexicon), lexicon)
    if form is Form.BARE and not is_person(text, lexicon) and is_subject_of_work(text):
        return "about.work", with_place(text, lexicon)
    known = is_person(text, lexicon) or _needs_no_article(text, lexicon)
    bare = form in {Form.PREPOSITION, Form.ADJECTIVE} or _ARTICLE.match(text)
    return ("about.am" if known or bare else "about.else"), with_place(what, lexicon)


def _working(text: str, form: Form, lexicon: Lexicon) -> str:
    """The kind of words that say what somebody does rather than what they are, or nothing."""
    if _is_field(text, lexicon):
        return "about.work"
    if _PLAYED.match(text):
        return "about.i"
    if _department(text, lexicon):
        return "about.i"
    doing = form is Form.VERB or _is_trade(text, lexicon)
    return "about.i" if doing and not is_person(text, lexicon) else ""


def _is_field(text: str, lexicon: Lexicon) -> bool:
    """`sales at Orange`, `hotel sales, Jeddah`; not `sales manager`."""
    words = ENDS_HEAD.split(text)[0].lower().split()
    return bool(words) and len(words) <= MAX_FIELD_WORDS and lexicon.has("work_fields", words[-1])


def _department(text: str, lexicon: Lexicon) -> str:
    """The last word of `utility section, knit unit`: where somebody works rather than what they are."""
    words = ENDS_HEAD.split(text)[0].lower().split()
    short = 1 < len(words) <= MAX_FIELD_WORDS and not lexicon.has("name_ends", words[0])
    return words[-1] if short and lexicon.has("departments", words[-1]) else ""


def _at_work(text: str, lexicon: Lexicon) -> str:
    if not (last := _department(text, lexicon)):
        return text
    return f"work {'at' if last in {'desk', 'counter', 'office'} else 'in'} the {text}"


def _is_trade(text: str, lexicon: Lexicon) -> bool:
    """`drive taxis in Accra`: a doing, although its verb may be a thing elsewhere."""
    first, following = [*text.lower().split(), ""][:2]
    object_follows = following.endswith("s") or following in {"at", "in", "for", "with", "on", "as"}
    return first in lexicon.bases and object_follows


def _what_i_am(text: str, lexicon: Lexicon) -> str:
    """`PhD student` with its article, `founder, Bergen` with its preposition."""
    text = _NOW_IN.sub(
        lambda match: f", now in {match[1]}" if match[1].lower() in lexicon.capitals else match[0], text
    )
    text = _settled(_lowered(_BRACKETS.sub(r", \1", text), lexicon), lexicon)
    text = with_place(text, lexicon)
    if (match := _TOWN.match(text)) and is_person(match["what"], lexicon):
        known = match["place"].lower().split()[0] in lexicon.capitals
        place = f"in {upper_first(match['place'])}" if known else f"({match['place']})"
        text = f"{match['what']} {place}" if known or match["place"][0].isupper() else text
    return with_article(text, lexicon) if is_person(text, lexicon) else text


def _settled(text: str, lexicon: Lexicon) -> str:
    """`film student Brno` and `intern TU Delft` with the small word before the place."""
    head, _, last = text.rpartition(" ")
    if _ends_with_person(head, lexicon) and last[:1].isupper() and not last.isupper() and last.isalpha():
        return f"{head} {place_of(last, lexicon) or f'({last})'}"
    match = _INSTITUTE.match(text)
    there = match and _ends_with_person(match["what"], lexicon)
    return f"{match['what']} at {match['at']}" if match and there else text


def _lowered(text: str, lexicon: Lexicon) -> str:
    """`Apprentice joiner` in small letters, as inside a sentence; `Java developer` stays."""
    first = text.split(maxsplit=1)[0]
    common = is_agent(first.lower().strip(","), lexicon) or lexicon.has("job_words", first.strip(","))
    return lower_first_letter(text) if common and first[1:].islower() else text


def lower_first_letter(text: str) -> str:
    """The first letter small."""
    return text[:1].lower() + text[1:]


def _ends_with_person(text: str, lexicon: Lexicon) -> bool:
    return is_person(text, lexicon) and is_agent(text.lower().rpartition(" ")[2], lexicon)


def _needs_no_article(text: str, lexicon: Lexicon) -> bool:
    first = text.split(maxsplit=1)[0].strip(",")
    name = first[:1].isupper() and not first.isupper() and first.lower() not in lexicon.capitals
    busy = re.match(r"(?:\w+ly )?\w+ing\b", text)  # `presently working`
    return name or lexicon.has("about_bare", first) or bool(busy) or first == "just"
