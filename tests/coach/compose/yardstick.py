"""How well the composer writes from answers that people would type.

The answer sets are in `answers/`, one file for each author brief, each set with what a note must say, what it
must not, and a reference. `python -m tests.coach.compose.yardstick [BRIEF...]` prints a line for each brief,
and with `--show` every set that is not right. The locked briefs (`--locked`) are for judging, not for trying.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from bot.coach.compose.composer import Composer
from bot.coach.critique.engine import Engine
from bot.coach.model import Composition, Verdict
from bot.content import Content, find_folder
from bot.parts import build_composer, build_engine

FOLDER: Final = Path(__file__).with_name("answers")
LOCKED: Final = frozenset({"i02", "i08", "i09", "i11"})  # whatever is written later is open


class Expect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that any good note from these answers has, and words that would show a failure."""

    must_mention: tuple[str, ...]
    must_not_mention: tuple[str, ...]


class AnswerSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody typed, and a note that a careful person wrote from it."""

    id: str
    answers: dict[str, str]
    limit: int
    outcome: str
    expect: Expect
    reference: str
    tags: tuple[str, ...]

    @property
    def brief(self) -> str:
        """What its author was asked to write."""
        return self.id.partition("-")[0]


@dataclass(frozen=True)
class Mark:
    """What came of an answer set."""

    one: AnswerSet
    composition: Composition
    missing: tuple[str, ...]
    unwanted: tuple[str, ...]
    verdict: Verdict | None

    @property
    def outcome_is_right(self) -> bool:
        """Whether there is a note where one can be written, and only there."""
        return self.composition.outcome == self.one.outcome

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong at all."""
        sent = self.verdict in (None, Verdict.SEND)
        return self.outcome_is_right and sent and not self.missing and not self.unwanted


def briefs() -> list[str]:
    """All briefs there are."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def locked() -> frozenset[str]:
    """A fifth of the first eighteen briefs, by the hash of their names; looked at when all is done."""
    return LOCKED


def sets(those: Iterable[str]) -> Iterator[AnswerSet]:
    """The answer sets of some briefs."""
    for brief in those:
        for line in (FOLDER / f"{brief}.jsonl").read_text("utf-8").splitlines():
            yield msgspec.json.decode(line, type=AnswerSet)


def judge(one: AnswerSet, composer: Composer, critique: Engine) -> Mark:
    """Compose, and look for what has to be there and what must not: must-nots in every version."""
    composition = composer.compose(one.answers, one.limit)
    texts = [note.text for note in composition.notes]
    wanted = one.expect.must_mention
    missing = [word for word in wanted if not texts or word.lower() not in texts[0].lower()]
    unwanted = [word for word in one.expect.must_not_mention if any(has(text, word) for text in texts)]
    verdict = critique.judge(texts[0], one.limit).verdict if texts else None
    return Mark(one, composition, tuple(missing), tuple(unwanted), verdict)


def has(text: str, word: str) -> bool:
    """Whether a text has a word, or one that begins with it."""
    return re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) is not None


@cache
def tools() -> tuple[Composer, Engine]:
    """The composer and the critique as the product has them."""
    content = Content(find_folder())
    engine = build_engine(content)
    return build_composer(content, engine), engine


def marks(those: Iterable[str]) -> list[Mark]:
    """All answer sets of some briefs, judged."""
    composer, engine = tools()
    return [judge(one, composer, engine) for one in sets(those)]


def row(name: str, found: Sequence[Mark]) -> str:
    """A line of the table."""
    wanted = sum(len(mark.one.expect.must_mention) for mark in found)
    missing = sum(len(mark.missing) for mark in found)
    notes = [mark for mark in found if mark.verdict is not None]
    return (
        f"{name:8} {len(found):4} sets  outcome {sum(mark.outcome_is_right for mark in found):4}"
        f"  must {(wanted - missing) / max(wanted, 1):6.1%}"
        f"  must not {sum(bool(mark.unwanted) for mark in found):3}"
        f"  send {sum(mark.verdict is Verdict.SEND for mark in notes):4}/{len(notes)}"
        f"  right {sum(mark.is_right for mark in found):4}"
    )


def told(mark: Mark) -> str:
    """A set that is not right, to read."""
    came = f"{mark.composition.outcome} {mark.verdict or ''}"
    lines = [f"{mark.one.id} {came} missing {list(mark.missing)} unwanted {list(mark.unwanted)}"]
    lines += [f"    {slot}: {answer}" for slot, answer in mark.one.answers.items() if answer]
    lines += [f"    > {note.text}" for note in mark.composition.notes] or [f"    > {mark.composition.advice}"]
    return "\n".join([*lines, f"    = {mark.one.reference}"])


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    chosen = [one for one in arguments if not one.startswith("-")]
    kept = locked() if "--locked" in arguments else frozenset(briefs()) - locked()
    found = [(brief, marks([brief])) for brief in chosen or sorted(kept)]
    for brief, those in found:
        print(row(brief, those))
        if "--show" in arguments:
            print(*(told(mark) for mark in those if not mark.is_right), sep="\n")
    print(row("all", [mark for _, those in found for mark in those]))


if __name__ == "__main__":
    main(sys.argv[1:])
