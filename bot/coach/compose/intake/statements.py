"""A sentence cut into statements that each can stand alone, and the main part of one."""

import re
from typing import Final

from bot.coach.compose.tidying.tidy import punctuation

_SUBJECT: Final = (
    r"(?:(?:i|you|he|she|we|they|it|that|this|there)(?:'\w+)?"
    r"|(?:nobody|no one|everyone|everybody)(?= (?:else )?\w+)"
    r"|(?:his|hers|theirs|mine|yours)(?= (?:is|was)\b)"
    r"|(?:my|our|his|her|their|your) \w+(?: and mine| and (?:my|his|her|their) \w+| of (?:\w+ ){0,4}?\w+)?"
    r"(?= (?:was|were|is|are|had|has|won|lost|came|went|ran|got|gave|beat|took|made|said|kept|sat|stood"
    r"|\w{2,}ed)\b))"
)
_STARTERS: Final = frozenset(
    {
        "when",
        "if",
        "because",
        "while",
        "since",
        "although",
        "though",
        "after",
        "before",
        "as",
        "once",
        "whenever",
        "whether",
    }
)
_EVEN_THOUGH: Final = re.compile(r"even (?:though|if|when)\b", re.IGNORECASE)
_TIMED_SUBJECT: Final = rf"(?:(?:now|(?:last|this) \w+|yesterday)\s+)?{_SUBJECT}"
# `she at the cash desk, I as lifeguard` are no clauses
_NO_VERB: Final = r"(?:at|as|on|in|with|behind|from|for|next|opposite|under|beside)\b"
_NEW_CLAUSE = re.compile(
    r"(?:,|;|\s[-–—])\s+(?!so that (?!is\b|was\b))"
    rf"(?:(?:and|so|then|also)\s+)*(?={_TIMED_SUBJECT}\s+(?!and\b)(?!{_NO_VERB}))",
    re.IGNORECASE,
)
_AND_CLAUSE = re.compile(rf" and (?=(?:(?:now|then|finally|so|after that) )?{_SUBJECT} )", re.IGNORECASE)
MAIN_WORDS: Final = 3  # fewer before a comma are no statement
# `the library on Oak Street she's at the desk`: nobody contracts where the words belong to a noun
_RUN_ON = re.compile(r"(?<=\w) (?=(?:he|she)'s (?:on|at|in|the|a|an|my|our)\b)", re.IGNORECASE)
# `and when he fell, he`: what follows its comma is the main clause; not `he was there when I fell, he`
_OPENS_CLAUSE = re.compile(
    r"(?:^|, |\b(?:and|but|so|that|then) )(?:when|if|because|while|although)\b[^,]*$"
    r"|\b(?:said|says|told)\b[^,]*$",
    re.IGNORECASE,
)
_CARRIES_ON = re.compile(
    r"\b(?:that|and|but|how|when|if|because|what|where|as|so|while|says?|said|thinks?|knows?|though|since"
    r"|now|then|today|maybe|perhaps)$",
    re.IGNORECASE,
)


# `you said "done", I wrote it on my wall`; not `"done", I said`
_AFTER_QUOTE = re.compile(
    r"(?<=\w\")(?:,|\s[-–—]+)\s+(?:and\s+|so\s+)?(?=(?:I|we)"
    r" (?!said|say|told|asked|answered|thought|replied|wrote:))"
    r"|(?<=\w\"),\s+(?:and\s+|so\s+)(?=(?:he|she|they) (?!said|says|told|asked))",
)
PAIR: Final = 2


def split(sentence: str) -> list[str]:
    """The clauses that can stand alone; a sentence that opens with `when` or quotes somebody stays whole."""
    if sentence.split(maxsplit=1)[0].lower() in _STARTERS or _EVEN_THOUGH.match(sentence):
        return [sentence]
    if '"' in sentence:
        cut = _AFTER_QUOTE.search(sentence)
        return (
            [sentence[: cut.start()], sentence[cut.end() :]]
            if cut and sentence.count('"') == PAIR
            else [sentence]
        )
    cut = next(
        (one for one in _RUN_ON.finditer(sentence) if not _CARRIES_ON.search(sentence[: one.start()])), None
    )
    stretches = [sentence[: cut.start()], sentence[cut.end() :]] if cut else [sentence]
    return [part for stretch in stretches for part in _clauses(stretch)]


def _clauses(sentence: str) -> list[str]:
    parts, start = [], 0
    for match in _NEW_CLAUSE.finditer(sentence):
        head = sentence[start : match.start()]
        if _OPENS_CLAUSE.search(head):
            continue
        parts.append(head)
        start = match.end()
    return [part for part in (punctuation(part) for part in [*parts, sentence[start:]]) if part]


def whole_and_main(text: str) -> tuple[str, ...]:
    """The words and, before them, their main part alone if what follows a comma can be spared."""
    head, comma, tail = text.partition(", ")
    if (
        not comma
        or len(head.split()) < MAIN_WORDS
        or '"' in text
        or "(" in head
        or re.match(r"(?:not|but|nor|which|who)\b|and yours", tail)
    ):
        return _before_and(text)
    return (punctuation(head), text)


def _before_and(text: str) -> tuple[str, ...]:
    """The main part before the last `and I ...`, if there is one."""
    if '"' in text or text.split(maxsplit=1)[0].lower() in _STARTERS | {"both"}:
        return (text,)
    places = [match.start() for match in _AND_CLAUSE.finditer(text)]
    head = text[: places[-1]] if places else ""
    return (head, text) if len(head.split()) > MAIN_WORDS else (text,)
