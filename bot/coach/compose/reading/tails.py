"""What people put behind who they are, in sound English: `nurse, 12 years, ICU`, `baker, two shops`."""

import re
from typing import Final

from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.persons import is_agent
from bot.coach.compose.language.timed import place_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.roles import is_subject_of_work

_NUMBER: Final = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|some|a few)"
_YEARS: Final = re.compile(
    rf"(?:for )?(?P<span>(?:about |over |nearly )?{_NUMBER}\+? (?:years?|months?))"
    r"(?: now| there| already| in it)*"
)
_OWNING: Final = re.compile(
    rf"(?P<own>my own|own|{_NUMBER}) (?!years?\b|months?\b|weeks?\b|days?\b|of\b)[a-z]\w+"
)
_LEARNER: Final = re.compile(r"\b(?:student|apprentice|trainee|undergrad|scholar|intern)$")
_AT_WORK: Final = re.compile(r"(?:Now )?I(?:'m| am| work| run)(?: now)?\b")
_A_ROLE: Final = re.compile(r"(?:an?|the|my|in|on|at|also|now) ")
_BE: Final = re.compile(r"^I(?:'m| am) (?=an? )")
LONGEST_FIELD: Final = 3  # words


def with_tails(kind: str, text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The kind and the words of a fact about the writer, with what stood behind commas in its place."""
    head, *tails = text.split(", ")
    if not tails or '"' in text or "(" in text or not _is_role(kind, head):
        return kind, text
    years = [match["span"] for tail in tails if (match := _YEARS.fullmatch(tail))]
    said, loose = head, []
    for tail in (one for one in tails if not _YEARS.fullmatch(one)):
        if joined := _joined(said, tail, lexicon):
            said = joined
        else:
            loose.append(tail)
    said = ", ".join([said, *loose])
    if not years:
        return kind, said
    been = f"I've been {said}" if kind == "about.am" else _BE.sub("I've been ", said)
    if been == said or loose:
        return kind, text
    return "about.said", f"{been} for {years[0]}"


def _is_role(kind: str, head: str) -> bool:
    if kind == "about.am":
        return bool(_A_ROLE.match(head))  # a name has no field
    return kind == "about.i" or (kind == "about.said" and bool(_AT_WORK.match(head)))


def _joined(said: str, tail: str, lexicon: Lexicon) -> str:
    """The words with one that stood behind a comma: with what, in which field, where; or nothing."""
    if owning := _OWNING.match(tail):
        own = "my own" + tail[len(owning["own"]) :] if owning["own"] == "own" else tail
        return f"{said} {'and' if ' with ' in said else 'with'} {own}"
    if where := place_of(tail, lexicon):
        return f"{said} {where}"
    words = tail.split()
    small = len(words) <= LONGEST_FIELD and all(word.isalpha() for word in words)
    small = small and not words[0].endswith("ing") and not lexicon.has("about_bare", words[0])
    person = is_agent(words[-1].lower(), lexicon) or lexicon.has("adjectives", words[-1])
    field = is_subject_of_work(tail) or lexicon.has("work_fields", words[-1]) or tail.isupper()
    learns = _LEARNER.search(said) and tail.islower() and form_of(tail, lexicon) in {Form.BARE, Form.NOUN}
    return f"{said} in {tail}" if small and not person and (field or learns) else ""
