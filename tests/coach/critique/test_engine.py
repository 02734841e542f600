from typing import Any

import pytest

from bot.coach.critique.engine import Engine
from bot.coach.critique.pattern import compiled_at_once
from bot.coach.critique.rule import Rule, Source
from bot.coach.model import FAULTS, STRENGTHS, Criterion, Report, Verdict
from bot.errors import ContentError
from tests.helpers.critique import content, engine

C = Criterion

READY = [
    (
        "Hi Lena, we met on Saturday at the Accra solar evening. You explained so clearly how your team "
        "finds the right angle for a tin roof. Glad to stay in touch."
    ),
    (
        "Hi Ines, Rui Campos suggested that I write to you. Your river maps show the ferries nobody else "
        "draws, and I like that. I'd be glad to connect."
    ),
    (
        "Dear Dr. O'Malley-Okafor, you set my wrist at the clinic in Cork in 2018. You were funny and "
        "unhurried, and I remember that."
    ),
    (
        "Hi Jodie, I was your apprentice at the tram depot in Perth. You'd always let me drive the first "
        "test round, and I haven't forgotten it."
    ),
    "we sang together in the lund choir for two winters. you taught the altos to breathe, i still hear it",
    "CAPTAIN, YOU TOWED US INTO KINSALE IN 2018 AND REFUSED THE BOTTLE. MY CREW STILL TELLS IT.",
]
GREETINGS = ["", "   \n", "Hi", "Hi Tom", "Hello there!", "Dear Ms Okafor,\n\nBest,\nIdris", "lena"]


def judge(text: str, limit: int = 300) -> Report:
    return engine().judge(text, limit)


def words(report: Report, text: str, criterion: Criterion) -> list[str]:
    return [text[span.start : span.end] for span in report.criteria[criterion].evidence]


@pytest.mark.parametrize("text", READY)
def test_judge_when_a_note_is_personal_then_send_and_nothing_to_do(text: str) -> None:
    report = judge(text)
    assert report.verdict is Verdict.SEND
    assert report.next_step is None
    assert not [fault for fault in FAULTS if report.has(fault)]


def test_judge_when_the_site_s_own_text_then_rewrite_with_reason_and_next_step() -> None:
    report = judge("I'd like to add you to my professional network.")
    assert report.verdict is Verdict.REWRITE
    assert report.has(C.GENERIC)
    assert any(finding.rule == "generic-default-text" and finding.message for finding in report.findings)
    assert report.next_step is not None
    assert report.next_step.criterion is C.GENERIC
    assert report.next_step.advice


@pytest.mark.parametrize("text", GREETINGS)
def test_judge_when_nothing_or_a_greeting_then_blank(text: str) -> None:
    report = judge(text)
    assert report.draft
    assert report.has(C.BLANK)
    assert report.verdict is Verdict.REWRITE
    assert report.next_step is not None
    assert report.next_step.criterion is C.BLANK


