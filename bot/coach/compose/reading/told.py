"""What a reader of one answer has in hand: its pieces, turned to the recipient, and their ranks."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.intake.statements import split, whole_and_main
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.tidy import punctuation
from bot.coach.compose.viewpoint.anybody import as_writer
from bot.coach.compose.viewpoint.cast import Cast
from bot.coach.compose.viewpoint.company import Company
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.compose.viewpoint.roles import OTHER, sorted_out
from bot.coach.model import Slot

# What matters more has the smaller number: first the main thing of every answer, then the rest of it.
FIRST: Final[dict[Slot, int]] = {
    "how_met": 11,
    "standout": 10,
    "referrer": 12,
    "common_ground": 30,
    "value": 35,
    "about_me": 40,
}
LATER: Final[dict[Slot, int]] = {
    "how_met": 50,
    "standout": 25,
    "referrer": 70,
    "common_ground": 75,
    "value": 78,
    "about_me": 80,
}
TAIL: Final = 15
# the rest of the main thing: where they met and what stood out, in full, come before who writes
TAILS: Final[dict[Slot, int]] = {
    "how_met": 31,
    "standout": 32,
    "referrer": 85,
    "common_ground": 90,
    "value": 93,
    "about_me": 95,
}
# `they carried him down, you and six others` is `you and six others carried him down`
_ALSO_YOU: Final = re.compile(r"^they (?!are\b)([^,]+), (you (?:and|&) [^,]+)$", re.IGNORECASE)
_AND_HIM: Final = re.compile(
    r"^(?P<who>(?:my|our) [\w-]+(?: [A-Z]\w+)?) and (?P<whom>him|her|he|she)"
    r"(?= (?:\w+ed|were|are|have|had|used|both|go|went|ran|run|sang|sing|drove|grew|met|sat|share|play|work"
    r"|taught|teach|did|do|made|built|swam|rode)\b)",
    re.IGNORECASE,
)
_SUBJECTS: Final = {"him": "he", "he": "he", "her": "she", "she": "she"}
# `Salon du livre` keeps its capital
_TITLED: Final = re.compile(r"[^\W\d_a-z][^\W\d_]+ (?:do|da|de|du|di|des|del|della) [^\W\d_]")
_BEFORE_THINGS: Final = frozenset({"local", "annual", "weekly", "monthly", "online", "virtual", "evening"})
_LEANING: Final = frozenset(
    {"it", "this", "that", "these", "those", "they", "then", "there", "also", "it's", "that's"}
)


class Told(Struct, frozen=True):
    """One answer on its way to facts: the turned pieces, and what could not be said for sure."""

    slot: Slot
    pieces: tuple[str, ...]
    omissions: tuple[Omission, ...] = ()

    def fact(self, index: int, kind: str, *texts: str) -> Fact:
        """The fact of a piece, ranked by its slot and its place in the answer.

        Of two texts the first is the main part alone; of a single one it is found.
        """
        text = texts[-1]
        rank = FIRST[self.slot] if index == 0 else LATER[self.slot] + 4 * index
        leans = index > 0 and text.split(maxsplit=1)[0].lower() in _LEANING
        return Fact(
            slot=self.slot,
            kind=kind,
            texts=self._texts(texts),
            rank=rank,
            tail_rank=LATER[self.slot] + TAIL + index if index else TAILS[self.slot],
            leans=leans,
        )

    def _texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        if len(texts) > 1:
            return texts
        return (ended(texts[0]),) if self.slot == "value" else whole_and_main(ended(texts[0]))


def tell(slot: Slot, sentences: list[str], turner: Turner, company: Company, cast: Cast) -> Told:
    """Split and turn; leave out what would need a guess about who of the `cast` is meant."""
    pieces, omissions, lexicon = [], [], company.lexicon
    known, brought = bool(cast.third), False
    for original in (part for sentence in sentences for part in split(sentence)):
        heard = company.heard(_both_named(as_writer(original, turner.pronoun, lexicon)))
        known = known or _names_somebody(heard, lexicon)
        piece = heard if known else _clear_part(heard, turner)
        piece, rest = _told_apart(piece, turner, cast, lexicon, brought=brought)
        brought = brought or turner.has_another(original)
        turned = _ALSO_YOU.sub(r"\2 \1", turner.turn(piece).replace(OTHER, ""))
        strangers = turner.strangers(turned)
        if strangers and not known:
            turned = cast.named(turned, strangers) or _known(turned, strangers, company, cast)
        if (rest is None and not turner.is_clear(piece)) or not turned:
            reason = "whose" if not turner.is_clear(piece) and turner.has_another(piece) else "unclear"
            omissions.append(Omission(slot, reason, ended(piece)))
            continue
        if rest:
            omissions.append(Omission(slot, "whose", ended(rest)))
        pieces.append(lower_first(named(turned, strangers, cast.third), lexicon))
    return Told(slot, tuple(pieces), tuple(omissions))


def _told_apart(
    piece: str, turner: Turner, cast: Cast, lexicon: Lexicon, *, brought: bool
) -> tuple[str, str | None]:
    """The piece with the pronouns of another one marked or named, and what of it may mean either.

    The rest is None where grammar says nothing; `brought` says that the other one was named just before.
    """
    if turner.is_settled or OTHER in piece:
        return piece, None
    another = cast.only(turner.pronoun)
    told = sorted_out(piece, turner.pronoun, lexicon, met_before=bool(another))
    if told is None:
        return piece, None
    named_here = brought or turner.has_another(told.text)
    text = (
        told.text
        if named_here
        else told.text.replace(OTHER + told.first, another + ("'s" if told.owns else ""), 1)
    )
    return text, told.rest


def _both_named(text: str) -> str:
    """`my dad and him drove trucks` as `he and my dad`, who are two subjects."""
    return _AND_HIM.sub(lambda match: f"{_SUBJECTS[match['whom'].lower()]} and {match['who']}", text)


def _known(text: str, strangers: set[str], company: Company, cast: Cast) -> str:
    """The text when another answer brings up who is meant, so that the pronoun can stay; else nothing."""
    return text if company.knows(strangers) and not cast.is_alone else ""


def _clear_part(piece: str, turner: Turner) -> str:
    """`told jokes and she forgot the leg` without the clause about somebody who was not named."""
    head = whole_and_main(piece)[0]
    if head == piece or not turner.strangers(turner.turn(piece)):
        return piece
    clear = not turner.strangers(turner.turn(head)) and turner.is_clear(head)
    return head if clear else piece


def named(text: str, strangers: set[str], third: str) -> str:
    """A third person's pronoun at the start made a name, so that the sentence can stand alone."""
    first, _, rest = text.partition(" ")
    if not third or first.lower() not in strangers or not rest:
        return text
    return f"{third}'s {rest}" if first.lower() in {"his", "her"} else f"{third} {rest}"


