import pytest

from bot.coach.compose.facts import Omission
from bot.coach.compose.intake.empty import is_empty
from bot.coach.compose.intake.pieces import is_question, read_sentences
from bot.coach.compose.intake.statements import split
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read
from bot.coach.model import Slot


def told(lexicon: Lexicon, slot: Slot, answer: str, who: str = "Ida Falk") -> list[tuple[str, str]]:
    reading = read({"who": who, slot: answer}, lexicon)
    return [(fact.kind, fact.texts[-1]) for fact in reading.facts if fact.slot == slot]


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("lino print class, hull", "met.event", "the lino print class in Hull"),
        ("oslo jazz festival", "met.event", "the Oslo Jazz Festival"),
        ("the harvest party", "met.event", "the harvest party"),
        ("PyCascades 2023", "met.event", "PyCascades 2023"),
        ("work", "met.event", "work"),
        ("at the tram museum", "met.place", "at the tram museum"),
        ("Nairobi 2019", "met.place", "in Nairobi 2019"),
        ("met at the tram museum", "met.we", "met at the tram museum"),
        ("worked together at a bakery", "met.we", "worked together at a bakery"),
        ("both ran the Oslo relay", "met.we", "both ran the Oslo relay"),
        ("met her at the ferry", "met.i", "met you at the ferry"),
        ("read her paper on moss", "met.i", "read your paper on moss"),
        ("taught me to weld", "met.you", "taught me to weld"),
        ("spoke at the kite days", "met.you", "spoke at the kite days"),
        ("she spoke at the kite days", "met.did", "spoke at the kite days"),
        ("we have met us at the fair", "met.said", "we met at the fair"),
        ("her post on glue", "met.read", "your post on glue"),
        ("podcast about glue", "met.heard", "your podcast about glue"),
        ("her webinar on glue", "met.saw", "your webinar on glue"),
        ("my first boss at the mill", "met.role", "my first boss at the mill"),
        ("ex colleague from the mill", "met.as", "an ex colleague from the mill"),
        ("classmates in Ulm", "met.were", "classmates in Ulm"),
    ],
)
def test_how_met_when_answered_then_the_kind_fits_the_words(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    assert told(lexicon, "how_met", answer) == [(kind, text)]


@pytest.mark.parametrize(
    "answer",
    [
        "linkedin",
        "just online",
        "through linkedin search",
        "never met",
        "came across her profile",
        "LinkedIn suggestion",
    ],
)
def test_how_met_when_it_was_nowhere_then_there_is_no_fact(lexicon: Lexicon, answer: str) -> None:
    assert told(lexicon, "how_met", answer) == []


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("Femi Ojo", "referrer.name", "Femi Ojo"),
        ("my manager femi ojo", "referrer.name", "my manager Femi Ojo"),
        ("prof lund", "referrer.name", "Prof. Lund"),
        ("through my cousin Ali", "referrer.name", "my cousin Ali"),
        ("her editor, he is called Karl Busch", "referrer.name", "your editor Karl Busch"),
        ("Rabbi Levin, her uncle", "referrer.name", "your uncle Rabbi Levin"),
        ("my boss, Greta Holm", "referrer.name", "my boss Greta Holm"),
        ("Greta Holm, head of radio at NRK", "referrer.name", "Greta Holm, head of radio at NRK,"),
        ("Greta told me to write to her", "referrer.said", "Greta told me to write to you"),
    ],
)
def test_referrer_when_answered_then_name_and_tie_are_one(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    assert told(lexicon, "referrer", answer) == [(kind, text)]


@pytest.mark.parametrize(
    ("slot", "answer", "kind", "text"),
    [
        ("common_ground", "both nurses now", "common.are", "nurses now"),
        ("common_ground", "both love eels", "common.both", "love eels"),
        ("common_ground", "same school", "common.same", "the same school"),
        ("common_ground", "also from Ulm", "common.also", "from Ulm"),
        ("common_ground", "we both row", "common.said", "we both row"),
        ("common_ground", "rowing", "common.noun", "rowing"),
        ("about_me", "I mend clocks", "about.said", "I mend clocks"),
        ("about_me", "mend clocks in Ulm", "about.i", "mend clocks in Ulm"),
        ("about_me", "nurse in Ulm", "about.am", "a nurse in Ulm"),
        ("about_me", "am a nurse", "about.am", "a nurse"),
        ("about_me", "nurse, 12 yrs, ICU", "about.said", "I've been a nurse in ICU for 12 years"),
        ("about_me", "baker, two shops, Ulm", "about.am", "a baker with two shops in Ulm"),
        ("about_me", "student, soil science", "about.am", "a student in soil science"),
        ("about_me", "control room, Ulm", "about.am", "in the control room in Ulm"),
        ("about_me", "makes cheese in Ulm", "about.i", "make cheese in Ulm"),
        ("about_me", "head of radio", "about.am", "head of radio"),
        ("value", "can lend her my saw", "value.can", "lend you my saw"),
        ("value", "happy to lend her my saw", "value.glad", "lend you my saw"),
        ("value", "send her the tape", "value.glad", "send you the tape"),
        ("value", "my list of saw mills, for free", "value.share", "my list of saw mills"),
        ("value", "I can lend her my saw", "value.said", "I can lend you my saw"),
        ("standout", "her laugh", "standout.noun", "your laugh"),
        ("standout", "quiet voice", "standout.noun", "your quiet voice"),
        ("standout", "clear maps she drew", "standout.noun", "the clear maps you drew"),
        ("standout", "mends nets and sells them", "standout.habit", "mend nets and sell them"),
        ("standout", "she mends nets", "standout.habit", "mend nets"),
        ("standout", "I learned to listen", "standout.plain", "I learned to listen"),
        ("standout", "how she listens", "standout.clause", "how you listen"),
        ("standout", "what she said", "standout.noun", "what you said"),
        ("standout", "when she laughed", "standout.manner", "when you laughed"),
        ("standout", "patient", "standout.now", "patient"),
        ("standout", '"slow is smooth"', "standout.quote", '"slow is smooth"'),
        ("standout", "at the weir", "standout.else", "at the weir"),
    ],
)
def test_answer_when_read_then_the_kind_fits_the_words(
    lexicon: Lexicon, slot: Slot, answer: str, kind: str, text: str
) -> None:
    assert told(lexicon, slot, answer) == [(kind, text)]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "-",
        "n/a",
        "nah",
        "No one",
        "nobody it was luck",
        "no referrer really, just fate",
        "no have",
        "idk",
        "none.",
        "🤷",
        "nothing special",
        "just chance",
    ],
)
def test_is_empty_when_somebody_skips_then_it_is(lexicon: Lexicon, answer: str) -> None:
    assert is_empty(answer, lexicon)


