"""Typing made presentable: no emoji, links or fillers; capitals where they belong; all else as it was."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.said_marks import spoken
from bot.coach.text import clean

LINK: Final = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.@+-])[\w.+-]{1,64}@[\w.-]{1,64}\w"  # e-mail
    r"|(?<!\w)[@#](?=\w{0,30}[^\W\d])\w+"  # names and hashtags of networks
    r"|(?<![\w.])(?:\+|00?)\d(?:[ ()./-]?\d){7,14}\b"  # telephone
    r"|(?<![\w.-])(?:doi:? ?)?10\.\d{4,9}/\S+|\barxiv:? ?\d{4}\.\d+"  # what is in a list of references
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}"
    r"\.(?:com|org|net|io|co|dev|app|example|edu|gov|uk|eu|(?:me|ly|be|gl|de|fr|it|es|nl|se|in|ng|ke|za|au|ca)(?=/))"
    r"(?![\w-])(?:/\S*)?",
    re.IGNORECASE,
)
_SMILEY = re.compile(r"(?<!\w)(?:[:;=8][-']?[)(DPpO3/|*]|<3|xD|\^\^)(?!\w)")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\t": " ", "\xa0": " "}
)
# 'like this', but neither o'clock nor the shopkeepers' ledgers
_SINGLE = re.compile(r"(?<!\w)'(?=\w)((?:[^'\"\n]|(?<=\w)'(?=\w)){3,300}(?<=[\w.?!,]))'(?!\w)")
_INNER_BLANKS = re.compile(r'(?<!\S)" ([^"\n]{1,300}?) "(?!\w)')  # French: `« list »`
_EMOJI = re.compile(r"(?<=[\w)'\"]) *\x00[\x00 ]*(?=[\w'\"])")
_INSIDE: Final = re.compile(
    r"\b(?:a|an|the|my|our|your|his|her|their|of|to|for|with|and|or|is|are|very|so|this|that|i)$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[ ]*\n[\s.,;:?!]*")
_ASIDE = re.compile(r"\(([^()]*)\)")
_DOUBLED = re.compile(
    r"\b(?!had\b|that\b|pole\b|tuk\b|bora\b|gado\b|bye\b|cha\b|pili\b)(\w+)((?: \1)+)\b", re.IGNORECASE
)
_WORD = re.compile(r"(?<![\w'/.&-])[^\W\d_][\w']*(?![\w'/&-]|\.\w)")
_TAG = re.compile(
    r"\b(?:she|he|they) ?/ ?(?:hers?|him|his|them|theirs?|they)(?: ?/ ?(?:hers|his|theirs))?\b", re.IGNORECASE
)
_ME_OWN = re.compile(
    r"\bme (?=(?:own|mum|mam|dad|mates?|brother|sister|nan|gran|kids|wife|missus|husband|old)\b)"
)
_ITS = re.compile(
    r"\bits(?= (?:not|a|an|the|been|just|really|usually|always|too|my|your|because|what|how|why|so)\b)"
    r"|(?<=\bwhen )its(?= \w+(?:$|[.,!]))"
)
_SPANS: Final = {
    "hr": "hour",
    "min": "minute",
    "wk": "week",
    "mth": "month",
    "yr": "year",
    "sec": "second",
}
_SPAN = re.compile(
    r"(?<![\w.])(?:(a|an|the|my|our|your|his|her|their) )?(\d+) (hr|min|wk|mth|yr|sec)s?\b(?=[\s.,!?)]|$)",
    re.IGNORECASE,
)
_I_HAD = re.compile(r"\bid(?= (?:met|seen|been|ever|never|known|had|heard|say|be|open|go|give|love|like)\b)")
_SAME = re.compile(
    r"\b(in|at|from|on|to|of|for|with|use|have|had|share|did|do|went|got|get|repeated|attended|speak|drive)"
    r" same (?=\w)"
)
_VERY = re.compile(r"\bv (\w+)")
_NOT_PLAIN: Final = frozenset("\ufe0f`{}[]<>|~^*_\\\x7f")
_UNTIDY = re.compile(r"[!?.…,;:()\"]|\s\s|[^\S ]")
_TIDIED: Final = tuple(
    (re.compile(untidy), tidy)
    for untidy, tidy in (
        (r"[!?.…]*\?[!?.…]*(\"?)", r"?\1 "),
        (r"(?:[!…]+[!.…]*|\.{2,})(\"?)", r".\1 "),
        (r"\(\s*\)", " "),
        (r"\s*,[\s,]*", ", "),
        (r"\s+", " "),
        (r"\s+([.,;:?)])", r"\1"),
        (r"[.,;:?](?=[.,;:?])(?![.,;:?]\w)", ""),
    )
)
LONGEST_SMALL_WORD: Final = 6  # with a blank
SHOUT: Final = 0.7


@lru_cache(
    maxsize=64
)  # an answer is read by several, one after the other; the composer forgets it at the end
def typed(text: str, lexicon: Lexicon) -> str:
    """One line, straight quotes, without emoji and fillers."""
    text = spoken(_TAG.sub(" ", _SMILEY.sub(" ", clean(text).translate(_QUOTES))))
    text = _INNER_BLANKS.sub(r'"\1"', text)
    text = parted_by_emoji(_SINGLE.sub(r'"\1"', text))
    text = _ASIDE.sub(lambda match: f"({match[1].strip(' .!?,')})", text)
    text = lexicon.filler.sub(_filler, _BREAK.sub(". ", text.strip()))
    return expanded(unshout(punctuation(text), lexicon), lexicon)


def _filler(match: re.Match[str]) -> str:
    """Nothing; but a capital inside a sentence is a name, as in `at Chale Wote`."""
    before = match.string[: match.start()].rstrip()
    named = match[0].istitle() and before and before[-1] not in ".!?,"
    return match[0] if named and match.string[match.end() :].lstrip()[:1].isupper() else " "


def _span(match: re.Match[str]) -> str:
    """`20 mins` written out; in `a 20 min talk` it stays."""
    if match[1]:
        return match[0]
    return f"{match[2]} {_SPANS[match[3].lower()]}{'' if match[2] == '1' else 's'}"


def parted_by_emoji(text: str) -> str:
    """Emoji between words are the commas of those who type them: `her soup 😍 no lumps at all`."""
    if text.isascii() and _NOT_PLAIN.isdisjoint(text):
        return text  # as most answers: there is nothing to look for
    text = "".join(char if _is_plain(char) else "\x00" for char in text)
    return _EMOJI.sub(
        lambda match: (
            " " if _INSIDE.search(text[max(0, match.start() - LONGEST_SMALL_WORD) : match.start()]) else ", "
        ),
        text,
    ).replace("\x00", " ")


def expanded(text: str, lexicon: Lexicon) -> str:
    """`ur talk abt bees, u r v kind, didnt panic` written out."""

    def full(match: re.Match[str]) -> str:
        long = lexicon.shorthand.get(match[0].lower())
        if not long or not (match[0].islower() or "'" in long):
            return match[0]
        return long[:1].upper() + long[1:] if match[0][0].isupper() else long

    text = _WORD.sub(full, text)
    text = re.sub(r"\bw/o(?:ut)?\b", "without", text)
    text = re.sub(r"(?<=[a-z,]) & (?=[a-z])", " and ", text)
    text = re.sub(r"\bw/ ?(?=\w)", "with ", text)
    text = re.sub(
        r"\bw (?=(?:my|me|us|our|him|her|them|his|their|you|your|the|an?|one|two)\b)", "with ", text
    )
    text = re.sub(r"\bincl\.? ", "including ", re.sub(r"(?<=[a-z] )w (?=[a-z])", "with ", text))
    text = _SPAN.sub(_span, _I_HAD.sub("I'd", text))
    text = _SAME.sub(r"\1 the same ", text)
    text = re.sub(
        r"\bme (?=(?:own|mum|mam|dad|mates?|brother|sister|nan|gran|kids|wife|missus|husband|old)\b)",
        "my ",
        text,
    )
    text = re.sub(r"\b(you|we|they) r\b", r"\1 are", text)
    return _VERY.sub(
        lambda match: f"very {match[1]}" if lexicon.has("adjectives", match[1]) else match[0], text
    )


def _is_plain(char: str) -> bool:
    """Letters, digits, punctuation; not emoji, dingbats, nor the joiners that hold emoji together."""
    return (
        unicodedata.category(char) not in {"So", "Sk", "Cs", "Co", "Cn", "Cf", "Me"}
        and char not in _NOT_PLAIN
    )


def punctuation(text: str) -> str:
    """Runs of stops and blanks made one; nothing without a partner, nothing before or after the words."""
    if _UNTIDY.search(text):
        text = balanced(text)
        for untidy, tidy in _TIDIED:
            text = untidy.sub(tidy, text)
    return text.strip(" ,;:-–—/&+").lstrip(".!?) ")


def balanced(text: str) -> str:
    """Without quotation marks or brackets that have no partner."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    if "(" not in text and ")" not in text:
        return text
    hidden = _ASIDE.sub(lambda match: "x" * len(match[0]), text)
    return "".join(char for char, seen in zip(text, hidden, strict=True) if seen not in "()")


