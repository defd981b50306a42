"""What commands print: results, words about the work, errors without secrets; and how they end."""

import json
import sys
from collections.abc import AsyncIterable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Literal

import typer

from bot.redaction import Redactor
from storage.files import open_private

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CONFIG = 78

_redactor = Redactor()


def configured_redactor() -> Redactor:
    """Return the redactor that knows the secrets of the configuration read last."""
    return _redactor


def redact_errors(secrets: Iterable[str]) -> None:
    """Let no error that is shown from now on have one of these in it."""
    global _redactor  # noqa: PLW0603 - one process, one configuration; errors on the way out need it
    _redactor = Redactor(secrets)


def say(text: str) -> None:
    """Print a line of a command's result."""
    typer.echo(text)


def say_aside(text: str) -> None:
    """Print a line about the work, away from a command's result."""
    typer.echo(text, err=True)


def say_json(value: object) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def say_result(said: str, result: Mapping[str, object], *, as_json: bool) -> None:
    """Print what came of a command: in words, or as one JSON document for programs."""
    if as_json:
        say_json(result)
    else:
        say(said)


async def say_json_array(objects: AsyncIterable[object], stream: IO[str] | None = None) -> None:
    """Print one JSON array, an object at a time: nothing is too long for memory."""
    stream = stream or sys.stdout
    before, after = "[\n  ", "[]\n"
    async for each in objects:
        stream.write(before + json.dumps(each, ensure_ascii=False, indent=2).replace("\n", "\n  "))
        before, after = ",\n  ", "\n]\n"
    stream.write(after)


def open_to_write(path: Path, mode: Literal["w", "wb"] = "w") -> IO[Any]:
    """Open a file for a command's result; one that is made is for nobody else to read."""
    return open(path, mode, encoding=None if mode == "wb" else "utf-8", opener=open_private)


def show_error(error: object) -> None:
    """Print an error as a line, without secrets."""
    sys.stderr.write(f"dateline: {_redactor(str(error))}\n")
