import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.compose.viewpoint.pronouns import recipient_pronoun


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ("her lecture on moss, she made it funny", "your lecture on moss, you made it funny"),
        ("he mends clocks and sells them", "you mend clocks and sell them"),
        ("he has a saw and was kind", "you have a saw and were kind"),
        ("she's been patient and she's fair", "you've been patient and you're fair"),
        ("she's always known", "you're always known"),
        ("she'd wait for us", "you'd wait for us"),
        ("she'll listen", "you'll listen"),
        ("I met her last week", "I met you last week"),
        ("her last week at the mill", "your last week at the mill"),
        ("saw her speak in Faro", "saw you speak in Faro"),
        ("heard her lecture on rust", "heard your lecture on rust"),
        ("gave her a lift", "gave you a lift"),
        ("the best idea was hers", "the best idea was yours"),
        ("a cousin of his", "a cousin of yours"),
        ("she built it herself", "you built it yourself"),
        ("nobody sees how she does it", "nobody sees how you do it"),
        ("how is he so calm", "how are you so calm"),
        ("the point is he never guesses", "the point is you never guess"),
        ("she never carries notes", "you never carry notes"),
        ("he doesn't shout", "you don't shout"),
        ("she teaches, mends and sings", "you teach, mend and sing"),
        ("she and I both sang", "you and I both sang"),
        ("I worked with him", "I worked with you"),
        ('she wrote "he is late" and laughs', 'you wrote "he is late" and laughs'),
        ("your talk", "your talk"),
        ("I counted them", "I counted them"),
    ],
)
def test_turn_when_the_answer_speaks_about_the_person_then_it_speaks_to_them(
    lexicon: Lexicon, about: str, to: str
) -> None:
    assert Turner(lexicon, recipient_pronoun([about], None)).turn(about) == to


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ("he drew her scan so she would see", "you drew her scan so she would see"),
        ("he asks vendors what they need", "you ask vendors what they need"),
        ("his wife and her garden", "your wife and her garden"),
    ],
)
def test_turn_when_others_are_around_then_their_pronouns_stay(lexicon: Lexicon, about: str, to: str) -> None:
    assert Turner(lexicon, "he").turn(about) == to


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ("they keep their word", "you keep your word"),
        ("I rowed with them", "I rowed with you"),
        ("they taught themselves", "you taught yourself"),
        ("the vendors trust their scales", "the vendors trust their scales"),
        ("they asked the students about their exams", "you asked the students about their exams"),
    ],
)
def test_turn_when_the_person_is_they_then_only_they_turn(lexicon: Lexicon, about: str, to: str) -> None:
    assert Turner(lexicon, "they").turn(about) == to


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ("Ilse's hands", "your hands"),
        ("Ilse Kramer mends kites", "you mend kites"),
        ("I met Ilse in Ulm", "I met you in Ulm"),
        ("what Ilse says", "what you say"),
        ("Ilse Vogel is somebody else", "Ilse Vogel is somebody else"),
    ],
)
def test_turn_when_the_persons_name_is_used_then_it_becomes_you(
    lexicon: Lexicon, about: str, to: str
) -> None:
    assert Turner(lexicon, None, ("Ilse", "Kramer")).turn(about) == to


@pytest.mark.parametrize(
    ("answers", "known", "pronoun"),
    [
        (["her loom", "he sold it"], "she", "she"),
        (["she wove it", "his brother helped her"], None, "she"),
        (["he drew her scan so she would see"], None, "he"),
        (["they sing"], None, "they"),
        (["I sold them"], None, None),
        (["a fair"], None, None),
    ],
)
def test_recipient_pronoun_when_several_are_used_then_the_weightiest_wins(
    answers: list[str], known: str | None, pronoun: str | None
) -> None:
    assert recipient_pronoun(answers, known) == pronoun


def test_is_clear_when_two_women_share_a_pronoun_then_it_is_not(lexicon: Lexicon) -> None:
    turner = Turner(lexicon, "she")
    assert not turner.is_clear("she nursed my mother and held her hand")
    assert turner.is_clear("she nursed my father and held his hand")
    assert turner.is_clear("she nursed my mother")
    assert not turner.is_clear("my mother said she felt safe with her")


@pytest.mark.parametrize(
    "told",
    [
        "my mother says she never rushes",
        "my mother says her soup is honest",
        "each time she asked for my mother and she knew the answer",
        "she was the lollipop lady when I was small and now she runs the bank",
        'she used to say "my mother was right and so is she"',
    ],
)
def test_is_clear_when_it_goes_on_about_the_same_woman_then_it_is(lexicon: Lexicon, told: str) -> None:
    assert Turner(lexicon, "she").is_clear(told)


def test_turn_when_somebody_is_this_man_beside_me_then_it_is_you(lexicon: Lexicon) -> None:
    assert Turner(lexicon, "he").turn("this man beside me was calm") == "you were calm"
