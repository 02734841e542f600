"""Answers speak about the person, notes to them: `her talk, she was clear` is `your talk, you were clear`.

Only pronouns that mean the recipient turn. Who `he`, `she` or `they` is, is settled once for all answers
(`recipient_pronoun`); the other ones are third persons and stay.
"""

import re
from typing import Final

from bot.coach.compose.language.elected import GIVEN_ON, GIVING, TO_GIVE, is_called
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.agreement import contracted, is_noun_here
from bot.coach.compose.viewpoint.called import without_titles
from bot.coach.compose.viewpoint.clarity import is_clear
from bot.coach.compose.viewpoint.pronouns import FORMS, ROLE

_ENDINGS: Final = ("'s", "'d", "'ll", "'ve", "'re")
_TOKEN = re.compile(r"[^\W_]+(?:['][^\W_]+)*|\"[^\"]*\"|\s+|.", re.DOTALL)
_QUESTION_WORDS: Final = frozenset(
    {"how", "why", "what", "where", "when", "nor", "neither", "so", "only", "never"}
)
_INVERTED: Final = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"})
NAMED: Final = "Recipientnamed"  # stands for the recipient's own name until its turn comes
_BEFORE_SUBJECT: Final = frozenset(
    {"and", "but", "that", "how", "when", "where", "because", "so", "then", "while", "what", "if", "as"}
)
_THIS_PERSON = re.compile(
    r"\bthis (?:man|guy|lady|woman|girl|boy|gentleman|person|fellow|chap)"
    r"(?: (?:beside|next to|behind|opposite|near|in front of) (?:me|us))?\b",
    re.IGNORECASE,
)
_TIMES: Final = frozenset({"now", "then", "today", "later", "still", "also", "even"})
IS_SO: Final = r"(?:the|an?|my|our|so|such|not|always|never|just)"  # `Gary's the one`
_OF_ALL: Final = frozenset({"every", "each"})  # `calls her every Christmas`
_LINKS: Final = frozenset({"and", "but", "then", "or"})
CLAUSE_ENDS: Final = frozenset(".,;:!?()–—")


