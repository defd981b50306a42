"""`--json` on every command: one document on standard output and nothing else."""

import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.cli import app
from bot.newsroom.posts.posttext import write_strict
from tests.make import make_text


def leaves(command: Any, name: str) -> dict[str, Any]:
    if not hasattr(command, "list_commands"):
        return {name: command}
    below = {f"{name} {each}": command.get_command(None, each) for each in command.list_commands(None)}
    return {leaf: found for at, each in below.items() for leaf, found in leaves(each, at).items()}


def test_every_command_takes_json() -> None:
    without = [
        name
        for name, command in leaves(get_command(app), "dateline").items()
        if not any("--json" in parameter.opts for parameter in command.params)
    ]
    assert without == []


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Run commands in this process, for there are many, and read what they print."""
    root = logging.getLogger()
    handlers, hook, level = root.handlers[:], sys.excepthook, root.level
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Any:
        ended = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
        assert ended.exit_code == 0, ended.stderr
        return json.loads(ended.stdout)

    yield run
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


def test_what_commands_did_is_one_document(ask: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "chats.csv").write_text("chat_id\n7\n8\n", "utf-8")
    (tmp_path / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    (tmp_path / "f.opml").write_text(
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>', "utf-8"
    )
    assert ask("chats", "import", "chats.csv") == {"subscribed": 2, "known": 0}
    assert [row["chat_id"] for row in ask("chats", "export")] == [7, 8]
    assert ask("feed", "import", "f.opml") == {"added": 1, "known": 0}
    assert ask("feed", "remove", "https://a.example/feed") == {"removed": "https://a.example/feed"}
    assert ask("article", "import", "--publish", "a.txt")[0]["headline"] == "One"
    assert ask("article", "export", "1")[0]["headline"] == "One"
    (message,) = ask("brief", "preview", "--chat", "7")["messages"]
    assert "One" in message
    assert ask("brief", "send", "--all") == {"planned": 2}
    assert [each["state"] for each in ask("deliveries", "list")] == ["pending", "pending"]
    assert ask("deliveries", "leave", "--all-uncertain") == {"left": 0}
    assert ask("db", "check") == {"ok": True, "read": True}
    assert ask("db", "check", "--quick") == {"ok": True, "read": False}
    assert ask("db", "upgrade") == {"upgraded": False}
    size = (tmp_path / "dateline.db").stat().st_size
    assert ask("db", "backup", "b.db")["bytes"] <= size
    assert ask("config", "example")["storage"]["url"] == "sqlite:///dateline.db"
    assert ask("article", "list", "--status", "draft") == []
