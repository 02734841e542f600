"""English as it is spoken at home in Lagos, Singapore or Glasgow, as it is read everywhere.

Only turns with one meaning are put right: `he no dey shout` is `he does not shout`.
What is left of a creole after that is for its own readers, and stays out of a note.
"""

from typing import Final

from bot.coach.compose.patterns import Rewrites

_HE: Final = r"(?:he|she|they|we|i)"
_TURNS: Final = (
    # Nigeria and Ghana
    (r"\b(he|she) no (?:dey|de) (?=[a-z])", r"\1 does not "),
    (r"\b(they|we|i) no (?:dey|de) (?=[a-z])", r"\1 do not "),
    (r"\b(he|she) no be (?=[a-z])", r"\1 is not "),
    (r"\b(we|they) no be (?=[a-z])", r"\1 are not "),
    (
        r"\b(he|she) (?:dey|de) go (?=(?:the |our )?(?:prison|school|church|market|hospital|farm|office)\b)",
        r"\1 goes to ",
    ),
    (r"\b(we|they) (?:dey|de) (?=(?:the |one )?same\b|for\b|in\b|at\b|inside\b|together\b)", r"\1 were in "),
    (r"\bwere in (?=(?:for|in|at|inside|together)\b)", "were "),
    (r"\b(he|she) (?:dey|de) (?=for\b|in\b|at\b|inside\b|my\b|our\b)", r"\1 is "),
    (rf"\b({_HE}(?: still| always)?) (?:dey|de) (?=[a-z])", r"\1 "),
    (
        rf"\b({_HE}) don (?=(?:help|teach|show|give|train|build|open|see|meet|do|pay|write|carry|save)\b)",
        r"\1 ",
    ),
    (rf"\b({_HE}) (?:go|will go) just (?=[a-z])", r"\1 would just "),
    (rf"\b({_HE}) (?:fit|dey fit) (?=[a-z]+ )", r"\1 can "),
    (rf"\b({_HE}) no fit (?=[a-z]+)", r"\1 cannot "),
    (r"\b(he|she) sabi (?=[a-z])", r"\1 knows "),
    (r"\b(i|we|they) sabi (?=[a-z])", r"\1 know "),
    (r"\bwey (?=(?:he|she|i|we|they|no|dey|go|teach|help|show|give|bring|carry)\b)", "that "),
    (r"\b(told|tell|knew|know|heard|hear)( me| us| them)? say (?!to\b|that\b|it\b)(?=[a-z])", r"\1\2 that "),
    (r"\bwetin\b", "what"),
    (r"^(?:na|it's|is) (?:him|im|he) (?:wey |that |who )?(?=[a-z]+ (?:me|us|my|our)\b)", "he "),
    (r"^(?:na|it's|is) (?:her|she) (?:wey |that |who )?(?=[a-z]+ (?:me|us|my|our)\b)", "she "),
    (
        r"(^|, |\band |\bbut )(?:him|im) (?=(?:say|tell|teach|help|show|give|train|come|always|never)\b)",
        r"\1he ",
    ),
    (r"(?<=[a-z] )(?<!see )(?<!met )for (?=(?:here|there|inside)\b)", ""),
    (
        r"\bplenty (?=(?:times|people|things|questions|patience|students|books|children|hours|years|work)\b)",
        "plenty of ",
    ),
    # Singapore and Malaysia
    (r"(?<=\w) (?:lah|leh|lor|meh|sia|liao|hor|mah|wor|one lah)(?=$|[,.!?])", ""),
    (
        r"\b(he|she) confirm (?=(?:plus chop |will |double |check|help|know|come|ask|reply|answer))",
        r"\1 always ",
    ),
    (r"\bdouble check(?=[ .,]|$)", "double-check"),
    (r"\b((?:very|so|damn|really|quite) [a-z]+) one(?=$|[,.])", r"\1"),
    (
        r"\b(seminar|training|workshop|festival|school|office|conference|fair|wedding|church) sa (?=[A-Z])",
        r"\1 in ",
    ),
    (r"\b(share|use|give|bring|carry|sell|show|open) im (?=[a-z])", r"\1 his "),
    # small things of everywhere
    (r"\bon (?=\d{1,2} ?[ap]m\b)", "at "),
    (r"(?<!\ba )(?<!\bvery )\blong time ago\b", "a long time ago"),
    (r"\b(every|any|some|no) (?=(?:body|thing)\b(?! (?:part|of|count|weight|that)\b))", r"\1"),
    (r", (?:i was )?(\d{1,2}) ?(?:yo|y\.o\.|yrs? old|years? old)$", r" when I was \1"),
    (
        (
            r"(?<=[a-z] )(?<!\bat )(?<!\bby )(?<!\bfrom )(?<!\btill )(?<!\buntil )(?<!\baround )(?<!\bto )"
            r"(?<!\bon )(?<!\bbefore )(?<!\bafter )(?<!\bthe )(?<!\ba )(?<!\bour )(?<!\babout )"
            r"(\d{1,2}(?:[:.]\d\d)? ?[ap]m)(?=$|[,.;]| (?:every|each|on|and|to|just|when|because)\b)"
        ),
        r"at \1",
    ),
    (
        (
            r"\b(he|she|they) go (?=(?:always |still )?(?:shout|help|tell|ask|smile|laugh|teach|show|give"
            r"|call|pray|cook|bring|carry|make|buy|say|wait|stay|fight|beg|pay|check|correct|explain|sing|dance)\b)"
        ),
        r"\1 would ",
    ),
    (r"\b(till|until|when|because|and|that|so|say) dem (?=[a-z])", r"\1 they "),
    # at home in Britain, Ireland, Australia and the States
    (r"\b(?:damn|bloody|freaking|fricking|friggin|effing|flipping|hella) (?=[a-z]+\b)", "really "),
    (r"\bmeself\b", "myself"),
    (r"\bhisself\b", "himself"),
    (r"\btheirsel(?:f|ves)\b", "themselves"),
    (r"\b(?:yerself|yourselve)\b", "yourself"),
    (r"\byoung (?:uns|'uns|ones?s)\b", "young ones"),
    (r"\b(?:telt|telled)\b", "told"),
    (r"\bwhit (?=(?:we|he|she|they|i|you)\b)", "what "),
    (r"\b(\d+) tae (?=\d)", r"\1 to "),
    (r"\b(he|she) aye (?=[a-z])", r"\1 always "),
    (
        (
            r"\b(met|saw|told|asked|knew|know|with|to|of|for|from|heard|seen) im\b"
            r"(?! (?:an?|the|not|so|now|in|at)\b)"
        ),
        r"\1 him",
    ),
    (r"\b(?:gonna)\b", "going to"),
    (r"\b(?:wanna)\b", "want to"),
    (r"\bkinda\b", "rather"),
)
_RULES: Final = Rewrites(_TURNS)


def common(text: str) -> str:
    """The text with such turns as everybody says them."""
    return _RULES(text)
