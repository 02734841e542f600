import msgspec
import pytest

from bot.coach.compose.composer import Composer
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.report import to_json
from bot.coach.model import Answers, Criterion
from tests.coach.compose.judges import against, refusing

MET: Answers = {"who": "Bo Lind", "how_met": "Oslo chess club", "standout": "her endgames"}


def test_compose_when_the_judge_refuses_everything_then_it_says_what_is_missing(grammar: Grammar) -> None:
    composer = Composer(grammar, refusing)
    advice = grammar.sentences.advice
    assert composer.compose(MET, 200).advice == advice["missing_standout"]
    assert composer.compose({"who": "Bo", "standout": "her chess"}, 200).advice == advice["missing_context"]


def test_compose_when_nothing_fits_then_it_says_so_with_the_limit(composer: Composer) -> None:
    composition = composer.compose(
        {"who": "Bo", "how_met": "she taught me " + "to weld copper and to read a gauge " * 3}, 80
    )
    assert composition.outcome == "advice"
    assert "80 characters" in (composition.advice or "")


@pytest.mark.parametrize("criterion", [Criterion.ASK, Criterion.PITCH])
def test_compose_when_the_judge_finds_a_fault_in_an_answer_then_that_answer_is_left_out(
    grammar: Grammar, criterion: Criterion
) -> None:
    composer = Composer(grammar, against("saw mill", criterion))
    composition = composer.compose({**MET, "about_me": "I run a saw mill"}, 200)
    assert composition.notes
    assert all("saw mill" not in note.text for note in composition.notes)
    assert [left.slot for left in composition.left_out] == ["about_me"]


def test_compose_when_the_close_is_refused_then_facts_are_not_lost_without_a_word(grammar: Grammar) -> None:
    composer = Composer(grammar, against("endgames", Criterion.GENERIC))
    composition = composer.compose(MET, 200)
    assert [left.slot for left in composition.left_out] == ["standout"]


def test_compose_when_something_has_no_room_then_left_out_says_how_much_too_long(composer: Composer) -> None:
    composition = composer.compose({**MET, "about_me": "I teach physics at the lighthouse school"}, 90)
    assert [left.slot for left in composition.left_out] == ["about_me"]
    assert "characters shorter" in composition.left_out[0].why


def test_compose_when_they_never_met_then_who_suggested_it_leads(composer: Composer) -> None:
    composition = composer.compose({"who": "Bo", "referrer": "Ada Holm", "standout": "her endgames"}, 200)
    first, second = (note.text.partition(".")[0] for note in composition.notes[:2])
    assert "Ada Holm" in first
    assert "your endgames" in second


def test_compose_when_they_met_then_the_meeting_leads(composer: Composer) -> None:
    composition = composer.compose({**MET, "referrer": "Ada Holm"}, 200)
    assert composition.notes[0].text.startswith("Hi Bo, we met at the Oslo chess club")


def test_compose_when_what_stands_out_points_back_then_it_does_not_lead(composer: Composer) -> None:
    composition = composer.compose(
        {"who": "Bo", "how_met": "her post on eels", "standout": "she put data in it"}, 200
    )
    assert all(note.text.startswith("Hi Bo, I read your post on eels") for note in composition.notes)


def test_compose_when_slots_are_missing_or_unknown_then_it_still_answers(composer: Composer) -> None:
    assert composer.compose({}, 200).slot == "who"
    assert composer.compose({"who": "Bo", "shoe_size": "44"}, 200).outcome == "advice"


def test_to_json_when_there_are_notes_then_it_has_the_keys_of_the_contract(composer: Composer) -> None:
    line = to_json(composer.compose({**MET, "value": "we sell chess sets"}, 200), "a7")
    assert msgspec.json.decode(msgspec.json.encode(line)) == line
    assert list(line) == ["id", "outcome", "notes", "left_out", "advice"]
    assert (line["id"], line["outcome"], line["advice"]) == ("a7", "note", None)
    note = line["notes"][0]
    assert set(note) == {"text", "units", "limit", "parts"}
    said = [(part["slot"], note["text"][part["start"] : part["end"]]) for part in note["parts"]]
    assert said == [("who", "Bo"), ("how_met", "the Oslo chess club"), ("standout", "your endgames")]
    assert [set(left) for left in line["left_out"]] == [{"slot", "why"}]


