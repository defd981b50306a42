"""`dateline article` and `dateline db`, as a person runs them."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from bot.newsroom.posts.posttext import write_strict
from storage.model import Check, Picture
from storage.store import open_storage
from tests.cli.conftest import Dateline
from tests.make import NOW, make_text, store_report

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (64).to_bytes(4, "big") + (48).to_bytes(4, "big")


def test_article_goes_in_through_its_states_and_out(dateline: Dateline) -> None:
    (dateline.folder / "a.txt").write_text(write_strict(make_text("One")), "utf-8")

    assert dateline("article", "import", "a.txt").endswith("  One\n")
    assert json.loads(dateline("article", "list", "--status", "draft", "--json"))[0]["identifier"] == 1
    assert "published" in dateline("article", "publish", "1")
    shown = json.loads(dateline("article", "show", "1", "--json"))
    assert (shown["identifier"], shown["headline"]) == (1, "One")
    assert "withdrawn" in dateline("article", "withdraw", "1", "--reason", "It was not true.")
    assert dateline("article", "publish", "1", code=1) == (
        "dateline: article 1 is withdrawn; this needs draft or in_review or scheduled\n"
    )
    assert dateline("article", "show", "7", code=1) == "dateline: there is no article 7\n"


def test_import_of_the_seed_lists_what_was_dropped(dateline: Dateline, shared: Path) -> None:
    (article,) = json.loads(dateline("article", "import", str(shared / "seed-article.txt"), "--publish", "--json"))
    assert article["creditText"] == "TRT Global"
    assert [source["publisher"]["name"] for source in article["citation"]] == [
        "TRT Global", "CNA", "Indiatimes", "Al Jazeera", "SCMP",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_export_imports_again_as_equal_articles(dateline: Dateline, form: str) -> None:
    (dateline.folder / "p.png").write_bytes(PNG)
    text = make_text("One", picture=Picture(url="p.png", caption="A ferry"))
    (dateline.folder / "a.txt").write_text(write_strict(text), "utf-8")
    (dateline.folder / "b.json").write_text('{"headline": "Two", "abstract": ["b"]}', "utf-8")
    dateline("article", "import", "a.txt", "b.json")

    dateline("article", "export", "--format", form, "--output", "out" if form == "text" else "out.json")

    exported = ["out/1.txt", "out/2.txt"] if form == "text" else ["out.json"]
    dateline("article", "import", *exported, DATELINE_STORAGE__URL="sqlite:///other.db")
    before, after = (
        json.loads(dateline("article", "export", "--format", "json", DATELINE_STORAGE__URL=f"sqlite:///{name}.db"))
        for name in ("dateline", "other")
    )
    for article in (*before, *after):
        del article["dateModified"]
    assert after == before
    assert before[0]["image"]["url"].endswith(".png")


def test_exported_files_are_for_nobody_else_to_read(dateline: Dateline) -> None:
    (dateline.folder / "p.png").write_bytes(PNG)
    for headline in ("One", "Two"):
        picture = Picture(url="p.png", caption="A ferry") if headline == "One" else None
        (dateline.folder / f"{headline}.txt").write_text(write_strict(make_text(headline, picture=picture)), "utf-8")
    dateline("article", "import", "One.txt", "Two.txt")

    dateline("article", "export", "--output", "out")
    dateline("article", "export", "--format", "json", "--output", "out/all.json")
    dateline("feed", "export", "--output", "out/feeds.opml")

    modes = {file.suffix: oct(file.stat().st_mode & 0o777) for file in (dateline.folder / "out").iterdir()}
    assert modes == dict.fromkeys((".txt", ".png", ".json", ".opml"), "0o600")


def test_standard_input_is_a_file_too(dateline: Dateline) -> None:
    assert "A quiet day" in dateline("article", "import", "-", stdin=b"A quiet day\n- One thing happened here.\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# A\n\nB. [1]\n", "bad: line 3: [1] points at no source; expected no marks, since there are no sources"),
        (b'{"headline": 3}', "bad: headline: got int '3'; expected a valid string"),
        (
            b"# A\nPicture: none.png\n\nB.\n",
            "picture none.png: there is no such file in ., and no address begins like this",
        ),
        (b"# A\nPicture: bad\n\nB.\n", "picture bad: neither JPEG nor PNG"),
    ],
)
def test_bad_file_stores_nothing(dateline: Dateline, content: bytes, message: str) -> None:
    (dateline.folder / "good").write_text(write_strict(make_text("Good")), "utf-8")
    (dateline.folder / "bad").write_bytes(content)
    assert dateline("article", "import", "good", "bad", code=1) == f"dateline: {message}\n"
    assert dateline("article", "list") == ""


def test_missing_file_is_named(dateline: Dateline) -> None:
    assert dateline("article", "import", "none", code=1) == "dateline: none: No such file or directory\n"


def test_usage_errors_have_their_own_code(dateline: Dateline) -> None:
    assert "No such option" in dateline("article", "list", "--nonsense", code=2)
    assert "expected text, json or jsonl" in dateline("article", "export", "--format", "x", code=2)


def test_bad_configuration_has_its_own_code(dateline: Dateline) -> None:
    (dateline.folder / "config.toml").write_text("[nonsense]\n")
    assert dateline("article", "list", code=78).startswith("dateline: config.toml: nonsense: no such key;")
    assert dateline("run", "--config", "none.toml", code=78) == "dateline: none.toml: there is no such file\n"


def test_newer_schema_is_said_in_one_line_and_left_alone(dateline: Dateline) -> None:
    dateline("db", "upgrade")
    with sqlite3.connect(dateline.folder / "dateline.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    message = "dateline: the database's schema is newer than this program; install the newer Dateline\n"
    for command in (("article", "list"), ("db", "upgrade"), ("db", "check")):
        assert dateline(*command, code=1) == message


def test_database_is_upgraded_and_checked(dateline: Dateline) -> None:
    assert dateline("db", "check", code=1) == "dateline: the database is empty; run `dateline db upgrade`\n"
    assert dateline("db", "upgrade") == "the schema is current now\n"
    assert dateline("db", "upgrade") == "the schema was current already\n"
    assert dateline("db", "check") == "ok\n"


def test_database_that_cannot_be_written_is_said_in_one_line(dateline: Dateline) -> None:
    (dateline.folder / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    dateline("article", "import", "a.txt")
    database = dateline.folder / "dateline.db"
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    database.chmod(0o444)
    (dateline.folder / "b.txt").write_text(write_strict(make_text("Two")), "utf-8")
    url = "sqlite:///file:dateline.db?immutable=1&uri=true" if os.getuid() == 0 else "sqlite:///dateline.db"
    said = dateline("article", "import", "b.txt", code=1, DATELINE_STORAGE__URL=url)
    assert (
        said.removeprefix("dateline: database file:dateline.db: ").removeprefix("dateline: database dateline.db: ")
        == "attempt to write a readonly database\n"
    )


async def test_draft_that_the_gate_blocks_is_published_only_with_a_reason(dateline: Dateline, tmp_path: Path) -> None:
    dateline("db", "upgrade")
    storage = open_storage(f"sqlite:///{tmp_path / 'dateline.db'}")
    await store_report(storage, "T")
    event = await storage.events.get(await storage.events.begin(1, now=NOW))
    check = Check(kind="figure", place="bullet 1", token="12", sources=(1,), detail="", blocks=True)
    await storage.events.save_draft(event, make_text("Draft"), [check], now=NOW)
    await storage.close()

    assert dateline("article", "list").endswith("Draft  (the fact gate blocks it; `article show` tells why)\n")
    assert "the fact gate blocks article 1: figure “12” in bullet 1" in dateline("article", "publish", "1", code=1)
    assert "say why, in words" in dateline("article", "publish", "1", "--override", "  ", code=2)
    dateline("article", "show", "1")
    assert "blocks: figure “12” in bullet 1, searched [1]\n" in dateline.aside
    assert "published" in dateline("article", "publish", "1", "--override", "read it myself")
    assert dateline("article", "list").endswith("Draft\n")
