"""The grammar's words made ready for looking up."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from msgspec import structs

from bot.coach.compose.patterns import Reasons
from bot.coach.compose.words import Words
from bot.coach.text import fold

VOWELS: Final = "aeiou"
SHORTEST_THIRD: Final = 4  # `runs`


class Lexicon:
    """What kind of word something is. Everything is asked in lower case."""

    def __init__(self, words: Words, towns: frozenset[str] = frozenset()) -> None:
        self._words = words
        self._towns = towns
        self._sets: dict[str, frozenset[str]] = {}
        irregular = [entry.split() for entry in words.irregular_verbs.split(";")]
        regular = words.regular_verbs.split()
        self.bases = frozenset([forms[0] for forms in irregular] + regular)
        self.pasts = frozenset([forms[1] for forms in irregular] + [past(base) for base in regular]) | {
            "were"
        }
        self.past_of_base = {base: past(base) for base in regular} | {one[0]: one[1] for one in irregular}
        self.participles = frozenset(forms[2] for forms in irregular)
        self.base_of_past = {past(base): base for base in regular} | {
            forms[1]: forms[0] for forms in irregular
        }
        self.past_of = {past(base): past(base) for base in regular} | {
            forms[2]: forms[1] for forms in irregular
        }
        self._done = {base: past(base) for base in regular} | {forms[0]: forms[2] for forms in irregular}
        self.thirds = {third(base): base for base in self.bases}
        self.home_skips = frozenset(map(fold, lines(words.skips)))
        self.skips = self.home_skips | frozenset(map(fold, _entries(words.foreign_skips)))
        self.skip_words = frozenset(" ".join((*self.skips, fold(words.skip_tails))).split())
        self.titles = dict(pairs(words.titles))
        self.short_days = dict(pairs(words.short_days))
        self.relations = dict(pairs(words.relations))
        self.products = {name.lower(): name for name in words.products.split()}
        self.shorthand = dict(pairs(words.shorthand))
        self.misspelled = dict(pairs(words.misspelled))
        self.opening_of_name = any_of(words.name_openings)
        self.capitals = self._capitals()
        self.slight = any_of(words.slight_patterns)
        inside = "|".join(words.foreign_in.split())
        self.foreign_in = re.compile(rf"(?<=[^\W\d_A-Z] )(?:{inside}) (?=[A-Z]|(?:19|20)\d\d)")
        self.loans = dict(pairs(words.loan_events))
        self.skip = any_of(words.skip_patterns)
        self.unmet = any_of(words.unmet_patterns)
        self.never = any_of(words.never_patterns)
        self.unplaced = any_of(words.unplaced_patterns)
        self.lead = any_of(words.lead_patterns)
        self.hesitation = any_of(words.hesitation_patterns)
        self.remark = any_of(words.remark_patterns)
        self.instruction = any_of(words.instruction_patterns)
        self.title_before = re.compile(
            rf"(?<![\w'-])(?:(?:the|our|my|this)\s+)?(?:(?:{'|'.join(map(re.escape, self.titles))})\.?\s+)+"
            r"(?P<name>[^\W\d_]+(?:-[^\W\d_]+)*)(?P<own>'s)?(?![\w'])",
            re.IGNORECASE,
        )
        self.asks_back = any_of(words.asks_back_patterns)
        self.unwanted = Reasons(
            {
                "private": words.private_patterns,
                "personal": words.personal_patterns,
                "ask": words.ask_patterns,
                "pitch": words.pitch_patterns,
                "praise": words.praise_patterns,
                "claim": words.claim_patterns,
            }
        )
        self.creole = re.compile("|".join(words.creole_patterns))  # `Inna` is a name
        self.filler = phrase(lines(words.fillers))
        self.opening = phrase(lines(words.opening_fillers))
        spoken = "|".join(words.spoken_patterns)
        self.spoken = re.compile(rf"(?<![\w'])(?:{spoken})(?![\w'])", re.IGNORECASE)

    def _capitals(self) -> dict[str, str]:
        days = self._words.days.split()
        names = [
            *days,
            *(f"{day}s" for day in days),
            *f"{self._words.months} {self._words.places}".split(),
        ]
        special = {"linkedin": "LinkedIn", "whatsapp": "WhatsApp", "youtube": "YouTube", "github": "GitHub"}
        acronyms = {word: "PhD" if word == "phd" else word.upper() for word in self._words.acronyms.split()}
        acronyms |= {"apis": "APIs", "saas": "SaaS", "msc": "MSc", "iot": "IoT"}
        return {name: name.capitalize() for name in names} | special | acronyms

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the lists, and the forms of the verbs."""
        texts = (text for text in structs.astuple(self._words) if isinstance(text, str))
        listed = frozenset(word for text in texts for word in text.split())
        going = {base.removesuffix("e") + "ing" for base in self.bases}
        return listed | going | self.bases | self.pasts | self.participles | self.thirds.keys()

    def is_town(self, name: str) -> bool:
        """Whether a town has that name, in lower case, and it is no everyday word."""
        if name not in self._towns or name in self.bases:
            return False
        return not (self.has("town_words", name) or self.has("after_object", name))

    def has(self, group: str, word: str) -> bool:
        """Whether a list of the words file, by its key, has the word."""
        if group not in self._sets:
            self._sets[group] = frozenset(getattr(self._words, group).split())
        return word.lower() in self._sets[group]

    def named(self, name: str) -> str:
        """A pattern for a name however it is typed; one that is a verb or a month, too, has its capital."""
        lowered = name.lower()
        word = lowered in self.bases or self.has("finite", lowered) or self.has("months", lowered)
        return f"(?-i:{re.escape(name)})" if word or lowered == "may" else f"(?i:{re.escape(name)})"

    def done(self, word: str) -> str:
        """The participle of a verb in the present: `knows` to `known`; nothing for other words."""
        return self._done.get(self.thirds.get(word, word), "")

    def base(self, word: str) -> str:
        """The form of a verb after `you`: `grows` to `grow`; a word that is no such form stays."""
        lowered = word.lower()
        known = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't"}
        known |= {"wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"}
        if lowered in known:
            return known[lowered]
        return self.thirds.get(lowered) or _strip_third(lowered, word)


