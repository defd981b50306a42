"""`dateline db`: backups, restoring, moving, as an operator does it."""

import sqlite3

from bot.newsroom.posts.posttext import write_strict
from tests.cli.conftest import Dateline
from tests.cli.test_delivery import CSV
from tests.make import make_text


def fill(dateline: Dateline) -> None:
    (dateline.folder / "chats.csv").write_text(CSV, "utf-8")
    (dateline.folder / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    dateline("chats", "import", "chats.csv")
    dateline("article", "import", "--publish", "a.txt")


def test_backup_is_restored_into_an_empty_database_and_sends_nothing_until_told(dateline: Dateline) -> None:
    fill(dateline)
    assert dateline("db", "backup", "b.db").endswith(" bytes, read again and whole\n")
    assert dateline("db", "backup", "b.db", code=1) == "dateline: b.db is there already; name another file\n"
    said = dateline("db", "restore", "b.db", DATELINE_STORAGE__URL="sqlite:///new.db").splitlines()
    assert said[-1] == "nothing is sent until you say: dateline deliveries begin"
    assert dateline("article", "list", DATELINE_STORAGE__URL="sqlite:///new.db") == dateline("article", "list")
    assert dateline("chats", "export", DATELINE_STORAGE__URL="sqlite:///new.db") == dateline("chats", "export")
    assert dateline("deliveries", "begin", DATELINE_STORAGE__URL="sqlite:///new.db") == (
        "deliveries begin, within seconds of a running bot\n"
    )
    assert dateline("deliveries", "begin", DATELINE_STORAGE__URL="sqlite:///new.db") == "deliveries were not paused\n"
    assert "rows of its own" in dateline("db", "restore", "b.db", code=1, DATELINE_STORAGE__URL="sqlite:///new.db")


def test_copy_is_equal_and_an_unfinished_one_is_not_run(dateline: Dateline) -> None:
    fill(dateline)
    said = dateline("db", "copy", "--to", "sqlite:///copy.db")
    assert said.endswith(" tables are copied, and equal by count and hash\n")
    assert dateline("chats", "export", DATELINE_STORAGE__URL="sqlite:///copy.db") == dateline("chats", "export")
    with sqlite3.connect(dateline.folder / "copy.db") as connection:
        connection.execute("INSERT INTO installation (name, value) VALUES ('copying', 'begun')")
    assert dateline("article", "list", code=1, DATELINE_STORAGE__URL="sqlite:///copy.db") == (
        "dateline: a copy into this database was interrupted; run it again, or begin with an empty database\n"
    )


def test_what_cannot_be_done_is_one_line(dateline: Dateline) -> None:
    fill(dateline)
    (dateline.folder / "no.db").write_text("no database")
    for arguments in (
        ("restore", "none.db"),
        ("restore", "no.db"),
        ("copy", "--to", "mysql://x"),
        ("backup", "nowhere/b.db"),
    ):
        url = "sqlite:///new.db" if arguments[0] == "restore" else "sqlite:///dateline.db"
        said = dateline("db", *arguments, code=1, DATELINE_STORAGE__URL=url)
        assert (said.startswith("dateline: "), said.count("\n")) == (True, 1)