def _names_somebody(piece: str, lexicon: Lexicon) -> bool:
    words = piece.split()
    return any(word.strip(",.").lower().removesuffix("'s") in lexicon.relations for word in words) or any(
        word[0].isupper() and word != "I" and word.lower() not in lexicon.capitals for word in words[1:]
    )


def ended(text: str) -> str:
    """Without the stop at the end: the grammar sets it."""
    return re.sub(r"\.\"$", '"', punctuation(text).rstrip(".?! "))


def lower_first(text: str, lexicon: Lexicon) -> str:
    """The words as they stand in the middle of a sentence: a capital stays only where it may be a name."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    plain = first.lower().strip(",.")
    if (
        first == "I"
        or first.startswith("I'")
        or plain in lexicon.capitals
        or (not first[1:].islower() and len(first) > 1 and "'" not in first)
        or _TITLED.match(text)
    ):
        return text
    common = any(
        lexicon.has(group, plain)
        for group in (
            "determiners",
            "subjects",
            "relatives",
            "frequency",
            "adjectives",
            "intensifiers",
            "after_object",
            "finite",
            "together",
        )
    )
    following = text.split(maxsplit=2)[1:2]
    heads = ("event_heads", "occasion_heads", "media_read", "media_heard", "media_saw")
    gerund = plain.endswith("ing") and plain not in lexicon.products  # `Writing group`
    common = common or ((gerund or plain in _BEFORE_THINGS) and bool(following) and following[0].islower())
    if first[1:].islower() and (not following or following[0].islower()):
        common = common or any(lexicon.has(group, plain) for group in heads)  # `Auction house in Cape Town`
    doing = plain.endswith("ed") and following and lexicon.has("after_object", following[0])
    common = (
        common or bool(doing) or plain.partition("'")[0] in {"you", "she", "he", "they", "we", "it", "that"}
    )
    if common or plain in lexicon.pasts or plain in lexicon.bases or plain in lexicon.thirds:
        return text[:1].lower() + text[1:]
    return text
