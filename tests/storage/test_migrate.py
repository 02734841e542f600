"""Migrations: numbered, whole or not at all, and the way back is a copy."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage import migrate, opening
from bot.storage.migrate import migrations, statements
from bot.storage.pragmas import dial

SCHEMA = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = dial(tmp_path / "coach.db")
    yield connection
    connection.close()


def write(folder: Path, *scripts: str) -> dict[int, Path]:
    for number, script in enumerate(scripts, start=1):
        (folder / f"{number:04}_make_something.sql").write_text(script)
    return migrations(folder)


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row["name"] for row in connection.execute(SCHEMA)}


def test_migrations_when_shipped_then_named_and_numbered_without_a_gap() -> None:
    assert list(migrations()) == list(range(1, len(migrations()) + 1))
    assert migrations()


@pytest.mark.parametrize("name", ["0002_make_table.sql", "1_make_table.sql", "0001_table.sql"])
def test_migrations_when_a_name_is_wrong_then_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    with pytest.raises(StoreError, match=r"0001_verb_object\.sql"):
        migrations(tmp_path)


def test_migrate_when_empty_then_every_version_in_turn(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    found = write(tmp_path, "CREATE TABLE a (x);\nCREATE TABLE b (x);", "ALTER TABLE a RENAME TO c;")
    migrate.migrate(connection, found)
    assert (tables(connection), migrate.version(connection)) == ({"b", "c"}, 2)
    migrate.migrate(connection, found)
    assert migrate.version(connection) == 2


def test_migrate_when_a_statement_fails_then_the_version_before_is_whole(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    found = write(tmp_path, "CREATE TABLE a (x);", "CREATE TABLE b (x);\nALTER TABLE a RENAME TO b;")
    with pytest.raises(sqlite3.OperationalError):
        migrate.migrate(connection, found)
    assert (tables(connection), migrate.version(connection)) == ({"a"}, 1)
    assert not connection.in_transaction


def test_statements_when_there_are_triggers_and_comments_then_split_where_sql_ends() -> None:
    script = (
        "-- about; a\nCREATE TABLE a (x TEXT DEFAULT ';');\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  SELECT 1;\nEND;\n"
        "-- the end\n"
    )
    assert [statement.count("CREATE") for statement in statements(script)] == [1, 1]


def test_connect_when_a_migration_is_new_then_a_copy_of_the_version_before_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data" / "coach.db"
    opening.connect(path).close()
    newest = len(migrations())
    found = migrations() | {newest + 1: tmp_path / "next.sql"}
    found[newest + 1].write_text("CREATE TABLE fresh (x INTEGER) STRICT;")
    monkeypatch.setattr(opening, "migrations", lambda: found)
    opening.connect(path).close()
    copy = path.with_name("coach.db.before-upgrade")
    seen = {}
    for file in (path, copy):
        connection = dial(file)
        seen[file] = migrate.version(connection), "fresh" in tables(connection)
        connection.close()
    assert seen == {path: (newest + 1, True), copy: (newest, False)}
    assert copy.stat().st_mode & 0o777 == 0o600
