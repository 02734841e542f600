"""The shape of prompts/compose/english.yaml: what is put right in a sentence, and what spoils one."""

from typing import Final

from msgspec import Struct

from bot.errors import ContentError

KINDS: Final = frozenset("SORPDBHXpcwrMjnmakV")


class Repair(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a kind in a row, and how they are said right; `shows` is an example: `before => after`.

    A `late` one is for sentences that are ready, not for answers as they come in.
    """

    find: str
    say: str
    shows: str
    late: bool = False


class Fault(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a kind in a row that no sound sentence has; `shows` is an example.

    A `strict` one also finds some that are sound: it is for writers who slip elsewhere.
    """

    find: str
    shows: str
    strict: bool = False


class English(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by their kind, in one string each, and the tables of repairs and faults in their order."""

    words: dict[str, str]
    bare_nouns: str
    no_forms: str
    lasting: str
    once: str
    works: str
    repairs: tuple[Repair, ...]
    faults: tuple[Fault, ...]

    def __post_init__(self) -> None:
        """Check that every kind of word that is listed is there.

        Raises:
            ContentError: otherwise; the message names the kinds.
        """
        if odd := KINDS ^ self.words.keys():
            raise ContentError(f"english.yaml: words want exactly {sorted(KINDS)}, see {sorted(odd)}")
