"""What was made of a text, kept for the next start where Python keeps what it makes of code.

A kept value stands beside the very text that it was made of, so it is never taken for that of another. Where
nothing can be written it is made anew each time.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def kept(path: Path, text: str | bytes, make: Callable[[], T], shape: type[T] | Any = Any) -> T:
    """The value that was made of a text before, or else is made of it now.

    Args:
        path: the file it is kept for; there need not be one.
        text: what it is made of, all of it.
        make: makes it.
        shape: its type.
    """
    file = path.parent / "__pycache__" / f"{path.name}.kept"
    source = text.encode() if isinstance(text, str) else text
    with suppress(OSError, msgspec.MsgspecError):
        before, value = msgspec.msgpack.decode(file.read_bytes(), type=tuple[bytes, msgspec.Raw])
        if before == source:
            found: T = msgspec.msgpack.decode(value, type=shape)
            return found
    made = make()
    _keep(file, source, made, shape)
    return made


def _keep(file: Path, source: bytes, made: T, shape: type[T] | Any) -> None:
    """Keep a value, unless it would come back as another: a date would come back as words."""
    with suppress(OSError, TypeError, ValueError, OverflowError, msgspec.MsgspecError):
        value = msgspec.msgpack.encode(made)
        if msgspec.msgpack.decode(value, type=shape) != made:
            return
        file.parent.mkdir(exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(msgspec.msgpack.encode((source, msgspec.Raw(value))))
        half.replace(file)
