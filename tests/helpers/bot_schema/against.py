"""Where the library's schema and a published specification of the Bot API differ."""

from collections.abc import Iterator
from typing import Any, Final

from tests.helpers.bot_schema.made import Field, Schema

_SAME: Final = {"True": "Boolean", "Float": "Float", "Integer or String": "Integer"}


def differences(schema: Schema, published: dict[str, Any]) -> Iterator[str]:
    """One line a difference. Types are compared only as far as the library can send them."""
    yield from _names("method", set(schema.methods), set(published["methods"]))
    for name in sorted(set(schema.methods) & set(published["methods"])):
        yield from _fields(name, schema.methods[name], published["methods"][name].get("fields", []))
    for name in sorted(schema.types):
        if name not in published["types"]:
            yield f"type {name}: only the library has it"
        elif fields := published["types"][name].get("fields"):
            yield from _fields(name, schema.types[name], fields)


def _names(what: str, ours: set[str], theirs: set[str]) -> Iterator[str]:
    yield from (f"{what} {name}: only the library has it" for name in sorted(ours - theirs))
    yield from (f"{what} {name}: only the specification has it" for name in sorted(theirs - ours))


def _fields(owner: str, ours: tuple[Field, ...], published: list[dict[str, Any]]) -> Iterator[str]:
    mine, theirs = {one.name: one for one in ours}, {one["name"]: one for one in published}
    yield from _names(f"{owner}:", set(mine), set(theirs))
    for name in sorted(set(mine) & set(theirs)):
        if mine[name].required != theirs[name]["required"]:
            yield f"{owner}: {name}: required is {mine[name].required} here, {theirs[name]['required']} there"
        known = {_SAME.get(one, one) for one in theirs[name]["types"]}
        if not set(mine[name].types) & known:
            yield f"{owner}: {name}: {' | '.join(mine[name].types)} here, {' | '.join(sorted(known))} there"
