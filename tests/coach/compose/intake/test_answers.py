import pytest

from bot.coach.compose.intake.answers import take_in
from bot.coach.compose.intake.moves import moved
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import read_who
from bot.coach.model import Slot


def kept(lexicon: Lexicon, slot: Slot, answer: str) -> str:
    return take_in({slot: answer}, lexicon).given.get(slot, "")


@pytest.mark.parametrize(
    "answer",
    [
        "nope nope",
        "none whatsoever... nothing really",
        "honestly no idea what to write",
        "not sure who",
        "ei kukaan",
        "Keine Ahnung",
        "nic",
        "não sei",
        "特になし",
        "sijui",
        "I only know his name",
        "never actually read anything by her",
        "see above",
        "same as before",
        "like i told you already",
        "as i said",
        "ditto",
        "does that fit here?",
    ],
)
def test_take_in_when_an_answer_says_nothing_then_it_is_as_if_it_had_not_been_given(
    lexicon: Lexicon, answer: str
) -> None:
    assert kept(lexicon, "standout", answer) == ""


@pytest.mark.parametrize(
    ("answer", "rest"),
    [
        ("No one weaves like her", "No one weaves like her"),
        (
            "not sure how she does it, but her rye never fails",
            "not sure how she does it, but her rye never fails",
        ),
        ("I never saw anyone mend a net so fast", "I never saw anyone mend a net so fast"),
        ("Nothing fancy about her maps", "Nothing fancy about her maps"),
        ("nope, but her quince jam is famous", "her quince jam is famous"),
        ("nothing special... well, she does tune our organ", "well, she does tune our organ"),
        ("her fog photos, if that counts", "her fog photos"),
        ("her fog photos (not sure that counts)", "her fog photos"),
        ("like I said, her fog photos", "her fog photos"),
        ("does it count that she taught me to row?", "she taught me to row."),
        ("can I say that she never hurries?", "she never hurries."),
        ("is that too much? her fog photos", "her fog photos"),
        ("her quiet voice. leave that out. her maps of wells", "her maps of wells"),
        ("she cried. don't tell her i said that. her maps of wells", "her maps of wells"),
        ("her fog photos. (I was so jealous!)", "her fog photos."),
        ("she hides keys, don't say where the keys are", "she hides keys"),
        ("her film, if i remember right, the one on salt", "her film, the one on salt"),
        ("her film, see my answer above", "her film"),
        ("her film, my mail is ana@holm.example", "her film"),
    ],
)
def test_take_in_when_the_coach_is_spoken_to_then_only_what_is_told_stays(
    lexicon: Lexicon, answer: str, rest: str
) -> None:
    assert kept(lexicon, "standout", answer).strip() == rest


@pytest.mark.parametrize(
    ("slot", "answer", "rest"),
    [
        ("how_met", "at the fair in Ulm, no wait, in Graz last May", "at the fair in Graz last May"),
        ("how_met", "on the ferry, actually no, we met in the queue for it", "we met in the queue for it"),
        ("how_met", "we rowed in 2014, sorry no 2016, in Lund", "we rowed in 2016, in Lund"),
        ("standout", "she keeps two goats, no sorry, three goats", "she keeps three goats"),
        ("how_met", "idk, maybe at the Ulm fair", "at the Ulm fair"),
        ("how_met", "the tuesday choir, no, thursday. yes thursday", "the thursday choir"),
        ("how_met", "I worked with her at Lidl. Not Lidl, Aldi", "I worked with her at Aldi"),
        ("how_met", "met at Ulm kiln day - no wait it was the Graz one", "met at Graz kiln day"),
        (
            "how_met",
            "kiln day in Ulm, 2021, no hang on it was 2018, she judged",
            "kiln day in Ulm, 2018, she judged",
        ),
        (
            "how_met",
            "I think we met in Ulm?? maybe not. never mind that. I read her column",
            "I read her column",
        ),
        ("how_met", "dunno her choir", "her choir"),
        ("standout", "nope - wait yes. she built our stage", "she built our stage"),
        ("standout", "her laugh. scratch that. her stage lights", "her stage lights"),
        ("standout", "she can say no, sorry to nobody", "she can say no, sorry to nobody"),
        (
            "standout",
            'he called "no wait, stop" and saved the kiln',
            'he called "no wait, stop" and saved the kiln',
        ),
        ("standout", "she drew the dunes by hand, no wait, it was the cliffs", "she drew the cliffs by hand"),
        ("how_met", "she sold us the loom in Ulm. no sorry, it was Graz", "she sold us the loom in Graz"),
        (
            "how_met",
            "the fair in Graz, 2021, actually no hang on it was 2018, she sold pots",
            "the fair in Graz, 2018, she sold pots",
        ),
        ("how_met", "i think we met in Ulm?? maybe not. never mind. i read her column", "i read her column"),
        ("referrer", "Ida Falk. Actually no, it was Bo Lind", "Bo Lind"),
        ("referrer", "Ida Falk, sorry no, that was her sister. Una Falk", "Una Falk"),
    ],
)
def test_take_in_when_something_is_corrected_then_the_correction_counts(
    lexicon: Lexicon, slot: Slot, answer: str, rest: str
) -> None:
    assert kept(lexicon, slot, answer) == rest


@pytest.mark.parametrize(
    ("given", "slot", "text"),
    [
        ({"who": "i'm a baker in Ulm and i want to invite Una Falk"}, "about_me", "i'm a baker in Ulm"),
        ({"who": "i'm a baker in Ulm and i want to invite Una Falk"}, "who", "Una Falk"),
        ({"who": "the lady at the kiln", "how_met": "her name is Una. she fired my pots"}, "who", "Una"),
        (
            {"who": "the lady at the kiln", "how_met": "her name is Una. she fired my pots"},
            "how_met",
            "she fired my pots",
        ),
        ({"who": "Una", "how_met": "through my cousin Bo Lind"}, "referrer", "my cousin Bo Lind"),
        ({"who": "Una", "how_met": "through the Ulm Kiln Club"}, "how_met", "through the Ulm Kiln Club"),
        (
            {"who": "Una", "referrer": "everyone at the kiln praises her glaze"},
            "standout",
            "everyone at the kiln praises her glaze",
        ),
        ({"who": "Una", "referrer": "we met at the kiln"}, "how_met", "we met at the kiln"),
        (
            {"who": "Una", "referrer": "we both know Bo who suggested it"},
            "referrer",
            "we both know Bo who suggested it",
        ),
    ],
)
def test_moved_when_something_was_told_elsewhere_then_it_is_where_it_belongs(
    lexicon: Lexicon, given: dict[Slot, str], slot: Slot, text: str
) -> None:
    assert moved(given, lexicon, lambda who: bool(read_who(who, lexicon).names)).get(slot) == text


def test_moved_when_the_name_is_one_word_without_end_then_left_alone_at_once(lexicon: Lexicon) -> None:
    who = "x" * 900  # a pattern that may cut such a word anywhere takes hours
    assert moved({"who": who}, lexicon, lambda _: True) == {"who": who}


def test_moved_when_a_place_stands_beside_a_name_of_several_words_then_that_is_how_they_met(
    lexicon: Lexicon,
) -> None:
    given = moved({"who": "Jukka van der Berg from the juniors"}, lexicon, lambda _: True)
    assert given["how_met"] == "from the juniors"