def unshout(text: str, lexicon: Lexicon) -> str:
    """ALL CAPS made lower case; names in it are found again by `capitals`."""
    letters = [char for char in text if char.isalpha()]
    loud = sum(char.isupper() for char in letters)
    words = [word for word in text.split() if len(word) > 1 and word.lower() not in lexicon.capitals]
    if len(words) > 1 and loud > SHOUT * len(letters):
        return text.lower()
    return text


def capitals(text: str, lexicon: Lexicon) -> str:
    """`i`, days, months, places and common abbreviations written as they should be."""

    def fix(match: re.Match[str]) -> str:
        word = match[0]
        if word == "i" or word.startswith("i'"):
            return "I" + word[1:]
        return lexicon.capitals.get(word, word) if word.islower() else word

    text = re.sub(r"(?<![\w'-])[^\W\d_][\w']*", fix, text)
    text = re.sub(
        r"(?<=\bat )(?!(?:the|an?|my|our|his|her|their|your|this|that)\b)[a-z]+"
        r"(?= (?:airport|university|stadium|cathedral)\b)",
        lambda match: match[0].capitalize(),
        text,
    )
    text = re.sub(r"\b(may|march)(?= \d)|(?<=\bin )(may|march)\b", lambda match: match[0].capitalize(), text)
    text = re.sub(
        r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?= (?:\d|last year\b|this year\b))",
        lambda match: match[0].capitalize(),
        text,
    )
    return re.sub(
        r"(?<=\b(?:on|st|xt) )(mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?",
        lambda match: lexicon.short_days[match[1].lower()],
        text,
        flags=re.IGNORECASE,
    )


def doubled(text: str) -> str:
    """A word that was typed twice in a row, once; one of them in CAPITALS was meant."""
    return _DOUBLED.sub(lambda match: match[1] if _is_slip(match[0].split()) else match[0], text)


def _is_slip(words: list[str]) -> bool:
    return len({word.isupper() for word in words}) == 1


def upper_first(text: str) -> str:
    """The first letter as a capital; a letter whose capital is two letters stays."""
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text