def test_to_json_when_there_is_a_question_then_advice_asks_it(composer: Composer) -> None:
    line = to_json(composer.compose({"who": "Ann and Bo"}, 200), None)
    assert line["outcome"] == "question"
    assert line["advice"].endswith("?")
    assert line["notes"] == []


@pytest.mark.parametrize("who", ["all engineers", "Ada Holm and Bo Lind"])
def test_compose_when_several_are_meant_then_it_asks_who_is_meant(composer: Composer, who: str) -> None:
    composition = composer.compose({"who": who, "standout": "the bridges"}, 200)
    assert (composition.outcome, composition.slot) == ("question", "who")


@pytest.mark.parametrize(
    ("answers", "slot"),
    [
        ({"who": "Bo"}, "standout"),
        ({"who": "Bo", "about_me": "I weld"}, "standout"),
    ],
)
def test_compose_when_it_can_only_advise_then_the_slot_is_the_answer_that_would_help(
    composer: Composer, answers: Answers, slot: str
) -> None:
    composition = composer.compose(answers, 200)
    assert (composition.outcome, composition.slot) == ("advice", slot)


def test_compose_when_the_judge_refuses_everything_then_what_was_told_is_said_to_wait(
    grammar: Grammar,
) -> None:
    composer = Composer(grammar, refusing)
    composition = composer.compose({**MET, "about_me": "I weld"}, 200)
    assert composition.slot == "standout"
    assert {left.slot for left in composition.left_out} == {"standout", "about_me"}
    assert composer.compose({"who": "Bo", "standout": "her chess"}, 200).slot == "how_met"


def test_compose_when_only_one_wording_passes_then_the_fact_stays(grammar: Grammar) -> None:
    composer = Composer(grammar, against("stayed with me", Criterion.GENERIC))
    composition = composer.compose({**MET, "standout": "she never hurries"}, 200)
    assert all("never hurry" in note.text for note in composition.notes)
    assert composition.left_out == ()


def test_compose_when_the_judge_blames_the_least_fact_then_the_main_ones_stay(grammar: Grammar) -> None:
    composer = Composer(grammar, against("weld", Criterion.GENERIC))
    composition = composer.compose({**MET, "about_me": "I weld"}, 200)
    assert all("endgames" in note.text and "Oslo" in note.text for note in composition.notes)
    assert [left.slot for left in composition.left_out] == ["about_me"]


@pytest.mark.parametrize(
    ("criterion", "reason"), [(Criterion.ASK, "ask_read"), (Criterion.PITCH, "pitch_read")]
)
def test_left_out_when_the_judge_objects_then_it_says_what_was_read(
    grammar: Grammar, criterion: Criterion, reason: str
) -> None:
    composer = Composer(grammar, against("saw mill", criterion))
    left = composer.compose({**MET, "about_me": "I run a saw mill"}, 200).left_out
    assert left[0].why == grammar.sentences.left_out[reason].replace("{{words}}", "I run a saw mill")


@pytest.mark.parametrize("limit", [40, 48, 56, 64, 72])
def test_compose_when_the_limit_is_tiny_then_there_is_a_note_or_it_says_too_long(
    composer: Composer, limit: int
) -> None:
    composition = composer.compose(MET, limit)
    assert all(note.units <= limit for note in composition.notes)
    assert composition.notes or str(limit) in (composition.advice or "")


@pytest.mark.parametrize("limit", [90, 130, 200])
def test_compose_when_facts_find_no_place_then_none_vanishes(composer: Composer, limit: int) -> None:
    answers = {
        **MET,
        "common_ground": "both from Lund",
        "about_me": "I tune harpsichords in the old mill",
        "value": "can lend her my book of knight endings",
    }
    composition = composer.compose(answers, limit)
    said = " ".join(note.text for note in composition.notes)
    left = {one.slot for one in composition.left_out}
    for slot, word in {"common_ground": "Lund", "about_me": "old mill", "value": "knight"}.items():
        assert word in said or slot in left


def test_notes_when_room_is_short_then_what_stood_out_stays_and_where_they_met_is_told_in_full(
    composer: Composer,
) -> None:
    answers: Answers = {
        "who": "Ida",
        "how_met": "you were my first skipper, on the eel boat off Emden",
        "standout": "you tied every knot twice",
        "about_me": "harbour pilot, nights and Sundays mostly",
    }
    assert "eel boat" in composer.compose(answers, 120).notes[0].text
    assert "knot twice" in composer.compose(answers, 60).notes[0].text
