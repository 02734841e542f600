import pytest

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read


@pytest.mark.parametrize(
    "answer",
    [
        "he trained my sister",
        "my dentist told me about her",
        "she is head of the school where my husband teaches",
        "we have never met but I read his columns",
        "haven't met him, my boss talks about him",
        "I listen to her show",
        "my uncle knows him",
        "her recipe",
        "his dataset of tides",
        "she is my brother's landlady",
    ],
)
def test_met_when_only_others_or_a_work_are_between_them_then_they_have_not(
    lexicon: Lexicon, answer: str
) -> None:
    assert not read({"who": "Ola", "how_met": answer}, lexicon).met


@pytest.mark.parametrize(
    "answer",
    [
        "she supervised me at the mill",
        "he was my friend at school",
        "I stood behind her in the queue",
        "we canned plums together",
        "my aunt introduced us",
        "I was his apprentice",
        "the mill museum",
        "book fair in Leipzig",
    ],
)
def test_met_when_the_two_did_meet_then_it_is_known(lexicon: Lexicon, answer: str) -> None:
    assert read({"who": "Ola", "how_met": answer}, lexicon).met


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("her tweet about moss", "met.read", "your tweet about moss"),
        ("his repo", "met.found", "your repo"),
        ("ur talk abt moss", "met.saw", "your talk about moss"),
        ("on linkedin, her post about moss", "met.read", "your post about moss"),
        ("book fair in Leipzig", "met.event", "the Book Fair in Leipzig"),
        ("repair cafe", "met.event", "the repair cafe"),
        ("same class in Ulm", "met.were", "in the same class in Ulm"),
        ("same school", "met.were", "at the same school"),
        ("trainer program kickoff", "met.event", "the trainer program kickoff"),
        ("bakery queue", "met.place", "in the bakery queue"),
        ("night train to Ulm", "met.place", "on the night train to Ulm"),
        ("volunteering at the shelter", "met.place", "volunteering at the shelter"),
    ],
)
def test_how_met_when_it_is_no_plain_occasion_then_the_words_around_it_fit(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    facts = read({"who": "Ola", "how_met": answer}, lexicon).facts
    assert [(fact.kind, fact.texts[-1]) for fact in facts] == [(kind, text)]


@pytest.mark.parametrize(
    "answer",
    [
        "searched for looms, saw her name",
        "3rd author of the thesis we quote",
        "his old flatmate here",
        "mutual friends",
        "in my dreams haha",
        "by accident",
        "randomly",
    ],
)
def test_how_met_when_it_names_no_occasion_then_it_is_left_out_with_the_reason(
    lexicon: Lexicon, answer: str
) -> None:
    reading = read({"who": "Ilse", "how_met": answer}, lexicon)
    assert not reading.facts
    assert not reading.met
    assert [one.reason for one in reading.omissions] == ["unplaced"]


def test_how_met_when_they_do_not_know_each_other_then_only_the_rest_is_said(lexicon: Lexicon) -> None:
    reading = read({"who": "Ilse", "how_met": "i dont know her, my tailor sent me her sketch"}, lexicon)
    assert [fact.texts[-1] for fact in reading.facts] == ["my tailor sent me your sketch"]
    assert not reading.met


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MSc student", "an MSc student"),
        ("HR officer", "an HR officer"),
        ("PhD student", "a PhD student"),
        ("UNESCO intern", "a UNESCO intern"),
        ("NATO clerk", "a NATO clerk"),
        ("hour counter", "an hour counter"),
        ("11th grade teacher", "an 11th grade teacher"),
        ("unit head", "a unit head"),
        ("the clerk", "the clerk"),
    ],
)
def test_with_article_when_it_is_said_aloud_then_the_article_fits(
    lexicon: Lexicon, text: str, wanted: str
) -> None:
    assert with_article(text, lexicon) == wanted


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        # times and places get the small words that people leave out
        ("sourdough course sunday", "met.event", "the sourdough course on Sunday"),
        ("hedge laying day, kendal, feb", "met.event", "the hedge laying day in Kendal in February"),
        ("grain silo project 2016", "met.place", "on the grain silo project in 2016"),
        ("my placement at the mill", "met.place", "during my placement at the mill"),
        ("last friday at the seed swap", "met.place", "last Friday at the seed swap"),
        ("mending circle, yesterday", "met.from", "the mending circle yesterday"),
        ("gate 12 in Oslo", "met.event", "gate 12 in Oslo"),
        ("night tram 9", "met.place", "on the night tram 9"),
        ("trade show in Ulm", "met.event", "the trade show in Ulm"),
        ("her show about moths", "met.saw", "your show about moths"),
        ("his geology class 2004", "met.mine", "in your geology class in 2004"),
        ("the sign shop licence desk", "met.event", "the sign shop licence desk"),
        ("wiring certificate, oulu", "met.from", "the wiring certificate in Oulu"),
        # who did it, when no subject says so
        ("did my rotation under her", "met.i", "did my rotation under you"),
        ("did my hair for the prom", "met.you", "did my hair for the prom"),
        ("sat next to me on the coach", "met.you", "sat next to me on the coach"),
        ("was my line manager in Bath", "met.you", "were my line manager in Bath"),
        ("runs the stall by the bridge", "met.you", "run the stall by the bridge"),
        ("seen his stand at the fair", "met.i", "have seen your stand at the fair"),
        ("stack the chairs together on Fridays", "met.we", "stack the chairs together on Fridays"),
        ("bell ringers together in York", "met.were", "bell ringers together in York"),
        # sentences that only begin like a place, a time or a thing
        ("when I lost my keys she rang the depot", "met.said", "when I lost my keys you rang the depot"),
        ("in 2011 we shared a bench at the lab", "met.said", "in 2011 we shared a bench at the lab"),
        ("my uncle keeps talking about her", "met.said", "my uncle keeps talking about you"),
        ("the mayor sacked the architect", "met.said", "the mayor sacked the architect"),
        ("lad who fixed our boiler", "met.said", "you are the lad who fixed our boiler"),
        ("year 3 in Leith then she moved away", "met.from", "year 3 in Leith"),
        # persons
        ("just a customer", "met.as", "a customer"),
        ("his student in Graz", "met.mine", "your student in Graz"),
        ("music teacher of my son", "met.as", "the music teacher of my son"),
        ("my shift lead at the dairy", "met.role", "my shift lead at the dairy"),
        ("village newsletter", "met.found", "you in the village newsletter"),
    ],
)
def test_how_met_when_it_is_a_few_words_then_they_become_a_sentence(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    facts = read({"who": "Ola", "how_met": answer}, lexicon).facts
    assert [(fact.kind, fact.texts[-1]) for fact in facts] == [(kind, text)]


@pytest.mark.parametrize(
    "answer",
    [
        "never met. read her column on eels",
        "we haven't met yet, read her column on eels",
        "not met in person but I read her column on eels",
        "strangers. I read her column on eels",
    ],
)
def test_how_met_when_they_never_met_then_only_the_rest_is_said(lexicon: Lexicon, answer: str) -> None:
    reading = read({"who": "Ola", "how_met": answer}, lexicon)
    assert [fact.texts[-1].removeprefix("I ") for fact in reading.facts] == ["read your column on eels"]
    assert not reading.met


@pytest.mark.parametrize(
    "answer",
    ["not yet in person", "never met as such", "linkedin showed me him", "keeps popping up in my feed"],
)
def test_how_met_when_that_was_nowhere_then_nothing_is_said(lexicon: Lexicon, answer: str) -> None:
    reading = read({"who": "Ola", "how_met": answer}, lexicon)
    assert not reading.facts
    assert not reading.met


def test_how_met_when_something_happened_at_an_occasion_then_one_sentence_may_say_it(
    lexicon: Lexicon,
) -> None:
    facts = read(
        {"who": "Ola", "how_met": "kiln day in Leith, she was loading the shelf below mine"}, lexicon
    ).facts
    assert [fact.kind for fact in facts] == ["met.event", "met.there"]


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        ("her paper on eels, used it in my thesis", "met.said", "I used your paper on eels in my thesis"),
        ("follow her on here, her posts on salt", "met.i", "follow you on here for your posts on salt"),
        ("she fixed my lathe. twice", "met.did", "fixed my lathe twice"),
        (
            "we ran the bath house, she at the desk, I as cleaner",
            "met.said",
            "we ran the bath house, you at the desk, I as a cleaner",
        ),
        ("she tunes the piano at our school, Graz", "met.said", "you tune the piano at our school in Graz"),
        ("glaze club Graz, thursdays", "met.event", "the glaze club in Graz on Thursdays"),
        ("her boat towed ours in off Dingle", "met.said", "your boat towed ours in off Dingle"),
        (
            "her column Slow Salt, been reading it since 2021",
            "met.said",
            "I've been reading your column Slow Salt since 2021",
        ),
        (
            "saw her dance in Porto, spoke for two minutes after",
            "met.i",
            "saw your dance in Porto and we spoke for two minutes after",
        ),
    ],
)
def test_how_met_when_something_stands_behind_a_comma_or_stop_then_it_finds_its_place(
    lexicon: Lexicon, answer: str, kind: str, said: str
) -> None:
    [fact] = read({"who": "Ola", "how_met": answer}, lexicon).facts
    assert (fact.kind, fact.texts[-1]) == (kind, said)


def test_how_met_when_it_is_a_story_then_what_the_two_did_comes_close_behind_the_first(
    lexicon: Lexicon,
) -> None:
    story = "I was stuck in Ulm. my train had gone. he ran a kiln. we ended up talking about glaze for hours"
    facts = read({"who": "Ola", "how_met": story, "about_me": "potter"}, lexicon).facts
    first, second = sorted(facts, key=lambda fact: fact.rank)[:2]
    assert (first.texts[-1], second.texts[-1]) == (
        "I was stuck in Ulm",
        "we ended up talking about glaze for hours",
    )


def test_how_met_when_a_second_place_follows_then_only_one_is_where_they_met(lexicon: Lexicon) -> None:
    facts = read({"who": "Ola", "how_met": "ferry to Arran. the pier cafe"}, lexicon).facts
    assert [fact.texts[-1] for fact in facts] == ["on the ferry to Arran"]
