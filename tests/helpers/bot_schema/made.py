"""Reads the methods and types of the Bot API off the signatures of python-telegram-bot."""

import ast
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import telegram
from msgspec import Struct
from telegram import Bot, TelegramObject

KEPT: Final = Path(__file__).with_name("schema.json")
# What the library takes beside the Bot API's own parameters: time-outs, and shorter ways to say a thing.
_OF_THE_LIBRARY: Final = frozenset(
    [
        *("self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs"),
        *("filename", "reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview"),
        *("current_offset", "auto_pagination", "contact", "venue"),
    ]
)
_NOT_OF_TYPES: Final = frozenset(
    ["self", "api_kwargs", "filename", "filename_depr", "disable_web_page_preview"],
)
_FILLED_IN: Final = {
    "type": ("String",),
    "source": ("String",),
    "force_reply": ("Boolean",),
    "remove_keyboard": ("Boolean",),
}
_NO_METHODS: Final = frozenset(["do_api_request", "get_bot", "initialize", "shutdown"])
_PLAIN: Final = {
    "int": ["Integer"],
    "str": ["String"],
    "bool": ["Boolean"],
    "float": ["Float"],
    "object": [],  # whatever the library can keep in its own cache: on the wire it is a string
    "timedelta": ["Integer"],
    "datetime": ["Integer"],
    "bytes": ["InputFile"],
    "Path": ["InputFile"],
    "IO": ["InputFile"],
    "FileInput": ["InputFile", "String"],
    "ReplyMarkup": ["InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"],
    "None": [],
    "NoneType": [],
}


class Field(Struct, frozen=True, order=True):
    """A parameter of a method, or a field of a type; `types` are those its value may have."""

    name: str
    types: tuple[str, ...]
    required: bool


class Schema(Struct, frozen=True):
    """Methods and types by name. Types are those that can be sent; one with sub-types may be any of them."""

    version: str
    methods: dict[str, tuple[Field, ...]]
    types: dict[str, tuple[Field, ...]]
    subtypes: dict[str, tuple[str, ...]]


def made() -> Schema:
    """The schema of the library that is installed."""
    methods = {_camel(name): _fields(method) for name, method in _methods()}
    types: dict[str, tuple[Field, ...]] = {}
    subtypes: dict[str, tuple[str, ...]] = {}
    waiting = [name for fields in methods.values() for field in fields for name in _named(field)]
    while waiting:
        name = waiting.pop()
        kind = _type_called(name)
        if name in types or kind is None:
            continue
        types[name] = _fields_of_type(kind)
        if below := tuple(sorted(one.__name__ for one in kind.__subclasses__())):
            subtypes[name] = below
        waiting += [*(one for field in types[name] for one in _named(field)), *below]
    return Schema(telegram.__bot_api_version__, methods, dict(sorted(types.items())), subtypes)


def as_json(schema: Schema) -> str:
    """The schema as it is kept: one method or type a line, so that a change can be read."""
    parts: dict[str, dict[str, Any]] = {
        "methods": {name: _by_name(fields) for name, fields in schema.methods.items()},
        "types": {name: _by_name(fields) for name, fields in schema.types.items()},
        "subtypes": schema.subtypes,
    }
    lines = [f'  "version": {json.dumps(schema.version)}']
    for section, content in parts.items():
        rows = ",\n".join(f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in content.items())
        lines.append(f'  "{section}": {{\n{rows}\n  }}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def kept() -> Schema:
    """The schema as it was read last."""
    raw = json.loads(KEPT.read_text("utf-8"))
    return Schema(
        raw["version"],
        {name: _from_json(fields) for name, fields in raw["methods"].items()},
        {name: _from_json(fields) for name, fields in raw["types"].items()},
        {name: tuple(below) for name, below in raw["subtypes"].items()},
    )


def types_of(annotation: str) -> tuple[str, ...]:
    """The Bot API's types that a Python annotation stands for.

    >>> types_of("collections.abc.Sequence['MessageEntity'] | None")
    ('Array of MessageEntity',)
    """
    text = re.sub(r"<class '([\w.]+)'>", r"\1", annotation)
    text = re.sub(r"ForwardRef\('(\w+)'\)", r"\1", text)
    return tuple(dict.fromkeys(_read(ast.parse(text, mode="eval").body)))


def _read(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left, ast.BitOr(), right):
            yield from _read(left)
            yield from _read(right)
        case ast.Constant(str(text)):
            yield from _read(ast.parse(text, mode="eval").body)
        case ast.Constant(None):
            return
        case ast.Subscript(value, inner):
            yield from _subscript(_last_name(value), inner)
        case _:
            name = _last_name(node)
            yield from _PLAIN.get(name, [name])


def _subscript(outer: str, inner: ast.expr) -> Iterator[str]:
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if outer == "Sequence":
        yield from (f"Array of {name}" for name in _read(inner))
    elif outer == "Literal":
        yield from {"Integer" if isinstance(ast.literal_eval(one), int) else "String" for one in parts}
    elif outer in {"Union", "Optional", "DefaultValue", "IO"}:
        for part in parts if outer != "IO" else ():
            yield from _read(part)
        yield from ["InputFile"] if outer == "IO" else []
    # A callable, a pair in place of an object: the library's own conveniences, never on the wire.


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)


def _methods() -> Iterator[tuple[str, Any]]:
    for name, method in inspect.getmembers(Bot, inspect.isfunction):
        taken = inspect.signature(method).parameters
        if not name.startswith("_") and name not in _NO_METHODS and "api_kwargs" in taken and name.islower():
            yield name, method


def _fields(method: Any) -> tuple[Field, ...]:
    return _parameters(method, _OF_THE_LIBRARY)


def _parameters(function: Any, left_out: frozenset[str]) -> tuple[Field, ...]:
    parameters = inspect.signature(function).parameters.values()
    fields = (
        Field(one.name, types_of(str(one.annotation)), one.default is one.empty)
        for one in parameters
        if one.name not in left_out and one.kind in {one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY}
    )
    return tuple(sorted(fields))


def _fields_of_type(kind: type[TelegramObject]) -> tuple[Field, ...]:
    """What its constructor takes, and what it fills in by itself: which of several types it is."""
    taken = _parameters(kind, _NOT_OF_TYPES)
    known = {one.name for one in taken}
    kept = {slot for base in kind.__mro__[:-2] for slot in getattr(base, "__slots__", ())}
    own = (Field(slot, _FILLED_IN[slot], required=True) for slot in kept - known if slot in _FILLED_IN)
    return tuple(sorted([*taken, *own]))


def _named(field: Field) -> list[str]:
    return [name.removeprefix("Array of ").removeprefix("Array of ") for name in field.types]


def _type_called(name: str) -> type[TelegramObject] | None:
    kind = getattr(telegram, name, None)
    return kind if isinstance(kind, type) and issubclass(kind, TelegramObject) else None


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _by_name(fields: tuple[Field, ...]) -> dict[str, str]:
    return {one.name: " | ".join(one.types) + ("" if one.required else " ?") for one in fields}


def _from_json(fields: dict[str, str]) -> tuple[Field, ...]:
    return tuple(
        Field(name, tuple(kinds.removesuffix(" ?").split(" | ")), not kinds.endswith(" ?"))
        for name, kinds in fields.items()
    )
