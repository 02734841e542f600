"""The one who suggested it, as the answer has them: whether it is anybody, and that in one plain form."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_SAY: Final = r"(?:suggested|recommended|said|introduced|referred|told|sent|mentioned|gave)"
# a doubt about the name is none about who suggested it
_HEDGE: Final = re.compile(
    r"^(?:i (?:think|guess|believe|suppose)|maybe|probably|perhaps|possibly),? (?:(?:it|that) was )?",
    re.IGNORECASE,
)
_LED_BY: Final = re.compile(
    r"^(?:i )?(?:was |got |have been |been )?(?:recommended|referred|introduced|suggested|sent|pointed|told"
    r"|invited|nudged|encouraged|connected|advised)(?: to (?:him|her|them))? (?:by|through|via|from) "
    r"|^(?:(?:a|the|his|her|their) )?(?:recommendation|referral|intro|introduction|tip|suggestion|advice) "
    r"(?:of|from|by|via) ",
    re.IGNORECASE,
)
_IT_WAS: Final = re.compile(r"^(?:it|that) was (.{2,40}?) (?:who|that) ", re.IGNORECASE)
_COLON: Final = re.compile(r"^([^\W\d_][\w -]{1,30}): +|\s+[-–—]+\s+")  # `boss: Mr. Sie`, `Dana - my boss`
_IN_LAW: Final = re.compile(r"\b(brother|sister|mother|father|son|daughter) in law\b", re.IGNORECASE)
# `Falk Rehm, he was her student`: what ties the two, rather than what somebody did
_IS_TIE: Final = re.compile(
    r"^([^,;]{2,40}?)[,;.]? +(?:(?:he|she|they)(?:'s|'re| is| are| was| were)|who(?:'s| is| was)) "
    r"(?=(?:my|our|his|her|their) [\w' -]{2,40}$)",
    re.IGNORECASE,
)
# what they said was that one should write, which the sentence says anyway
_SAID_SO: Final = re.compile(
    rf"^(.{{2,60}}?),? (?:{_SAY}(?: (?:me|us|it|so|this|that))?"
    r"|(?:suggested|recommended|said|introduced|referred) (?:to )?me to "
    r"(?:connect|contact|reach out|write|message|add|follow|link up|get in touch)\b.*)[ .!]*$",
    re.IGNORECASE,
)
_BRACKETED_NAME: Final = re.compile(
    r"^(?P<tie>(?:my|our|his|her|their) [^,()]{2,40}?) "
    r"\((?P<name>(?:[^\W\d_]{2,4}\.? )?(?-i:[A-Z])[\w'. -]{1,40})\)$",
    re.IGNORECASE,
)
_REQUEST: Final = re.compile(
    r"[,;.]? +(?:can|could|would|will|should|do|does|is|are|may|shall) (?:you|i|we|it|that|he|she|they)\b.*$"
    r"|[,;.]? +(?:ask|tell|call|message|text) (?:him|her|them) first\b.*$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*\.?")
_EXCEPT: Final = re.compile(r"\b(?:but|except|only|just)\b", re.IGNORECASE)
_LED_IN: Final = frozenset({"lol", "haha", "well", "honestly", "actually", "um", "hmm", "sorry", "oh", "so"})
_THINGS: Final = (
    *("event_heads", "occasion_heads", "media_read", "media_heard", "media_saw", "media_found"),
    *("site_words", "no_suggesters", "time_words", "bare_places"),
)
_SMALL: Final = (
    *("subjects", "determiners", "after_object", "no_names", "frequency", "adjectives", "intensifiers"),
    *("finite", "courtesies", "relatives"),
)
_SMALLEST: Final = ("subjects", "determiners", "after_object", "no_names", "relatives")
_AGENT: Final = re.compile(r"\w{2,}(?:er|or|ist|ian|man|woman|mate|-in-law)s?")
LOWER_NAME: Final = 4  # words: more without a capital are a sentence


def plain_suggester(answer: str, lexicon: Lexicon) -> str:
    """The answer in the form `Dana Ortiz, my manager` or `my manager, Dana Ortiz`, as far as that is sure."""
    text = _BRACKETED_NAME.sub(r"\g<tie>, \g<name>", answer.strip())
    text = _IT_WAS.sub(r"\1 ", _LED_BY.sub("", _HEDGE.sub("", _REQUEST.sub("", text), count=1), count=1))
    text = _COLON.sub(lambda found: f"{found[1] or ''}, ", text)
    text = _IS_TIE.sub(r"\1, ", _IN_LAW.sub(r"\1-in-law", text))
    text = _SAID_SO.sub(r"\1", text)
    first, comma, rest = text.partition(", ")
    if first.lower() not in lexicon.relations:
        return text
    return f"my {first.lower()}, {rest}" if comma else f"my {first.lower()}"


def denies(answer: str, lexicon: Lexicon) -> bool:
    """Whether an answer says, in whatever words, that there was nobody: `lol no one`, `nobody sent me`."""
    words = [word.lower().strip(".") for word in _WORD.findall(answer)]
    while words and words[0] in _LED_IN:
        words = words[1:]
    return not words or (lexicon.has("denials", words[0]) and not _EXCEPT.search(answer))


def names_somebody(answer: str, lexicon: Lexicon) -> bool:
    """Whether any of the words can be a person: by a tie or a trade, or as a name; not `my curiosity`."""
    words = _WORD.findall(answer)
    lower = len(words) <= LOWER_NAME and all(word.islower() for word in words)
    for place, word in enumerate(words):
        plain = word.lower().strip(".").removesuffix("'s")
        if _is_small(plain, lexicon):
            continue
        if _is_known(plain, lexicon):
            return True
        if _is_thing(plain, lexicon):
            continue
        owned = place > 0 and lexicon.has("determiners", words[place - 1])
        if word[0].isupper() or (lower and not owned):
            return True
        if _AGENT.fullmatch(plain) and not lexicon.has("no_agents", plain):
            return True  # `my upholsterer`; not `my knee`
    return False


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody is."""
    return (
        word in lexicon.relations
        or word in lexicon.titles
        or any(lexicon.has(group, word) for group in ("person_words", "role_words", "tie_words"))
    )


def _is_small(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of the language that no name is made of."""
    verb = word in lexicon.bases or word in lexicon.pasts or word in lexicon.thirds
    known = _is_known(word, lexicon) and not any(lexicon.has(group, word) for group in _SMALLEST)
    return not known and (verb or any(lexicon.has(group, word) for group in _SMALL))


def _is_thing(word: str, lexicon: Lexicon) -> bool:
    known = word in lexicon.products or word in lexicon.capitals
    return known or any(lexicon.has(group, word) for group in _THINGS)
