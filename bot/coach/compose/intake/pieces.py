"""An answer cut into pieces that each can be said alone, and cleared of what a first note leaves out."""

import re
from typing import Final

from bot.coach.compose.facts import Omission
from bot.coach.compose.intake.confided import is_secret, unhedged
from bot.coach.compose.intake.foreign import is_foreign
from bot.coach.compose.intake.statements import MAIN_WORDS
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.calques import calqued
from bot.coach.compose.tidying.hasty import unhurried
from bot.coach.compose.tidying.mend import mended
from bot.coach.compose.tidying.proper import proper
from bot.coach.compose.tidying.slips import unslipped
from bot.coach.compose.tidying.tidy import LINK, capitals, doubled, punctuation, typed
from bot.coach.compose.tidying.word_order import reordered
from bot.coach.model import Slot

_WISH: Final = (
    r"(?:i|we|i'd|we'd|please|pls|kindly|can|could|maybe|if|would|let|let's|want|looking|hoping|need|"
    r"don't|dont|do not)"
)
_BOUNDARY = re.compile(
    rf"\s*[,;]\s*(?:(?:and|but|so)\s+)?|\s+[-–—]\s+"
    rf"|\s+(?:and|but|so|because|plus|also|then)\s+(?={_WISH}\b)|\s+(?=please\b(?! and\b)|pls\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|but|so|because|although|though)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r" ?\(([^()]*)\)")
_GLOSSED = re.compile(r"(?<!\w)([^\W\d_]+) \(([a-z]+)\)")
_TAG = re.compile(r", (?:\w+ ){0,2}(?:no|right|yes|ok|okay|eh|na|huh|correct)\?\s*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")  # `P.E. teacher`
_PLEASE = re.compile(r"(?:^|,? )(?:please|pls|plz|kindly|abeg)(?=[ .!]*$)", re.IGNORECASE)  # a wish went
_NO_PITCH = re.compile(r"\b(?:no|not) (?:an? )?(?:sales )?pitch\b", re.IGNORECASE)
_SIR = re.compile(r"\b(?:dear )?(?:sir|ma'?am|madam)\b[,]?\s*", re.IGNORECASE)


def is_question(answer: str, lexicon: Lexicon) -> bool:
    """Whether an answer asks the coach something instead."""
    return bool(lexicon.asks_back.match(" ".join(answer.split())))


def read_sentences(slot: Slot, answer: str, lexicon: Lexicon) -> tuple[list[str], list[Omission]]:
    """The sentences of an answer that may go into a note, and what was taken out of it."""
    omissions = [Omission(slot, "link")] if LINK.search(answer) else []
    text = _without_asides(slot, typed(LINK.sub(" ", answer), lexicon), lexicon, omissions)
    kept = []
    for sentence in sentences(text, lexicon):
        rest = _screened(slot, sentence, lexicon, omissions)
        rest = re.sub(r"(?i)^(?:and|but|so|then)\s+(?=\w)", "", rest)
        rest = unhedged(_TAG.sub("", rest))
        rest = punctuation(re.sub(rf"(?i)^(?:{lexicon.opening.pattern},?\s+)+(?=\w)", "", rest))
        if rest.endswith("?") and (slot == "standout" or _is_short_offer(slot, rest)):
            omissions.append(Omission(slot, "question", rest))
        elif any(char.isalnum() for char in rest):
            kept.append(proper(mended(_in_english(rest, lexicon), lexicon), lexicon))
    return kept, omissions


def _in_english(text: str, lexicon: Lexicon) -> str:
    """The order of the words first: most slips show only in it."""
    return unhurried(
        unslipped(calqued(reordered(capitals(doubled(text), lexicon), lexicon), lexicon), lexicon)
    )


def _is_short_offer(slot: Slot, text: str) -> bool:
    """`prices?` offers nothing."""
    return slot == "value" and len(text.split()) <= MAIN_WORDS


def _without_asides(slot: Slot, text: str, lexicon: Lexicon, omissions: list[Omission]) -> str:
    """Without what is said in brackets for the coach's ear: a sentence of its own, or a secret."""

    def spare(match: re.Match[str]) -> str:
        words = re.findall(r"[\w']+", match[1].lower())
        gloss = len(words) == 1 and lexicon.has("person_words", words[0])
        if gloss or not (reason := _aside(match[1], words, lexicon)):
            return match[0]
        _note(omissions, slot, reason)
        return ""

    return _GLOSSED.sub(lambda match: _gloss(match, lexicon), _BRACKETS.sub(spare, text))


def _aside(inner: str, words: list[str], lexicon: Lexicon) -> str:
    reasons = (_reason(part.strip(), lexicon) for part in inner.split(","))
    if reason := next(filter(None, reasons), ""):
        return reason
    said = any(lexicon.has("finite", word) or lexicon.has("persons", word) for word in words)
    return "aside" if said and len(words) > 1 else ""


def _gloss(match: re.Match[str], lexicon: Lexicon) -> str:
    """`hemşire (nurse)` as `nurse`."""
    return match[2] if lexicon.has("person_words", match[2]) else match[0]


def sentences(text: str, lexicon: Lexicon) -> list[str]:
    """Cut at full stops, question marks and line breaks, not after `Dr.` or an initial."""
    found, start = [], 0
    for match in re.finditer(r"[.?!]+[\"']?\s+|;\s+", text):
        before = re.search(r"[\w.]*$", text[start : match.start()])
        word = before[0].lower() if before else ""
        if match[0].startswith(".") and (
            (len(word) == 1 and not word.isdigit())
            or _INITIALS.fullmatch(word)
            or lexicon.has("abbreviations", word)
            or lexicon.titles.get(word, "").endswith(".")
        ):
            continue
        if '"' in match[0] and re.match(r"(?:and|but|or|then)\b", text[match.end() :]):
            continue  # `he asked "who, me?" and sang`
        found.append(text[start : match.end()].strip(" ;"))
        start = match.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if sentence.strip()]


