"""The command line as a stranger meets it: where things are, what is said, and nothing made by looking."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from bot.cli import COMMANDS
from bot.supervisor import say_alive
from storage.store import open_storage
from tests.cli.conftest import Dateline
from tests.make import NOW


def test_help_names_every_command_with_its_own_words() -> None:
    for name, (module, attribute, summary) in COMMANDS.items():
        found = getattr(import_module(f"bot.cli.{module}"), attribute)
        if isinstance(found, typer.Typer):
            assert found.info.help == summary, name
        else:
            assert summary.endswith("."), name


def test_help_and_version_come_without_what_commands_need(dateline: Dateline, tmp_path: Path) -> None:
    for library in ("telegram", "sqlalchemy", "pydantic"):
        (tmp_path / f"{library}.py").write_text("raise ImportError")
    assert "Commands:" in dateline("-h", PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2]}")
    assert re.fullmatch(r"dateline \d+\.\d+\S*\n", dateline("--version"))


def test_example_of_every_key_is_printed(dateline: Dateline) -> None:
    assert dateline("config", "example") == (Path(__file__).parents[2] / "config.example.toml").read_text("utf-8")


def test_misspelt_command_is_guessed(dateline: Dateline) -> None:
    assert "There is no command 'artcle'. Did you mean article?" in dateline("artcle", code=2)
    assert "Did you mean 'list'?" in dateline("article", "lst", code=2)


def test_database_is_beside_the_configuration_wherever_a_command_is_called(dateline: Dateline, tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    for folder in (home, elsewhere):
        folder.mkdir()
    (home / "config.toml").write_text('[publication]\nname = "Harbour"\n')
    (tmp_path / "chats.csv").write_text("chat_id\n7\n")
    dateline.folder = elsewhere
    dateline("--config", "../home/config.toml", "chats", "import", "../chats.csv")
    assert dateline.aside == f"added: 1 of 1\na new database: {home}/dateline.db\n"
    for arguments in (
        ("--config", "../home/config.toml", "stats", "--json"),
        ("stats", "--json", "-c", "../home/config.toml"),
    ):
        assert json.loads(dateline(*arguments))["subscriptions"]["active"] == 1
    assert (
        json.loads(dateline("stats", "--json", DATELINE_CONFIG="../home/config.toml"))["subscriptions"]["active"] == 1
    )
    assert sorted(each.name for each in elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    "command", [("stats",), ("article", "list"), ("feed", "list"), ("chats", "export"), ("brief", "preview")]
)
def test_looking_makes_no_database(dateline: Dateline, command: tuple[str, ...]) -> None:
    dateline(*command)
    assert f"there is no database yet: {dateline.folder}/dateline.db" in dateline.aside.splitlines()
    assert list(dateline.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[briefing]\ntime = 8", 'briefing.time is 8, expected a time such as "08:00"'),
        ('[briefing]\ntime = "25:00"', "briefing.time is '25:00', expected a time such as \"08:00\""),
        ("[telegram]\nowner_ids = 1001", "telegram.owner_ids is 1001, expected a list such as [1001]"),
        (
            '[storage]\nurl = "mysql://h/d"',
            "storage.url expected sqlite:///file or postgresql://host/database, with user and password",
        ),
        ("[http]\npages = true", "http expected listen as an address such as 127.0.0.1:8080, for pages are on"),
        (
            '[http]\npages = true\nlisten = "0.0.0.0:80"',
            "http expected public_url as the address under which the world reaches the pages",
        ),
        (
            '[http]\npublic_url = "https://h.example/news"',
            "http.public_url is 'https://h.example/news', expected an address without a path such as https://news.example",
        ),
        (
            '[telegram]\ntoken_file = "nowhere"',
            "telegram expected token_file as a file that can be read; nowhere: No such file or directory",
        ),
    ],
)
def test_configuration_that_cannot_be_used_is_one_plain_line(dateline: Dateline, text: str, said: str) -> None:
    (dateline.folder / "config.toml").write_text(text)
    assert dateline("stats", code=78) == f"dateline: config.toml: {said}\n"
    assert [each.name for each in dateline.folder.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("written", ["8:05", "08:05", "08:05:00"])
def test_time_may_be_written_as_people_do(dateline: Dateline, written: str) -> None:
    (dateline.folder / "config.toml").write_text(f'[briefing]\ntime = "{written}"\n')
    dateline("feed", "import", "none.opml", code=1)  # the configuration was read
    assert [each.name for each in dateline.folder.iterdir()] == ["config.toml"]


def test_init_without_a_terminal_takes_the_environment_or_says_what_is_missing(dateline: Dateline) -> None:
    said = dateline("init", code=78)
    assert said == (
        "dateline: nobody can be asked here: name the token with --token-file, or set DATELINE_TELEGRAM__TOKEN\n"
    )
    said = dateline("init", code=1, DATELINE_TELEGRAM__TOKEN="1:x" * 9, DATELINE_TELEGRAM__API_URL="http://127.0.0.1:9")
    assert "cannot be reached" in said or "check telegram.api_url" in said


def test_init_writes_the_file_that_is_named_before_it(dateline: Dateline) -> None:
    (dateline.folder / "other.toml").write_text("")
    assert "other.toml exists already" in dateline("--config", "other.toml", "init", code=78)
    assert "other.toml exists already" in dateline("init", code=78, DATELINE_CONFIG="other.toml")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("chat_id,times,days\n46,07:30 mon,tue;08:00,mon,tue\n", "line 2: more values than columns; what has commas"),
        ("chat_id,chat_id\n1,2\n", "line 1: expected chat_id"),
        ('chat_id,mutes\n1,"golf\n', "expected CSV in UTF-8"),
    ],
)
def test_rows_that_lose_something_are_refused(dateline: Dateline, rows: str, problem: str) -> None:
    (dateline.folder / "chats.csv").write_text(rows)
    said = dateline("chats", "import", "chats.csv", code=1, DATELINE_STORAGE__URL="sqlite:///d.db")
    assert problem in said


def test_password_of_a_target_is_not_repeated(dateline: Dateline) -> None:
    said = dateline(
        "db", "copy", "--to", "postgresql://h:x/d?password=SECRET", code=1, DATELINE_STORAGE__URL="sqlite:///d.db"
    )
    assert "SECRET" not in said


def test_record_of_the_desk_is_listed(dateline: Dateline) -> None:
    url = f"sqlite:///{dateline.folder / 'd.db'}"

    async def name() -> None:
        storage = open_storage(url)
        await storage.editors.add(7, named_by="9", now=NOW)
        await storage.close()

    (dateline.folder / "chats.csv").write_text("chat_id\n7\n")
    assert dateline("record", DATELINE_STORAGE__URL=url) == ""
    dateline("chats", "import", "chats.csv", DATELINE_STORAGE__URL=url)
    asyncio.run(name())
    assert dateline("record", DATELINE_STORAGE__URL=url) == "2026-11-23 08:00:00+00:00  9            name    editor 7\n"
    (decided,) = json.loads(dateline("record", "--json", DATELINE_STORAGE__URL=url))
    assert decided == {
        "id": 1, "at": "2026-11-23T08:00:00+00:00", "actor": "9", "decision": "name", "subject": "editor 7", "detail": "",
    }  # fmt: skip


def test_briefing_to_nobody_says_so(dateline: Dateline) -> None:
    (dateline.folder / "chats.csv").write_text("chat_id\n7\n")
    dateline("chats", "import", "chats.csv", DATELINE_STORAGE__URL="sqlite:///d.db")
    url = "sqlite:///d.db"
    assert (
        dateline("brief", "send", "--chat", "8", code=1, DATELINE_STORAGE__URL=url)
        == "dateline: chat 8 is not subscribed\n"
    )
    assert (
        dateline("brief", "send", "--all", DATELINE_STORAGE__URL=url)
        == "nothing is sent: everybody has had what is new, or has paused\n"
    )


async def test_supervisor_hears_that_the_program_is_ready_lives_and_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "100000")
        stopping = asyncio.Event()
        telling = asyncio.ensure_future(say_alive(stopping))
        await asyncio.sleep(0.2)
        stopping.set()
        await telling
        supervisor.setblocking(False)
        heard = []
        while True:
            try:
                heard.append(supervisor.recv(100).decode())
            except BlockingIOError:
                break
    assert (heard[0], heard[-1], set(heard[1:-1])) == ("READY=1", "STOPPING=1", {"WATCHDOG=1"})
    assert len(heard) >= 4
    monkeypatch.setenv("NOTIFY_SOCKET", os.devnull)
    await say_alive(stopping)  # a supervisor that is away ends nothing


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("article", "export", "9" * 40), 2, "a number is larger than any that is stored"),
        (("draft", "\udcff"), 1, "\\udcff: No such file or directory"),
        (("db", "backup", "."), 1, ". is a folder; name a file in it"),
    ],
)
def test_odd_arguments_are_told_in_a_line(dateline: Dateline, arguments: tuple[str, ...], code: int, said: str) -> None:
    (dateline.folder / "c.csv").write_text("chat_id\n7\n", "utf-8")
    dateline("chats", "import", "c.csv")
    assert dateline(*arguments, code=code).splitlines()[-1] == f"dateline: {said}"


@pytest.mark.parametrize(
    "command", ["chats list --json", "article list --json", "chats export", "deliveries list --json"]
)
def test_closed_output_is_no_error_of_ours(tmp_path: Path, command: str) -> None:
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "DATELINE_STORAGE__URL": f"sqlite:///{tmp_path}/d.db"}
    run = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m bot {command} >&-"],
        env={**os.environ, **environment}, cwd=tmp_path, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.returncode, b"Traceback" in run.stderr) == (0, False)


def test_checking_makes_no_database(dateline: Dateline) -> None:
    dateline("check", code=78, DATELINE_STORAGE__URL="sqlite:///d.db", DATELINE_TELEGRAM__API_URL="http://127.0.0.1:9")
    said = dateline("db", "check", code=1, DATELINE_STORAGE__URL="sqlite:///d.db")
    assert "the database is empty" in said
    assert not (dateline.folder / "d.db").exists()
