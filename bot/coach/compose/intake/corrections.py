"""What somebody takes back while typing: `at the expo in Lagos, no wait, in Accra` is in Accra."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot

_MARK = re.compile(
    r"(?P<stop>^|[.,;:!?…–—-]\s*|(?=\s))\s*(?:(?:and|but|oh|er|um|uh|ah)\s+)?(?:"
    r"(?P<plain>(?:nah|nope|naw),? (?:actually|wait|sorry|hang on|hold on|it was|that was)"
    r"|nah,? (?=(?-i:[A-Z]))|(?:haha|lol|hehe|hah),? no(?:pe)?|just kidding|only joking"
    r"|(?:actually,? )?no+,? (?:wait|hang on|hold on)|wait,? no"
    r"|no,? sorry|sorry,? no|no,? hang on|hang on,? no|sorry,? i meant?)"
    r"|(?P<stopped>actually,? no|no,? actually|no,? i meant?|i meant|or rather|make that|correction"
    r"|scratch that|strike that"
    r"|(?:no,? |oh,? )?actually,? (?=(?:it|that|this)(?:'s| was| is) (?:(?:in|at|on|the|an?|called) ){0,2}"
    r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,3}\s*(?:[.,;!]|$))"
    r"|(?:no,? |hang on,? )?wait,? (?:yes|actually)|well,? yes actually)"
    r")\b(?! way\b)[\s,.:;!…–—-]*",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:say|says|said|saying|answered|replied|answer|with|an?|the)$", re.IGNORECASE
)  # `she can say no, sorry to nobody`: her words, not the writer's
_YES = re.compile(r"\b(?:yes|(?:wait|no|yes),? actually)\b\W*$", re.IGNORECASE)
_WRONG_ONE = re.compile(
    r"^(?:that'?s|that is|that was|this is) (?:his|her|their|the|my|our|another|someone)\b[^.,;]*"
    r"[.,;]\s*(?=\w)",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"^(?:it|that|this|he|she|they|name)(?:'s|'re| was| is|s)\s+(?:really |actually |called )?", re.IGNORECASE
)
_IT_WAS_A = re.compile(
    r"^(?:it|that|this|those|they)(?:'s|'re| was| is| were| are)\s+"
    r"(?=(?:the|an?|my|our|his|her|their|\d+|(?-i:[A-Z])\w+)(?: [\w'-]+){0,3}(?:[.!]*$|, ))",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<=\w)(?: (?:at|in|on|by|for|with|from|of|to|during|about|after|before)\b|[,.;])")
_WITHDRAWN = re.compile(
    r"(?:please )?(?:leave (?:it|that|this)(?: bit| part)? out"
    r"|(?:do not|don'?t) (?:mention|put|write|include|say|use) "
    r"(?:it|that|this|so)(?: (?:in|down|there|please))?|forget (?:it|that|this)|never ?mind(?: that)?"
    r"|(?:i'?m )?not sure|ignore (?:it|that|this)"
    r"|skip (?:it|that|this)(?: (?:bit|part|one))?|delete (?:it|that|this)|not that"
    r"|(?:do not|don'?t) (?:tell|let) (?:him|her|them|anyone|anybody)"
    r"(?: (?:that|this|know|so|i said (?:that|so|this)|i told you(?: that)?))*"
    r"|(?:or |hmm,? |no,? )?(?:maybe|perhaps|probably|possibly|or) not(?: (?:actually|really|now|though))?"
    r"|(?:or )?did we(?: (?:ever|even|really|actually))*(?: meet)?|i (?:may|might|could) be wrong"
    r"|that(?:'s| is|s) (?:just )?between (?:us|you and me)|between (?:us|you and me))(?: please| ok| okay)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]\s*")
# `the expo. Or was it a fair? a fair`
_OR_WAS = re.compile(
    r"[\s.,;!?–—-]*\bor was it (?:(?:in|at|on|the|an?) )*(?P<other>[\w'][\w' -]{0,40}?)\s*\?+\s*"
    r"(?:(?:yes|yeah|yep|no|nope|ok|right)\b,? *)*(?:it was )?(?:(?:in|at|on|the|an?) )*(?P=other)(?!\w)",
    re.IGNORECASE,
)
# `the library, actually it was the town hall`: where it was, rather than how
_ACTUALLY_AT = re.compile(
    r"\s*[,.;–—-]\s*(?:(?:no|oh|or|well),? )?actually,? (?:it was |that was )?(?=(?:in|at|on|the|my|our|an?) "
    r"(?!first|last|best|only|same|time|day|one|most|next|lot|bit)[\w' -]{2,30}\s*(?:[.,;!]|$))",
    re.IGNORECASE,
)
_SCRATCH = re.compile(
    r"\s*[,;(–—-]\s*(?:scratch|strike|forget|ignore|delete) (?!that\b|it\b|this\b)(?:the )?"
    r"(?-i:[A-Z])[\w'-]+\)?(?=\s*(?:[.,;!]|$))",
    re.IGNORECASE,
)
# `the Tuesday class, no, Thursday`, `at Tesco. Not Tesco, Asda`: one word for another of its kind
_REPLACED = re.compile(
    r"(?P<gap>[\s.,;?!–—…-]+)(?:(?:hmm+|er+m?|um+|uh|oh|well|wait|actually|i mean),? )*"
    r"(?:no|nope|sorry|i mean|rather|not (?P<wrong>[\w'-]+)),? (?:it was )?(?:(?:in|at|on) )?"
    r"(?P<right>[\w'-]+(?: (?-i:[A-Z])[\w'-]+){0,2})(?P<echo>[.,;!]+ (?:yes|yeah|definitely),? (?P=right))?"
    r"(?=\s*(?:[.,;!?)]|$))",
    re.IGNORECASE,
)
# `Nairobi tech week, no wait, the Kisumu one`
_OTHER_ONE = re.compile(
    r"^(?:it was |that was |i mean )?the (?P<name>(?-i:[A-Z])[\w'-]+) one(?=[.,;!]|$)", re.IGNORECASE
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+(?: [A-Z][\w'-]+)*|^[A-Z][\w'-]+")
_LONE: Final = frozenset({"i", "we", "he", "she", "they", "it", "you", "there"})
MAX_CORRECTIONS: Final = 4
MIN_STATEMENT: Final = 3  # words


def is_withdrawal(sentence: str) -> bool:
    """Whether a sentence only takes back the one before it: `leave that out`."""
    return bool(_WITHDRAWN.fullmatch(sentence.strip(" .!?,;-–—()")))


def corrected(slot: Slot, text: str, lexicon: Lexicon) -> str:
    """The answer as it stands after its own corrections."""
    if slot == "how_met":
        text = _ACTUALLY_AT.sub(", no wait, ", text)
    text = _with_replaced(_SCRATCH.sub("", _OR_WAS.sub(r", no wait, \g<other>", text)), lexicon)
    for _ in range(MAX_CORRECTIONS):
        match = _next_mark(text)
        if not match:
            break
        left, right = text[: match.start()].strip(), text[match.end() :].strip()
        text = right if _YES.search(match[0]) else _instead(slot, left, right, lexicon)
    return text


def _with_replaced(text: str, lexicon: Lexicon) -> str:
    """`the Tuesday class, no, Thursday` with the day that was meant, in its place."""
    for match in _REPLACED.finditer(text):
        left, right = text[: match.start()], match["right"]
        if left.count('"') % 2 or not ("," in match["gap"] or "." in match["gap"] or "-" in match["gap"]):
            continue
        words = list(re.finditer(r"[\w'-]+", left))
        first = right.split()[0]
        same = [
            place
            for place, word in enumerate(words)
            if _is_same_kind(word[0], match["wrong"] or first, lexicon)
        ]
        if same and _is_same_kind(words[same[-1]][0], first, lexicon):
            start = end = same[-1]
            while " " in right and start - 1 in same:
                start -= 1
            named = left[: words[start].start()] + _like(words[start][0], right) + left[words[end].end() :]
            return named + text[match.end() :]
    return text


def _is_same_kind(word: str, other: str, lexicon: Lexicon) -> bool:
    """Both days or months, both numbers, or both names."""
    if lexicon.has("days", other) or lexicon.has("months", other):
        return lexicon.has("days" if lexicon.has("days", other) else "months", word)
    if other[:1].isdigit():
        return word[:1].isdigit()
    name = word[:1].isupper() and word not in {"I", "I'm"} and not lexicon.has("days", word)
    return other[:1].isupper() and name


def _like(old: str, new: str) -> str:
    """A day with the capital that it has anyway."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _next_mark(text: str) -> re.Match[str] | None:
    for match in _MARK.finditer(text):
        before = text[: match.start()]
        stopped = match["plain"] or match["stop"] or not before.strip()
        if stopped and before.count('"') % 2 == 0 and not _SAID.search(before.rstrip(" ,")):
            return match
    return None


