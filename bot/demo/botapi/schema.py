"""Checking every call against the official table of methods and parameters."""

import json
from functools import cache
from importlib import resources
from typing import Any

from bot.demo.botapi.errors import ApiError, bad_request

_TRUE, _FALSE = {"true", "yes", "1", "t"}, {"false", "no", "0", "f", ""}


# Written by hand: the table is of 10.1, these came with 10.3.
_LATER_METHODS: dict[str, Any] = {
    "deleteEphemeralMessage": {
        "chat_id": [["Integer", "String"], True],
        "receiver_user_id": [["Integer"], True],
        "ephemeral_message_id": [["Integer"], True],
    },
}
_LATER_PARAMETERS = {"sendMessage": {"ephemeral_message_parameters": [["EphemeralMessageParameters"], False]}}
_LATER_TYPES: dict[str, Any] = {
    "EphemeralMessageParameters": {
        "any_of": [],
        "fields": {
            "receiver_user_id": [["Integer"], True],
            "callback_query_id": [["String"], False],
            "replace_callback_query_message": [["Boolean"], False],
        },
    },
}


@cache
def _schema() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(resources.files("bot.demo.botapi").joinpath("schema.json").read_text("utf-8"))
    document["methods"] |= _LATER_METHODS
    document["types"] |= _LATER_TYPES
    for method, parameters in _LATER_PARAMETERS.items():
        document["methods"][method] |= parameters
    document["by_lower"] = {name.lower(): name for name in document["methods"]}
    return document


def get_method(name: str) -> str:
    """Return a method's official name; case does not count. Raises ApiError (404)."""
    found = _schema()["by_lower"].get(name.lower())
    if found is None:
        raise ApiError(404, "Not Found: method not found")
    return str(found)


def check_call(method: str, raw: dict[str, Any]) -> dict[str, Any]:
    """Return a call's parameters with the types the schema gives them. Raises ApiError (400).

    Telegram ignores parameters it does not know; here they are refused, for they are somebody's mistake.
    """
    fields = _schema()["methods"][method]
    unknown = sorted(set(raw) - set(fields))
    if unknown:
        raise bad_request(f"{method} has no parameter {unknown[0]}")
    for name, (_types, is_required) in fields.items():
        if is_required and name not in raw:
            raise bad_request(_missing(name))
    return {name: _read(name, value, fields[name][0]) for name, value in raw.items()}


def _missing(name: str) -> str:
    special = {
        "chat_id": "chat_id is empty",
        "text": "message text is empty",
        "message_id": "message identifier is not specified",
    }
    return special.get(name, f'parameter "{name}" is required')


def _read(name: str, value: Any, types: list[str]) -> Any:
    errors = []
    for type_ in types:
        try:
            return _convert(name, value, type_)
        except ApiError as error:
            errors.append(error)
    raise errors[0]


def _convert(name: str, value: Any, type_: str) -> Any:
    if type_ == "InputFile":
        if isinstance(value, Upload):
            return value
        raise bad_request(f"{name} must be a file")
    if type_ == "String":
        if isinstance(value, Upload):  # named by attach://
            return value
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
        raise bad_request(f'parameter "{name}" must be a String')
    if type_ in ("Integer", "Float"):
        return _number(name, value, type_)
    if type_ == "Boolean":
        return _boolean(name, value)
    return _structure(name, value, type_)


def _number(name: str, value: Any, type_: str) -> int | float:
    try:
        return int(value) if type_ == "Integer" else float(value)
    except (TypeError, ValueError):
        raise bad_request(f'parameter "{name}" must be of type {type_}') from None


def _boolean(name: str, value: Any) -> bool:
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise bad_request(f'parameter "{name}" must be of type Boolean')
    return word in _TRUE


def _structure(name: str, value: Any, type_: str) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except json.JSONDecodeError:
            raise bad_request(f"can't parse {name}: it is no JSON") from None
    if type_.startswith("Array of "):
        if not isinstance(value, list):
            raise bad_request(f"can't parse {name}: expected an Array")
        inner = type_.removeprefix("Array of ")
        return [_convert(f"{name}[{index}]", each, inner) for index, each in enumerate(value)]
    if not isinstance(value, dict):
        raise bad_request(f"can't parse {name}: expected an Object")
    return _object(name, value, type_)


def _object(name: str, value: dict[str, Any], type_: str) -> dict[str, Any]:
    described = _schema()["types"].get(type_, {"fields": {}, "any_of": []})
    if described["any_of"]:
        return _one_of(name, value, described["any_of"])
    fields = described["fields"]
    unknown = sorted(set(value) - set(fields))
    if unknown:
        raise bad_request(f"can't parse {name}: {type_} has no field {unknown[0]}")
    for field, (_types, is_required) in fields.items():
        if is_required and field not in value:
            raise bad_request(f'can\'t parse {name}: field "{field}" must be present in {type_}')
    return {field: _read(f"{name}.{field}", each, fields[field][0]) for field, each in value.items()}


def _one_of(name: str, value: dict[str, Any], candidates: list[str]) -> dict[str, Any]:
    errors = []
    for candidate in candidates:
        try:
            return _object(name, value, candidate)
        except ApiError as error:
            errors.append(error)
    raise min(errors, key=lambda error: "has no field" in error.description)


class Upload:
    """A file that came with a call."""

    def __init__(self, filename: str, content: bytes) -> None:
        self.filename = filename
        self.content = content
