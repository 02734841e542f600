import pytest

from bot.coach.critique.checks.params import NoParams, params_of
from bot.errors import ContentError
from tests.helpers.critique import rule


def test_params_of_when_they_fit_then_read() -> None:
    assert params_of(rule("length"), NoParams) == NoParams()


def test_params_of_when_they_do_not_fit_then_the_error_names_the_rule() -> None:
    with pytest.raises(ContentError, match=r"some-rule: params: .*colour"):
        params_of(rule("length", colour="green"), NoParams)
