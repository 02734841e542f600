"""Reads the content: every sentence a person can read, strictly, from the folder prompts/."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.coach.critique.learned import EvidenceModel
from bot.coach.critique.rule import CriterionCopy, Rule
from bot.coach.model import Criterion
from bot.errors import ContentError
from bot.files import files_of, read_markdown, read_text, read_yaml
from bot.messages import Messages

if TYPE_CHECKING:  # read into when they are asked for: who only wants a critique waits for none of them
    from bot.coach.challenge import Challenge
    from bot.coach.clock import KnownZone
    from bot.coach.compose.grammar import Grammar
    from bot.coach.interview import Interview


def find_folder(chosen: Path | None = None) -> Path:
    """The content folder: the chosen one, else the installed one, else the checkout's.

    Raises:
        ContentError: there is no such folder.
    """
    if chosen is not None:
        if not chosen.is_dir():
            raise ContentError(f"COACH_PROMPTS_DIR: there is no folder {chosen}")
        return chosen
    package = Path(__file__).resolve().parent
    for folder in (package / "prompts", package.parent / "prompts"):
        if folder.is_dir():
            return folder
    raise ContentError("the folder prompts/ is missing: install again, or set COACH_PROMPTS_DIR")


def _town_names(table: str) -> frozenset[str]:
    """The names of towns in lower case, as they are written and without accents."""
    rows = (line.split("\t", 5) for line in table.splitlines() if line and not line.startswith("#"))
    return frozenset(
        name for row in rows for name in (row[0].lower(), row[4][1:].partition("|")[0] if row[4:] else "")
    )


def read_messages(folder: Path) -> dict[str, str]:
    """The sentences of a folder as they are written, by id."""
    return {
        f"{path.stem}.{name}": text.strip("\n")
        for path in files_of(folder, "yaml")
        for name, text in read_yaml(path, dict[str, str]).items()
    }


def read_interview(path: Path) -> Interview:
    """The questions of a file."""
    from bot.coach.interview import Interview

    return read_yaml(path, Interview)


def read_weeks(folder: Path) -> dict[int, Challenge]:
    """The challenges of a folder, by week."""
    from bot.coach.challenge import Challenge

    weeks: dict[int, Challenge] = {}
    for path in files_of(folder, "md"):
        challenge = read_markdown(path, Challenge)
        if not path.name.startswith(f"{challenge.week:02}-"):
            raise ContentError(f"{path.name}: the name has to begin with {challenge.week:02}-")
        weeks[challenge.week] = challenge
    return weeks


class Content:
    """Everything under prompts/, each part read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def messages(self) -> Messages:
        """The sentences of the dialogs."""
        return Messages(read_messages(self.folder / "messages"))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """What the critique looks for, by file name."""
        return tuple(
            read_markdown(path, Rule, id=path.stem) for path in files_of(self.folder / "rules", "md")
        )

    @cached_property
    def model(self) -> EvidenceModel:
        """The evidence model, made of the examples by `outreach-coach train`."""
        path = self.folder / "examples" / "evidence.model"
        if not path.exists():
            raise ContentError("examples: evidence.model is missing: run `outreach-coach train`")
        try:
            return EvidenceModel(path.read_bytes())
        except OSError as error:
            raise ContentError(f"{path.name}: it cannot be read: {error.strerror}") from error

    @cached_property
    def criteria(self) -> dict[Criterion, CriterionCopy]:
        """How the criteria are spoken of; every one has its file."""
        folder = self.folder / "criteria"
        found = {path.stem: path for path in folder.glob("*.md")}
        if missing := sorted(set(Criterion) - found.keys()):
            raise ContentError(f"criteria: no file for {', '.join(missing)}")
        if unknown := sorted(found.keys() - set(Criterion)):
            raise ContentError(f"criteria: {unknown[0]}.md is not the name of a criterion")
        return {
            criterion: read_markdown(found[criterion], CriterionCopy, id=criterion) for criterion in Criterion
        }

    @cached_property
    def challenges(self) -> dict[int, Challenge]:
        """The weeks that are written, by number."""
        return read_weeks(self.folder / "challenges")

    @cached_property
    def zones(self) -> tuple[KnownZone, ...]:
        """Time zones people know by a city, the most populous first."""
        from bot.coach.clock import KnownZone

        return read_yaml(self.folder / "zones.yaml", tuple[KnownZone, ...])

    @cached_property
    def interview(self) -> Interview:
        """The questions, in order."""
        return read_interview(self.folder / "interview.yaml")

    @cached_property
    def grammar(self) -> Grammar:
        """How notes are put into words."""
        from bot.coach.compose.grammar import Grammar, NoteGrammar, Sentences
        from bot.coach.compose.soundness.english import English
        from bot.coach.compose.words import Words

        folder = self.folder / "compose"
        return Grammar(
            notes=read_yaml(folder / "notes.yaml", NoteGrammar),
            sentences=read_yaml(folder / "sentences.yaml", Sentences),
            words=read_yaml(folder / "words.yaml", Words),
            english=read_yaml(folder / "english.yaml", English),
            towns=_town_names(read_text(self.folder / "cities.tsv")),
        )

    @cached_property
    def first_messages(self) -> Grammar:
        """How a first message after an accepted invitation is put into words; the rest is as for notes."""
        from bot.coach.compose.grammar import NoteGrammar

        notes = read_yaml(self.folder / "compose" / "followup.yaml", NoteGrammar)
        return replace(self.grammar, notes=notes)
