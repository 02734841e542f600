import pytest

from bot.coach.compose.tidying.hasty import unhurried


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("never have I seen such a heron", "I have never seen such a heron"),
        ("knew everyones tea by heart", "knew everyone's tea by heart"),
        ("at the Oslo fair not the Bergen one", "at the Oslo fair"),
        ("told the mayor to her face that it leaks", "told the mayor face to face that it leaks"),
        ("tells you when not to mend it", "tells people when not to mend it"),
        ("hands you your coat dry", "hands people their coat dry"),
        ("flew us home when mum was ill", "flew us home when my mum was ill"),
        ("read each others letters", "read each other's letters"),
        ("her replies, honestly", "her replies"),
    ],
)
def test_turn_when_typed_in_haste_then_it_is_put_as_it_was_meant(typed: str, meant: str) -> None:
    assert unhurried(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["told me to my face", "I am a mum of two", "when my dad rang", "she told you so", "the mum and me club"],
)
def test_sentence_when_there_is_nothing_hasty_in_it_then_it_stays(typed: str) -> None:
    assert unhurried(typed) == typed
