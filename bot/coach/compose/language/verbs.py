"""Whether words have a verb of their own, and which of them it is."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_AFTER_PARTICIPLE: Final = frozenset(
    {"of", "in", "by", "from", "for", "with", "at", "on", "out", "to", "about"}
)
_SAYS: Final = frozenset({"says", "thinks", "reckons", "swears", "claims", "insists"})
_ASKED: Final = frozenset({"how", "what", "why", "if", "whether", "that", "where"})
_AFTER_THIRD: Final = frozenset({"with", "from", "to", "up", "at", "in", "on", "like", "what", "how", "that"})
_AUXILIARIES: Final = frozenset({"was", "were", "had", "did"})
_PASTS_ONLY: Final = frozenset(
    "sat stood went came spoke sang wrote drew ran gave took knew grew flew drove swam slept began"  # noqa: SIM905
    " broke chose wore threw rode rose".split()
)
MAX_SUBJECT: Final = 20  # words; a verb that comes later is not waited for
_NO_SUBJECTS: Final = frozenset(
    {"the", "a", "an", "my", "our", "your", "their", "its", "every", "home", "hand", "self"}
)
_PLACES: Final = frozenset({"there", "here"})
_AFTER_IS: Final = frozenset(
    {"next", "a", "an", "the", "my", "our", "your", "not", "so", "very", "from", "just"}
)
_NO_PASTS: Final = frozenset(
    {"based", "red", "bed", "shed", "need", "seed", "speed", "feed", "hundred", "indeed"}
)
_PARTICLES: Final = frozenset({"up", "out", "off", "away", "apart", "back"})
_OBJECTS: Final = frozenset(
    {
        *("me", "us", "it", "them", "my", "our", "you", "him", "himself", "herself"),
        *("ours", "mine", "yours", "hers", "theirs"),
        *("everyone", "everybody", "nobody", "somebody", "someone", "anybody", "anyone", "people", "others"),
        *("everything", "nothing", "something", "anything", "things"),
    }
)
CONTRACTED: Final = re.compile(r"^(i|you|we|they|he|she|it|that|there|this)'(m|s|re|ve|d|ll)$")
PREPOSITIONS: Final = frozenset(
    {
        "at",
        "in",
        "on",
        "during",
        "through",
        "over",
        "via",
        "near",
        "outside",
        "after",
        "before",
        "inside",
        "between",
        "while",
        "when",
    }
)

_DESCRIBED: Final = frozenset({"way", "thing", "things", "part", "method", "style", "work", "project"})
_TELLERS: Final = frozenset({"you", "we", "i", "they"})
SHORTEST_PAST: Final = 4  # letters: `shed`
SHORTEST_JUDGED: Final = 6  # words: `the way you bind is odd`


def head_of(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words before the first that begins something new: `the way` of `the way you explain`."""
    for place, word in enumerate(words[1:], 1):
        if lexicon.has("relatives", word) or word in PREPOSITIONS | {
            "of",
            "with",
            "for",
            "about",
            "to",
            "from",
        }:
            return words[:place]
    return words


