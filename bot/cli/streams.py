"""Standard input and output: UTF-8 whatever the machine speaks, and no traceback where they end early."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Final

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def speak_utf8() -> None:
    """Read and write UTF-8. What is not is read as U+FFFD, so that nothing typed is dropped unseen.

    A stream that was closed before the start is an empty one.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - to the end
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def is_of_output(error: OSError) -> bool:
    """Whether an error is one of writing to the standard output: files have names, and their own errors."""
    return error.filename is None and error.errno in _NO_ROOM


def give_up_output() -> None:
    """Let what is left go nowhere: at the exit it would fail once more, with a traceback."""
    with suppress(OSError):  # a stream without a file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
