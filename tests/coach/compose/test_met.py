import pytest

from bot.coach.compose.articles import with_article
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.read import read


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
