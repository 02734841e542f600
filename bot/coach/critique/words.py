"""The vocabularies that rule patterns name in braces, so that a rule reads like the sentence it looks for.

`your {work} on` stands for "your talk on", "your article on" and so on. Patterns are matched against the
draft in lower case, on whole words, with any white space between words. `{gap}` stays within a sentence.
"""

import re
from typing import Final

from bot.errors import ContentError

_SPACE = re.compile(r"(?P<within>\[(?:\\.|[^\]])*\])| (?P<counted>(?=[?*+{]))?")
_MACRO = re.compile(r"\{([a-z_]+)\}")
_DAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_STEM = (
    "talk|speech|keynote|lecture|session|workshop|webinar|panel|articles?|essays?|papers?|thesis|book|"
    "chapter|novel|"
    "poem|columns?|blog|newsletter|podcast|episode|interview|video|class|course|threads?|tutorial|guide|"
    "reports?|"
    "review|survey|map|chart|dataset|library|package|plugin|repo|app|drawings?|illustrations?|photos?|"
    "photographs|"
    "exhibition|exhibit|film|documentary|song|album|recipes?|project|experiment|answers?|comments?|"
    "repl(?:y|ies)|"
    "letters?|translation|notes|slides|template|checklist|playbook|method|proof|commits?|pull requests?|"
    "patch|"
    "garden|bench|bridge|testimony|piece|series|write-?up|study|studies|case study|handbook|manual|show|"
    "play|design|"
    "post|demo day|dissertation|broadcast|story about|lesson|"
    "training|remarks|question at|sermon|concert|performance|recording|model of|diagram|spreadsheet|script"
)
_OCCASION = (
    "meet-?up|conference|summit|workshop|fair|expo|congress|seminar|hackathon|sprint|dinner|lunch|"
    "breakfast|wedding|"
    "party|festival|reunion|webinar|panel|class|course|training|bootcamp|camp|retreat|offsite|orientation|"
    "exhibition|"
    "launch|opening|tasting|open day|open house|open evening|forum|symposium|convention|gala|talk|keynote|"
    "lecture|"
    "session|market|show|weekend|games?|match|race|marathon|hall|school|college|university|lab|library|"
    "stand|booth|"
    "drinks|barbecue|bbq|meeting|ceremony|awards?|graduation|audition|rehearsal|choir|club|clinic|ward|"
    "hospital|"
    "queue|station|platform|train|plane|flight|bus|row|table|stall|day|evening|night|demo|q&a|tournament|"
    "regatta|"
    "pitch night|round ?table|residency|field trip|tour|service|hearing|town ?hall|con|days|week"
)
_VAGUE = (
    "profiles?|experiences?|background|journey|careers?|company|firm|business|network|team|success(?:es)?|"
    "achievements?|accomplishments?|insights?|expertise|skills?|skillset|content|posts?|time|response|"
    "connections?|requests?|page|linkedin|industry|field|names?|organi[sz]ation|website|roles?|position|"
    "title|growth|"
    "leadership|passion|everything|feed|activity|updates?|attention|consideration|help|support|interests?|"
    "contacts?|"
    "email|number|resume|cv|inbox|day|week|goals?|needs?|clients?|customers?|sales|revenue|leads|budget|"
    "marketing|"
    "advice|feedback|thoughts|opinion|own|professional|impressive|amazing|inspiring|incredible|great|awesome|"
    "kind|valuable|esteemed|respected|current|recent|latest|new|next|store|shop|brand|product|software|"
    "operations|"
    "channel|hiring|open|people|employees|staff|life|knowledge|wisdom|energy|vision|work|path|future|"
    "approach|thoughts|views|ideas|efforts|services?|site|facility|commitment|dedication|example|mission|"
    "trajectory|"
    "professionalism|transition|move|promotion|anniversary|hands|end|side|guidance|mentorship|way|"
    "convenience|friend|"
    "biggest|main|daily|whole|entire|exciting|excellent|wonderful|fantastic|brilliant work|existing|"
    "potential|"
    "services|solutions|process(?:es)?|workflow|costs?|spend|strategy|decision|it|invoices|fleet|roster|"
    "department|"
    "organization's|company's|pipeline|calendar|phone|circle|area|space|presence|perspective|acceptance|"
    "approval"
)
_ROLE = (
    "engineer|developer|dev|designer|teacher|nurse|doctor|student|researcher|scientist|analyst|manager|"
    "director|"
    "founder|co-?founder|writer|editor|journalist|lawyer|solicitor|paralegal|accountant|auditor|consultant|"
    "coach|"
    "recruiter|headhunter|marketer|baker|chef|cook|farmer|grower|architect|planner|librarian|archivist|"
    "curator|"
    "translator|interpreter|midwife|pharmacist|physiotherapist|therapist|psychologist|surgeon|vet|"
    "veterinarian|"
    "technician|electrician|plumber|carpenter|joiner|welder|mechanic|pilot|captain|sailor|coxswain|driver|"
    "trainer|"
    "tutor|lecturer|professor|postdoc|fellow|candidate|graduate|undergrad|undergraduate|intern|apprentice|"
    "trainee|"
    "assistant|officer|coordinator|administrator|lead|head|chief|ceo|cto|cfo|coo|partner|associate|trustee|"
    "volunteer|organi[sz]er|producer|photographer|filmmaker|illustrator|artist|musician|composer|actor|"
    "dancer|"
    "programmer|statistician|economist|geologist|biologist|chemist|physicist|mathematician|historian|"
    "ecologist|"
    "surveyor|inspector|buyer|seller|merchant|trader|broker|banker|investor|entrepreneur|freelancer|"
    "contractor|"
    "specialist|supervisor|superintendent|foreman|clerk|secretary|registrar|paramedic|firefighter|soldier|"
    "marine|"
    "veteran|typist|owner|operator|maintainer|phd|msc|mba|mum|dad|mother|father|parent|carer|neighbou?r|"
    "fundraiser|"
    "advisor|adviser|strategist|copywriter|tester|admin|practitioner|clinician|dentist|optician|radiographer|"
    "brewer|roaster|barista|beekeeper|gardener|potter|weaver|tailor|shepherd|ranger|guide|steward|conductor|"
    "specialty|reporter|publisher|bookseller|controller|treasurer|governor|councillor|policy adviser|"
    "scholar|sre|qa"
)
_DID = (
    "(?!need|proceed|succeed|exceed|indeed|feed|viewed|visited|accepted|liked|posted|attached|shared your|"
    "raised|joined|"
    "changed jobs|moved to|listed|received|tried|asked for)[a-z]{3,}ed|"
    "taught|gave|told|wrote|spoke|led|ran|built|made|took|held|kept|stood|spent|showed|found|brought|sent|"
    "put|"
    "drew|won|broke|chose|caught|fought|came|left|let|lent|met|paid|read|sang|sat|sold|set|shot|stuck|"
    "thought|"
    "threw|understood|began|said|went|cut|hung|laid|rode|swam|wore|grew|flew|drove|dug|bet|did not|didn't|"
    "refused|"
    "stayed|saw|got|had|did"
)
_TIME = (
    f"yesterday|today|this (?:morning|afternoon|week|month|spring|summer|autumn|fall|winter|year)|"
    f"last (?:week|night|month|year|spring|summer|autumn|fall|winter|{_DAY}|{_MONTH})|on (?:{_DAY})|"
    f"in (?:{_MONTH}|(?:19|20)\\d\\d)|(?:back in|in|class of|since) '?\\d\\d(?:\\d\\d)?|\\w+ (?:years?|"
    f"months|weeks|days) ago|"
    "years ago|the other day|last time"
)
_TIE = (
    "boss|manager|supervisor|professor|prof|lecturer|tutor|teacher|mentor|coach|"
    "deskmate|neighbou?r|sister|brother|mother|mum|mom|father|dad|aunt|uncle|cousin|wife|husband|partner|"
    "daughter|son|flatmate|room ?mate|classmate|adviser|advisor|doctor|midwife|director|editor|agent|"
    "landlady|"
    "landlord|head of department|head of year|line manager|team lead|dean|pastor|captain|predecessor"
)

