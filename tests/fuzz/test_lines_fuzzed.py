"""Command lines of any words: an exit code and one of our own errors, never anything else."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.main import get_command
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import BotError
from bot.newsroom.posts.posttext import write_strict
from storage.errors import StorageError
from tests.fuzz.mutating import EXAMPLES, pieces
from tests.make import make_text

DECLARED = (
    SystemExit,
    BotError,
    StorageError,
    OSError,
    UnicodeError,
    OverflowError,
)  # bot.cli.main turns them into a line and an exit code
ENDLESS = ("run", "demo", "init")  # they wait, or ask
FILES = ("a.txt", "b.json", "c.csv", "d.opml", "none.txt", ".", "e.bin")


def leaves(command: Any, words: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], list[str]]]:
    """Return every command, as its words and its options."""
    if hasattr(command, "list_commands"):
        below = {name: command.get_command(None, name) for name in command.list_commands(None)}
        return [leaf for name, each in below.items() for leaf in leaves(each, (*words, name))]
    return [(words, [option for parameter in command.params for option in parameter.opts if option.startswith("-")])]


COMMANDS = [leaf for leaf in leaves(get_command(app)) if leaf[0][0] not in ENDLESS]
values = st.sampled_from(FILES) | pieces | st.integers(-3, 10**20).map(str)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    words, options = draw(st.sampled_from(COMMANDS))
    rest = draw(st.lists(st.sampled_from(options) | values, max_size=5))
    return [*words, *(each.replace("\x00", "") for each in rest if each not in ("--follow",))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Iterator[Path]:
    """A folder with files of every kind, good and bad, and a database."""
    (tmp_path / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    (tmp_path / "b.json").write_text('{"headline": 7}', "utf-8")
    (tmp_path / "c.csv").write_text("chat_id,times\n7,7:30\n", "utf-8")
    (tmp_path / "d.opml").write_text('<opml version="2.0"><body/></opml>', "utf-8")
    (tmp_path / "e.bin").write_bytes(bytes(range(256)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_STORAGE__URL", sqlite_url)
    root = logging.getLogger()
    handlers, hook, level = root.handlers[:], sys.excepthook, root.level
    yield tmp_path
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


@pytest.mark.timeout(120 + 2 * EXAMPLES)
@pytest.mark.usefixtures("folder")
@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
@given(lines())
def test_no_command_line_ends_otherwise_than_declared(line: list[str]) -> None:
    ended = CliRunner().invoke(app, line)
    assert ended.exception is None or isinstance(ended.exception, DECLARED), repr(ended.exception)
