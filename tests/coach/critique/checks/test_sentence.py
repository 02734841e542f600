from tests.helpers.critique import rule, shown


def test_sentence_when_cue_and_need_share_a_sentence_then_from_the_cue_to_its_end() -> None:
    met = rule("sentence", cues=["we met"], needs=["at the fair"])
    assert shown(met, "Hello. On Monday we met at the fair. Bye") == ["we met at the fair"]


def test_sentence_when_the_need_is_in_another_sentence_then_nothing() -> None:
    assert shown(rule("sentence", cues=["we met"], needs=["at the fair"]), "We met. I was at the fair.") == []


def test_sentence_when_something_speaks_against_it_then_nothing() -> None:
    met = rule("sentence", cues=["we met"], unless=["never mind"])
    assert shown(met, "We met, never mind.") == []
    assert shown(met, "We met. Never mind.") == ["We met"]


def test_sentence_when_specific_is_wanted_then_a_name_or_a_number_will_do() -> None:
    met = rule("sentence", cues=["we met"], specific=True)
    assert shown(met, "We met somewhere") == []
    assert shown(met, "We met in Hull") == ["We met in Hull"]


def test_sentence_when_the_language_is_not_read_then_nothing() -> None:
    assert shown(rule("sentence", cues=["we met"]), "We met", readable=False) == []