WORDS: Final[dict[str, str]] = {
    "gap": r"[^.!?\n]{0,60}?",
    "bit": r"[^.!?\n]{0,25}?",
    "few": r"(?:[^\W_][\w'&-]{0,30},?\s{1,3}){0,4}?",
    "own": rf"(?:(?!(?:{_VAGUE})\b)[^\W_][\w'&-]{{0,30}}\s{{1,3}}){{0,3}}?",
    "word": r"[^\W_][\w'&-]{0,30}",
    "number": r"(?:\d[\d.,]*|an?|one|two|three|four|five|ten|fifteen|twenty|thirty|forty-five|half an?|a "
    r"quarter of an)",
    "day": f"(?:{_DAY}|tomorrow|today|tonight)",
    "time": f"(?:{_TIME})",
    "work": f"(?:{_STEM})s?",
    "occasion": f"(?:{_OCCASION})s?",
    "vague": f"(?:{_VAGUE})",
    "role": f"(?:{_ROLE})s?",
    "did": f"(?:{_DID})",
    "what": r"(?!(?:linkedin|here|your|everything|what you do|how|it|this|that|the (?:industry|field|space|"
    r"company|platform|future))\b)[\w'\"#&]{1,30}",
    "name": r"(?P<name>[^\W\d_][\w'-]{0,30}\u2024?(?: [^\W\d_][\w'-]{0,30}\u2024?){0,3}?)",
    "tie": rf"(?:my|our|your) (?:[\w'-]+ ){{0,3}}?(?:{_TIE})",
}

_NO_NAMES = (
    "i you we they he she it linkedin someone somebody everyone everybody nobody people the a an my your "
    "our his her "
    "their this that these those hi hello dear hey who which what no not and but so as at in on of from to "
    "for with "
    "algorithm facebook google twitter instagram xing chatgpt ai app indeed sales navigator since when "
    "where if is "
    "are was were several many some most all both clients colleagues friends friend network thanks thank "
    "please sir "
    "madam monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july "
    "august september october november december just also recently yes ok okay oh because then now i'm "
    "i've i'd "
    "i'll good great nice lovely glad happy team always still crm"
)
NO_NAMES: Final = frozenset(_NO_NAMES.split())


def known(pattern: str) -> str:
    """The pattern as it is, when all of its vocabularies are known.

    Raises:
        ContentError: a name in braces is no vocabulary.
    """
    for name in _MACRO.findall(pattern):
        if name not in WORDS:
            raise ContentError(f"there is no vocabulary {{{name}}}")
    return pattern


def expand(pattern: str) -> str:
    """Put the vocabularies in and let a space stand for any white space between two words."""
    return _SPACE.sub(_white, _MACRO.sub(lambda match: WORDS[match[1]], pattern))


def _white(space: re.Match[str]) -> str:
    """What stands for a space; a group only where it is counted, for each takes its time to compile."""
    if space["within"]:
        return space[0].replace(" ", r"\s")
    return r"\s{1,3}" if space["counted"] is None else r"(?:\s{1,3})"
