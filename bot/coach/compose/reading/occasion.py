"""What a thing says about how two came across each other: who they were, a work, a place, an occasion."""

import re
from typing import Final

from bot.coach.compose.language.articles import ARTICLES
from bot.coach.compose.language.timed import place_of, time_of, timed, without_time
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.ties import Way, person_of
from bot.coach.compose.tidying.proper import town_cased

_HEAD_ENDS = re.compile(
    r",|\s(?:at|in|on|from|to|about|for|with|of|where|that|who|which|during|near|by|you|we|I)\s"
    r"|\s(?:growing up|downstairs|upstairs|opposite|next door|across|back (?:in|at|then)"
    r"|since|until|till|before|when)\b"
)
_TOWN_BEHIND = re.compile(
    r"(?P<what>(?:[a-z'-]+ )+(?P<last>[a-z'-]{3,})) (?P<town>[^\W\d_a-z]\w+)(?=$|,| (?:on|in|last)\b)"
)
_OWN_HEADS: Final = frozenset({"class", "course", "seminar", "lectures", "classes", "group", "team", "choir"})
_SMALL: Final = frozenset({"of", "for", "the", "in", "and", "on", "at", "a"})
_PERSONS: Final = ("tie_words", "tie_plurals", "person_words")
_HEADS: Final = ("event_heads", "occasion_heads", "bare_places")
_PLACE_ENDS: Final = ("park", "house", "yard", "shop", "field", "club", "hall", "school", "gym", "dance")
_EVENT_ENDS: Final = ("athon", "fest", "camp", "con", "conf")
_OF_YOU = re.compile(r"^(?:the |an? )?(\w+) of you\b", re.IGNORECASE)  # `poster of him`
_NUMBERED = re.compile(r"[^\W\d_]+ (?:\d+|[A-Z]\d*)\b")  # `store 212` and `gate B4` need no article
_TAKEN_IN = re.compile(
    r"^(?P<what>.+?) (?:that |which )?I (?P<verb>read|watched|saw|heard|caught|attended|listened to)"
    r"(?P<rest>\b.*)$"
)
_PARTICLES: Final = frozenset({"up", "out", "off", "in", "down", "over", "back", "first", "online"})
_ONLY = re.compile(r"^(?:just|only|simply|mainly|mostly)\s+(?=\w)", re.IGNORECASE)
_SHARED_SOURCES: Final = frozenset({"newsletter", "magazine", "newspaper", "radio"})


def way_of(text: str, lexicon: Lexicon) -> Way | None:
    """The way in which a thing ties two people together; None when it cannot be told."""
    text = _in_town(_OF_YOU.sub(r"your \1", _ONLY.sub("", text)), lexicon)
    head = without_time(_HEAD_ENDS.split(text)[0]).split()
    last = _last(head)
    if person := person_of(text, last, lexicon):
        return person
    if (placed := _placed(text, last, lexicon)) or (placed := _work(text, head, lexicon)):
        return placed
    if all(_is_place(word, lexicon) for word in text.split()) and not lexicon.has("bare_places", last):
        return "met.place", (f"in {town_cased(text)}",)
    return _at_occasion(text, head, lexicon)


def _in_town(text: str, lexicon: Lexicon) -> str:
    """`chess club Kraków` as `chess club in Kraków`."""
    match = _TOWN_BEHIND.match(text)
    bare = (
        match is not None
        and not time_of(match["town"])
        and not lexicon.has("after_object", match["last"])
        and match["last"] != "near"
    )
    where = place_of(match["town"], lexicon) if match and bare else ""
    return f"{match['what']} {where}{text[match.end() :]}" if match and where else text


def _last(head: list[str]) -> str:
    """The last word of a thing that is no number, nor a time: `night bus 47`, `course Saturday`."""
    words = [word.strip(",").lower() for word in head if not time_of(word.strip(","))]
    small = [word.strip(",").lower() for word in head if not word.strip(",").isupper()]
    named = [word for word in words if (word.isalpha() or "-" in word) and (word in small or not small)]
    return named[-1] if named else ""


def _is_place(word: str, lexicon: Lexicon) -> bool:
    plain = word.strip(",")
    return plain.lower() in lexicon.capitals or plain.isdigit() or bool(place_of(plain, lexicon))


def _placed(text: str, last: str, lexicon: Lexicon) -> Way | None:
    """Where one is `in` or `on` rather than `at`: a queue, a train, the same team, a placement."""
    lowered = text.lower()
    if lexicon.has("site_words", site := re.split(r",| ages| last| in (?=\d)", lowered)[0]):
        return "met.place", (f"on {lexicon.capitals.get(site, site.capitalize())}{text[len(site) :]}",)
    if lowered.startswith("same "):
        return "met.were", (f"{'at' if lexicon.has('at_same', last) else 'in'} the {text}",)
    for preposition in ("in", "on", "during"):
        if lexicon.has(f"{preposition}_places", last):
            texts = timed(text if lowered.startswith(ARTICLES) else f"the {text}", lexicon)
            return "met.place", tuple(f"{preposition} {one}" for one in texts)
    first, following = [*lowered.split(), ""][:2]
    doing = first.endswith("ing") and {first[:-3], first[:-3] + "e"} & lexicon.bases
    goes_on = lexicon.has("after_object", following) or lexicon.has("determiners", following)
    return ("met.place", (text,)) if doing and goes_on else None


