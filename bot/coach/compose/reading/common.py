"""What the two share."""

import re
from itertools import pairwise
from typing import Final

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.told import Told, ended

_WE_BOTH = re.compile(r"^(we) both (?=(?:from|in|at|of|on|born|the|a|an)\b)", re.IGNORECASE)
_OF_US = re.compile(r"^(?:we )?(?:both|the (?:two|both)) of us (?=\w)|^us both (?=\w)", re.IGNORECASE)
_THE_ONLY = re.compile(r"(?:the|among the|one of the) (?:only|last|first|few)\b")
_BACK_THEN = re.compile(
    r"\b(?:back then|at the time|at that time|in those days|(?<!since )in (?:19|20)\d\d|in the \d0s"
    r"|years ago|as (?:kids|children|students)|growing up)$",
    re.IGNORECASE,
)
_LIKE_ME = re.compile(r"^(?:the )?same (?:as|for|like|with) (?:me|here|you|us)\b|^(?:like|as) me$")
_NUMBERED = re.compile(r"(?:no\.? )?\d|no\b", re.IGNORECASE)  # `no 12`, `19 and 22 years`: shared by nobody
_ODD: Final = frozenset({"mine", "yours", "now", "still", "yet", "too", "not", "no", "because", "his", "her"})
_NO_VERBS: Final = frozenset({"retired", "based", "related", "interested", "red", "bed"})
_HEDGED = re.compile(
    r",? (?:obviously|apparently|i (?:think|guess|suppose|believe)|of course|as it happens)$", re.IGNORECASE
)
_BOTH = re.compile(r"^(?P<what>.+?),?\s+both(?: of us)?$", re.IGNORECASE)


def read_common(told: Told, lexicon: Lexicon) -> tuple[list[Fact], list[Omission]]:
    """What is said to be shared, and what makes no sure sentence."""
    facts: list[Fact] = []
    omissions: list[Omission] = []
    for piece in map(ended, told.pieces):
        if _LIKE_ME.match(piece) or (facts and _NUMBERED.match(piece)):
            continue
        kind, text = _common(_HEDGED.sub("", piece), lexicon)
        if any(map(str.isalnum, text)) and (kind != "common.noun" or is_thing(text, lexicon)):
            facts.append(told.fact(len(facts), kind, text))
        else:
            omissions.append(Omission(told.slot, "fragment", piece))
    return facts, omissions


def _common(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if (match := _BOTH.match(text)) and not _OF_US.match(text):
        text = f"both {match['what']}" if not match["what"].lower().startswith("same ") else match["what"]
    text = _OF_US.sub("we both ", text)
    text = _WE_BOTH.sub(r"\1 are both ", text)
    return _by_first_word(text, lexicon) or _by_form(text, lexicon)


def _by_first_word(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    first, _, rest = text.partition(" ")
    match first.lower():
        case "both" if _THE_ONLY.match(rest):
            return "common.said", f"we are {rest}"
        case "both" if rest and begins_with_verb(rest, lexicon):
            return "common.both", rest
        case "both" if rest:
            then = _BACK_THEN.search(rest)
            return ("common.said", f"we were both {rest}") if then else ("common.are", rest)
        case "also" if rest and form_of(rest, lexicon) is not Form.VERB:
            return "common.also", rest
        case "same":
            return "common.same", _listed("the " + re.sub(r", same ", ", the same ", text))
    return None


def _by_form(text: str, lexicon: Lexicon) -> tuple[str, str]:
    form = form_of(text, lexicon)
    if form is Form.SENTENCE or _tells_of_family(text, lexicon):
        return "common.said", text
    if form is Form.VERB:
        return _shared_doing(text, lexicon)
    return _shared_thing(text, lexicon)


def _tells_of_family(text: str, lexicon: Lexicon) -> bool:
    """`my mother sells there too`: a verb after one of the family, which the form does not show."""
    words = text.lower().split()[:4]
    if len(words) < 3 or words[0] not in {"my", "your", "both", "our"}:  # noqa: PLR2004 - `my aunt sings`
        return False
    return any(
        before in lexicon.relations and (word in lexicon.thirds or word in lexicon.pasts - lexicon.bases)
        for before, word in pairwise(words[1:])
    )


def _shared_doing(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """`mend nets` is what both do; `missed my train` and `was late` are the writer's."""
    first, following = [*text.lower().split(), ""][:2]
    if following in {"me", "us"}:
        return "common.said", f"{'you' if lexicon.has('giving', first) else 'it'} {text}"
    if first in {"was", "am"} or re.search(r"\bmy\b", text):
        return "common.said", and_joined(f"I {text}", lexicon)
    return "common.both", f"{lexicon.thirds.get(first, first)}{text[len(first) :]}"


def _shared_thing(text: str, lexicon: Lexicon) -> tuple[str, str]:
    head = re.split(r",|\s(?:at|in|on|from|of|for|with)\b", text)[0].lower().split()
    persons = bool(head) and lexicon.has("tie_plurals", head[-1])
    one = head[-1].removesuffix("s") if head else ""
    if (
        one != "".join(head[-1:])
        and lexicon.has("person_words", one)
        and not lexicon.has("determiners", head[0])
    ):
        return "common.are", text  # `Igbo speakers`
    plain = persons and not lexicon.has("determiners", head[0])
    return ("common.said", f"we are {text}") if plain else ("common.noun", _listed(text))


def _listed(text: str) -> str:
    """`the dust, the tea` with its `and`."""
    parts = text.split(", ")
    if len(parts) > 1 and all(part.lower().startswith("the ") for part in parts):
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    return text


def is_thing(text: str, lexicon: Lexicon) -> bool:
    """Whether words without a subject can be shared or given: no verb that somebody does."""
    words = [word.strip(",.;:()\"'").lower() for word in text.partition(",")[0].split()]
    if not words or _ODD.intersection(words) or words[0] in {"both", "same"}:
        return False
    doing = words[0] in lexicon.bases and not lexicon.has("noun_verbs", words[0]) and len(words) > 1
    finite = any(lexicon.has("finite", word) or word in {"i", "we", "you"} for word in words)
    return not (doing or (finite and not _is_described(words, lexicon)))


def _is_described(words: list[str], lexicon: Lexicon) -> bool:
    """`a boss who never slept`, `the tea we drank`: the verb belongs to the description."""
    relative = any(word in {"who", "that", "which", "where", "how"} for word in words[1:])
    return relative or (
        lexicon.has("determiners", words[0]) and any(word in {"i", "we", "you"} for word in words[1:-1])
    )


def and_joined(text: str, lexicon: Lexicon) -> str:
    """`was reading, missed my train` and `mum of 2, start a course`, with the `and` between two verbs."""
    head, comma, tail = text.partition(", ")
    first = tail.split(maxsplit=1)[0].lower() if tail else ""
    verb = first in lexicon.bases | lexicon.pasts or (first.endswith("ed") and first not in _NO_VERBS)
    joins = comma and verb and len(tail.split()) > 1 and not lexicon.has("noun_verbs", first)
    return f"{head} and {tail}" if joins else text


def begins_with_verb(text: str, lexicon: Lexicon) -> bool:
    """Whether words after `both` are what the two do or did, rather than what they are."""
    words = [word for word in text.lower().split() if not lexicon.has("frequency", word)]
    first, following = [*words, "", ""][:2]
    if first in lexicon.bases | lexicon.pasts:
        return True
    unknown = first.endswith("ed") and first not in _NO_VERBS
    return unknown and (following in {"it", "them", "him", "her"} or lexicon.has("determiners", following))
