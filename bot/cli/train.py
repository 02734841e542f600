"""`outreach-coach train`: makes the evidence model, and the table of how well it reads strangers' notes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bot.coach.critique.engine import Engine
from bot.coach.critique.learned import EvidenceModel
from bot.coach.limits import DEFAULT_LIMIT
from bot.coach.model import Criterion
from bot.config import Settings
from bot.content import Content
from bot.errors import ContentError, UsageError
from bot.parts import open_content
from bot.training.corpus import Example, is_locked, read

MODEL: Final = "evidence.model"
BEGIN, END = "<!-- table: made by `outreach-coach train` -->", "<!-- end of table -->"


def train(settings: Settings, *, check: bool) -> int:
    """Make the model file and the table, or with `check` only say whether they would come out the same.

    Raises:
        UsageError: scikit-learn is not there.
    """
    content = open_content(settings)
    folder = content.folder / "examples"
    examples = read(folder)
    model = _model(content, [one for one in examples if not is_locked(one.brief)])
    table = _table(content, model, [one for one in examples if is_locked(one.brief)])
    readme = folder / "README.md"
    if check:
        same = (folder / MODEL).read_bytes() == model and table in readme.read_text("utf-8")
        print("the same" if same else "not the same")
        return 0 if same else 1
    (folder / MODEL).write_bytes(model)
    _put_in(readme, table)
    print(table)
    return 0


def _model(content: Content, examples: Sequence[Example]) -> bytes:
    try:
        from bot.training.prepare import Prepared
        from bot.training.train import train as fit
    except ModuleNotFoundError as error:
        raise UsageError(
            f"train: {error.name} is missing: `make .venv/dev` installs what it needs"
        ) from error
    from bot.training.evaluate import drafts

    return fit(Prepared(drafts(examples), Engine(content.rules, content.criteria)))


def _table(content: Content, model: bytes, locked: Sequence[Example]) -> str:
    from bot.training.evaluate import drafts, figures, judge_all, rewrites, too_long

    engine = Engine(content.rules, content.criteria, EvidenceModel(model))
    chosen = drafts(locked)
    reports = judge_all(engine, chosen)
    briefs = len({example.brief for example in chosen})
    lines = [
        BEGIN,
        f"{len(chosen)} drafts of {briefs} briefs that no model was made with.",
        "",
        "| criterion | there | precision | recall | F1 |",
        "| --- | --- | --- | --- | --- |",
    ]
    found = figures(reports, chosen)
    found[Criterion.LENGTH] = too_long(judge_all(engine, chosen, DEFAULT_LIMIT), chosen, DEFAULT_LIMIT)
    for criterion, (there, precision, recall, f1) in found.items():
        lines.append(f"| {criterion} | {there} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    share = rewrites(reports, chosen)
    return "\n".join([*lines, "", f"Verdict (`rewrite` against the rest): right on {share:.1%}.", END])


def _put_in(readme: Path, table: str) -> None:
    text = readme.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ContentError("examples/README.md has no place for the table")
    readme.write_text(before + table + after, "utf-8")
