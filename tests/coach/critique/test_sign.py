import pytest

from bot.coach.critique.sign import Sign
from bot.errors import ContentError


def test_sign_when_a_text_has_it_then_it_is_found_as_written() -> None:
    sign = Sign(r"\[(?:your|my) \w+\]|cup of")
    assert sign.find_all("[my tea], [your tea], [My tea], a cup of") == ["[my tea]", "[your tea]", "cup of"]
    assert sign.is_in("a cup of tea")
    assert not sign.is_in("a cup for tea")
    assert sign.leads("cup of tea")
    assert not sign.leads("a cup of tea")


def test_sign_when_it_is_no_regular_expression_then_says_so() -> None:
    with pytest.raises(ContentError, match="is none"):
        _ = Sign("(tea").regex
