"""The words of a sentence with all that each may be: a small guesser that knows closed classes and lists.

A tag is a letter; prompts/compose/english.yaml says which.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from bot.coach.compose.lexicon import Lexicon, past
from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.patterns import Tagged

TOKEN: Final = re.compile(r"\"[^\"]*\"|[^\W_]+(?:['.&/-][^\W_]+)*'?|[^\w\s]")
_CONTRACTED: Final = re.compile(r"(?:i|you|we|they|he|she|it|that|there|what|who|here)'(?:m|s|re|ve|d|ll)$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
# what an unknown word is by its end; the first that fits counts
_ENDINGS: Final = (
    ("EN", re.compile(r"...ed$")),
    ("n", re.compile(r"(?:ologist|ician|grapher)$")),
    ("r", re.compile(r"ly$")),
    ("j", re.compile(r"(?:ful|less|ous|ive|able|ible|ish|[kg]y)$")),
    ("m", re.compile(r"(?<![su'i])s$")),
)
_SIGNS: Final = (
    ("q", re.compile(r"\"")),
    (",", re.compile(r"\W")),
    ("My", _YEAR),
    ("j", re.compile(r"\d+(?:st|nd|rd|th)$")),
    ("M", re.compile(r".*\d")),
    ("K", _CONTRACTED),
    ("D", re.compile(r".*(?:'s|s')$")),
)
_GROUPS: Final = (
    *(("j", "adjectives"), ("j", "superlatives"), ("r", "frequency"), ("M", "number_words")),
    *(("n", "person_words"), ("m", "plural_nouns"), ("k", "noun_verbs"), ("k", "occasion_heads")),
    *(("k", "event_heads"), ("k", "media_read"), ("k", "media_saw"), ("k", "relations")),
)
KEPT: Final = 8192  # words


class Tagger:
    """Says of a word all that it may be."""

    def __init__(self, english: English, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._listed: dict[str, str] = {}
        for tag, words in english.words.items():
            self._learn(tag, words.split())
        self._learn("k", english.words["a"].split())
        self._learn("EN", map(past, english.words["V"].split()))
        self._bare = frozenset(english.bare_nouns.split())
        no_forms = frozenset(english.no_forms.split())
        self.wrong_pasts = {
            wrong: right
            for base, right in lexicon.past_of_base.items()
            if (wrong := past(base)) != right and not {wrong, base} & no_forms
        }
        self._tags = lru_cache(maxsize=KEPT)(self._find)

    def _learn(self, tag: str, words: Iterable[str]) -> None:
        for word in words:
            self._listed[word] = self._listed.get(word, "") + tag

    def tagged(self, words: list[str]) -> Tagged:
        """The words in lower case, each as `word:TAGS` and a blank."""
        lowered = ['""' if word[0] == '"' else word.lower() for word in words]
        tags = [self._tags(word, place == 0) for place, word in enumerate(words)]
        text = "".join([f"{word}:{tag} " for word, tag in zip(lowered, tags, strict=True)])
        return Tagged(text, frozenset(lowered), frozenset("".join(tags)))

    def is_a(self, word: str, tags: str) -> bool:
        """Whether a word may be one of these."""
        known = self._tags(word, first=False)
        return any(tag in known for tag in tags)

    def _find(self, word: str, first: bool) -> str:  # noqa: FBT001 - lru_cache tells keywords apart
        lowered = word.lower()
        if sign := next((tag for tag, pattern in _SIGNS if pattern.match(lowered)), ""):
            return sign
        if word[0].isupper() and (not first or word[1:] != lowered[1:]) and lowered != "i":
            return self._name(lowered)
        tags = self._listed.get(lowered, "") + self._known(lowered)
        if lowered in self._bare:
            tags = tags.replace("n", "k")
        return tags or next((tag for tag, pattern in _ENDINGS if pattern.search(lowered)), "u")

    def _name(self, word: str) -> str:
        town = self._lexicon.is_town(word) or self._lexicon.has("places", word)
        return "C" + "l" * town + "t" * (word in self._lexicon.capitals)

    def _known(self, word: str) -> str:
        lexicon = self._lexicon
        forms = (
            ("V", word in lexicon.bases),
            ("T", word in lexicon.thirds),
            ("E", word in lexicon.pasts),
            ("N", word in lexicon.participles or word in lexicon.past_of),
        )
        verb = "".join(tag for tag, known in forms if known) + "Gk" * (
            word.endswith("ing") and word not in lexicon.bases
        )
        return verb + "".join(tag for tag, group in _GROUPS if lexicon.has(group, word))
