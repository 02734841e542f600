"""Small slips of people for whom English is a second language put right, where only one thing can be meant.

Nothing is guessed: a rule changes an ending, an article or a small word, never what is said.
"""

import re
from typing import Final

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.lexicon import Lexicon, third
from bot.coach.compose.patterns import Rewrites

_SPOKEN: Final = (
    (r"^(?:(?:and|so) )?(?:till|until|upto|up to) date,? (I [^,.;]+)", r"\1 to this day"),
    (r"\b(?:till|until|upto|up to) date\b", "to this day"),
    (
        r"\b(explain(?:ed|s)?) (?:full|whole|entire) (?=(?:coach|class|team|group|room|bus|crew)\b)",
        r"\1 to the whole ",
    ),
    (r"^(?:and )?now me (?:also|too)$", "Now I do, too"),
    (r"\btold that (?=(?:the|it|he|she|they|we|i|you|my|our|your|his|her|all|no|[a-z]+s)\b)", "said that "),
    (
        r"\btells? that (?=(?:the|it|he|she|they|we|i|you|my|our|your|his|her|all|no|[a-z]+s|\d+)\b)",
        "says that ",
    ),
    (r"\banswered to (?=(?:my|our|me)\b)", "answered "),
    (r"\b(discuss(?:ed|es)?|mention(?:ed|s)?) about\b", r"\1"),
    (r"\b(explain(?:ed|s)?) (?=(?:me|us)\b)", r"\1 to "),
    (r"\b(show(?:ed|s)? (?:me|us|them)) to (?=[a-z]+ )", r"\1 how to "),
    (r"\b(send|give|show) to (you|him|her|them) (?=(?:a|an|the|my|our|some)\b)", r"\1 \2 "),
    (r"^(?:please )?thank (?:him|her|them) for (?=(?:the|a|an|all|his|her|their|that) )", ""),
    (r"^(?:please )?(?:thank|tell) (?:him|her|them)(?: thanks| thank you)? for (?=\w)", "thank you for "),
    (r"\b(read(?:s|ing)? (?:it|them|this|that|him|her|\w+)) loud\b", r"\1 aloud"),
    (r"^(\w+ (?:years?|months?|weeks?|days?)) before(?=,| I\b| we\b|$)", r"\1 ago"),
    (r"^(\d+|[a-z]+) years I am ([^,.;]+?)(?= and | but |[,.;]|$)", r"I have been \2 for \1 years"),
    (r"\bing for (it|them|this|that) from (?=(?:19|20)\d\d$)", r"ing for \1 since "),
    (r"\bwe (both|all) (?=(?:from|in|at|on|with|of)\b)", r"we are \1 "),
    (r"\bwere same (?=bench\b)", "were on the same "),
    (r"\bwere same (?=(?:table|desk|school|college|university|office|company)\b)", "were at the same "),
    (r"\bwere same (?=(?:class|batch|group|team|room|year)\b)", "were in the same "),
    (
        r"(?<=[a-z] )(?<!\bthe )(?<!this )(?<!that )(?<!very )(?<!and )(?<!one )same (?!as\b)(?=\w)",
        "the same ",
    ),
    (r"\b(he|she|they|i|we|you) use to (?=[a-z])", r"\1 used to "),
    (
        r"\b(he|she|they|who|you) thought (me|us) (?!was|were|could|would|had|to|that|i |we |he )",
        r"\1 taught \2 ",
    ),
    (r"\b(we|they) was\b", r"\1 were"),
    (r"\b(flight|bus|train|ferry|matatu|trotro|danfo|coach) ((?-i:[A-Z])\w+ to (?-i:[A-Z]))", r"\1 from \2"),
    (r"\bmay day\b", "May Day"),
    (r"\b(he|she) be (?=(?:my|our|the|a|an|one) )", r"\1 is "),
    (r"\bchildrens (?=[a-z])", "children's "),
    (r"(?<=\w),? sha$", ""),
    (r"(?<=\w)(?<!never)(?<!not)(?<!so)(?<!feel)(?<!felt)(?<!said)(?<!say),? sorry$", ""),
)
_RULES: Final = Rewrites(_SPOKEN)
_USED_TO: Final = re.compile(r"(\bused to [a-z]+(?: [^,.;]{1,60})?),(?: and)? (?=([a-z]+) )")
_DOES: Final = re.compile(
    r"\b(he|she) does ((?:still|always|also|really|just|even) )?([a-z]+)\b(?=[ .])", re.IGNORECASE
)
_ONE_WHO: Final = re.compile(
    r"\b((?:one|(?:any|some|every)(?:one|body)|person|man|woman|lady) (?:that|who)) ([a-z]+)\b"
)
_OF_HIM: Final = re.compile(r"^(?:the |a )?([a-z]+) of (him|her|them)\b", re.IGNORECASE)
_OWN: Final = {"him": "his", "her": "her", "them": "their"}
_OF_ME: Final = re.compile(r"^([a-z]+) (?:of )?(?:me|mine|my),? (?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE)
_PLURAL_IS: Final = re.compile(
    r"(?<!of )\b(?P<many>(?:my|our|your|his|her|their|these|those|two|three|four|five|all) [a-z]+s"
    r"(?: of (?:mine|ours))?)"
    r" (?P<verb>is|was|has)\b(?! (?:been )?(?:why|what|that)\b)",
    re.IGNORECASE,
)
_ARE: Final = {"is": "are", "was": "were", "has": "have"}
_SINGULAR_S: Final = re.compile(r"(?:ss|us|is|news|ics|series|means|lens)(?: of (?:mine|ours))?$")
_SINGULAR: Final = re.compile(
    r"(?P<start>^|, |\band |\bnow |\bwhen |\bbut |\bso )"
    r"(?P<who>(?:(?:my|our) (?:(?:old|older|younger|little|late|big|elder|dear) )?|each |every )?"
    r"(?P<head>[a-z]+)) (?P<verb>[a-z]+)\b(?P<rest>[^,.;]*)",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(
    r"\band ([a-z]+)\b(?= (?:it|that|too|me|us|them|in|on|to|for|the|a|an|my|every)\b)"
)
_BEING: Final = re.compile(
    r"\b(?P<be>am|'m|been|was|were|are|is|as) (?P<what>(?:[A-Za-z-]+ ){0,2}?)"
    r"(?P<person>[a-z][a-z-]*)\b(?=$|[,.;]| (?:in|at|of|for|from|with|there|here|then|now|too|and|who)\b)"
)
_TOLD_FAMILY: Final = re.compile(
    r"\b(told|asked|gave|showed|helped|taught|treated|saved|called|visited|cured) ([a-z]+)\b(?! of\b)"
)
_LATER: Final = re.compile(
    r"^(now|then|today) ([a-z]+) (?=(?:is|was|has|had|can|could|will)\b|\w+s\b)", re.IGNORECASE
)
_ONLY_ONE: Final = frozenset({"owner", "founder", "author", "inventor", "organiser", "organizer", "creator"})
_FAMILY_OWNS: Final = re.compile(r"\b((?:my|our|his|her|your) )([a-z]+)s (?=([a-z]+)\b)")


def mended(text: str, lexicon: Lexicon) -> str:
    """The sentence without the commonest slips."""
    text = _RULES(text)
    text = _USED_TO.sub(lambda match: _and_used(match, lexicon), text)
    text = _DOES.sub(lambda match: _habit(match, lexicon), text)
    text = _ONE_WHO.sub(lambda match: _one_who(match, lexicon), text)
    text = _OF_ME.sub(lambda match: _mine(match, lexicon), text)
    text = _OF_HIM.sub(lambda match: _owned(match, lexicon), text)
    text = _PLURAL_IS.sub(_plural, text)
    text = _FAMILY_OWNS.sub(lambda match: _possessive(match, lexicon), text)
    text = _SINGULAR.sub(lambda match: _agreeing(match, lexicon), text)
    text = _BEING.sub(lambda match: _with_article(match, lexicon), text)
    return _subject(text, lexicon)


def _and_used(match: re.Match[str], lexicon: Lexicon) -> str:
    """`used to sing, clap hands` as `used to sing and clap hands`: both were so."""
    return f"{match[1]} and " if match[2] in lexicon.bases else match[0]


def _habit(match: re.Match[str], lexicon: Lexicon) -> str:
    """`she does sell doubles` as `she sells doubles`; not `she does research`."""
    verb = match[3]
    if verb not in lexicon.bases or lexicon.has("noun_verbs", verb):
        return match[0]
    return f"{match[1]} {match[2] or ''}{third(verb)}"


def _one_who(match: re.Match[str], lexicon: Lexicon) -> str:
    """`anyone who ask` with the verb of one; a verb that is its own past stays."""
    verb = match[2]
    sure = verb in lexicon.bases - lexicon.pasts and not lexicon.has("finite", verb) and verb != "be"
    return f"{match[1]} {third(verb)}" if sure else match[0]


def _mine(match: re.Match[str], lexicon: Lexicon) -> str:
    """`cousin me, Lu` as `my cousin Lu`."""
    return f"my {match[1].lower()} " if match[1].lower() in lexicon.relations else match[0]


def _owned(match: re.Match[str], lexicon: Lexicon) -> str:
    """`garage of him` as `his garage`; not `photo of him`, which shows him."""
    groups = ("event_heads", "occasion_heads", "media_read", "media_heard", "owned_things")
    noun = match[1].lower()
    return (
        f"{_OWN[match[2].lower()]} {noun}" if any(lexicon.has(group, noun) for group in groups) else match[0]
    )


def _plural(match: re.Match[str]) -> str:
    """`my numbers is` with the verb of many."""
    many = match["many"]
    return match[0] if _SINGULAR_S.search(many.lower()) else f"{many} {_ARE[match['verb'].lower()]}"


def _possessive(match: re.Match[str], lexicon: Lexicon) -> str:
    """`my fathers pills` with its apostrophe, where a thing follows."""
    following = match[3]
    verb = following in lexicon.bases or following in lexicon.pasts or lexicon.has("finite", following)
    several = match[1].lower() == "our " and verb and not lexicon.has("noun_verbs", following)
    if several or following in lexicon.pasts - lexicon.bases:
        return match[0]  # `our dads worked there`
    if lexicon.has("sole_relations", match[2]) and not lexicon.has("after_object", following):
        return f"{match[1]}{match[2]}'s "
    if match[2] in lexicon.relations and following in {"first", "last", "own", "old", "new"}:
        return f"{match[1]}{match[2]}'s "
    verb = verb or following in {
        "don",
        "didn",
        "aren",
        "weren",
        "won",
        "can",
        "couldn",
    }  # `my daughters don't`
    small = any(lexicon.has(group, following) for group in ("after_object", "relatives", "frequency"))
    if match[2] not in lexicon.relations or verb or small:
        return match[0]
    return f"{match[1]}{match[2]}'s "


def _agreeing(match: re.Match[str], lexicon: Lexicon) -> str:
    """`my aunt live there`, `each frame have a name` with the verb of one."""
    head, verb = match["head"].lower(), match["verb"].lower()
    many = match["who"].lower().startswith(("each ", "every "))
    one = many or lexicon.relations.get(head, "any") != "any"
    sure = verb == "have" or (verb in lexicon.bases and (many or _is_family(match, lexicon)))
    if not one or not sure or verb in {"be", "let", "read"} or head == verb:
        return match[0]
    changed = "has" if verb == "have" else third(verb)
    rest = _SHARED.sub(lambda shared: _shared(shared, lexicon), match["rest"])
    return f"{match['start']}{match['who']} {changed}{rest}"


def _is_family(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the words are a subject for sure: `my aunt`, or `aunt` at the very start."""
    return match["who"].lower() != match["head"].lower() or lexicon.has("family", match["head"].lower())


def _shared(match: re.Match[str], lexicon: Lexicon) -> str:
    return f"and {third(match[1])}" if match[1] in lexicon.bases else match[0]


def _with_article(match: re.Match[str], lexicon: Lexicon) -> str:
    """`I was trainee in` with its article."""
    what, person = match["what"], match["person"]
    words = f"{what}{person}".split()
    person_known = lexicon.has("person_words", person) or lexicon.has("tie_words", person)
    blocked = any(
        lexicon.has(group, word)
        for group in ("determiners", "office_words", "adjectives", "after_object", "frequency", "subjects")
        for word in words[:-1]
    )
    bare = lexicon.has("about_bare", words[0]) or lexicon.has("determiners", words[0])
    bare = bare or words == ["patient"] or lexicon.has("intensifiers", words[0])  # rather how somebody is
    if person.lower() in _ONLY_ONE and match.string.startswith(" of", match.end()):
        return match[0] if blocked else f"{match['be']} the {' '.join(words)}"
    if (
        not person_known
        or lexicon.has("office_words", person)
        or blocked
        or bare
        or any(word.endswith("ing") for word in words[:-1])
    ):
        return match[0]
    return f"{match['be']} {with_article(' '.join(words), lexicon)}"


def _mine_too(match: re.Match[str], lexicon: Lexicon) -> str:
    """`told papa` as `told my papa`."""
    return f"{match[1]} my {match[2]}" if lexicon.has("family", match[2]) else match[0]


def _subject(text: str, lexicon: Lexicon) -> str:
    """`father drives it` and `poster is about dunes` with the small word before the first noun."""
    text = _TOLD_FAMILY.sub(lambda match: _mine_too(match, lexicon), text)
    if (late := _LATER.match(text)) and lexicon.has("family", late[2].lower()):
        return f"{late[1]} my {text[late.start(2) :]}"
    first, _, rest = text.partition(" ")
    if rest and first.lower().endswith("'s") and lexicon.has("family", first[:-2]):
        return f"My {first.lower()} {rest}"  # `aunt's friend`
    noun, following = first.lower(), rest.partition(" ")[0].lower()
    if lexicon.has("family", noun) and (following in lexicon.thirds or lexicon.has("finite", following)):
        return f"My {noun} {rest}"
    works = any(lexicon.has(group, noun) for group in ("media_read", "media_heard", "media_saw"))
    if works and not noun.endswith("s") and following in {"is", "was", "has", "had", "shows", "showed"}:
        return f"The {noun} {rest}"
    return text
