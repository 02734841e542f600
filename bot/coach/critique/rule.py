"""The shape of the files that the critique is made of."""

from typing import Any

from msgspec import Struct, field

from bot.coach.model import Criterion


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Who says so. `url` only where there is a page to read."""

    name: str
    url: str | None = None


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of prompts/rules/: it looks for a criterion in the words of a draft.

    `extends` names the check that does the looking, `params` are that check's. `message` says to the person
    what was found; `{{match}}` in it stands for the words. Every `bad` example of a fault's rule fires the
    rule (for a strength, where firing is good, the roles turn: `good` examples fire it, `bad` ones do not).
    The body of the file says why.
    """

    id: str
    criterion: Criterion
    extends: str
    message: str
    source: Source
    good: tuple[str, ...]
    bad: tuple[str, ...]
    params: dict[str, Any] = field(default_factory=dict)
    confidence: float = 0.9
    body: str


class CriterionCopy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of prompts/criteria/: how a criterion is spoken of.

    `title` is its name in a list ("how you met"); `praise` what is said of a strength that is there, or a
    fault that is not; `advice` the next step where a strength is missing or a fault is there; `source` and
    `evidence` who says so and how well it is known; the body says why.
    """

    id: Criterion
    title: str
    praise: str
    advice: str
    source: Source
    evidence: str
    good: str
    bad: str
    body: str
