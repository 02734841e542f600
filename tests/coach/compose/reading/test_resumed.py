import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.resumed import resumed


@pytest.mark.parametrize(
    ("before", "piece", "said"),
    [
        ("you fixed my bike", "wouldn't take money", "you wouldn't take money"),
        (
            "you pulled me out of a ditch",
            "turns out you run a mine rescue team",
            "you run a mine rescue team",
        ),
        ("you're my landlord's son", "studying optics in Graz", "you're studying optics in Graz"),
        ("you're our funder", "met at the site visit", "we met at the site visit"),
        ("I worked at the mill", "studied at night", "studied at night"),
        ("you ran the course", "found you here by accident", "found you here by accident"),
    ],
)
def test_clause_when_it_has_no_subject_then_it_goes_on_with_the_recipient_only_where_it_must(
    lexicon: Lexicon, before: str, piece: str, said: str
) -> None:
    assert resumed([before, piece], lexicon) == [before, said]


def test_wish_when_it_follows_who_somebody_is_then_it_is_no_clause_of_theirs(lexicon: Lexicon) -> None:
    assert resumed(["you cut my hair", "want to support you"], lexicon) == ["you cut my hair"]


def test_two_doings_when_nothing_stands_between_then_they_are_parted(lexicon: Lexicon) -> None:
    said = "you did the costumes I did the truck"
    assert resumed([said], lexicon) == ["you did the costumes, I did the truck"]


def test_trade_when_a_doing_follows_then_both_are_the_recipients(lexicon: Lexicon) -> None:
    assert resumed(["you're a farrier, do my sister's horses"], lexicon) == [
        "you're a farrier",
        "you do my sister's horses",
    ]
