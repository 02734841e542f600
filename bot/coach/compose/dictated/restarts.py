"""Speech that begins again: `a patient no not a patient a nurse`, `he fixed it he actually fixed it`."""

import re
from typing import Final

from bot.coach.compose.dictated.pause import PAUSE
from bot.coach.compose.patterns import Rewrites

_GAP: Final = rf"{PAUSE}?\s+(?:(?:um+|uh+|erm) )*"
_SMALL: Final = r"(?:about|of|for|at|in|on|with|from|to|by)"
_ART: Final = r"(?:the|a|an|my|our|his|her|their|this|that|like|how)"
_WHO: Final = r"(?:i|he|she|we|they|it)"
_NO_SAYING: Final = r"(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\bsaying)"  # `afraid to say no to the builder`
_STRESS: Final = r"(?:actually |just |really |literally |even )?"
_COUNT: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_LEAN: Final = r"(?:what|that|who|as|if|when|how|because|than|before|and|but)"
# not said again, although they come again: `met her at the fair at Ulm`
_LITTLE: Final = (
    r"(?:about|of|for|at|in|on|with|from|to|by|near|and|or|but|over|under|into|after|before|during|through"
    r"|is|was|has|had|when|while|because|as|then|so)"
)
# all of these need a word that comes twice
_REPEATED: Final = (
    # taken back
    (rf"\b(?:an? |the |my )((?:[\w']+ ){{1,2}}[\w']+){_GAP}no not (?:an? |the |my )\1\b ?", ""),
    (rf"\b(?:an? |the |my )?([\w']+){_GAP}no not (?:an? |the |my )?\1\b", ""),
    (rf"\bwell not ([\w']+) \1\b{PAUSE}?", ""),
    (
        (
            rf"\b({_SMALL}) (?:\S+ ){{0,3}}\S+{_NO_SAYING}{_GAP}no{PAUSE}? (?:it was )?"
            r"\1 (?=[\w'])"
        ),
        r"\1 ",
    ),
    # said again, with more to it
    (rf"\b({_WHO}) ([\w']+)(?:{_GAP}(?!{_LEAN}\b)[\w']+){{0,2}}{_GAP}\1{PAUSE}? ({_STRESS})\2\b", r"\1 \3\2"),
    (rf"\b({_SMALL}){_GAP}{_ART}{_GAP}\1\b", r"\1"),
    (rf"\b({_SMALL}(?: (?:the|a|my))?){_GAP}\1\b", r"\1"),
    (
        rf"\b(my|our|his|her) (?!{_LITTLE}\b)([\w']+) (?:the|a|my|our|his|her) ((?:[\w']+ ){{1,2}})\2\b",
        r"\1 \3\2",
    ),
    (rf"\bthe (?!{_LITTLE}\b)([\w']+) the ((?:[\w']+ ){{1,2}})\1\b", r"the \2\1"),
    (r"\b(my|our|his|her) own ([\w']+)((?: [\w']+){1,5}) \1 own \2\b", r"\1 own \2\3"),
    (rf"\b({_COUNT}) ([\w']+)(?: I think)? \1\b(?=$| (?:and|but|so|i|he|she|we)\b)", r"\1 \2"),
    (r"\b(every|each|one) ([\w']+) \1 single \2\b", r"\1 single \2"),
    (r"\b(one) ([\w']+) one ([\w']+) \2\b", r"one \3 \2"),
    (rf"\b(the|a|an|my){_GAP}\1\b", r"\1"),
    (r"\b(all|never|not) \1\b", r"\1"),
    (r"\b([a-z']+ [a-z']+) \1\b", r"\1"),
    (r"\b(my [\w']+) said \1 (is|was)\b", r"\1 \2"),
    (r"\bI was ([\w']+ [\w']+) well (my [\w']+ was \1)\b", r"\2"),
    (r"\b((?:[\w']+ ){2,5}[\w']+)\b(.{3,80}) (?:he|she|I|we|they) \1$", r"\1\2"),
    (rf"\b({_COUNT}|twenty|thirty|forty) ([\w']+)\b(.{{10,80}}) \1 \2$", r"\1 \2\3"),
)
_SEARCHED: Final = (
    # looking for the word
    (rf"\b({_SMALL}){_GAP}the (?:[\w']+ ){{0,2}}of{_GAP}it was (?=(?:a|an|the|my|this)\b)", r"\1 "),
    (rf"\b({_SMALL})(?:{_GAP}(?:the|a))?{_GAP}it was (?=(?:a|an|the|my)\b)", r"\1 "),
    (rf"\ban? (?:sort|kind|bit) of{_GAP}an?\b", "a"),
    (rf"\b(for|in|at|after|took|had|were) like (?={_COUNT}\b|an? )", r"\1 "),
    (rf"\b(?:the )?(?:what's it called|whatsit|whatchamacallit){PAUSE}? ", ""),
    (rf"\b(?:let me see|let's see|what was it|I want to say|I'd say|how can I say)(?: from)?{PAUSE}? ", ""),
    (r"^(?:okay |ok |so )?this is (?:a bit |kind of |quite )?(?:random|silly|weird|odd|strange) but ", ""),
    (rf"\bfor what (?={_COUNT}\b)", "for "),
    (r"^you know (?=(?:nobody|everybody|i|he|she|we|they)\b)", ""),
)
_AGAIN: Final = Rewrites(_REPEATED)
_FOUND: Final = Rewrites(_SEARCHED)
_WORD: Final = re.compile(r"[\w']+")
MOST_TIMES: Final = 2


def restarted(text: str) -> str:
    """The text with what was begun and given up taken out; what was said last counts."""
    for _ in range(MOST_TIMES):
        before = text
        words = _WORD.findall(text.lower())
        text = _FOUND(_AGAIN(text) if len(set(words)) < len(words) else text)
        if text == before:
            break
    return re.sub(r" {2,}", " ", text).strip()
