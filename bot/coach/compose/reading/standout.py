"""What stands out about the person."""

import re
from typing import Final

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.language.articles import with_article
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.verbs import is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.fragments import gathered, led, with_fragments
from bot.coach.compose.reading.predicates import contrasted, of_none, predicated
from bot.coach.compose.reading.told import Told, ended
from bot.coach.compose.reading.wishes import heard_wishes
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.compose.viewpoint.roles import OTHER

MAX_PERSON: Final = 6  # words
_THINGS: Final = frozenset({Form.NOUN, Form.NOUNS, Form.BARE})
_AFTER_PARTICIPLE: Final = frozenset({"of", "in", "by", "from", "with", "at", "on", "for", "as"})
_POINTING: Final = frozenset({"that", "this", "exactly that", "just that", "see above", "as above"})
_PRESENT: Final = frozenset({"can", "have", "do", "are", "will", "don't", "can't", "make"})
_YOU_DO = re.compile(r"you (?!are\b|were\b|have been\b|and\b|guys\b|two\b|who\b|being\b)\w")
_LEAD = re.compile(
    r"^(?:(?:i was |i'm |i am |so |very |really |truly |deeply )*"
    r"(?:impressed|inspired|moved|touched|struck|amazed) by|because(?! of\b))\s+(?=\w)",
    re.IGNORECASE,
)
_YOU_ARE = re.compile(r"you(?:'re| are) (?!the one\b)")
_NOW: Final = frozenset({"is", "are", "has", "have", "can", "makes", "make", "never", "always"})
MAX_SUBJECT: Final = 8  # words
_MINE: Final = frozenset({"me", "my", "us", "our"})
_OF_THINGS: Final = frozenset({"standout.noun", "standout.nouns", "standout.more"})
_OBJECTS_TOO: Final = frozenset(
    {"a", "an", "the", "this", "these", "those", "my", "our", "some", "everything", "everyone"}
)
_YOURS = re.compile(r"\byour\b|\byourself\b")
_TOOK_TIME = re.compile(
    r"(?:only |still )?(?:took|takes|cost) (?:me|us)"
    r" (?:an?|one|two|three|four|half|all|\d+|ages|years|months|weeks|days|hours|forever)\b"
)
_GOT_IT = re.compile(r"^(?:(?:finally|now|still|at last|then) )+(?:get|got|understood|understand|use|have)\b")
_ME_TOO = re.compile(r"^(?:\w+ )?(?:me|us) (?:also|too|as well)$", re.IGNORECASE)
_TOOK_IN = re.compile(
    r"^(?:\w+ )?(?:read|saw|watched|heard|attended|bought|tried|used|follow(?:ed)?|listened to)"
    r" (?:to |all |one of |some of |most of )?(?:your?|yours)\b(?! how\b)",
    re.IGNORECASE,
)
_TRADE = re.compile(r"\w{3}(?:man|woman|maker|keeper|worker|teacher|leader|ologist)$")
_KNOWN_TO_ME = re.compile(r"^(?!.*\byou\b)[^,]* I (?:\w+ )*\w+$")
_HERS = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_KINDS: Final = {
    Form.NOUN: "standout.noun",
    Form.NOUNS: "standout.nouns",
    Form.SENTENCE: "standout.said",
    Form.QUOTE: "standout.quote",
}


def read_standout(told: Told, lexicon: Lexicon, *, met: bool) -> tuple[list[Fact], list[Omission]]:
    """The facts, and what could be the writer's doing or theirs; `met` decides on `you were` or `you are`."""
    facts: list[Fact] = []
    omissions: list[Omission] = []
    pieces = [
        part
        for piece in told.pieces
        if piece.lower().strip(" .") not in _POINTING
        for part in parted(contrasted(_LEAD.sub("", ended(piece)), lexicon), lexicon)
    ]
    pieces, asks = heard_wishes(told.slot, pieces)
    omissions += asks
    for remark in (predicated(one, lexicon, met=met) for one in gathered(pieces, lexicon)):
        index, of_thing = len(facts), bool(facts) and facts[-1].kind in _OF_THINGS
        text = _with_subject(remark.text, lexicon, of_thing=of_thing) if index else remark.text
        if not text:
            omissions.append(Omission(told.slot, "unclear", remark.text))
            continue
        if index and _is_loose(text, lexicon):
            omissions.append(Omission(told.slot, "fragment", remark.text))
            continue
        none = of_none(text, lexicon)
        kind, text = ("standout.plain", none) if none else _first(text, lexicon, met=met)
        fact = told.fact(index, _later(kind) if index else kind, text)
        facts.append(with_fragments(fact, remark.fragments))
    return led(facts, lexicon), omissions


