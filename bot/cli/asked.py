"""Which messages the code asks for, and what it fills into them: read out of the code itself."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_CODE: Final = Path(__file__).resolve().parent.parent
_ID: Final = re.compile(r"[a-z]+\.(?!yaml)[a-z0-9*-]+")
_SPEAKERS: Final = frozenset(
    {"say", "step", "await_words", "text", "button", "render"}
)  # who fill in their keyword arguments


def ids(written: Iterable[str]) -> set[str]:
    """The ids of all messages the code asks for; `*` stands for what is only known when it runs.

    Args:
        written: the ids that exist; their areas tell an id from any other word with a dot in it.
    """
    areas = {one.partition(".")[0] for one in (*written, *variables())}
    found = {text for node in _nodes() if (text := _literal(node)) and _ID.fullmatch(text)}
    return {one for one in found if one.partition(".")[0] in areas}


def matching(pattern: str, written: Iterable[str]) -> set[str]:
    """The written ids that an id of the code can mean."""
    meant = re.compile(re.escape(pattern).replace(r"\*", ".+"))
    return {one for one in written if meant.fullmatch(one)}


@cache
def variables() -> dict[str, set[str]]:
    """What is filled into a message, where the code says it in one place: by id."""
    return {
        message_id: {keyword.arg for keyword in node.keywords if keyword.arg}
        for node in _nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in _SPEAKERS and all(keyword.arg for keyword in node.keywords)
        for message_id in _plain_ids(node.args)
    }


def _plain_ids(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        for node in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ID.fullmatch(node.value):
                yield node.value


def _literal(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) or "*" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@cache
def _nodes() -> list[ast.AST]:
    """All of the code, without the single parts of f-strings."""
    found: list[ast.AST] = []
    for path in sorted(_CODE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        nodes = list(ast.walk(tree))
        parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        found += [node for node in nodes if id(node) not in parts]
    return found
