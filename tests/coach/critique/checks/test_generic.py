import pytest

from bot.coach.model import Criterion
from tests.helpers.critique import rule, shown

C = Criterion
GENERIC = rule(
    "generic", C.GENERIC, personal=["context", "standout"], despite=["pitch"], even_so=["standout"]
)


@pytest.mark.parametrize(
    ("found", "generic"),
    [
        ([], True),
        ([C.REASON], True),
        ([C.CONTEXT], False),
        ([C.STANDOUT], False),
        ([C.CONTEXT, C.PITCH], True),
        ([C.STANDOUT, C.PITCH], False),
        ([C.BLANK], False),
    ],
)
def test_generic_when_this_was_found_then(found: list[Criterion], generic: bool) -> None:  # noqa: FBT001 - a table
    assert shown(GENERIC, "Hello you", found=found) == (["Hello you"] if generic else [])


def test_generic_when_the_language_is_not_read_then_nothing() -> None:
    assert shown(GENERIC, "Hello you", readable=False) == []
