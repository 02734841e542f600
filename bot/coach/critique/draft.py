"""What people paste that is no draft of a note: only what gives itself away plainly."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from bot.coach.critique.sign import Sign

TWO: Final = 2
SHORTEST_OF_TWO: Final = 30  # code points; a greeting over two lines is not two drafts
MAX_NOTE: Final = 1500  # code points; five times what the longest note may have is an e-mail
MAX_QUESTION: Final = 250
MIN_PROFILE: Final = 150
SOME: Final = 2  # signs that are common one at a time: code lines, mail headers, boasts
MANY: Final = 3


_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]{1,63}\.(?:com|org|net|io|ai|me|co|dev|app|de|uk)(?:/\S*)?", re.IGNORECASE
)
_LETTER_OR_DIGIT = re.compile(r"\w")
_CODE_LINE = re.compile(
    r"^\s*(?:def \w+\(|class \w+[(:{]|import \w+$|import .+ from |from \w[\w.]* import |#include|function "
    r"\w*\(|"
    r"(?:const|let|var) \w+ =|return\b.*[;)]$|SELECT .+ FROM |INSERT INTO |</?\w+[^<>]*>$|[{}\])];?,?$|@\w+$|"
    r"Traceback \(most|File \".+\", line \d|\$ \w+|if .*[{:]$|for .*[{:]$|while .*[{:]$|print\(|.*[;{]$|"
    r"\"\w+\": )",
    re.MULTILINE,
)
_QUESTION = Sign(
    r"\b(?:how (?:do|can|should|long|many|would|to)|should i|what (?:should|do|can|would) (?:i|we|you)|can "
    r"(?:you|i)|"
    r"could you|please (?:write|help|check|fix)|help me|is (?:this|it|that) (?:ok|okay|good|fine|too)|do i "
    r"(?:have|need)|"
    r"where do i|why (?:should|do|did|is)|write me|what's the|what is|i (?:need|want) (?:help|you to write|"
    r"a note))\b",
)
_ABOUT_NOTES = Sign(
    r"\b(?:note|invitation|invite|message|draft|connection request|linkedin|characters|word it|say to "
    r"(?:him|her|them)|"
    r"to (?:a |my )?(?:recruiter|ex-?boss|old boss|former boss|boss)|coach|bot|write (?:to|back|in)|this "
    r"one)\b",
)
_TO_SOMEONE = re.compile(
    r"^\W*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\s+(?!coach|bot|there)\w", re.IGNORECASE
)
_JOB_POST = (
    Sign(
        r"\b(?:we(?:'re| are) (?:hiring|looking for|seeking)|now hiring|job (?:title|description|summary)|"
        r"vacancy)\b",
    ),
    Sign(
        r"\b(?:responsibilit(?:y|ies)|requirements|qualifications|what you(?:'ll| will) do|duties|your "
        r"tasks)\b",
    ),
    Sign(
        r"\b(?:apply (?:now|by|at|via|here|through|online|with)|send (?:your )?(?:cv|resume) to|equal "
        r"opportunity|how to apply)\b",
    ),
    Sign(
        r"\b(?:full[- ]time|part[- ]time|salary|per annum|hybrid|remote|on-?site|benefits|£\d|\$\d+k?|€\d)\b",
    ),
    Sign(
        r"\b(?:\d\+? years(?:'|’)? (?:of )?experience|degree in|must have|nice to have|immediate start)\b",
    ),
)
_RECEIVED = Sign(
    r"\b(?:thank(?:s| you)(?: so much| very much| a lot)? for (?:(?:the|your|this) (?:request|invitation|"
    r"invite|interest|connection request|"
    r"kind (?:note|invitation)|note|message|application)|reaching out|getting in touch|connecting|wanting "
    r"to connect|writing)|"
    r"i (?:usually |normally |generally |tend to )?only (?:accept|connect)|i (?:usually|normally|"
    r"generally) (?:accept|connect|don't accept)|"
    r"(?:do|have) we (?:know each other|met before)|how do (?:we|i|you) know (?:each other|you|me)|what "
    r"made you (?:reach out|want to connect)|"
    r"i(?:'m| am) (?:not (?:looking|hiring|interested|taking)|going to pass)|"
    r"we (?:regret|have decided (?:not )?to)|unfortunately,? we|has accepted your invitation|accepted your "
    r"(?:invitation|invite))\b",
)
_REFUSAL = Sign(
    r"merci (?:de|d'avoir|pour)[\s\S]{0,120}(?:mon réseau|invitation|je passe)|danke für (?:ihre|deine) "
    r"(?:anfrage|nachricht)|gracias por (?:tu|su) (?:mensaje|invitación)",
)
_LEGAL = Sign(
    r"\b(?:intended (?:only|solely|exclusively) for|meant (?:only|solely) for|intended recipient|"
    r"confidential(?:ity)? (?:notice|and may)|"
    r"this (?:e-?mail|message) (?:and any|may contain|contains)|unsubscribe|all rights reserved|virus[- "
    r"]free|"
    r"if you (?:have received|received|are not) (?:this|the)|unsolicited (?:mail|email))\b",
)
_MAIL_HEADER = re.compile(
    r"^(?:from|to|subject|sent|cc|date|betreff|objet): ?\S", re.IGNORECASE | re.MULTILINE
)
_OPENING = re.compile(
    r"^[ \t]*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\b[^\n]{2,}",
    re.IGNORECASE | re.MULTILINE,
)
_YOU = re.compile(r"\b(?:you|your|you're|yours)\b")
_ABOUT = Sign(
    r"\b(?:\d+\+? years|passionate about|proven track record|specialt(?:y|ies)|skills:|experienced|"
    r"results-driven|"
    r"track record|expertise in|i help|outside of work|in my (?:free|spare) time|throughout my career|"
    r"certified)\b",
)


def what_else(text: str) -> str | None:
    """What a text is when it is no draft, in one word ("code", "link", "question", ...).

    Returns:
        None for a draft; empty or too little is one, a blank one.
    """
    if not text.strip():
        return None
    straight = text.replace("’", "'")
    small = straight.lower()
    return next((kind for kind, recognises in _KINDS.items() if recognises(straight, small)), None)


def drafts_in(text: str) -> list[str]:
    """The drafts in a text that holds several, each from its greeting on; one that holds one is that one."""
    starts = [match.start() for match in _OPENING.finditer(text)]
    if len(starts) < TWO or starts[1] - starts[0] < SHORTEST_OF_TWO:
        return [text]
    return [text[start:end].strip() for start, end in pairwise([0, *starts[1:], len(text)])]


def _is_two_drafts(text: str, _: str) -> bool:
    return len(drafts_in(text)) >= TWO


def _is_emoji(text: str, _: str) -> bool:
    return not _LETTER_OR_DIGIT.search(text)


def _is_link(text: str, _: str) -> bool:
    first = _LETTER_OR_DIGIT.search(text)
    if first is None or not _LINK.match(text, first.start()):
        return False  # as most texts: they begin with a word
    rest, links = _LINK.subn(" ", text)
    return links > 0 and not _LETTER_OR_DIGIT.search(rest)


def _is_code(text: str, _: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    found = sum(bool(_CODE_LINE.match(line)) for line in lines) if len(lines) >= SOME else 0
    return (found >= SOME and found * 2 >= len(lines)) or text.lstrip().startswith("```")


def _is_question(text: str, small: str) -> bool:
    if len(text) > MAX_QUESTION or _TO_SOMEONE.match(text):
        return False
    about_notes = _QUESTION.is_in(small) and _ABOUT_NOTES.is_in(small)
    return about_notes and ("?" in text or _QUESTION.leads(small))


def _is_job_post(_: str, small: str) -> bool:
    return sum(sign.is_in(small) for sign in _JOB_POST) >= MANY


def _is_received(_: str, small: str) -> bool:
    return _RECEIVED.is_in(small) or _REFUSAL.is_in(small)


def _is_legal(_: str, small: str) -> bool:
    return _LEGAL.is_in(small)


def _is_mail(text: str, _: str) -> bool:
    return len(text) > MAX_NOTE or len(_MAIL_HEADER.findall(text)) >= SOME


def _is_profile(text: str, small: str) -> bool:
    return len(text) > MIN_PROFILE and not _YOU.search(small) and len(set(_ABOUT.find_all(small))) >= SOME


_KINDS: Final[dict[str, Callable[[str, str], bool]]] = {
    "email": _is_mail,  # first: nothing that long has to be read any further
    "two_drafts": _is_two_drafts,
    "emoji": _is_emoji,
    "link": _is_link,
    "code": _is_code,
    "legal": _is_legal,
    "reply": _is_received,
    "job_post": _is_job_post,
    "question": _is_question,
    "profile": _is_profile,
}