@pytest.mark.parametrize(
    "answer", ["nobody bakes rye like her", "None of her maps lie", "no-nonsense", "north sea", "Nathan"]
)
def test_is_empty_when_it_only_begins_like_a_skip_then_it_is_not(lexicon: Lexicon, answer: str) -> None:
    assert not is_empty(answer, lexicon)


@pytest.mark.parametrize(
    ("answer", "asks"),
    [
        ("does my aunt count?", True),
        ("is that fine??", True),
        ("how she sings", False),
        ("what she wrote", False),
        ("?", True),
    ],
)
def test_is_question_when_the_coach_is_asked_then_it_is(lexicon: Lexicon, answer: str, *, asks: bool) -> None:
    assert is_question(answer, lexicon) is asks


@pytest.mark.parametrize(
    ("answer", "kept", "reason"),
    [
        ("her laugh, want to grab coffee", ["her laugh"], "ask"),
        ("her laugh. please refer me to her team", ["her laugh."], "ask"),
        ("I'd love to pick her brain", [], "ask"),
        ("looking for a job in Ulm", [], "ask"),
        ("my company sells saws", [], "pitch"),
        ("happy to give a demo", [], "pitch"),
        ("20% discount for her", [], "pitch"),
        ("I am a hard worker", [], "claim"),
        ("she is kind but don't tell her", [], "private"),
        ("between you and me I was lost", [], "private"),
        ("her site www.saw.example", ["her site"], "link"),
    ],
)
def test_read_sentences_when_a_first_note_cannot_have_it_then_it_is_taken_out(
    lexicon: Lexicon, answer: str, kept: list[str], reason: str
) -> None:
    assert read_sentences("standout", answer, lexicon) == (kept, [Omission("standout", reason)])


@pytest.mark.parametrize(
    "answer",
    [
        "Addis coffee expo",
        "her latte demo",
        "she wrote the call for papers",
        "we changed our pricing after her talk",
        "we had coffee at the expo",
        "she asked for help early",
        "her rule for job ads",
        "he gave me a chance",
    ],
)
def test_read_sentences_when_such_a_word_is_a_fact_then_it_stays(lexicon: Lexicon, answer: str) -> None:
    assert read_sentences("standout", answer, lexicon) == ([answer], [])


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("her talk, she made it clear", ["her talk", "she made it clear"]),
        ("I fell, and he laughed", ["I fell", "he laughed"]),
        ("when I fell, she helped", ["when I fell, she helped"]),
        ('she said "go, we wait"', ['she said "go, we wait"']),
        ("eels, herring and salt", ["eels, herring and salt"]),
    ],
)
def test_split_when_a_new_subject_comes_then_a_new_piece_begins(sentence: str, pieces: list[str]) -> None:
    assert split(sentence) == pieces


def test_read_when_a_stray_pronoun_has_nobody_then_it_is_left_out(lexicon: Lexicon) -> None:
    reading = read({"who": "Mr. Holm", "standout": "he listens. her maps"}, lexicon)
    assert [fact.texts[-1] for fact in reading.facts] == ["listen"]
    assert reading.omissions == (Omission("standout", "unclear", "her maps"),)


def test_read_when_the_same_is_told_twice_then_it_is_said_once(lexicon: Lexicon) -> None:
    reading = read(
        {"who": "Bo", "how_met": "We rowed together", "common_ground": "we rowed together"}, lexicon
    )
    assert len(reading.facts) == 1


def test_read_when_nothing_is_said_to_be_both_then_it_is_no_fact(lexicon: Lexicon) -> None:
    answers = {"who": "Una Falk", "standout": "she carves spoons", "common_ground": "both - !ofa for tackles"}
    assert all(all(fact.texts) for fact in read(answers, lexicon).facts)
