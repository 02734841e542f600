"""Every row of prompts/compose/english.yaml does what it shows, and harms no sound sentence."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.soundness.english import English, Fault, Repair
from bot.coach.compose.soundness.faults import Finder
from bot.coach.compose.soundness.patterns import compiled
from bot.coach.compose.soundness.repair import Repairer
from bot.coach.compose.soundness.tags import Tagger
from bot.content import Content, find_folder
from bot.errors import ContentError
from tests.coach.compose.yardstick import briefs, locked, sets

# notes of writers who put a comma where others put a full stop, or leave out a small word
RIGHT_EITHER_WAY = {"i05-08"}


@cache
def tools() -> tuple[English, Repairer, Finder]:
    grammar = Content(find_folder()).grammar
    lexicon = Lexicon(grammar.words, grammar.towns)
    tagger = Tagger(grammar.english, lexicon)
    return grammar.english, Repairer(grammar.english, lexicon, tagger), finder(strict=False)


@cache
def finder(*, strict: bool) -> Finder:
    grammar = Content(find_folder()).grammar
    return Finder(
        grammar.english, Tagger(grammar.english, Lexicon(grammar.words, grammar.towns)), strict=strict
    )


def lines(name: str) -> list[str]:
    told = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line for line in told if line and not line.startswith("#")]


def references() -> Iterator[str]:
    """The sentences of the notes that careful people wrote."""
    for one in sets(sorted(frozenset(briefs()) - locked())):
        if one.id not in RIGHT_EITHER_WAY:
            parts = re.split(r"(?<=[.?!])\s+", one.reference.partition(", ")[2])
            yield from (part.rstrip(".?!") for part in parts if part)


@pytest.mark.parametrize("repair", tools()[0].repairs, ids=lambda repair: repair.find)
def test_repair_when_its_example_is_said_then_it_comes_out_right(repair: Repair) -> None:
    before, _, after = repair.shows.partition(" => ")
    assert after
    assert tools()[1].repaired(before) == after


@pytest.mark.parametrize("fault", tools()[0].faults, ids=lambda fault: fault.find)
def test_fault_when_its_example_is_said_then_something_is_found(fault: Fault) -> None:
    assert finder(strict=fault.strict).fault(fault.shows)


@pytest.mark.parametrize("said", lines("broken.txt"))
def test_sentence_when_broken_then_it_is_changed_or_held_back(said: str) -> None:
    _, repairer, finder = tools()
    assert repairer.repaired(said) != said or finder.fault(said)


@pytest.mark.parametrize("said", lines("sound.txt"))
def test_sentence_when_sound_then_it_stays_as_it_is(said: str) -> None:
    _, repairer, finder = tools()
    assert (repairer.repaired(said), finder.fault(said)) == (said, "")


def test_references_when_judged_then_all_their_sentences_are_sound() -> None:
    _, repairer, finder = tools()
    told = list(references())
    assert len(told) > 700
    assert [one for one in told if repairer.repaired(one) != one or finder.fault(one)] == []


def test_repaired_when_something_is_quoted_before_then_the_quotation_stays() -> None:
    said = 'you said "do not hurry, the buckwheat is listening" and explained me the work'
    assert tools()[1].repaired(said).endswith('is listening" and explained to me the work')


def test_repaired_when_repeated_then_nothing_more_is_changed() -> None:
    english, repairer, _ = tools()
    once = [repairer.repaired(one.shows.partition(" => ")[0]) for one in english.repairs]
    assert [repairer.repaired(one) for one in once] == once


@pytest.mark.parametrize("find", ["<S", "we met/saw", "<S!>"])
def test_compiled_when_a_pattern_cannot_be_read_then_it_says_which(find: str) -> None:
    with pytest.raises(ContentError, match=re.escape(find.rsplit(maxsplit=1)[-1])):
        compiled(find)


def test_english_when_a_kind_of_word_is_missing_then_it_says_which() -> None:
    english = tools()[0]
    words = {kind: some for kind, some in english.words.items() if kind != "j"}
    with pytest.raises(ContentError, match="'j'"):
        msgspec.structs.replace(english, words=words)
    with pytest.raises(ContentError, match="'j'"):
        English(words, "", "", "", "", "", (), ())
