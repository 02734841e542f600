"""What is over told in the past: `he sell me my first bicycle`, `I visit his factory last year`.

Many languages have no endings, and people who write English after them leave them out. Once the verbs follow
`you`, nobody can see it any more; so it is put right while they still follow `he` and `she`.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.coach.compose.lexicon import Lexicon, past
from bot.coach.compose.soundness.bare_verbs import THEY, BareVerb, BareVerbs
from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.tags import TOKEN, Tagger
from bot.coach.model import Answers

_TIME: Final = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|yesterday|last (?!one\b|person\b|word\b|name\b)[a-z]+|back then|in those days"
    r"|before (?:covid|corona|the (?:war|pandemic|lockdown))"
    r"|when (?:i|we|he|she) (?:(?:just|first) )?(?:was|were|am|come|came|start|started|join|joined|small"
    r"|young|new|live|lived))\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"\b(?:now|nowadays|today|these days|currently|still|since|until now|till now|so far|to this day)\b",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(r"\b(?:every|each|often|usually|sometimes|always|weekly|monthly)\b", re.IGNORECASE)
_LASTS: Final = re.compile(
    r"\b(?:since|ever|already|yet|just|so far"
    r"|for (?:\d+|years|ages|two|three|four|five|six|seven|eight|nine|ten|some|an? (?:year|week|while)))\b",
    re.IGNORECASE,
)
_OFTEN: Final = re.compile(r"\b(?:times|twice|long|many|several|recently)\b", re.IGNORECASE)
_PERFECT: Final = re.compile(
    r"\b(?P<who>I|we|he|she|and) (?:has|have)(?P<how> (?:always|never|often|also|really|even))?"
    r" (?P<done>[a-z]+)\b(?! been\b)",
    re.IGNORECASE,
)
_WAS_THEN: Final = re.compile(
    r"\b(?P<who>he|she) is (?=(?:my|our|the|a|an) (?:(?:old|former|ex)\b|[^,.;]* when (?:i|we) (?:\w+ )?"
    r"(?:\w+ed|was|were|came|began|had|join|start)\b))",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?P<who>he|she) no (?P<verb>[a-z]+)\b", re.IGNORECASE)
_WILL: Final = re.compile(r"\b(?P<who>he|she) will (?!(?:always |never |just |still )?be\b)(?=[a-z]+\b)")
_NOT_SO: Final = re.compile(r"\b(?P<who>he|she) not (?=(?P<how>[a-z]+)\b)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[^.;!?\n]+")
_OF_US: Final = frozenset({"me", "us", "my", "our", "i", "we"})
_WE: Final = frozenset({"i", "we"})
_NOW: Final = frozenset({"is", "are", "am", "i'm", "we're", "he's", "she's"})
_ACTING: Final = THEY | {"who", "that"}


class Tenses:
    """Puts the answers about a meeting that is over into the past."""

    def __init__(self, english: English, lexicon: Lexicon, tagger: Tagger) -> None:
        self._lexicon, self._tagger = lexicon, tagger
        self._bare = BareVerbs(tagger)
        self._lasting = frozenset(english.lasting.split())
        self._once = frozenset(english.once.split())
        self._works = frozenset(english.works.split())

    def told(self, answers: Answers) -> Answers:
        """The answers with their verbs in the past where it is sure that it was then."""
        met = _each(answers.get("how_met", ""), self._met)
        told = {**answers, "how_met": met} if met else dict(answers)
        over = self._is_over(met)
        if told.get("standout"):
            told["standout"] = _each(told["standout"], lambda text: self._standout(text, over=over))
        return told

    def _is_over(self, met: str) -> bool:
        """Whether they met and do so no more, as far as the words show."""
        words = [word.lower() for word in TOKEN.findall(met)]
        lasts = any(self._is(word, "T", but="nkm") for word in words) or bool(_GOES_ON.search(met))
        if lasts or not self._works.isdisjoint(words):
            return False
        if any(self._is(word, "E", but="V") for word in words):
            return True
        return bool(_TIME.search(met)) and _NOW.isdisjoint(words)

    def _is(self, word: str, tags: str, but: str) -> bool:
        return self._tagger.is_a(word, tags) and not self._tagger.is_a(word, but)

    def _met(self, text: str) -> str:
        text = _WAS_THEN.sub(r"\g<who> was ", text)
        over = bool(_TIME.search(text))
        if _GOES_ON.search(text) or (_AGAIN.search(text) and not over):
            return text
        words = TOKEN.findall(text)
        verbs = [verb for verb in self._bare.found(words) if words[verb.place] not in self._lasting]
        ours = not _OF_US.isdisjoint(word.lower() for word in words)
        slipped = over or (ours and any(verb.subject in _ACTING for verb in verbs))
        chosen = [
            verb for verb in verbs if slipped or (verb.subject in _WE and words[verb.place] in self._once)
        ]
        if words and words[0] in self._once:
            chosen.insert(0, BareVerb(0, "i"))
        text = self._in_past(text, chosen)
        return text if _OFTEN.search(text) else self._simple(text)  # `we have met twice`

    def _standout(self, text: str, *, over: bool) -> str:
        """What they did; where they may still do so, only what they did for the writer."""
        words = TOKEN.findall(text)
        ours = not _OF_US.isdisjoint(word.lower() for word in words) and not _AGAIN.search(text)
        if _GOES_ON.search(text) or not (over or ours) or self._is_present(words):
            return self._denied(text, "does")
        if over:
            text = self._simple(_WILL.sub(r"\g<who> would ", text))
        words = TOKEN.findall(text := self._denied(text, "did"))
        verbs = list(self._bare.found(words, begins=over))
        if not any(verb.subject in THEY for verb in verbs):
            return text
        return self._in_past(text, [verb for verb in verbs if words[verb.place] not in self._lasting])

    def _denied(self, text: str, does: str) -> str:
        """`he no shout` as `he did not shout`, `she not angry` as `she was not angry`."""

        def full(match: re.Match[str]) -> str:
            sure = self._is(match["verb"], "V", but="nEjr")  # `he no longer shouts`
            return f"{match['who']} {does} not {match['verb']}" if sure else match[0]

        def so(match: re.Match[str]) -> str:
            sure = self._is(match["how"], "j", but="V")
            return f"{match['who']} {'was' if does == 'did' else 'is'} not " if sure else match[0]

        return _NOT_SO.sub(so, _DENIED.sub(full, text))

    def _is_present(self, words: Sequence[str]) -> bool:
        """Whether a verb has the ending of the present: then those without belong to it."""
        verbs = (
            self._bare.after_adverbs(words, at + 1) for at, word in enumerate(words) if word.lower() in THEY
        )
        return any(verb < len(words) and self._tagger.is_a(words[verb], "T") for verb in verbs)

    def _in_past(self, text: str, verbs: Sequence[BareVerb]) -> str:
        tokens = list(TOKEN.finditer(text))
        for verb in reversed(verbs):
            token = tokens[verb.place]
            past_form = self._lexicon.past_of_base.get(token[0]) or past(token[0])
            text = text[: token.start()] + past_form + text[token.end() :]
        return text

    def _simple(self, text: str) -> str:
        """`she has shown me the sensor` as `she showed me the sensor`."""
        return text if _LASTS.search(text) else _PERFECT.sub(self._simple_past, text)

    def _simple_past(self, match: re.Match[str]) -> str:
        who, how, done = match["who"], match["how"] or "", match["done"].lower()
        if done == "been":
            return f"{who} {'were' if who.lower() == 'we' else 'was'}{how}"
        known = done in self._lexicon.pasts or done.endswith("ed")
        simple = self._lexicon.past_of.get(done, "") or (done if known else "")
        return f"{who}{how} {simple}" if simple else match[0]


def _each(text: str, change: Callable[[str], str]) -> str:
    """The text with every sentence changed."""
    return _CLAUSE.sub(lambda match: change(match[0]), text)
