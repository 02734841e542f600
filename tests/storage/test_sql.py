"""The named queries: each says what it is for, and each is in use."""

import re
from pathlib import Path

import pytest

from bot.storage import sql

FOLDER = Path(sql.__file__).parent
FILES = sorted((FOLDER / "queries").glob("*.sql"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_queries_when_listed_then_each_says_what_it_is_for(file: Path) -> None:
    queries = sql.load(file.stem)
    names = [name for name in queries.available_queries if not name.endswith("_cursor")]
    assert names
    assert [name for name in names if not getattr(queries, name).__doc__] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_queries_when_listed_then_each_is_in_use(file: Path) -> None:
    named = set(re.findall(r"^-- name: (\w+)", file.read_text(), re.MULTILINE))
    users = [text for text in (path.read_text() for path in FOLDER.glob("*.py")) if f'"{file.stem}"' in text]
    used = {name for text in users for name in re.findall(r"_SQL\.(\w+)", text)}
    assert named - used == set()


def test_modules_when_read_then_no_query_hides_in_a_string() -> None:
    verbs = r"[\"'](SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|WITH)\b"
    assert [path.name for path in FOLDER.glob("*.py") if re.search(verbs, path.read_text())] == []
