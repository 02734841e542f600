"""What is shared, who writes and what there is to give: only where a sentence is sure."""

import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read
from bot.coach.model import Slot


def said(lexicon: Lexicon, slot: Slot, answer: str) -> list[tuple[str, str]]:
    reading = read({"who": "Ida Falk", slot: answer}, lexicon)
    return [(fact.kind, fact.texts[-1]) for fact in reading.facts if fact.slot == slot]


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("night patrol", "about.else", "night patrol"),
        ("bridge crew, Oslo", "about.am", "on the bridge crew in Oslo"),
        ("claims department at a bank", "about.i", "work in the claims department at a bank"),
        ("got my own kiln now", "about.said", "I've got my own kiln now"),
        ("now got two stalls", "about.said", "I've now got two stalls"),
        ("dad of 3, start a night course in May", "about.am", "a dad of 3 and start a night course in May"),
        ("potter, gdansk", "about.am", "a potter in Gdansk"),
        ("driver tram line 4", "about.am", "a driver, tram line 4"),
        ("children's nurse in Ulm", "about.am", "a children's nurse in Ulm"),
    ],
)
def test_about_me_when_it_is_a_few_words_then_the_sentence_fits(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    assert said(lexicon, "about_me", answer) == [(kind, text)]


def test_about_me_when_two_sentences_run_on_then_they_are_two(lexicon: Lexicon) -> None:
    assert [text for _, text in said(lexicon, "about_me", "masters in Oulu I work on lichen")] == [
        "masters in Oulu",
        "I work on lichen",
    ]


def test_about_me_when_a_place_stands_behind_then_it_can_be_spared(lexicon: Lexicon) -> None:
    [fact] = read({"who": "Ida Falk", "about_me": "glass blower, Aarhus"}, lexicon).facts
    assert fact.texts == ("a glass blower", "a glass blower in Aarhus")


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("same street, same baker", "common.same", "the same street and the same baker"),
        ("the fog, the ferry, the soup", "common.noun", "the fog, the ferry and the soup"),
        ("was fixing a gate, missed my bus", "common.said", "I was fixing a gate and missed my bus"),
        ("rowing", "common.noun", "rowing"),
    ],
)
def test_common_ground_when_it_can_be_said_then_the_sentence_is_whole(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    assert said(lexicon, "common_ground", answer) == [(kind, text)]


@pytest.mark.parametrize("answer", ["mine still green", "not yet a boat"])
def test_common_ground_when_it_makes_no_sure_sentence_then_it_stays_out_with_the_reason(
    lexicon: Lexicon, answer: str
) -> None:
    reading = read({"who": "Ida Falk", "common_ground": answer}, lexicon)
    assert not reading.facts
    assert [one.reason for one in reading.omissions] == ["fragment"]


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("old weaving drafts, scanned", "value.share", "old weaving drafts (scanned)"),
        ("20 crates if ever she needs", "value.share", "20 crates"),
        ("pressed flowers from the fen", "value.share", "pressed flowers from the fen"),
        ("got a van, can haul the stalls", "value.said", "I've got a van and can haul the stalls"),
    ],
)
def test_value_when_it_is_a_thing_then_only_the_thing_is_given(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    assert said(lexicon, "value", answer) == [(kind, text)]


@pytest.mark.parametrize("answer", ["would love her to hear my song", "would she get me a shift", "rates"])
def test_value_when_it_is_a_wish_or_nothing_then_it_stays_out(lexicon: Lexicon, answer: str) -> None:
    reading = read({"who": "Ida Falk", "value": answer}, lexicon)
    assert not reading.facts
    assert reading.omissions
