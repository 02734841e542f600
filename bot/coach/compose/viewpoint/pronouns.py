"""He, she and they: their forms, and which of them means the recipient."""

import re
from collections.abc import Iterable
from typing import Final

FORMS: Final = {
    "he": {"he": "sub", "him": "obj", "his": "pos", "himself": "self"},
    "she": {"she": "sub", "her": "obj/pos", "hers": "own", "herself": "self"},
    "they": {
        "they": "sub",
        "them": "obj",
        "their": "pos",
        "theirs": "own",
        "themselves": "self",
        "themself": "self",
    },
}
ROLE: Final = {form: (pronoun, role) for pronoun, forms in FORMS.items() for form, role in forms.items()}
_LONE: Final = re.compile(
    r"^(.*?)\b(?:theirs?|(?:to|with|beside|behind|from|for|send|show|give|lend|tell|told|asks?|met|meet|thank)"
    r" them)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOES_TO: Final = re.compile(r"\b(he|she) \w+ (him|her)\b(?= |$|[.,!?])")  # `lost my dog, he found her`
DOER: Final = 4
_MANY: Final = re.compile(
    r"\W*(?:\w{2,}(?<!s)s|people|children|men|women|team|company|firm|staff|crew|and)\W*"
)


def recipient_pronoun(answers: Iterable[str], known: str | None) -> str | None:
    """Which of he, she and they means the recipient: known from a title, or the one said with most weight."""
    answers = list(answers)
    if known:
        return known
    scores = {"he": 0, "she": 0, "they": 0}
    for match in (match for answer in answers for match in _DOES_TO.finditer(answer.lower())):
        if ROLE[match[1]][0] != ROLE[match[2]][0]:
            scores[ROLE[match[1]][0]] += DOER
    for answer in answers:
        for sentence in re.split(r"[.!?;]\s+", answer):
            for index, word in enumerate(re.findall(r"[^\W\d_]+", sentence.lower())):
                if word in ROLE:
                    pronoun, role = ROLE[word]
                    scores[pronoun] += (2 if role == "sub" else 1) + (2 if index == 0 else 0)
    if not (scores["he"] or scores["she"]):
        return "they" if scores["they"] > 1 or (scores["they"] and _is_one(answers)) else None
    return "he" if scores["he"] > scores["she"] else "she"


def _is_one(answers: list[str]) -> bool:
    """Whether a lone `their` or `with them` has nothing before it in its answer that could be several."""
    before = [match[1].lower().split() for answer in answers if (match := _LONE.search(answer))]
    return bool(before) and not any(_MANY.fullmatch(word) for words in before for word in words)