class Turner:
    """Turns what is said about the recipient into what is said to them.

    `settled` is what the writer said where it was in doubt: the pronoun means the recipient all along, or
    else, from the first person on of whom it could be said, that one.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        pronoun: str | None,
        names: tuple[str, ...] = (),
        *,
        settled: bool | None = None,
    ) -> None:
        self._settled = settled
        self._lexicon = lexicon
        self.pronoun = pronoun
        self._names = [name for name in names if len(name) > 1]

    def turn(self, text: str) -> str:
        """The text with the recipient as `you`; quotations stay as they are."""
        tokens = _TOKEN.findall(self._without_names(text))
        words = [index for index, token in enumerate(tokens) if token[0].isalnum()]
        for place, index in enumerate(words):
            if self.pronoun == "they" and self._lexicon.has("plural_nouns", tokens[index]):
                break  # from here on `they` may be those
            if self._settled is False and self._could_be(tokens[index]):
                break  # from here on it is that one
            self._turn_word(tokens, words, place, index)
        return "".join(tokens)

    @property
    def is_settled(self) -> bool:
        """Whether the writer has said who is meant."""
        return self._settled is not None

    def by_given(self) -> "Turner":
        """One that takes no family name for the recipient's: others of the family have it, too."""
        return Turner(self._lexicon, self.pronoun, tuple(self._names[:1]), settled=self._settled)

    def is_clear(self, text: str) -> bool:
        """Whether nobody else around could be meant by the recipient's pronoun."""
        return self._settled is not None or is_clear(text, self.pronoun, self._lexicon.relations)

    def _could_be(self, word: str) -> bool:
        """Whether a word is of somebody else whom the recipient's pronoun could mean: `my mother`."""
        return self._lexicon.relations.get(word.lower()) == self.pronoun

    def has_another(self, text: str) -> bool:
        """Whether somebody else is named in it whom the pronoun could mean."""
        return any(map(self._could_be, re.findall(r"[^\W\d_]+", text)))

    def strangers(self, text: str) -> set[str]:
        """The words for third persons that the text has, of those two that are one person: he and she."""
        words = re.findall(r"[^\W\d_]+", re.sub(r'"[^"]*"', "", text.lower()))
        return {word for word in words if word in ROLE and ROLE[word][0] not in (self.pronoun, "they")}

    def _without_names(self, text: str) -> str:
        """The recipient's own name in an answer becomes the pronoun that then turns."""
        text = _THIS_PERSON.sub(NAMED, text)
        if not self._names or not any(name.casefold() in text.casefold() for name in self._names):
            return text
        first, *_ = names = [self._lexicon.named(name) for name in self._names]
        text = re.sub(rf"(?<![\w'-])({first})'s (?={IS_SO}\b)", r"\1 is ", text)
        run = re.compile(
            rf"(?<![\w'-])(?i:{first}(?:\s+(?:{'|'.join(names)}))*(?P<own>'s)?)(?![\w-]|'\w|\s+[A-Z])"
        )
        text = run.sub(lambda match: "your" if match["own"] else NAMED, text)
        return without_titles(text, self._names, NAMED, self._lexicon)

    def _turn_word(self, tokens: list[str], words: list[int], place: int, index: int) -> None:
        if tokens[index] == NAMED:
            self._turn_name(tokens, words, place)
            return
        stem, ending = _split(tokens[index])
        role = FORMS.get(self.pronoun or "", {}).get(stem)
        following = tokens[words[place + 1]].lower() if place + 1 < len(words) else ""
        adjacent = self._adjacent(tokens, index)
        if role == "sub":
            tokens[index] = "you" + contracted(
                ending, [tokens[one].lower() for one in words[place + 1 : place + 3]], self._lexicon
            )
            if ending:
                self._agree_shared(tokens, words[place + 1 :])
            else:
                self._agree(tokens, words, place)
        elif role == "self":
            tokens[index] = "yourself"
        elif role == "own":
            tokens[index] = "yours"
        elif role == "obj":
            tokens[index] = "you" + ending
        elif role == "pos":
            tokens[index] = "your" if adjacent and not self._is_function(following) else "yours"
        elif role:
            tokens[index] = "your" if adjacent and self._owns(tokens, words, place) else "you"

    def _turn_name(self, tokens: list[str], words: list[int], place: int) -> None:
        tokens[words[place]] = "you"
        before = tokens[words[place - 1]].lower() if place else "and"
        if before in _BEFORE_SUBJECT or (
            place and not self._same_clause(tokens, words[place - 1], words[place])
        ):
            self._agree_after(tokens, words, place)

    def _adjacent(self, tokens: list[str], index: int) -> bool:
        """Whether the next token but blanks is a word or a quotation rather than the end of a clause."""
        rest = "".join(tokens[index + 1 : index + 3]).lstrip()
        return rest[:1].isalnum() or rest[:1] == '"'

    def _is_function(self, word: str) -> bool:
        return self._lexicon.has("after_object", word) and word not in {"first", "online", "back", "own"}

    def _owns(self, tokens: list[str], words: list[int], place: int) -> bool:
        """Whether `her` before this word is a possession (`her talk`) or a person (`met her at`)."""
        following = [tokens[index].lower() for index in words[place + 1 : place + 3]] + ["", ""]
        before = tokens[words[place - 1]].lower() if place else ""
        if following[0] in ("first", "" if place else "back") and following[1] not in {"", "at", "in", "on"}:
            return True
        if following[0] in _OF_ALL or is_called(
            before, [tokens[index] for index in words[place + 1 : place + 3]], self._lexicon
        ):
            return False
        timed = following[0] in {"last", "next", "this", "every"} and self._lexicon.has(
            "time_words", following[1]
        )
        if place and (timed or following[1] == "times"):  # `met her last week`, `refused her eleven times`
            return False
        if before in GIVING and following[0] and GIVEN_ON.isdisjoint(tokens[words[place] :]):
            return before not in TO_GIVE and not following[0].endswith("s")
        if self._lexicon.has("perception", before):
            return not (self._lexicon.has("plain_verbs", following[0]) or following[0].endswith("ing"))
        return True

    def _agree(self, tokens: list[str], words: list[int], place: int) -> None:
        """Make the verbs of this subject agree: the one after it, those it shares, or the one before it."""
        if (
            place
            and tokens[words[place - 1]].lower() in _INVERTED
            and self._is_inverted(tokens, words, place)
        ):
            tokens[words[place - 1]] = self._lexicon.base(tokens[words[place - 1]])
            return
        self._agree_after(tokens, words, place)

    def _is_inverted(self, tokens: list[str], words: list[int], place: int) -> bool:
        before = tokens[words[max(0, place - 2)]].lower()
        return (
            place == 1
            or before in _QUESTION_WORDS
            or tokens[words[place - 1] - 2 : words[place - 1]][:1] == [","]
        )

    def _agree_after(self, tokens: list[str], words: list[int], place: int) -> None:
        position = place + 1
        while position < len(words) and self._lexicon.has("frequency", tokens[words[position]]):
            position += 1
        if position >= len(words) or not self._same_clause(tokens, words[place], words[position]):
            return
        verb = tokens[words[position]]
        tokens[words[position]] = _like(verb, self._lexicon.base(verb))
        if tokens[words[position]] != verb or verb.lower() in self._lexicon.pasts:
            self._agree_shared(tokens, words[position + 1 :])

    def _same_clause(self, tokens: list[str], start: int, end: int) -> bool:
        return not any(token in CLAUSE_ENDS for token in tokens[start:end])

    def _agree_shared(self, tokens: list[str], rest: list[int]) -> None:
        """`grows figs and sells them`: verbs after `and` have the same subject until another one comes."""
        before = ""
        for place, index in enumerate(rest):
            word = tokens[index].lower()
            if word in {"who", "which", "that"} or (before in _LINKS and self._lexicon.has("subjects", word)):
                return
            follows = before in _LINKS or tokens[index - 2] == ","
            follows = follows or (place > 1 and self._lexicon.has("frequency", before))
            if (
                follows
                and (word in self._lexicon.thirds or word in _INVERTED)
                and not is_noun_here([tokens[one].lower() for one in rest[place : place + 3]], self._lexicon)
            ):
                tokens[index] = self._lexicon.base(tokens[index])
            if not (before in _LINKS and word in _TIMES):
                before = word  # `and now owns`


def _split(token: str) -> tuple[str, str]:
    lowered = token.lower()
    for ending in _ENDINGS:
        if lowered.endswith(ending) and (stem := lowered.removesuffix(ending)) in ROLE:
            return stem, ending
    return lowered, ""


def _like(old: str, new: str) -> str:
    return new if old.lower() != new.lower() else old
