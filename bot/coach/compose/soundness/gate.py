"""No broken English leaves the composer: a fact is put right, else made smaller, else left out."""

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.facts import Fact, Omission, Reading
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.soundness.core import Shrinker
from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.faults import Finder
from bot.coach.compose.soundness.repair import Repairer
from bot.coach.compose.soundness.tags import Tagger
from bot.coach.compose.soundness.tenses import Tenses
from bot.coach.model import Answers, Slot

DOUBTED: Final = 3  # facts of one writer; one alone may be a matter of taste
TELLING: Final = 3  # words; fewer that went are no loss
THINGS: Final = frozenset({"standout.noun", "standout.nouns", "standout.more"})
# `the with you I dared to talk`: no thing
_OPENING: Final = re.compile(
    r"(?:the|your) (?P<said>(?:till|until|thanks|once|since|with|whenever|when|if|after|in|on|at|for"
    r"|because|even though)\b.*\b(?:I|you|we)\b.*)",
    re.IGNORECASE,
)
# `after your lecture I see lamps`, which needs no lead
_LED_IN: Final = re.compile(
    r"(?:after|since|before|at|in|on|with|when|because of) .*\b(?:I|you|we)\b", re.IGNORECASE
)
WHOLE: Final = {
    "met": "met.said",
    "referrer": "referrer.said",
    "standout": "standout.later",
    "common": "common.said",
    "about": "about.said",
    "value": "value.said",
}


class Gate:
    """Judges facts as they would be said first."""

    def __init__(self, english: English, lexicon: Lexicon, wordings: Mapping[str, tuple[str, ...]]) -> None:
        tagger = Tagger(english, lexicon)
        self._leads = {kind: some[0].partition("{{x}}")[0] for kind, some in wordings.items()}
        self._repairer = Repairer(english, lexicon, tagger)
        self._tenses = Tenses(english, lexicon, tagger)
        self._finders = {strict: Finder(english, tagger, strict=strict) for strict in (False, True)}
        self._shrinkers = {strict: Shrinker(tagger, finder) for strict, finder in self._finders.items()}

    def in_time(self, answers: Answers) -> Answers:
        """The answers with what is over in the past."""
        return self._tenses.told(answers)

    def prepared(self, answer: str) -> str:
        """An answer as it came in, with what is certain put right."""
        return self._repairer.repaired(answer, late=False)

    def passed(self, reading: Reading, *, slipped: frozenset[Slot] = frozenset()) -> Reading:
        """The facts as they can be said; of those that cannot it is noted that a sentence is wanted.

        In the answers that have `slipped` something had to be put right before: there more is doubted.
        """
        facts = [_as_sentence(fact, self._shrinkers[False]) for fact in reading.facts]
        said = [self._said(fact) for fact in facts]
        slips = slipped | self._slips(facts, said)
        kept: list[Fact] = []
        omissions: list[Omission] = []
        for fact, texts in zip(facts, said, strict=True):
            found = self._passed(fact, texts, strict=fact.slot in slips)
            kept += [found] if found else []
            if not found:
                omissions.append(Omission(fact.slot, "broken", fact.texts[-1]))
            elif lost := _lost(fact.texts[-1], found.texts[-1]):
                omissions.append(Omission(fact.slot, "shortened", lost))
        return replace(reading, facts=tuple(kept), omissions=(*reading.omissions, *omissions))

    def _slips(self, facts: list[Fact], said: list[list[str]]) -> frozenset[Slot]:
        """The answers in which something has to be put right; all, if there is much to doubt."""
        doubted = sum(bool(self._finders[True].fault(texts[-1])) for texts in said)
        pairs = zip(facts, said, strict=True)
        changed = frozenset(fact.slot for fact, texts in pairs if texts != self._typed(fact))
        return frozenset(fact.slot for fact in facts) if doubted >= DOUBTED else changed

    def _typed(self, fact: Fact) -> list[str]:
        """What a fact says, each text as the sentence that it begins."""
        return [self._leads[fact.kind] + text for text in fact.texts]

    def _said(self, fact: Fact) -> list[str]:
        return [self._repairer.repaired(text) for text in self._typed(fact)]

    def _passed(self, fact: Fact, said: list[str], *, strict: bool) -> Fact | None:
        lead = self._leads[fact.kind]
        sound = [text for text in said if not self._finders[strict].fault(text)]
        if sound == self._typed(fact):
            return fact
        return _with(fact, lead, sound) if sound else self._shrunk(fact, lead, said[-1], strict=strict)

    def _shrunk(self, fact: Fact, lead: str, text: str, *, strict: bool) -> Fact | None:
        shrinker = self._shrinkers[strict]
        if (beginning := shrinker.beginning(text)) and len(beginning) > len(lead):
            return _with(fact, lead, [beginning])
        if fact.topic == "standout" and (thing := shrinker.thing(text)):
            return replace(fact, kind="standout.noun", texts=(thing,))
        place = shrinker.place(text) if fact.topic == "met" else ""
        if place and not place.startswith("your "):  # nobody is known from their own chair
            return replace(fact, kind="met.from", texts=(place,))
        return None


def _as_sentence(fact: Fact, shrinker: Shrinker) -> Fact:
    """A thing that has its verb already, or is none at all, as the sentence that it is."""
    text = fact.texts[-1]
    if fact.kind == "standout.else" and _LED_IN.match(text):
        return replace(fact, kind="standout.plain", texts=(text,))
    if fact.kind not in THINGS:
        return fact
    if opening := _OPENING.match(text):
        return replace(fact, kind="standout.plain", texts=(opening["said"],))
    return replace(fact, kind="standout.plain", texts=(text,)) if shrinker.tells_itself(text) else fact


def _with(fact: Fact, lead: str, said: list[str]) -> Fact:
    """A fact in other words; a sentence that begins otherwise now stands as it is."""
    if all(text.startswith(lead) for text in said):
        return replace(fact, texts=tuple(text[len(lead) :] for text in said))
    return replace(fact, kind=WHOLE[fact.topic], texts=tuple(said))


def _lost(told: str, said: str) -> str:
    """What a shorter sentence does not say any more."""
    place = told.lower().find(said.lower())
    if place < 0 or len(said) >= len(told):
        return ""
    before, after = told[:place].strip(" ,;"), told[place + len(said) :].strip(" ,;")
    return max(after, before, key=len) if len((after or before).split()) >= TELLING else ""
