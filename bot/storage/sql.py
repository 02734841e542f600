"""The named queries of queries/*.sql, one namespace a file."""

from pathlib import Path
from typing import Any, Final

import aiosql

_FOLDER: Final = Path(__file__).parent / "queries"


def load(name: str) -> Any:
    """The queries of one file as functions of a connection and named parameters.

    `!` gives the number of changed rows, `^` one row or None, the others an iterator of rows; rows are dicts.
    """
    return aiosql.from_path(_FOLDER / f"{name}.sql", "sqlite3")
