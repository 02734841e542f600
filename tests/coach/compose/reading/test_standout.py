import pytest

from bot.coach.compose.composer import Composer
from bot.coach.compose.facts import Omission
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read
from bot.coach.model import Answers, Slot


def texts(lexicon: Lexicon, slot: Slot, answer: str) -> list[tuple[str, str]]:
    reading = read({"who": "Ida Falk", slot: answer}, lexicon)
    return [(fact.kind, fact.texts[-1]) for fact in reading.facts]


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("loved the part abt doors", [("standout.plain", "I loved the part about doors")]),
        ("learned a lot from her", [("standout.plain", "I learned a lot from you")]),
        ("drops everyone at home first", [("standout.habit", "drop everyone at home first")]),
        ("reads leases for the street", [("standout.verb", "read leases for the street")]),
        ("didnt boast", [("standout.verb", "didn't boast")]),
        ("v patient with owls", [("standout.now", "very patient with owls")]),
        ("her men mend 40 nets a day", [("standout.said", "your men mend 40 nets a day")]),
        ("patient, never looks away", [("standout.now", "patient"), ("standout.doing", "never look away")]),
        (
            "her remark on tides, nobody had seen it",
            [("standout.noun", "your remark on tides"), ("standout.later", "nobody had seen it")],
        ),
        ("the part on tides, saved my boat", [("standout.plain", "the part on tides saved my boat")]),
        ("teaches, mends and sings", [("standout.habit", "teach, mend and sing")]),
        ("her vase, made of ash", [("standout.noun", "your vase, made of ash")]),
        ("inspired by his calm in the storm", [("standout.noun", "your calm in the storm")]),
        ("because he mends every net", [("standout.habit", "mend every net")]),
        ("not afraid to climb", [("standout.now", "not afraid to climb")]),
        ("her goat sat on the sofa", [("standout.said", "your goat sat on the sofa")]),
        ("he/him, kind", [("standout.now", "kind")]),
        ("wow, that ferry!!", [("standout.noun", "that ferry")]),
        ("donated 12 boats", [("standout.verb", "donated 12 boats")]),
        (
            "mended my clock herself. 2 hours. nobody does that",
            [
                ("standout.verb", "mended my clock yourself, 2 hours"),
                ("standout.later", "nobody does that"),
            ],
        ),
        (
            "she feeds forty hens, even on sundays",
            [("standout.habit", "feed forty hens, even on Sundays")],
        ),
        ("shy. shy but brave", [("standout.now", "shy but brave")]),
        (
            "40 chairs. he carried 40 chairs up the hill",
            [("standout.verb", "carried 40 chairs up the hill")],
        ),
        ("even she laughed at the goose", [("standout.verb", "even laughed at the goose")]),
        (
            "her map of the caves. used it all winter",
            [("standout.noun", "your map of the caves"), ("standout.later", "I used it all winter")],
        ),
        (
            "her song about eels, 3 verses, a chorus, one sigh",
            [("standout.noun", "your song about eels, 3 verses, a chorus, one sigh")],
        ),
        ("best neighbour i ever had", [("standout.now", "the best neighbour I ever had")]),
        ("patient ferryman and honest driver", [("standout.now", "a patient ferryman and honest driver")]),
        ("calmest voice on the lake", [("standout.noun", "the calmest voice on the lake")]),
        ("he knits. finally got it", [("standout.habit", "knit"), ("standout.later", "I finally got it")]),
        ("listens", [("standout.habit", "listen")]),
        ("her cake 😋 no sugar in it", [("standout.noun", "your cake, no sugar in it")]),
        ("'Fish are people' she used to say", [("standout.verb", 'used to say "Fish are people"')]),
        (
            "he asked 'who, ME me?' and sang w/out the score",
            [("standout.verb", 'asked "who, ME me?" and sang without the score')],
        ),
        (
            "when my boat sank she swam out & found the oars",
            [("standout.plain", "when my boat sank you swam out and found the oars")],
        ),
        ("when she lost she laughed", [("standout.plain", "when you lost, you laughed")]),
        ("on Fridays, he feeds the swans", [("standout.plain", "on Fridays, you feed the swans")]),
        (
            "mended it in 20 mins. best sailmaker id met",
            [("standout.verb", "mended it in 20 minutes, best sailmaker I'd met")],
        ),
        ("drew it in 1 min", [("standout.verb", "drew it in 1 minute")]),
        ("her 5 min lecture on eels", [("standout.noun", "your 5 min lecture on eels")]),
        (
            "she waved at every boat comma nobody else does full stop",
            [("standout.verb", "waved at every boat"), ("standout.later", "nobody else does")],
        ),
        ("found the missing comma", [("standout.verb", "found the missing comma")]),
        ("the men there call her the boss", [("standout.plain", "the men there call you the boss")]),
    ],
)
def test_standout_when_typed_in_haste_then_who_does_what_is_right(
    lexicon: Lexicon, answer: str, wanted: list[tuple[str, str]]
) -> None:
    found = texts(lexicon, "standout", answer)
    assert [text for _, text in found] == [text for _, text in wanted]
    assert [kind for kind, _ in found] == [kind for kind, _ in wanted]


