"""The answers as they are meant: without skips, pointers, questions back and what was taken back at once."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Omission
from bot.coach.compose.intake.confided import without_part
from bot.coach.compose.intake.corrections import corrected, is_withdrawal
from bot.coach.compose.intake.empty import denying, is_empty
from bot.coach.compose.intake.links import without_links
from bot.coach.compose.intake.pieces import is_question
from bot.coach.compose.intake.remarks import asked_fact, without_remarks
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.tidy import LINK
from bot.coach.model import SLOTS, Answers, Slot

_SENTENCES = re.compile(r"((?<=[.!?…])\s+|\s*\n+\s*)")
_EXAMPLE = re.compile(r"\b(?:examples?|samples?|hints?)\b[ ?.!]*(?:please|pls)?[ ?.!]*$", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincl\. ?(?=\w)")
_BRACKETED = re.compile(r"\([^()]*\)[.!]*")
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?]+$")  # `Radek.`; but `Roya S.`
_THEM = re.compile(r"\b(?:he|she|they|him|her|his|them|their)\b", re.IGNORECASE)
LONGEST_SKIP: Final = 12  # words


class Intake(Struct, frozen=True):
    """What is left of the answers; `asked` are the slots in which the coach was asked something."""

    given: dict[Slot, str]
    omissions: tuple[Omission, ...] = ()

    @property
    def asked(self) -> tuple[Slot, ...]:
        """The slots in which the coach was asked something."""
        return tuple(omission.slot for omission in self.omissions if omission.reason == "asked")


def take_in(answers: Answers, lexicon: Lexicon) -> Intake:
    """Clear the answers; one with nothing left is as if it had not been given."""
    omissions: list[Omission] = []
    cleared = {slot: _cleared(slot, answers.get(slot, ""), lexicon, omissions) for slot in SLOTS}
    given = {slot: text for slot, text in cleared.items() if text}
    return Intake(given, tuple(omissions))


def _cleared(slot: Slot, answer: str, lexicon: Lexicon, omissions: list[Omission]) -> str:
    text = _INCLUDING.sub("including ", answer.replace("’", "'").strip())
    if slot != "who":  # a name has slips of its own kind
        if LINK.search(text):
            _add(omissions, Omission(slot, "link"))
            text = without_links(text)
        text, secret = without_part(corrected(slot, _mild(slot, text, lexicon, omissions), lexicon))
        if secret:
            _add(omissions, Omission(slot, "private"))
    if not (text := _whole(slot, text, lexicon)):
        return ""
    kept: list[str] = []
    withdrawn = False  # whether the sentence before this one is gone already
    for part in _SENTENCES.split(text):
        if not part.strip():
            kept += [part] if kept else []
        elif is_withdrawal(part):
            kept = kept[:-2] if not withdrawn else kept
            withdrawn = True
            _add(omissions, Omission(slot, "private"))
            continue
        elif _BRACKETED.fullmatch(part.strip()):
            _add(omissions, Omission(slot, "aside", part.strip(" ().!")))
        elif _is_asked(slot, part, lexicon):
            _add(omissions, Omission(slot, "asked", part.strip()))
        else:
            kept.append(_said(slot, part, lexicon))
            withdrawn = False
    whole = _whole(slot, "".join(kept), lexicon)
    return _LAST_STOP.sub("", whole) if slot == "who" else whole


def _mild(slot: Slot, text: str, lexicon: Lexicon, omissions: list[Omission]) -> str:
    """The text without names that somebody is called, however fondly."""
    mild = lexicon.slight.sub("", text)
    if mild != text:
        _add(omissions, Omission(slot, "personal"))
    return mild


def _is_asked(slot: Slot, sentence: str, lexicon: Lexicon) -> bool:
    """Whether the coach is asked; a question about the person stays, to be left out with its own reason."""
    if not is_question(sentence, lexicon) or (slot == "standout" and _THEM.search(sentence)):
        return False
    if _EXAMPLE.search(sentence):
        return True
    wish = lexicon.unwanted.search("ask", sentence)  # `can I buy her a coffee?` has its own reason
    return not (wish or asked_fact(sentence))


def _add(omissions: list[Omission], omission: Omission) -> None:
    if omission not in omissions:
        omissions.append(omission)


def _whole(slot: Slot, text: str, lexicon: Lexicon) -> str:
    text = denying(text.strip()) if slot == "referrer" else text.strip()
    return "" if is_empty(text, lexicon, is_name=slot == "who") else text


def _said(slot: Slot, sentence: str, lexicon: Lexicon) -> str:
    """A sentence without remarks to the coach, and without the `no` in front of what is told after all."""
    text = without_remarks(sentence, lexicon, asides=slot != "who")
    if slot == "who":
        return text
    if len(text.split()) <= LONGEST_SKIP and is_empty(text, lexicon):
        return ""
    opening = lexicon.hesitation.match(text)
    lead = lexicon.lead.match(text[opening.end() if opening else 0 :])
    if not lead:
        return text
    rest = lead.string[lead.end() :]
    empty = is_empty(rest, lexicon) or (slot == "referrer" and not _THEM.search(rest))
    return "" if empty else rest
