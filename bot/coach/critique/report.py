"""The report as JSON: a contract with other programs, so its shape changes only with its version."""

from typing import Any, Final

from bot.coach.model import Judgement, Report

VERSION: Final = 1


def to_json(report: Report, id: str | int | None = None) -> dict[str, Any]:  # noqa: A002 - the contract's own word
    """The report as plain values, ready for any JSON writer.

    Args:
        report: what the critique said.
        id: what the caller knows the draft by; None when there is nothing.

    Returns:
        The fields of the contract, in its order.
    """
    step = report.next_step
    length = report.length
    return {
        "id": id,
        "draft": report.draft,
        "language": report.language,
        "length": {"units": length.units, "limit": length.limit, "over": length.over},
        "verdict": str(report.verdict),
        "criteria": {str(name): _judgement(judgement) for name, judgement in report.criteria.items()},
        "next_step": None if step is None else {"criterion": str(step.criterion), "advice": step.advice},
        "version": VERSION,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "present": judgement.present,
        "confidence": judgement.confidence,
        "evidence": [{"start": span.start, "end": span.end} for span in judgement.evidence],
        "advice": judgement.advice,
    }