def _instead(slot: Slot, left: str, right: str, lexicon: Lexicon) -> str:
    """What stands after a correction: of a name the second one, of a sentence the corrected one."""
    if not right:
        return _without_last(left)
    if slot == "referrer":
        return _other_name(left, right)
    right = _WRONG_ONE.sub("", right)
    if (other := _OTHER_ONE.match(right)) and (named := list(_NAME.finditer(left))):
        named_last = named[-1]
        return f"{left[: named_last.start()]}{other['name']}{left[named_last.end() :]}{right[other.end() :]}"
    thing = _IT_WAS_A.sub("", right)
    start = None if thing == right and _is_statement(right) else _same_place(left, thing, lexicon)
    if start is None:
        return f"{_without_last(left)} {right}".strip()
    if thing == right and not _NAME.fullmatch(right.strip(" .!")):
        return f"{left[:start]}{right}"
    return f"{left[:start]}{thing.rstrip(' .!')}{_after_thing(left[start:], thing)}"


def _after_thing(words: str, thing: str) -> str:
    """What follows the thing that was wrong: ` by hand` of `the crevasses by hand`, ` fair` of a town's."""
    if _NAME.fullmatch(thing.strip(" .!")) and (name := _NAME.match(words)):
        return words[name.end() :]
    following = _SMALL_WORD.search(words)
    return words[following.start() :] if following else ""