def _work(text: str, head: list[str], lexicon: Lexicon) -> Way | None:
    """How one comes across something made: `your tweet`; a newsletter of many hands is only where it was."""
    medium = _medium(head, lexicon)
    if not medium or _is_show(head, lexicon):
        return None
    if taken := _TAKEN_IN.match(text):  # `panel on care that I watched online`
        thing = taken["what"] if taken["what"].lower().startswith(ARTICLES) else f"your {taken['what']}"
        return "met.i", (f"{taken['verb']} {thing}{taken['rest']}",)
    if text.lower().startswith(ARTICLES):
        return medium, (text,)
    if _last(head) in _SHARED_SOURCES and len(head) > 1:
        return "met.found", (f"you in the {text}",)
    return medium, (f"your {text}",)


def _medium(head: list[str], lexicon: Lexicon) -> str:
    """The kind of a work; a book fair is no book."""
    if lexicon.has("day_heads", _last(head)):
        return ""  # `book binding weekend`
    for word in reversed(head):
        if any(lexicon.has(group, word) for group in ("event_heads", "occasion_heads")) and word != "panel":
            return "met.saw" if lexicon.has("media_saw", word) else ""
        for kind in ("read", "heard", "saw", "found"):
            if lexicon.has(f"media_{kind}", word):
                return f"met.{kind}"
    return ""


def _at_occasion(text: str, head: list[str], lexicon: Lexicon) -> Way | None:
    words = {word.strip(",").lower() for word in head}
    known = any(lexicon.has(group, word) for group in _HEADS for word in words) or _is_show(head, lexicon)
    if (
        known
        or _last(head).endswith(_EVENT_ENDS)
        or (_last(head).endswith(_PLACE_ENDS) and " " not in text and text.islower())
        or (len(head) > 1 and lexicon.has("day_heads", _last(head)))
    ):
        return _met_at(text, head, lexicon)
    if not _may_be_from(text, head, lexicon):
        return None
    if text[0].isupper() and not text.lower().startswith(ARTICLES):
        return "met.event", timed(text, lexicon)  # a name: `PyCascades`
    bare = text.lower().startswith(ARTICLES) or _NUMBERED.match(text)
    return "met.from", timed(text if bare else f"the {_town_first(text, lexicon)}", lexicon)


def _met_at(text: str, head: list[str], lexicon: Lexicon) -> Way:
    """`We met at`, or, of the recipient's own class, `I was in`."""
    texts = timed(named(text, lexicon), lexicon)
    main = named(" ".join(head), lexicon)
    if len(texts) == 1 and len(head) > 1 and '"' not in text and texts[0].startswith(f"{main} "):
        texts = (main, *texts)
    if text.lower().startswith("your ") and _last(head) in _OWN_HEADS:
        return "met.mine", tuple(f"in {one}" for one in texts)
    return "met.event", texts


def _may_be_from(text: str, head: list[str], lexicon: Lexicon) -> bool:
    """Whether words that are no known occasion can follow `I know you from`: no person, no doing."""
    words = [word.strip(",").lower() for word in head]
    last = [word for word in words if word not in {"here", "there"}][-1:]
    if any(word in lexicon.relations or lexicon.has(group, word) for group in _PERSONS for word in last):
        return False
    groups = ("finite", "subjects", "frequency", "after_object")
    inner = [word for word in words if f"{word} " not in ARTICLES and word not in _PARTICLES]
    doing = any(lexicon.has(group, word) for group in groups for word in inner)
    if doing or not words or not text[0].isalnum() or _is_participle(words[0], lexicon) or "not" in words:
        return False
    known = text.lower().startswith(ARTICLES) or any(char.isupper() or char.isdigit() for char in text)
    return known or len(text.split()) > 1


def _is_show(head: list[str], lexicon: Lexicon) -> bool:
    """`trade show` is an occasion, `her show` a work."""
    before, last = [word.lower() for word in ["", *head][-2:]]
    return last == "show" and lexicon.has("show_kinds", before)


def _is_participle(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.participles or word in lexicon.pasts


def named(text: str, lexicon: Lexicon) -> str:
    """`pottery night class` with its article, `istanbul coffee festival` with its capitals."""
    if text.lower().startswith(ARTICLES):
        return text
    words = _town_first(text, lexicon).split()
    place, head = _head_word(words, lexicon)
    if head == "event" and place:
        words[: place + 1] = [
            word if word.lower() in _SMALL else word[:1].upper() + word[1:] for word in words[: place + 1]
        ]
        return "the " + " ".join(words)
    bare = lexicon.has("bare_places", words[0]) and (place == 0 or not head)
    if bare or _NUMBERED.match(text) or not (head or words[0].islower()):
        return " ".join(words)
    return "the " + " ".join(words)


def _town_first(text: str, lexicon: Lexicon) -> str:
    """`tilbury depot` with the capital of the town."""
    first, blank, rest = text.partition(" ")
    return f"{town_cased(first)}{blank}{rest}" if blank and lexicon.is_town(first) else text


def _head_word(words: list[str], lexicon: Lexicon) -> tuple[int, str]:
    for place, word in enumerate(words):
        plain = word.strip(",").lower()
        for head in ("event", "occasion"):
            if lexicon.has(f"{head}_heads", plain):
                return place, head
        if word.endswith(",") or plain in _SMALL:
            break
    return 0, ""