@pytest.mark.parametrize(
    ("slot", "answer", "text"),
    [
        (
            "common_ground",
            "she is alumna of BHU like me and works at a bank",
            "you are an alumna of BHU like me and work at a bank",
        ),
        ("common_ground", "beekeepers both", "beekeepers"),
        ("about_me", "I'm 2nd year student", "I'm a 2nd year student"),
        ("about_me", "PhD student", "a PhD student"),
        ("about_me", "film editor Oslo", "a film editor in Oslo"),
        ("about_me", "PhD student TU Graz", "a PhD student at TU Graz"),
        ("about_me", "drive trams in Lodz", "drive trams in Lodz"),
        ("about_me", "marketing at Vela Foods", "marketing at Vela Foods"),
        ("about_me", "head nurse", "a head nurse"),
        ("about_me", "just a dad", "a dad"),
        ("about_me", "retired tram driver", "a retired tram driver"),
        ("about_me", "on the ward now", "on the ward now"),
        ("about_me", "was a goldsmith", "was a goldsmith"),
        ("about_me", "yr 12 doing maths", "in year 12 doing maths"),
        ("about_me", "2nd yr, peat science", "in my 2nd year, peat science"),
        ("about_me", "Trainee glazier, Ulm", "a trainee glazier in Ulm"),
        ("about_me", "three goats near Ulm", "I have three goats near Ulm"),
        ("common_ground", "both the only ones who sing flat", "we are the only ones who sing flat"),
        ("common_ground", "neighbours obviously. no 12", "we are neighbours"),
        ("common_ground", "missed my ferry", "I missed my ferry"),
        ("common_ground", "we both from Ulm", "we are both from Ulm"),
        ("common_ground", "we use same ferry", "we use the same ferry"),
        (
            "common_ground",
            "her mother and mine go to the same baker",
            "your mother and mine go to the same baker",
        ),
        ("value", "have a crate of lamps", "I have a crate of lamps"),
        ("value", "9 years of tide tables, i can send them", "9 years of tide tables"),
        (
            "value",
            "i have the old maps, could send him scans",
            "I have the old maps and could send you scans",
        ),
        ("value", "I have a lathe drawing, can give him", "I have a lathe drawing that I can give you"),
        ("value", "got a boat, can row the nets out", "I've got a boat and can row the nets out"),
        ("about_me", "founder, Bergen", "a founder in Bergen"),
        ("about_me", "engineer, Zorblax", "an engineer (Zorblax)"),
        ("about_me", "msc student delft", "an MSc student in Delft"),
        ("about_me", "I'm happy in Ulm", "I'm happy in Ulm"),
        ("referrer", "my tailor Goran", "my tailor Goran"),
        ("referrer", "my old tailor goran", "my old tailor Goran"),
        (
            "value",
            "a list of clinics that test for free in Ulm",
            "a list of clinics that test for free in Ulm",
        ),
        ("value", "nurses who visit for free", "nurses who visit for free"),
        ("value", "checklist for nets", "a checklist for nets"),
    ],
)
def test_answer_when_it_lacks_small_words_then_the_sentence_has_them(
    lexicon: Lexicon, slot: Slot, answer: str, text: str
) -> None:
    assert [words for _, words in texts(lexicon, slot, answer)] == [text]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Impressed by her career!!", "praise"),
        ("absolute legend. she mends nets", "praise"),
        ("she mends nets. that's the kind of woman she is", "praise"),
        ("she mends nets. (leave that bit out)", "private"),
        ("her crooked ladder. fell off twice", "unclear"),
        ("she weighs each fish. where did she learn it?", "question"),
        ("she read to her", "unclear"),
        ("he handed him the rope", "unclear"),
    ],
)
def test_standout_when_it_says_nothing_of_them_for_sure_then_it_stays_out_with_the_reason(
    lexicon: Lexicon, answer: str, reason: str
) -> None:
    reading = read({"who": "Ida", "standout": answer}, lexicon)
    assert [one.reason for one in reading.omissions] == [reason]
    assert all("learn" not in fact.texts[-1] for fact in reading.facts)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("drive trams in Lodz", "about.i"),
        ("finance at Vela", "about.work"),
        ("hotel security, nights", "about.work"),
        ("night crew", "about.am"),
        ("roof tiles, Ulm", "about.else"),
        ("night baker", "about.am"),
    ],
)
def test_about_me_when_it_is_a_trade_then_the_verb_fits(lexicon: Lexicon, answer: str, kind: str) -> None:
    assert [found for found, _ in texts(lexicon, "about_me", answer)] == [kind]


