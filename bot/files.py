"""Reads the files of the content, strictly: a file that cannot be used is named."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bot.errors import ContentError
from bot.kept import kept

T = TypeVar("T")


def read_yaml(path: Path, shape: type[T]) -> T:
    """Read a YAML file into a value; an unknown or missing key is an error that names the file."""
    return _convert(_parse(path, read_text(path)), shape, path)


def read_markdown(path: Path, shape: type[T], **known: object) -> T:
    """Read YAML front matter and the `body` after it; `known` fields come from the file's name."""
    match read_text(path).split("---\n", 2):
        case ["", head, body]:
            fields = _parse(path, head)
        case _:
            raise ContentError(f"{path.name}: it has to begin with front matter between two lines of ---")
    if not isinstance(fields, dict):
        raise ContentError(f"{path.name}: the front matter is not a list of `key: value` lines")
    return _convert({**fields, "body": body.strip(), **known}, shape, path)


def read_text(path: Path) -> str:
    """Read a file of the content.

    Raises:
        ContentError: it is missing, cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ContentError(f"{path.name}: it cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{path.name}: it is not text in UTF-8") from error


def files_of(folder: Path, kind: str) -> list[Path]:
    """The files of that kind, by name; there has to be one."""
    if found := sorted(folder.glob(f"*.{kind}")):
        return found
    raise ContentError(f"{folder.name}/: there is no .{kind} file in it")


def _parse(path: Path, source: str) -> Any:
    return kept(path, source, lambda: _parse_yaml(path, source))


def _parse_yaml(path: Path, source: str) -> Any:
    import yaml  # noqa: PLC0415 - it takes longer to load than all that is kept

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(source, Loader=loader)  # noqa: S506 - it is a safe loader
    except yaml.YAMLError as error:
        raise ContentError(f"{path.name}: not readable as YAML: {' '.join(str(error).split())}") from error


def _convert(value: Any, shape: type[T], path: Path) -> T:
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise ContentError(f"{path.name}: {error}") from error