def _is_loose(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a lone word of which no list tells what it is: `enormous`."""
    return " " not in text and (text.islower() or text.isupper()) and form_of(text, lexicon) in _THINGS


def _with_subject(text: str, lexicon: Lexicon, *, of_thing: bool) -> str:
    """A doing after other words, with the one whose it is; nothing when that is unclear."""
    if _ME_TOO.search(text):
        return ""
    if _GOT_IT.match(text):
        return f"I {text}"
    if form_of(text, lexicon) is not Form.VERB:
        return text
    words = [word for word in text.lower().split() if not lexicon.has("frequency", word)] or [""]
    if _is_felt(words[0], text, lexicon):
        return f"I {text}"
    theirs = not of_thing or words[0] in lexicon.thirds or _YOURS.search(text)
    return text if theirs else _about_thing(text, words[0], "".join(words[1:2]), lexicon)


def _about_thing(text: str, verb: str, following: str, lexicon: Lexicon) -> str:
    """Who `fell off twice`, told after a thing, nobody can know; `fed 40 people` is their doing."""
    if (lexicon.has("effects", verb) and following in _MINE) or _TOOK_TIME.match(text):
        return f"it {text}"
    if following in {"it", "them", "that"}:
        return f"I {text}"
    return "" if lexicon.has("after_object", following) and following not in _OBJECTS_TOO else text


def _is_felt(verb: str, text: str, lexicon: Lexicon) -> bool:
    """`forgot my knee` and `understood at last` are what happened to the writer."""
    return lexicon.has("felt", verb) and not re.search(r"\b(?:me|us|your|you)\b", text)


def parted(text: str, lexicon: Lexicon) -> list[str]:
    """`precise, never reads from slides` as two; `the part on rents, changed my mind` as one sentence."""
    head, comma, tail = text.partition(", ")
    if (
        not comma
        or any(mark in head for mark in '"(')
        or tail.count('"') % 2
        or form_of(tail, lexicon) is not Form.VERB
    ):
        return [text]
    first, following = [*tail.lower().split(), ""][:2]
    if first in lexicon.pasts and following in _AFTER_PARTICIPLE:
        return [text]  # `a cake, baked in clay`
    form = form_of(head, lexicon)
    if is_verb(head.lower(), lexicon) and not lexicon.has("adjectives", head):
        return [text]  # `teaches, mends and sings`
    if form in _THINGS and lexicon.has("effects", first) and following in _MINE:
        return [f"{head} {tail}"]
    alone = form is Form.VERB or re.match(r"you\b", text)
    new = form in _THINGS or form is Form.ADJECTIVE or (alone and " and " not in text)
    return [head, *parted(tail, lexicon)] if new else [text]


def _first(text: str, lexicon: Lexicon, *, met: bool) -> tuple[str, str]:  # noqa: PLR0911 - a table of forms
    form = form_of(text, lexicon)
    match form:
        case Form.VERB | Form.BARE | Form.SENTENCE if _is_now(text, lexicon):
            return "standout.habit", f"now {agreeing(text.partition(' ')[2], lexicon)}"
        case Form.BARE if person := _person(text, lexicon):
            return ("standout.then" if met else "standout.now"), person
        case Form.BARE:
            return "standout.noun", _owned(text, lexicon)
        case Form.VERB if mine := _mine(text, lexicon):
            return mine
        case Form.VERB:
            return _done(agreeing(text, lexicon), lexicon)
        case Form.SENTENCE if _YOU_DO.match(text):
            return _done(text.removeprefix("you "), lexicon)
        case Form.SENTENCE if not re.match(r"(?:you|your)\b", text):
            return "standout.plain", text
        case Form.CLAUSE:
            return _clause(text), text
        case Form.ADJECTIVE:
            return ("standout.then" if met else "standout.now"), text
    trait = form is Form.SENTENCE and _is_trait(text, lexicon)
    return "standout.trait" if trait else _KINDS.get(form, "standout.else"), text


def _is_trait(text: str, lexicon: Lexicon) -> bool:
    """`you are a fair judge`, `your comments have data`: how it is, and no memory."""
    if _YOU_ARE.match(text):
        return True
    words = text.lower().split()[1:MAX_SUBJECT]
    verb = next((word for word in words if word in _NOW or lexicon.has("finite", word)), "")
    return text.startswith("your ") and verb in _NOW


def _is_now(text: str, lexicon: Lexicon) -> bool:
    """`now runs a firm`, which leaves its subject out."""
    first, second = [*text.lower().split(), ""][:2]
    return first in {"now", "nowadays"} and second in lexicon.thirds


def _done(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """What they did, or what they do: `sang to your patients`, `hum when the queue gets long`."""
    words = [word for word in text.lower().replace(",", "").split() if not lexicon.has("frequency", word)]
    words = words or [""]
    habit = (words[0] in lexicon.bases | _PRESENT) and words[0] not in lexicon.pasts
    return "standout.habit" if habit else "standout.verb", text


def _person(text: str, lexicon: Lexicon) -> str:
    """`dedicated teacher` and `best boss I ever had`, which they are rather than have; else nothing."""
    head = re.split(r",|\s(?:at|in|on|from|of|for|with|to|who|that|I|we|you)\b", text)[0].split()
    if not head or len(head) > MAX_PERSON or not _is_person_word(head[-1].lower(), lexicon):
        return ""
    return f"the {text}" if _is_unique(text, lexicon) else with_article(text, lexicon)


def _is_person_word(word: str, lexicon: Lexicon) -> bool:
    return lexicon.has("person_words", word) or lexicon.has("tie_words", word) or bool(_TRADE.search(word))


def _mine(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """`loved the part on doors` and `learned a lot from you` are what the writer did, or thanks for."""
    if text.startswith("thank you "):
        return "standout.later", text
    words = [word for word in text.lower().split() if not lexicon.has("frequency", word)] or [""]
    learned = words[0] in {"learned", "learnt", "learn"} and bool(re.search(r"\bfrom (?:you|your)\b", text))
    mine = learned or _TOOK_IN.match(text) or lexicon.has("liking", words[0])
    return ("standout.plain", f"I {text}") if mine else None


def _owned(text: str, lexicon: Lexicon) -> str:
    """A thing without article: theirs, but `the best report I ever got`, and `Olga's maps` are hers."""
    if re.match(r"(?:[^\W\d_a-z][\w-]*(?:'s|s') )", text):
        return text
    the = re.search(r"\byou\b", text) or text.startswith("way ") or _is_unique(text, lexicon)
    return f"the {text}" if the else f"your {text}"


def _is_unique(text: str, lexicon: Lexicon) -> bool:
    return lexicon.has("superlatives", text.split(maxsplit=1)[0]) or bool(_KNOWN_TO_ME.match(text))


def _clause(text: str) -> str:
    if text.startswith("what "):
        return "standout.noun"
    return "standout.clause" if text.startswith(("how ", "that ", "why ")) else "standout.manner"


def _later(kind: str) -> str:
    """One sentence says what stood out; the ones after it do not say so again."""
    if kind in {"standout.noun", "standout.nouns", "standout.clause", "standout.manner", "standout.else"}:
        return "standout.more"
    return {
        "standout.verb": "standout.doing",
        "standout.habit": "standout.doing",
        "standout.said": "standout.later",
        "standout.trait": "standout.later",
        "standout.plain": "standout.later",
    }.get(kind, kind)


def agreeing(text: str, lexicon: Lexicon) -> str:
    """`grows figs and sells them` as it follows `you`."""
    kept = _HERS.sub(lambda match: OTHER + match[0], text)  # those that are left are somebody else's
    return Turner(lexicon, "she").turn(f"she {kept}").replace(OTHER, "").removeprefix("you ")
