"""What the evidence model sees of a sentence."""

import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from bot.coach.critique.features import BUCKETS, bucket, features, of_draft, tokens
from bot.coach.critique.reading import Reading
from bot.coach.model import Criterion, Finding, Span

ROOT = Path(__file__).resolve().parents[3]


def seen(text: str, *findings: Finding) -> list[set[str]]:
    return of_draft(Reading.of(text, 200), findings)


def finding(start: int, end: int, criterion: Criterion = Criterion.ASK) -> Finding:
    return Finding("ask-tea", criterion, Span(start, end), "tea")


def test_tokens_when_numbers_are_there_then_only_their_kind_is_told() -> None:
    assert tokens("in 2019 we had 3 of 1250000, it's 12%") == [
        "in", "0000", "we", "had", "0", "of", "0", ",", "it's", "0", "%",
    ]  # fmt: skip


def test_features_when_a_sentence_is_read_then_words_pairs_beginnings_and_ends() -> None:
    assert features("we sailed") == {"we", "sailed", "< we", "we sailed", "sailed >", "sail-", "-led"}


def test_features_when_nothing_is_there_then_only_that_it_begins_and_ends() -> None:
    assert features("") == {"< >"}


def test_features_when_rules_fired_then_they_are_told() -> None:
    assert "rule ask-tea" in features("tea", ["ask-tea"])


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\x00", "\u200b\u200b", "👩🏽‍🚀", "e\u0301"])
def test_bucket_when_text_is_odd_then_still_a_place(text: str) -> None:
    assert all(0 <= bucket(feature) < BUCKETS for feature in features(text))


def test_bucket_when_another_process_asks_then_the_same() -> None:
    code = "from bot.coach.critique.features import bucket; print(bucket('we sailed'))"
    ended = subprocess.run([sys.executable, "-R", "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert int(ended.stdout) == bucket("we sailed") == crc32(b"we sailed") % BUCKETS


def test_of_draft_when_empty_then_no_sentence() -> None:
    assert seen("") == []
    assert seen(" \n ") == []


def test_of_draft_when_a_rule_fired_then_only_the_sentences_it_touches_know() -> None:
    first, second = seen("We met. Tea?", finding(8, 12))
    assert "rule ask-tea" not in first
    assert "rule ask-tea" in second


def test_of_draft_when_the_rule_is_about_length_then_nobody_knows() -> None:
    [only] = seen("We met.", finding(0, 7, Criterion.LENGTH))
    assert not any(feature.startswith("rule") for feature in only)


@pytest.mark.parametrize(
    "name",
    ["Ana", "ana", "ANA LÓPEZ", "Dr. Amadi", "Hélène van den Abeele", "Ng'ang'a", "李伟", "प्रिया", "O’Neill"],
)
def test_of_draft_when_somebody_is_greeted_then_their_name_leaves_no_trace(name: str) -> None:
    note = "Hi {}, we sang together in Lund."
    assert seen(note.format(name)) == seen(note.format("Kim"))


def test_of_draft_when_the_greeting_has_no_comma_then_the_note_is_not_taken_for_the_name() -> None:
    [told] = seen("Hi Lena I read your essay on bread")
    assert {"i", "read", "essay"} <= told
    assert "lena" not in told


@pytest.mark.parametrize(
    "name", ["Ana", "ANA LÓPEZ", "J. R. Holloway", "Hélène van den Abeele", "李伟", "'Ofa"]
)
def test_of_draft_when_somebody_is_spoken_to_in_passing_then_their_name_leaves_no_trace(name: str) -> None:
    for note in ("It was you, {}, who sang. Well done.", "We sang together. Thank you, {}."):
        assert seen(note.format(name)) == seen(note.format("Kim"))


def test_of_draft_when_a_list_is_no_name_then_it_stays() -> None:
    [told] = seen("We met at work, i think, in 2019, after lunch, and sang.")
    assert {"think", "0000", "lunch"} <= told