def _other_name(left: str, right: str) -> str:
    """`Kelechi, no wait, Chidi`; a remark about the first name leaves it as it is."""
    right = _IT_WAS.sub("", _WRONG_ONE.sub("", right)) if _names_one(right) else right
    if _is_statement(right):
        return f"{left} ({right})"
    return right


def _names_one(right: str) -> bool:
    """`it was Kelvin`, `that's his brother. Chidi`; not `he's retired`."""
    if _WRONG_ONE.match(right):
        return True
    rest = _IT_WAS.sub("", right)
    return rest != right and rest[:1].isupper()


def _is_statement(right: str) -> bool:
    words = re.match(r"[^.,;!?]*", right)
    first = words[0].split() if words else []
    return len(first) >= MIN_STATEMENT and re.split(r"['’]", first[0].lower())[0] in _LONE


def _without_last(left: str) -> str:
    """Without the sentence that was taken back."""
    ends = list(_SENTENCE_END.finditer(left.rstrip(" .!?,;")))
    return left[: ends[-1].end()].strip() if ends else ""


def _same_place(left: str, right: str, lexicon: Lexicon) -> int | None:
    """Where the words begin that the correction replaces: at the same small word, or one of its kind."""
    first = right.split(maxsplit=1)[0].strip(",.")
    words = list(re.finditer(r"[\w'’-]+", left))
    if lexicon.has("after_object", first) or lexicon.has("determiners", first):
        same = [word.start() for word in words if word[0].lower() == first.lower()]
        alike = [word.start() for word in words if lexicon.has("determiners", word[0])]
        found = same or (alike if lexicon.has("determiners", first) else [])
        return found[-1] if found else None
    alike = [place for place, word in enumerate(words) if _is_alike(word[0], first, lexicon)]
    if not alike:
        return None
    place = alike[-1]
    while place and place - 1 in alike and not first.isdigit():
        place -= 1
    return words[place].start()


def _is_alike(word: str, first: str, lexicon: Lexicon) -> bool:
    """Both numbers, or both names."""
    if first[:1].isdigit():
        return word[:1].isdigit()
    return all((one[:1].isupper() and one != "I") or one.lower() in lexicon.capitals for one in (word, first))
