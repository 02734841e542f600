"""What can only be meant one way put into sound English, as prompts/compose/english.yaml says."""

import re
from collections.abc import Callable
from typing import Final

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.lexicon import Lexicon, third
from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.patterns import Index, Match, compiled, found
from bot.coach.compose.soundness.tags import TOKEN, Tagger
from bot.coach.compose.tidying.verb_calques import gerund
from bot.errors import ContentError

_PLACE: Final = re.compile(r"(?P<number>\d)(?:\.(?P<form>[a-z]+))?$")
_MARKS: Final = (",", ";", ":")
_ODD_PLURALS: Final = {
    "child": "children",
    "person": "people",
    "tooth": "teeth",
    "foot": "feet",
    "wife": "wives",
    "knife": "knives",
    "shelf": "shelves",
    "leaf": "leaves",
    "human": "humans",
}
# `truck to truck`, which is an adverb; with hyphens it is one word while the tables are tried
_PAIR: Final = re.compile(r"\b([a-z]{3,}) (to|by|after) (?=\1\b)")
_HYPHENED: Final = re.compile(r"\b([a-z]{3,})-(to|by|after)-(?=\1\b)")
MAX_TIMES: Final = 4  # one repair in one sentence
Template = tuple[tuple[int, str], ...]


class Repairer:
    """Puts sentences right."""

    def __init__(self, english: English, lexicon: Lexicon, tagger: Tagger) -> None:
        """Read the tables.

        Raises:
            ContentError: a pattern that cannot be read, or a form that nobody knows.
        """
        self._tagger = tagger
        self._forms = _forms(lexicon)
        self._patterns = [compiled(one.find) for one in english.repairs]
        self._templates = [self._template(one.say) for one in english.repairs]
        self._late = frozenset(place for place, one in enumerate(english.repairs) if one.late)
        self._index = Index(self._patterns)

    def _template(self, say: str) -> Template:
        """The parts of what is said: `(2, "past")` for an element, `(0, "to")` for a word."""
        parts = []
        for part in say.split():
            match = _PLACE.match(part)
            if match and match["form"] and match["form"] not in self._forms:
                raise ContentError(f"english.yaml: {match['form']!r} is no form")
            parts.append((int(match["number"]), match["form"] or "") if match else (0, part))
        return tuple(parts)

    def repaired(self, text: str, *, late: bool = True) -> str:
        """The sentence with what is certain put right; mostly the same one.

        `late` says that it is ready to be said, and no answer on its way.
        """
        if _PAIR.search(text):
            hyphened = self.repaired(_PAIR.sub(r"\1-\2-", text), late=late)
            return _HYPHENED.sub(r"\1 \2 ", hyphened)
        text = self._with_right_pasts(text)
        done = -1
        while (place := self._next(text, done, late=late)) is not None:
            text, done = self._applied(text, place), place
        return text

    def _next(self, text: str, done: int, *, late: bool) -> int | None:
        """The first repair after those that are done for which there is something to do."""
        tagged = self._tagger.tagged(TOKEN.findall(text))
        places = (place for place in self._index.places(tagged) if place > done)
        return next(
            (
                place
                for place in places
                if (late or place not in self._late) and any(found(self._patterns[place], tagged))
            ),
            None,
        )

    def _applied(self, text: str, place: int) -> str:
        for _ in range(MAX_TIMES):
            words = TOKEN.findall(text)
            if not (match := next(found(self._patterns[place], self._tagger.tagged(words)), None)):
                break
            text = _replaced(text, match, self._said(words, match, self._templates[place]))
        return text

    def _with_right_pasts(self, text: str) -> str:
        """`he teached` as `he taught`."""
        wrong = self._tagger.wrong_pasts
        if wrong.keys().isdisjoint(text.split()):
            return text
        return " ".join(wrong.get(word, word) for word in text.split(" "))

    def _said(self, words: list[str], match: Match, template: Template) -> str:
        """The words of a match as the template wants them."""
        said = []
        for number, form in template:
            start, end = match.spans[number - 1] if number else (0, 0)
            part = " ".join(words[start:end])
            said.append(self._forms[form](part) if form and number and part else part if number else form)
        return re.sub(r" ([,.;:!?])", r"\1", " ".join(filter(None, said)))


def _forms(lexicon: Lexicon) -> dict[str, Callable[[str], str]]:
    """The forms that a template can ask for; a word that has no such form stays."""
    gerunds = {gerund(base): base for base in lexicon.bases}

    def base(word: str) -> str:
        low = word.lower()
        return lexicon.thirds.get(low) or lexicon.base_of_past.get(low) or gerunds.get(low, low)

    return {
        "past": lambda word: lexicon.past_of.get(word.lower()) or lexicon.past_of_base.get(base(word), word),
        "base": base,
        "low": str.lower,
        "est": lambda word: f"{word}est",
        "own": lambda word: f"{word}'" if word.endswith("s") and word != "boss" else f"{word}'s",
        "ly": lambda word: (
            f"{word[:-1] if word.endswith('le') else word}{'y' if word.endswith('le') else 'ly'}"
        ),
        "done": lambda word: lexicon.done(base(word)) or word,
        "third": lambda word: third(base(word)),
        "plural": _plural,
        "ing": lambda word: gerund(base(word)),
        "a": lambda words: with_article(words, lexicon),
    }


def _plural(word: str) -> str:
    """`euros`, `women`, `knives`, `boxes`."""
    low = word.lower()
    if low in _ODD_PLURALS:
        return _ODD_PLURALS[low]
    if low.endswith("man"):
        return f"{low[:-3]}men"
    return f"{low}s" if low.endswith("o") else third(low)


def _replaced(text: str, match: Match, said: str) -> str:
    """The sentence with the words between two places exchanged."""
    tokens = list(TOKEN.finditer(text))
    before, after = text[: tokens[match.start].start()], text[tokens[match.end - 1].end() :]
    return (before.rstrip() if said.startswith(_MARKS) else before) + said + after
