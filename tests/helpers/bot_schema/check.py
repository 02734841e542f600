"""Holds a call of the Bot API against the schema: methods, parameters, types and lengths."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from telegram import constants
from telegram.constants import MessageLimit

from tests.helpers.bot_schema.made import Field, Schema, kept

_SIMPLE: Final[Mapping[str, tuple[type, ...]]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
}
_LOCAL: Final = "InputFile"  # a part of the upload, shown by the helpers as its name and content
# Lengths, of the last name on the way to a value: in UTF-16 units, where it says bytes in bytes.
_UNITS: Final = {
    "text": MessageLimit.MAX_TEXT_LENGTH,
    "message_text": MessageLimit.MAX_TEXT_LENGTH,
    "caption": MessageLimit.CAPTION_LENGTH,
    "copy_text.text": constants.InlineKeyboardButtonLimit.MAX_COPY_TEXT,
    "answerCallbackQuery.text": constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    "input_field_placeholder": constants.ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER,
    "commands.command": constants.BotCommandLimit.MAX_COMMAND,
    "commands.description": constants.BotCommandLimit.MAX_DESCRIPTION,
    "setMyDescription.description": constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    "short_description": constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
    "secret_token": constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
}
_BYTES: Final = {
    "callback_data": constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
    "results.id": constants.InlineQueryResultLimit.MAX_ID_LENGTH,
}
_ITEMS: Final = {
    "entities": MessageLimit.MESSAGE_ENTITIES,
    "caption_entities": MessageLimit.MESSAGE_ENTITIES,
    "commands": constants.BotCommandLimit.MAX_COMMAND_NUMBER,
    "results": constants.InlineQueryLimit.RESULTS,
    "inline_keyboard": constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER,
}
_MAY_BE_EMPTY: Final = frozenset(
    ["answerCallbackQuery.text", "short_description", "setMyDescription.description", "language_code", "url"]
)
_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
_TEXT_OF_ENTITIES: Final = {
    "entities": ("text", "message_text"),
    "caption_entities": ("caption",),
}


def faults(method: str, parameters: Mapping[str, Any], *, form: bool = False) -> list[str]:
    """What the server would not accept of a call, or would not understand; empty for a good one.

    In a `form` every value is written as text, as JSON where it is not text itself.
    """
    schema = _schema()
    known = {name.lower(): name for name in schema.methods}.get(method.lower())
    if known is None:
        return [f"{method}: there is no such method"]
    fields = schema.methods[known]
    return list(_object(schema, known, fields, _read(fields, parameters) if form else parameters))


@cache
def _schema() -> Schema:
    return kept()


def _read(fields: tuple[Field, ...], parameters: Mapping[str, Any]) -> dict[str, Any]:
    text = {field.name for field in fields if "String" in field.types}
    return {
        name: json.loads(value) if name not in text and isinstance(value, str) and value else value
        for name, value in parameters.items()
    }


def _object(schema: Schema, path: str, fields: tuple[Field, ...], value: Mapping[str, Any]) -> Iterator[str]:
    known = {field.name: field for field in fields}
    yield from (f"{path}.{name}: there is no such field" for name in value.keys() - known.keys())
    yield from (f"{path}.{one.name}: missing" for one in fields if one.required and one.name not in value)
    for name in sorted(value.keys() & known.keys()):
        yield from _value(schema, f"{path}.{name}", known[name].types, value[name])
    yield from _entities_outside(path, value)


def _value(schema: Schema, path: str, types: tuple[str, ...], value: object) -> Iterator[str]:
    """Good when it is good as one of the types; else what is wrong with it as the likeliest."""
    findings = [list(_as(schema, path, one, value)) for one in types]
    if all(findings):
        yield from min(findings, key=len)
    else:
        yield from _too_long(path, value)


def _as(schema: Schema, path: str, kind: str, value: object) -> Iterator[str]:
    if kind.startswith("Array of "):
        yield from _array(schema, path, kind.removeprefix("Array of "), value)
    elif kind in _SIMPLE:
        if not isinstance(value, _SIMPLE[kind]) or (isinstance(value, bool) and kind != "Boolean"):
            yield f"{path}: {kind} wanted, {type(value).__name__} given"
    elif kind == _LOCAL:
        if not (isinstance(value, Mapping) and "file_name" in value):
            yield f"{path}: a file wanted, {type(value).__name__} given"
    elif kind in schema.subtypes:
        below = [list(_as(schema, path, one, value)) for one in schema.subtypes[kind]]
        yield from min(below, key=len)
    elif kind in schema.types:
        if isinstance(value, Mapping):
            yield from _object(schema, path, schema.types[kind], value)
        else:
            yield f"{path}: {kind} wanted, {type(value).__name__} given"


def _array(schema: Schema, path: str, kind: str, value: object) -> Iterator[str]:
    if not isinstance(value, list | tuple):
        yield f"{path}: a list wanted, {type(value).__name__} given"
        return
    for one in value:
        yield from _value(schema, path, (kind,), one)


def _too_long(path: str, value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text_length(path, value)
    elif isinstance(value, list | tuple) and len(value) > _limit(_ITEMS, path, len(value)):
        yield f"{path}: {len(value)} items are too many"


def _text_length(path: str, value: str) -> Iterator[str]:
    if not value.strip() and not _limit(dict.fromkeys(_MAY_BE_EMPTY, 1), path, 0):
        yield f"{path}: empty"
    length, limit = _units(value), _limit(_UNITS, path, 2**20)
    if length > limit:
        yield f"{path}: {length} units, {limit} at most"
    size, limit = len(value.encode("utf-8", "replace")), _limit(_BYTES, path, 2**20)
    if size > limit:
        yield f"{path}: {size} bytes, {limit} at most"
    if path.endswith("commands.command") and not _COMMAND.fullmatch(value):
        yield f"{path}: letters, digits and underscores, 32 at most"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _limit(limits: Mapping[str, int], path: str, default: int) -> int:
    """The limit whose name is the end of the path, the longest such name first."""
    names = [name for name in limits if f".{path}".endswith(f".{name}")]
    return limits[max(names, key=len)] if names else default


def _entities_outside(path: str, value: Mapping[str, Any]) -> Iterator[str]:
    for entities, texts in _TEXT_OF_ENTITIES.items():
        text = next((value[name] for name in texts if isinstance(value.get(name), str)), "")
        for entity in value.get(entities) or ():
            end = entity.get("offset", 0) + entity.get("length", 0)
            if entity.get("offset", 0) < 0 or entity.get("length", 0) <= 0 or end > _units(text):
                yield f"{path}.{entities}: an entity lies outside its text"