def has_finite_verb(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a thing at the start is followed by its verb, before a clause of its own begins."""
    if _somebody_did(words, lexicon):
        return True
    for place, word in enumerate(words[1:MAX_SUBJECT], 1):
        if (word in _PLACES and place > 1) or words[place - 1] in _NO_SUBJECTS:
            continue  # `the bit where you counted`: what stands behind an article is no verb
        if CONTRACTED.match(word) or lexicon.has("relatives", word):
            return False
        following = words[place + 1] if place + 1 < len(words) else ""
        subject = [one for one in words[1:place] if one not in _PLACES]
        if _is_main_verb(word, following, subject, lexicon) or _closes(words, place):
            return True
        if lexicon.has("frequency", word) and place > 1 and is_verb(following, lexicon):
            return True
        if following in _OBJECTS - {"you", "people", "others", "things"} and (
            word in lexicon.pasts or word in lexicon.thirds
        ):
            return True
    return False


def _closes(words: list[str], place: int) -> bool:
    """`our gardens touched`, `your farm's next to mine`: a verb at the end, and one in a contraction."""
    word, following = words[place], "".join(words[place + 1 : place + 2])
    if word.endswith("'s"):
        return following in PREPOSITIONS or following in _AFTER_IS
    owned = words[0] in {"my", "our", "your"} and not following
    return owned and word.endswith("ed") and len(word) > SHORTEST_PAST and word not in _NO_PASTS


def _somebody_did(words: list[str], lexicon: Lexicon) -> bool:
    """`my mom cleaned offices with you`: after one of the family or a tie, a past is what they did."""
    owner, person, verb, following = [*words[:4], "", "", "", ""][:4]
    if owner not in {"my", "our", "your"} or person.removesuffix("s") not in lexicon.relations:
        return False
    done = verb in lexicon.pasts - lexicon.bases and verb not in {"called", "named"}
    return done and following.isalpha() and following not in {"by", "of"}


def is_judged(words: list[str], lexicon: Lexicon) -> bool:
    """`the way you bind books is odd`: after a thing that is described comes what is said of it."""
    if len(words) < SHORTEST_JUDGED or words[0] != "the" or words[1] not in _DESCRIBED:
        return False
    start = 3 if words[2] == "that" else 2
    if words[start] not in _TELLERS:
        return False
    for word in words[start + 2 : -1]:
        small = (
            lexicon.has("relatives", word) or lexicon.has("subjects", word) or word in {"and", "what", "how"}
        )
        if small:
            return False
        if word in {"is", "was"}:
            return True
    return False


def _is_main_verb(word: str, following: str, subject: list[str], lexicon: Lexicon) -> bool:
    """`posts come with data` but not `a filter made of husk`, where the verb is part of the description."""
    if not following or (
        following in _AFTER_PARTICIPLE and word in lexicon.pasts - _AUXILIARIES - _PASTS_ONLY
    ):
        return False
    if word == "am":
        return False  # `an am dram group`; after `I` there is a subject
    if (
        lexicon.has("finite", word)
        or word in _PASTS_ONLY
        or (following == "you" and lexicon.has("electing", word))
    ):
        return True
    if has_clause(word, following, subject, lexicon):
        return True
    head = head_of(["the", *subject], lexicon)[-1] if subject else ""
    several = head.endswith("s") or lexicon.has("plural_nouns", head) or "and" in subject
    if not several or word not in lexicon.bases:
        return False
    return not lexicon.has("noun_verbs", word) or following.isdigit() or _takes_object(following, lexicon)


def has_clause(word: str, following: str, subject: list[str], lexicon: Lexicon) -> bool:
    """`my lad asked how`, `half the room started erasing`, `our debrief starts with`."""
    if word in _SAYS:
        return True
    if word in lexicon.pasts:
        going = following.endswith("ing") and not lexicon.has("noun_verbs", word)  # `set dancing`
        return following in _ASKED or going
    one = bool(subject) and not subject[-1].endswith("s")
    third = word in lexicon.thirds and not lexicon.has("noun_verbs", word)
    return (
        one
        and third
        and (following in _AFTER_THIRD or lexicon.has("determiners", following) or _is_things(following))
    )


def _is_things(word: str) -> bool:
    """`towels`, of `your robot folds towels`."""
    return len(word) >= SHORTEST_PAST and word.endswith("s") and not word.endswith(("ss", "us", "'s"))


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can be a finite verb."""
    return (
        word in lexicon.bases
        or word in lexicon.pasts
        or word in lexicon.thirds
        or lexicon.has("finite", word)
    )


_OF_VERBS: Final = frozenset({"think", "dream", "hear", "speak", "talk", "know", "approve", "tell"})


def is_doing(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words without a subject begin with a verb: `explained kafka`, `grows figs`, `can sing`."""
    first, following = words[0], (words[1] if len(words) > 1 else "")
    if _shows_a_verb(words, lexicon) or (first == "read" and following in {"about", "of", "out"}):
        return True
    if lexicon.has("adjectives", first) and not lexicon.has("determiners", following):
        return False
    if following == "of" and first in lexicon.bases - _OF_VERBS:
        return False  # `reuse of the cooling water`
    if lexicon.has("noun_verbs", first):
        return _takes_object(following, lexicon) or _takes_thing(first, following, lexicon)
    known = is_verb(first, lexicon) or (
        first.endswith("ed") and (lexicon.has("after_object", following) or following.isdigit())
    )
    return known and bool(following)


def _shows_a_verb(words: list[str], lexicon: Lexicon) -> bool:
    """`foi'd 11 years of logs`, `cut up her own coat`: what follows shows a verb, be it in a list or not."""
    first, following, third = [*words[:3], "", ""][:3]
    if following in _PARTICLES and is_verb(first, lexicon):
        return lexicon.has("determiners", third) or third in _OBJECTS
    done = first.endswith(("ed", "'d")) or first in lexicon.pasts
    if done and (following in _OBJECTS or _is_owner(following)):
        return not lexicon.has("noun_verbs", first)
    sure = done and not lexicon.has("noun_verbs", first) and first not in _NO_PASTS
    return sure and (lexicon.has("determiners", following) or following.isdigit())


def _is_owner(word: str) -> bool:
    """`everyone's`, `nobody's`."""
    return word.removesuffix("'s") in _OBJECTS


def _takes_thing(verb: str, following: str, lexicon: Lexicon) -> bool:
    """`designs bridges`, `plays cello`; not `notes taken in class`, `talks about`, `works council`."""
    if verb not in lexicon.thirds or verb == "works" or not following.isalpha():
        return False
    small = ("after_object", "relatives", "finite", "frequency", "person_words")
    done = following in lexicon.pasts or following.endswith(("ing", "ed", "en"))
    return not done and not any(lexicon.has(group, following) for group in small)


_BEHIND_VERBS: Final = frozenset("to back hard with together what how that why where when which".split())  # noqa: SIM905


def _takes_object(word: str, lexicon: Lexicon) -> bool:
    return lexicon.has("determiners", word) or word in _OBJECTS | _BEHIND_VERBS
