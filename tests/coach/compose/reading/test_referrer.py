import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read


def told(lexicon: Lexicon, answer: str, standout: str = "she carves spoons") -> tuple[str, str]:
    reading = read({"who": "Una Falk", "referrer": answer, "standout": standout}, lexicon)
    return next((fact.kind, fact.texts[-1]) for fact in reading.facts if fact.slot == "referrer")


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("Bo Lind (my brother)", "my brother Bo Lind"),
        ("it was my teacher Mr. Baez", "my teacher Mr. Baez"),
        ("cousin Ali", "my cousin Ali"),
        ("friend of a friend", "a friend of a friend"),
        ("Bo Lind's idea", "Bo Lind"),
        ("old Magnus from the pier", "old Magnus from the pier"),
        ("my sister, her dentist", "my sister, your dentist,"),
        ("Pia, her aunt, also my landlady", "your aunt Pia"),
        ("my neighbour Jan. he keeps bees too", "my neighbour Jan"),
        ("my aunt Rose, she trims her hedge", "my aunt Rose, who trims your hedge,"),
        ("my friend Ana, she used to skate with her", "my friend Ana, who used to skate with you,"),
        ("my aunt works with her", "my aunt, who works with you,"),
        ("Bo Lind, they built boats together in Turku", "Bo Lind, with whom you built boats in Turku,"),
        ("Tariq, they know each other from the choir", "Tariq, who knows you from the choir,"),
        ("Ali, she taught him to swim", "Ali, whom you taught to swim,"),
        ("Bo Lind - my brother", "my brother Bo Lind"),
        ("Boss: Mr Lind", "my boss Mr. Lind"),
        ("my HOD, Dr (Mrs) Abla Bello", "my HOD Dr. Abla Bello"),
        ("my thesis supervisor (Dr. Amal Haddad)", "my thesis supervisor Dr. Amal Haddad"),
        ("through my uni friend Mina", "my uni friend Mina"),
        ("Pam, the treasurer", "Pam, the treasurer,"),
        ("a clerk named Phil", "Phil, a clerk,"),
        ("Dr. Roth, he was her doctoral student", "your doctoral student Dr. Roth"),
        ("recommended by Mina Nair", "Mina Nair"),
        ("Mina suggested me to connect", "Mina"),
        ("maybe Mina", "Mina"),
        ("sister in law", "my sister-in-law"),
        ("other mums", "the other mums"),
        ("LC1 chairman", "the LC1 chairman"),
        ("cantor", "the cantor"),
        ("old classmate Bukar", "my old classmate Bukar"),
        ("social worker Eva Lind", "the social worker Eva Lind"),
        ("Lady Falk, her mother", "your mother Lady Falk"),
        ("Mina, can you ask her first?", "Mina"),
    ],
)
def test_referrer_when_a_tie_is_told_then_it_hangs_on_the_name(
    lexicon: Lexicon, answer: str, text: str
) -> None:
    assert told(lexicon, answer) == ("referrer.name", text)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("my coach Hal, he told me to write to her", "my coach Hal told me to write to you"),
        ("my coach Ida, she told me to write to her", "my coach Ida told me to write to you"),
        ("Kofi from the press said I should meet her", "Kofi from the press said I should meet you"),
        ("Magnus reckons she is the best joiner", "Magnus reckons you are the best joiner"),
        ("Dana said to write to her, but she says that often", "Dana said to write to you"),
    ],
)
def test_referrer_when_they_suggest_it_then_their_words_are_to_the_recipient(
    lexicon: Lexicon, answer: str, text: str
) -> None:
    assert told(lexicon, answer) == ("referrer.said", text)


def test_referrer_when_only_that_answer_has_a_pronoun_then_the_object_is_the_recipient(
    lexicon: Lexicon,
) -> None:
    text = "my coach Hal told me to write to you"
    assert told(lexicon, "my coach Hal, he told me to write to her", "spoons of birch")[1] == text


@pytest.mark.parametrize(
    ("how_met", "standout", "said"),
    [
        ("she examined my colleague Ivo's thesis", "she let him start over", "let Ivo start over"),
        ("she fitted my dad's shoes", "she waited until he could walk", "waited until my dad could walk"),
        ("she taught my son to row", "his first oar was hers", "my son's first oar was yours"),
        ("she was my boss at the weir", "she never shouted when he broke the pump", ""),
        ("she taught my son and my uncle", "she lent him a saw", "lent him a saw"),
    ],
)
def test_standout_when_a_third_person_was_told_of_before_then_they_are_named_if_that_is_sure(
    lexicon: Lexicon, how_met: str, standout: str, said: str
) -> None:
    reading = read({"who": "Una Falk", "how_met": how_met, "standout": standout}, lexicon)
    assert "".join(fact.texts[-1] for fact in reading.facts if fact.slot == "standout") == said


@pytest.mark.parametrize(
    "answer",
    [
        *("lol no one", "nobody sent me", "no one introduce", "pas de référent", "none po", "self", "direct"),
        *("found her through google", "my own interest", "her talk", "my knee lol", "LinkedIn suggested"),
        "Dana said so but said not to use her name",
    ],
)
def test_referrer_when_nobody_is_named_then_no_fact_names_them(lexicon: Lexicon, answer: str) -> None:
    reading = read({"who": "Una Falk", "referrer": answer, "standout": "she carves spoons"}, lexicon)
    assert not [fact for fact in reading.facts if fact.slot == "referrer"]


def test_read_when_the_referrer_is_asked_back_about_then_that_is_settled_first(lexicon: Lexicon) -> None:
    answers = {
        "who": "Una Falk",
        "referrer": "does it count if its my wife?",
        "standout": "she carves spoons",
    }
    assert read(answers, lexicon).asks == ("referrer", "asks_back")
