"""Every message the code asks for is written, and every one that is written is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bot.content import Content

ROOT = Path(__file__).resolve().parents[2]


def literals() -> Iterator[str]:
    """All string constants of the code; what is filled into an f-string stands as `*`."""
    for path in (ROOT / "bot").rglob("*.py"):
        inside: set[int] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inside |= {id(part) for part in node.values}
                yield "".join(
                    part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "*"
                    for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield node.value


def asked_for(areas: set[str]) -> set[str]:
    """The message ids in the code, patterns among them."""
    return {
        text
        for text in literals()
        if re.fullmatch(r"[a-z]+\.(?!yaml)[a-z0-9*-]+", text) and text.split(".")[0] in areas
    }


def test_messages_and_code_agree(content: Content) -> None:
    written = set(content.messages.ids())
    asked = asked_for({one.split(".")[0] for one in written})
    patterns = {one: re.compile(re.escape(one).replace(r"\*", ".+")) for one in asked}
    missing = {one for one, pattern in patterns.items() if not any(map(pattern.fullmatch, written))}
    unused = {one for one in written if not any(pattern.fullmatch(one) for pattern in patterns.values())}
    assert not missing
    assert not unused


def test_messages_have_no_exclamation_marks_in_rows(content: Content) -> None:
    assert not [one for one in content.messages.ids() if "!!" in content.messages.template(one)]
