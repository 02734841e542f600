"""No broken English leaves the composer: a fact is put right, else made smaller, else left out."""

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

TELLING: Final = 3  # words; fewer that went are no loss
THINGS: Final = frozenset({"standout.noun", "standout.nouns", "standout.more"})
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
        self._finder = Finder(english, tagger)
        self._shrinker = Shrinker(tagger, self._finder)

    def prepared(self, answer: str) -> str:
        """An answer as it came in, with what is certain put right."""
        return self._repairer.repaired(answer, late=False)

    def is_sound(self, text: str) -> bool:
        """Whether nothing spoils the sentence."""
        return not self._finder.fault(text)

    def passed(self, reading: Reading) -> Reading:
        """The facts as they can be said; of those that cannot it is noted that a sentence is wanted."""
        kept: list[Fact] = []
        omissions: list[Omission] = []
        for fact in reading.facts:
            found = self._passed(fact)
            kept += [found] if found else []
            if not found:
                omissions.append(Omission(fact.slot, "broken", fact.texts[-1]))
            elif lost := _lost(fact.texts[-1], found.texts[-1]):
                omissions.append(Omission(fact.slot, "shortened", lost))
        return replace(reading, facts=tuple(kept), omissions=(*reading.omissions, *omissions))

    def _passed(self, fact: Fact) -> Fact | None:
        if fact.kind in THINGS and self._shrinker.tells_itself(fact.texts[-1]):
            fact = replace(fact, kind="standout.plain", texts=fact.texts[-1:])
        lead = self._leads[fact.kind]
        said = [self._repairer.repaired(lead + text) for text in fact.texts]
        sound = [text for text in said if self.is_sound(text)]
        if sound == [lead + text for text in fact.texts]:
            return fact
        if sound:
            return _with(fact, lead, sound)
        return self._shrunk(fact, lead, said[-1])

    def _shrunk(self, fact: Fact, lead: str, text: str) -> Fact | None:
        if (beginning := self._shrinker.beginning(text)) and len(beginning) > len(lead):
            return _with(fact, lead, [beginning])
        if fact.topic == "standout" and (thing := self._shrinker.thing(text)):
            return replace(fact, kind="standout.noun", texts=(thing,))
        if fact.topic == "met" and (place := self._shrinker.place(text)):
            return replace(fact, kind="met.from", texts=(place,))
        return None


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