def _screened(slot: Slot, sentence: str, lexicon: Lexicon, omissions: list[Omission]) -> str:
    """The sentence without the clauses that ask, sell, boast or were meant for the coach alone."""
    bounds = [(match.start(), match.end()) for match in _BOUNDARY.finditer(sentence)]
    starts, ends = [0, *(end for _, end in bounds)], [*(start for start, _ in bounds), len(sentence)]
    whole = _reason(sentence, lexicon)
    kept, found = "", False
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        clause = sentence[start:end]
        if reason := _reason(clause.strip(" .!?"), lexicon):
            found = _note(omissions, slot, reason)
            if reason == "personal":  # whatever follows is about the same
                return kept + _before(clause, lexicon)
            if reason == "private":
                return kept if is_secret(clause) else ""
            if reason == "pitch" and slot == "value" and not _NO_PITCH.search(clause):
                return ""  # what is sold is all of the offer, however it goes on
            continue
        kept += (sentence[bounds[index - 1][0] : start] if index and kept else "") + clause
    if whole and not found:
        _note(omissions, slot, whole)
        return ""
    kept = _PLEASE.sub("", _SIR.sub("", kept))
    return kept if re.search(r"\w", kept) else ""


def _before(clause: str, lexicon: Lexicon) -> str:
    """What a clause says before the `and` behind which it gets too personal."""
    found = lexicon.unwanted.search("personal", clause)
    cuts = [match.start() for match in _AND.finditer(clause) if found and match.start() <= found.start()]
    heads = [clause[:cut] for cut in cuts if len(clause[:cut].split()) >= MAIN_WORDS]
    return next((head for head in reversed(heads) if not _reason(head, lexicon)), "")


def _note(omissions: list[Omission], slot: Slot, reason: str) -> bool:
    if Omission(slot, reason) not in omissions:
        omissions.append(Omission(slot, reason))
    return True


def _reason(clause: str, lexicon: Lexicon) -> str:
    """Why a clause stays out, or nothing."""
    found = lexicon.unwanted.first(clause)
    return found or ("foreign" if is_foreign(clause, lexicon) else "")