def past(base: str) -> str:
    """The regular past of a verb; for the few of the list that double their consonant, also right."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    if re.search(r"^[^aeiou]*[aeiou][bdgklmnprt]$", base):
        return base + base[-1] + "ed"
    return base + "ed"


def third(base: str) -> str:
    """The form of a verb after `she`."""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh|o)$", base):
        return base + "es"
    return base + "s"


def _strip_third(lowered: str, word: str) -> str:
    if (
        len(lowered) < SHORTEST_THIRD
        or not lowered.endswith("s")
        or lowered.endswith(("ss", "us", "is", "'s"))
    ):
        return word
    if lowered.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if lowered.endswith(("sses", "shes", "ches", "xes", "zzes")) else word[:-1]


def lines(block: str) -> list[str]:
    """The lines of a block, without the empty ones."""
    return [line.strip() for line in block.splitlines() if line.strip()]


def _entries(block: str) -> list[str]:
    """The entries of a block that are parted by semicolons."""
    return [entry.strip() for entry in block.replace("\n", ";").split(";") if entry.strip()]


def pairs(block: str) -> list[tuple[str, str]]:
    """The `key=value` entries of a block: a line each if there are lines, else between blanks."""
    entries = lines(block) if "\n" in block.strip() and " =" not in block else block.split()
    flat = [part for entry in entries for part in (entry.split() if entry.count("=") > 1 else [entry])]
    return [(key, value) for key, _, value in (entry.partition("=") for entry in flat)]


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches where any of them does, without regard to case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def phrase(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w'])", re.IGNORECASE)
