"""The content in other languages: what a language has not put into words is said in English."""

from functools import cached_property

from bot.coach.challenge import Challenge
from bot.coach.critique.rule import CriterionCopy
from bot.coach.interview import Interview
from bot.coach.model import Criterion
from bot.content import Content, read_interview, read_messages, read_weeks
from bot.messages import Messages

FIRST = "en"
FOLDER = "languages"
MENU = "menu."  # the area of the commands' texts in the menu; in English they stand in the code


class Translation(Content):
    """A folder under `prompts/languages/`, over the content that is there in English.

    It may hold `messages/`, `interview.yaml` and `challenges/`, each of them in part.
    """

    def __init__(self, base: Content, code: str) -> None:
        super().__init__(base.folder)
        self._base = base
        self.own = base.folder / FOLDER / code

    @cached_property
    def messages(self) -> Messages:
        """The sentences of the dialogs."""
        return Messages(self._base.messages.templates() | self.own_messages)

    @cached_property
    def own_messages(self) -> dict[str, str]:
        """The sentences that are put into this language."""
        return read_messages(self.own / "messages") if (self.own / "messages").is_dir() else {}

    @cached_property
    def interview(self) -> Interview:
        """The questions, in order."""
        own = self.own / "interview.yaml"
        return read_interview(own) if own.exists() else self._base.interview

    @cached_property
    def challenges(self) -> dict[int, Challenge]:
        """The weeks that are written, by number."""
        own = self.own / "challenges"
        return self._base.challenges | (read_weeks(own) if own.is_dir() else {})

    @property
    def criteria(self) -> dict[Criterion, CriterionCopy]:
        """How the criteria are spoken of: in English, as the critique itself."""
        return self._base.criteria


class Languages:
    """The content in all languages there are folders of; read when it is first asked for."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._read: dict[str, Content] = {FIRST: content}
        folder = content.folder / FOLDER
        self.first = FIRST
        self.others = (
            tuple(sorted(one.name for one in folder.iterdir() if one.is_dir())) if folder.is_dir() else ()
        )

    def texts(self, *wanted: str | None) -> Content:
        """The content in the first of these languages that is there, by its code ("pt" also for "pt-br")."""
        for code in wanted:
            for known in (code, (code or "").partition("-")[0]):
                if known in {self.first, *self.others}:
                    return self._of(known)
        return self._content

    def _of(self, code: str) -> Content:
        if code not in self._read:
            self._read[code] = Translation(self._content, code)
        return self._read[code]