@pytest.mark.parametrize("text", [*READY, "", "🙂", "Hola, ¿qué tal?", "def f():\n    return 1;\n"])
def test_judge_when_any_text_then_every_criterion_is_there(text: str) -> None:
    report = judge(text)
    assert list(report.criteria) == list(Criterion)
    assert all(0 <= judgement.confidence <= 1 for judgement in report.criteria.values())


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("I came across your profile and would like to connect.", C.CONTEXT),
        ("Your impressive profile and your journey amaze me.", C.STANDOUT),
        ("I would love to connect and grow my network.", C.REASON),
        ("Nobody referred me, I just found your page.", C.REFERRER),
        ("LinkedIn suggested we connect.", C.REFERRER),
        ("A mutual friend said that we should talk about boats.", C.REFERRER),
        ("Did we meet at the fair in Ghent? Never mind.", C.CONTEXT),
        ("Happy to help if you ever need a hand.", C.VALUE),
        ("I seem to be on a similar road to yours.", C.COMMON_GROUND),
        ("Your call for papers on tides hangs on my wall.", C.ASK),
        ("We met at the coffee tasting in Oslo.", C.ASK),
        ("I liked the meeting where you spoke about mould.", C.ASK),
        ("I buy coffee for a living, in Trieste.", C.ASK),
        ("You owe me no coffee and no reply.", C.ASK),
        ("No pitch, I promise: your talk on locks was a joy.", C.PITCH),
        ("Your line arr[0] = arr[n] fixed our plotter at the Brno club.", C.PLACEHOLDER),
        ('You wrote "their [sic] boat" on the board.', C.PLACEHOLDER),
    ],
)
def test_judge_when_a_false_friend_then_does_not_fall_for_it(text: str, absent: Criterion) -> None:
    assert not judge(text).has(absent)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("No pitch, I promise. Our platform helps clinics like yours save 20%.", C.PITCH),
        ("I can't stand people who ask for favours, but could you introduce me to your editor?", C.ASK),
        ("Why don't we grab a coffee next week?", C.ASK),
        ("Hi {{first_name}}, lovely to see you.", C.PLACEHOLDER),
        ("My thesis supervisor told me to write to you.", C.REFERRER),
        ("Rui Campos suggested that I write to you.", C.CONTEXT),
        ("Fellow beekeeper here, from Tartu.", C.COMMON_GROUND),
        ("I typed up the 1931 tram plans, yours if you want them.", C.VALUE),
        ("I'm a paralegal in Cebu.", C.INTRODUCTION),
        ("I'd be glad to connect and hear how the north dike holds.", C.REASON),
    ],
)
def test_judge_when_said_then_seen(text: str, present: Criterion) -> None:
    assert judge(text).has(present)


def test_judge_when_too_long_then_over_and_the_evidence_begins_at_the_limit() -> None:
    text = READY[0]
    report = judge(text, 100)
    assert (report.length.units, report.length.limit, report.length.over) == (len(text), 100, len(text) - 100)
    assert words(report, text, C.LENGTH) == [text[100:]]
    assert report.verdict is Verdict.POLISH
    assert report.next_step is not None
    assert report.next_step.criterion is C.LENGTH


def test_judge_when_within_the_limit_then_over_is_nought() -> None:
    assert judge("Hi Tom", 6).length.over == 0
    assert judge("Hi Tom", 5).length.over == 1


@pytest.mark.parametrize(
    "opening", ["Hi 👩🏽‍🚀,\r\n", "Zoe\u0301,\n\n", "İİİ, ", "“Hi” — ", "ﬁﬁ ", "\u00a0\t"]
)
def test_judge_when_odd_characters_come_first_then_offsets_are_code_points_of_the_text(opening: str) -> None:
    text = opening + "could we grab a coffee next week?"
    report = judge(text)
    (evidence,) = words(report, text, C.ASK)
    assert "grab a coffee" in evidence


def test_judge_when_words_are_wrapped_or_curly_then_matches_all_the_same() -> None:
    assert judge("Could we grab\r\na coffee?").has(C.ASK)
    assert judge("I’d like to add you to my professional network").has(C.GENERIC)


def test_judge_when_not_english_then_only_what_needs_no_reading_is_judged() -> None:
    text = "Guten Tag Frau Weber, wir haben uns auf der Messe in Köln getroffen. Ich würde mich freuen."
    report = judge(text, 50)
    assert report.language == "de"
    assert report.has(C.LENGTH)
    assert report.next_step is not None
    assert report.next_step.criterion is C.LENGTH
    assert all(report.criteria[strength].advice is None for strength in STRENGTHS)
    assert all(report.criteria[strength].confidence == 0 for strength in STRENGTHS)
    within = judge(text)
    assert within.verdict is Verdict.POLISH
    assert within.next_step is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Guten Tag [Name], ich würde mich über den Kontakt mit Ihnen sehr freuen.", C.PLACEHOLDER),
        ("Ich möchte Sie gerne zu meinem beruflichen Netzwerk hinzufügen.", C.GENERIC),
        ("Bonjour Claire", C.BLANK),
    ],
)
def test_judge_when_not_english_then_faults_of_form_are_seen(text: str, fault: Criterion) -> None:
    report = judge(text)
    assert report.has(fault)
    assert report.verdict is Verdict.REWRITE
    assert report.next_step is not None
    assert report.next_step.criterion is fault


