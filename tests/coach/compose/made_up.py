"""Answer sets made up by rule: a person, an occasion, something they did.

Whoever is meant by he, she or they is the recipient, so that none of these words may be left in a note.
"""

from random import Random
from typing import Final

PRONOUNS: Final = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "her", "herself"),
    "they": ("they", "them", "their", "themselves"),
}
LEFT_OVER: Final = (
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|himself|herself|themselves|he's|she's|they're)\b"
)
NAMES: Final = (
    *(
        "Amara Obi",
        "Dr. Haddad",
        "lena",
        "Prof Lindqvist",
        "José María Ñúñez",
        "Nguyễn Thị Hoa",
        "O'Neil",
        "Kofi",
    ),
    *(
        "BEATRIZ FONSECA",
        "van der Berg",
        "Sasha",
        "Sana, head nurse at St Brigid's",
        "T. J. Doyle",
        "李娜",
    ),
)
# Subject, object, owner and self have their places; behind a bar is how it is said of they.
MET: Final = (
    "we met at the {thing} fair in {town}",
    "{thing} workshop, {town}",
    "sat next to {obj} at the {town} {thing} evening",
    "{sub} gave a talk on {things} in {town} last {time}",
    "i heard {pos} talk on {things}",
    "read {pos} article on {things} in the {town} paper",
    "{sub} taught me at the {town} school from 2014 to 2016",
    "we worked together at the {town} {thing} plant, {time} shift",
    "{sub} sold me a {thing} at the market in {town}",
    "never met, i use {pos} {thing} checklist every day",
    "",
    "n/a",
)
STANDOUT: Final = (
    "{pos} talk on {things}",
    "{pos} patience with {things}",
    "how {sub} explains {things} to beginners|how {sub} explain {things} to beginners",
    "that {sub} never shouts|that {sub} never shout",
    "{sub} repaired the {thing} {self} with a spoon",
    "{sub} taught {self} {things}",
    "{sub} knows every {thing} by name|{sub} know every {thing} by name",
    "explained {things} with a spoon and a cup",
    "calm and straight talking",
    "{sub} said the {thing} does not lie",
    "the way {sub} draws {things} on napkins|the way {sub} draw {things} on napkins",
    "because {sub} always asks the quiet ones first|because {sub} always ask the quiet ones first",
    "{sub} gave me {pos} {thing} and never asked for it back",
    "honest about the {thing} that failed. {sub} showed us the bill",
)
OTHERS: Final = {
    "referrer": (
        "",
        "",
        "no one",
        "my manager Dana Ortiz",
        "Paulo from the choir",
        "Prof. Karin Lind",
        "my aunt",
    ),
    "common_ground": (
        "",
        "",
        "both from {town}",
        "we both keep {things}",
        "same {thing} club",
        "{town} university",
    ),
    "value": (
        "",
        "",
        "i can send {obj} my list of {things}",
        "notes on {things}",
        "happy to translate {pos} {thing} guide",
    ),
    "about_me": (
        "",
        "i repair {things} in {town}",
        "nurse, {town}",
        "i'm a second-year student in {town}",
        "founder",
    ),
}
THINGS: Final = (
    *(("clock", "clocks"), ("tram", "trams"), ("beehive", "beehives"), ("valve", "valves"), ("map", "maps")),
    *(
        ("loom", "looms"),
        ("oven", "ovens"),
        ("dataset", "datasets"),
        ("bridge", "bridges"),
        ("violin", "violins"),
    ),
)
TOWNS: Final = ("Riga", "Accra", "Leeds", "Porto", "Pune", "Malmö", "São Paulo", "Nairobi", "Hanoi")
TIMES: Final = ("spring", "week", "May", "night", "year")
NOISE: Final = ("", "", "", "", " 😂", " lol", "!!", " ...", "  ", " :)")


def answer_set(random: Random) -> dict[str, str]:
    """One set; the same for the same state of the random numbers."""
    who = random.choice(sorted(PRONOUNS))

    def typed(choices: tuple[str, ...]) -> str:
        one, _, many = random.choice(choices).partition("|")
        return _phone(_filled(many if many and who == "they" else one, who, random), random)

    return {
        "who": random.choice(NAMES),
        "how_met": typed(MET),
        "standout": typed(STANDOUT),
        **{slot: typed(choices) for slot, choices in OTHERS.items()},
    }


def _filled(template: str, who: str, random: Random) -> str:
    subject, objective, owner, self = PRONOUNS[who]
    thing, things = random.choice(THINGS)
    return template.format(
        sub=subject,
        obj=objective,
        pos=owner,
        self=self,
        thing=thing,
        things=things,
        town=random.choice(TOWNS),
        time=random.choice(TIMES),
    )


def _phone(text: str, random: Random) -> str:
    """As typed in a hurry: small letters, capitals, a stop too many, a smile."""
    if not text:
        return text
    text = random.choice(
        (text, text, text, text.lower(), text[0].upper() + text[1:], text.upper(), text + ".")
    )
    return text + random.choice(NOISE)
