"""`dateline chats`, `brief`, `deliveries` and `stats`, as an operator runs them."""

import json
import sqlite3
from pathlib import Path

import pytest

from bot.newsroom.posts.posttext import write_strict
from tests.cli.conftest import Dateline
from tests.make import make_text

CSV = """chat_id,kind,language,timezone,times,days,sections,thread_id
1001,private,en,Europe/Berlin,07:30;18:00,mon;tue;wed;thu;fri,world,
-100500,supergroup,en,UTC,08:00,,,4
"""


@pytest.fixture
def dateline(tmp_path: Path) -> Dateline:
    (tmp_path / "chats.csv").write_text(CSV, "utf-8")
    (tmp_path / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    return Dateline(tmp_path)


def test_chats_come_back_as_they_went_in(dateline: Dateline) -> None:
    assert dateline("chats", "import", "chats.csv") == "2 subscribed, 0 were already\n"
    assert dateline("chats", "import", "chats.csv") == "0 subscribed, 2 were already\n"
    exported = dateline("chats", "export")
    assert exported.splitlines()[1] == (
        "1001,private,en,Europe/Berlin,07:30;18:00,mon;tue;wed;thu;fri,world,,,,,5,yes,no,no,,no,no,yes,no,,"
    )
    (dateline.folder / "exported.csv").write_text(exported, "utf-8")
    elsewhere = {"DATELINE_STORAGE__URL": "sqlite:///elsewhere.db"}
    assert dateline("chats", "import", "exported.csv", **elsewhere) == "2 subscribed, 0 were already\n"  # type: ignore[arg-type]
    assert dateline("chats", "export", **elsewhere) == exported  # type: ignore[arg-type]
    assert [row["chat_id"] for row in json.loads(dateline("chats", "list", "--json"))] == [1001, -100500]
    assert json.loads(dateline("chats", "show", "1001"))["zone"] == "Europe/Berlin"
    assert dateline("chats", "show", "7", code=1) == "dateline: there is no chat 7\n"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,private,en,UTC,08:00,,,", "line 2: chat_id 'x' is no number"),
        ("1,robot,en,UTC,08:00,,,", "line 2: kind 'robot'; expected one of private, group, supergroup, channel"),
        ("1,private,en,Mars,08:00,,,", "line 2: timezone 'Mars' is no IANA zone"),
        ("1,private,en,UTC,late,,,", "line 2: times 'late'; expected such as 07:30;18:00 and days such as mon-fri"),
    ],
)
def test_bad_line_subscribes_nobody(dateline: Dateline, row: str, message: str) -> None:
    header = CSV.split("\n", maxsplit=1)[0]
    (dateline.folder / "bad.csv").write_text(f"{header}\n{row}\n1002,private,en,UTC,08:00,,,\n", "utf-8")
    assert dateline("chats", "import", "bad.csv", code=1) == f"dateline: bad.csv: {message}\n"
    assert dateline("chats", "list") == ""


def test_briefing_is_previewed_sent_and_counted(dateline: Dateline) -> None:
    dateline("chats", "import", "chats.csv")
    dateline("article", "import", "a.txt", "--publish")

    assert "1. One\n• Four boats replace nine." in dateline("brief", "preview", "--chat", "1001")
    assert dateline("brief", "send", "--chat", "1001") == "1 briefing is on its way\n"
    assert dateline("brief", "send", "--all") == "1 briefing is on its way\n"
    assert dateline("brief", "send", "--all") == "nothing is sent: everybody has had what is new, or has paused\n"
    waiting = json.loads(dateline("deliveries", "list", "--state", "pending", "--json"))
    assert sorted(each["chat_id"] for each in waiting) == [-100500, 1001]
    assert json.loads(dateline("stats", "--json")) == {
        "chats": {"active": 2},
        "subscriptions": {"active": 2, "stopped": 0},
        "deliveries": {
            "pending": 2, "sending": 0, "sent": 0, "refused": 0, "expired": 0, "skipped": 0, "uncertain": 0,
        },
        "articles": {"published": 1},
        "updates": {"waiting": 0, "answering": 0, "done": 0, "dropped": 0, "set_aside": 0},
        "paused": {},
        "days": {},
        "top_stories": [],
    }  # fmt: skip
    assert dateline("deliveries", "resend", "--all-uncertain") == "0 are sent again\n"
    assert dateline.aside == "0 uncertain deliveries; 0 older ones stay as they are (--since takes more)\n"
    assert "none of these deliveries is uncertain" in dateline("deliveries", "leave", "1", code=1)
    assert "name deliveries by their ids" in dateline("deliveries", "leave", code=2)
    assert "name one chat with --chat ID, or --all" in dateline("brief", "send", code=2)
    assert "2 pending" in dateline("stats")


def test_what_is_sent_again_by_hand_leaves_out_who_stopped_and_says_so(dateline: Dateline) -> None:
    dateline("chats", "import", "chats.csv")
    dateline("article", "import", "a.txt", "--publish")
    dateline("brief", "send", "--all")
    with sqlite3.connect(dateline.folder / "dateline.db") as connection:
        connection.execute("UPDATE deliveries SET state = 'uncertain'")
        connection.execute("UPDATE subscriptions SET is_stopped = 1 WHERE chat_id = 1001")
        of_chat = dict(connection.execute("SELECT chat_id, id FROM deliveries").fetchall())
    stopped, other = str(of_chat[1001]), str(of_chat[-100500])
    said = dateline("deliveries", "resend", stopped, code=1)
    assert said.startswith("dateline: none of them is uncertain with a reader who still wants it")
    assert dateline("deliveries", "resend", stopped, other) == "1 are sent again\n"
    assert dateline.aside == (
        "1 stay as they are: not uncertain, or their reader stopped, paused, or cannot be written to\n"
    )


def test_only_one_process_runs_on_sqlite(dateline: Dateline) -> None:
    assert "expected updates,delivery" in dateline("run", "--only", "nonsense", code=2)