def test_judge_when_no_draft_then_nothing_is_judged() -> None:
    report = judge("https://example.com/in/somebody")
    assert not report.draft
    assert report.verdict is Verdict.NOT_A_DRAFT
    assert report.next_step is None
    assert not any(judgement.present or judgement.advice for judgement in report.criteria.values())


def test_judge_when_advice_is_given_then_only_where_there_is_something_to_do() -> None:
    report = judge("We met on Monday at the Delft dike walk. Could we have a coffee?")
    assert report.criteria[C.ASK].advice
    assert report.criteria[C.CONTEXT].advice is None
    assert report.criteria[C.STANDOUT].advice
    assert report.criteria[C.PITCH].advice is None


# --- what is made of bad content ---


def rule(**changes: Any) -> Rule:
    fields: dict[str, Any] = {
        "id": "ask-tea",
        "criterion": C.ASK,
        "extends": "existence",
        "message": "“{{match}}” asks.",
        "source": Source("us"),
        "good": ("a", "b"),
        "bad": ("c", "d"),
        "params": {"tokens": ["tea"]},
        "body": "Why.",
    }
    return Rule(**(fields | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"extends": "telepathy"},
        {"params": {}},
        {"params": {"tokens": ["tea"], "colour": "green"}},
        {"params": {"tokens": ["(tea"]}},
        {"params": {"tokens": ["{beverage}"]}},
        {"params": {"tokens": "tea"}},
        {"confidence": 1.5},
        {"extends": "placeholder", "params": {"fields": ["(["]}},
        {"extends": "length", "params": {"limit": 3}},
        {"extends": "sentence", "params": {}},
        {"extends": "evidence", "params": {"beside": ["charm"]}},
    ],
)
def test_engine_when_a_rule_cannot_be_used_then_the_error_names_it(changes: dict[str, Any]) -> None:
    with pytest.raises(ContentError, match="ask-tea"), compiled_at_once():
        Engine([rule(**changes)], content().criteria)


def test_engine_when_a_criterion_has_no_words_then_the_error_names_it() -> None:
    criteria = dict(content().criteria)
    del criteria[C.PITCH]
    with pytest.raises(ContentError, match="pitch"):
        Engine([], criteria)


def test_finding_when_the_message_has_match_then_holds_the_words_as_written() -> None:
    report = Engine([rule()], content().criteria).judge("Some TEA, perhaps?")
    assert [finding.message for finding in report.findings] == ["“TEA” asks."]


# --- whatever comes in ---


def test_judge_when_the_person_is_sure_then_it_is_a_draft_whatever_it_looks_like() -> None:
    text = "We are hiring! Job title: Night baker. Requirements: 3+ years experience. Apply now by e-mail."
    assert engine().judge(text).verdict is Verdict.NOT_A_DRAFT
    assert engine().judge(text, sure=True).draft


@pytest.mark.parametrize(
    "text",
    [
        "We are hiring! Job title: Night baker. Requirements: 3+ years experience. Apply now by e-mail.",
        "Senior tailor, Leeds. We are looking for one with 5 years experience. Full-time. How to apply: ask.",
    ],
)
def test_judge_when_a_job_post_is_insisted_on_then_its_title_introduces_nobody(text: str) -> None:
    report = engine().judge(text, sure=True)
    assert report.draft
    assert not report.has(Criterion.INTRODUCTION)


@pytest.mark.parametrize(
    "text",
    [
        "We met at the harbour clean-up. Could we have a call next week?",
        "You fixed my pump at the allotment in June. Could we have a call?",
        "We sat together at the parents' evening. Can we meet on Monday?",
    ],
)
def test_judge_when_somebody_met_is_asked_for_a_call_then_it_is_no_pitch(text: str) -> None:
    report = engine().judge(text)
    assert report.has(Criterion.ASK)
    assert not report.has(Criterion.PITCH)
