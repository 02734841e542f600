import pytest

from bot.coach.compose.dictated.dictation import clarified, cleared, is_dictated, marked
from bot.coach.compose.dictated.pause import PAUSE
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import read_who
from bot.coach.compose.viewpoint.pov import NAMED


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("um we met on tuesday no wednesday at the dock", "we met on wednesday at the dock"),
        ("the thing is she never shouts", "she never shouts"),
        ("it took like forty minutes", "it took forty minutes"),
        ("she writes about goats and sheep no it's llamas not sheep", "she writes about goats and llamas"),
        ("the sign says reed and sons no sorry marsh and sons", "the sign says marsh and sons"),
        ("they said two days two days and we left", "they said two days and we left"),
        ("my mate and I like the sea", "my mate and I like the sea"),
        ("there were no chairs", "there were no chairs"),
    ],
)
def test_cleared_when_somebody_thinks_aloud_then_what_was_meant_stays(
    lexicon: Lexicon, said: str, meant: str
) -> None:
    assert " ".join(cleared(said, lexicon).replace(PAUSE, "").split()) == meant


@pytest.mark.parametrize(
    ("who", "said", "text"),
    [
        ("Nuno Reis", "and nuno he had a spare tyre", f"and {NAMED} had a spare tyre"),
        ("Nuno Reis", "nuno he's got a boat", f"{NAMED} has got a boat"),
        ("Mr Tan", "the uncle mr tan does keys", f"{NAMED} does keys"),
        ("Coach Bea Hull", "coach ran with me", f"{NAMED} ran with me"),
        ("Rita Goyal", "so this lady gave me her seat", f"so {NAMED} gave me her seat"),
        ("Will Marsh", "we will see", "we will see"),
        ("Odile Roy", "odile and i met at the mill", "we met at the mill"),
        ("Odile Roy", "he sat between odile and me", f"he sat between {NAMED} and me"),
        ("Odile Roy", "this lady next to me she had soup", f"{NAMED} had soup"),
    ],
)
def test_marked_when_the_recipient_is_named_then_there_is_one_mark(
    lexicon: Lexicon, who: str, said: str, text: str
) -> None:
    assert marked(said, read_who(who, lexicon), lexicon) == text


def test_clarified_when_it_is_said_who_was_meant_then_the_remark_goes() -> None:
    assert clarified("he sold it after he died my uncle i mean not him") == (
        "he sold it after he died",
        ["uncle"],
    )


@pytest.mark.parametrize(("words", "dictated"), [(30, True), (12, False)])
def test_is_dictated_when_there_are_no_stops_for_long_then_yes(words: int, *, dictated: bool) -> None:
    assert is_dictated(" ".join(["word"] * words)) is dictated