def test_value_when_the_price_is_left_out_then_that_is_told(lexicon: Lexicon) -> None:
    reading = read({"who": "Ida", "value": "can tune her piano for free"}, lexicon)
    assert [fact.texts[-1] for fact in reading.facts] == ["tune your piano"]
    assert reading.omissions == (Omission("value", "free"),)


def test_read_when_a_child_may_be_meant_then_the_pronoun_is_not_guessed(lexicon: Lexicon) -> None:
    reading = read({"who": "Ida", "standout": "she let a nine year old keep her seat"}, lexicon)
    assert [one.reason for one in reading.omissions] == ["unclear"]


@pytest.mark.parametrize(
    ("answer", "echo"),
    [("she remembered each dog", "remember that"), ("she stays till the end", "stayed with me")],
)
def test_notes_when_a_fact_has_the_verb_then_the_wording_has_another(
    composer: Composer, answer: str, echo: str
) -> None:
    notes = composer.compose({"who": "Ida", "how_met": "the kennel", "standout": answer}, 200).notes
    assert notes
    assert all(echo not in note.text for note in notes)


def test_shortest_note_when_a_remark_follows_then_every_sentence_has_a_verb(composer: Composer) -> None:
    answers = {
        "who": "Ida",
        "how_met": "the town hall",
        "standout": "her remark on the roof, nobody had seen it",
    }
    for note in composer.compose(answers, 90).notes:
        assert "Your remark on the roof." not in note.text
        assert "remark on the roof, and" not in note.text


def test_notes_when_several_things_stood_out_then_only_one_is_said_to_be_remembered(
    composer: Composer,
) -> None:
    answers = {
        "who": "Ida",
        "how_met": "the kennel",
        "standout": "she counted each bone. she sang. she waited",
    }
    notes = composer.compose(answers, 200).notes
    assert notes
    assert all(note.text.count("that stayed with me") + note.text.count("I remember") <= 1 for note in notes)


def test_standout_when_a_quality_comes_before_something_particular_then_that_one_matters_more(
    lexicon: Lexicon,
) -> None:
    answers: Answers = {"who": "Ida", "standout": "kind. she walked my mother home through the flood"}
    facts = read(answers, lexicon).facts
    assert [fact.texts[0] for fact in facts] == ["kind", "walked my mother home through the flood"]
    assert facts[1].rank < facts[0].rank


@pytest.mark.parametrize(
    "answer",
    ["no idea honestly", "haven't read anything of hers yet", "don't know anything about him", "see above"],
)
def test_standout_when_nothing_is_known_of_them_then_there_is_no_fact(lexicon: Lexicon, answer: str) -> None:
    assert read({"who": "Ida", "standout": answer}, lexicon).facts == ()


@pytest.mark.parametrize("answer", ["nothing to give, only thanks", "don't have anything for her", "prices?"])
def test_value_when_there_is_none_then_nothing_is_offered(lexicon: Lexicon, answer: str) -> None:
    assert read({"who": "Ida", "value": answer}, lexicon).facts == ()


@pytest.mark.parametrize("answer", ["would love her to read my draft", "could he get me a job"])
def test_value_when_it_is_a_wish_then_it_is_an_ask(lexicon: Lexicon, answer: str) -> None:
    reading = read({"who": "Ida", "value": answer}, lexicon)
    assert reading.facts == ()
    assert "ask" in {one.reason for one in reading.omissions}
