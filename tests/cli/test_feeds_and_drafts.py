"""`dateline draft`, `cluster` and `feed`, as a person runs them."""

import asyncio
import json
from pathlib import Path

import pytest
from aiohttp import web

from storage.store import open_storage
from tests.cli.conftest import Dateline
from tests.ingest.serving import serving
from tests.make import read_report

GATE = "The gate held back a tide of 4.1 metres on Tuesday night. The harbour office closed it at 19:40, before the wind came."
OPML = (
    b'<opml version="2.0"><body><outline text="World">'
    b'<outline text="Harbour Post" title="Harbour Post - Latest" xmlUrl="http://127.0.0.1:9/a"/></outline></body></opml>'
)


@pytest.fixture
def dateline(tmp_path: Path) -> Dateline:
    return Dateline(tmp_path)


def write(dateline: Dateline, name: str, content: str | bytes) -> str:
    (dateline.folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def test_drafts_come_in_the_order_of_their_files(dateline: Dateline) -> None:
    text = write(dateline, "gazette.txt", f"\ufeffThe gate holds\n{GATE}")
    page = write(dateline, "wire.html", f"<html><title>A page</title><article><p>{GATE * 3}</p></article></html>")
    drafts = json.loads(dateline("draft", text, page, "--json"))
    assert [draft["headline"] for draft in drafts] == ["The gate holds", "A page"]
    assert drafts[0]["abstract"] == [
        "The gate held back a tide of 4.1 metres on Tuesday night. [1]",
        "The harbour office closed it at 19:40, before the wind came. [1]",
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"\x89\x00\xff\x13" * 400, "byte 0 is no text in UTF-8; is it a text file?"),
        ("b.txt", b"Title\nThe text \0 goes on.", "this is no text file"),
        ("c.txt", b"Title alone", "expected a title on the first line, and a text below it"),
        ("d.txt", b"Title\nshort", "the reports have no text"),
        ("e.html", b"\x89\x00\xff\x13" * 400, "this is no page"),
    ],
)
def test_what_is_no_text_is_refused_by_name(dateline: Dateline, name: str, content: bytes, said: str) -> None:
    write(dateline, name, content)
    told = dateline("draft", name, "--json", code=1)
    assert told.split("dateline: ", 1)[1] in (f"{name}: {said}\n", f"{name.split('.', maxsplit=1)[0]}: {said}\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: this is no JSON (Expecting property name enclosed in double quotes)"),
        ("[]", "line 2: expected one JSON object with id, title, text, language, published, outlet"),
        ('{"title": "x"}', "line 2: id: expected a text or a number, the report's own"),
        ('{"id": "b", "published": "0001-01-01T00:00:00+14:00"}',
         "line 2: published: '0001-01-01T00:00:00+14:00' is no date and time like 2026-11-23T08:00:00Z"),
        ('{"id": "a"}', "id 'a' is given 2 times; every report needs its own"),
    ],
)  # fmt: skip
def test_report_that_cannot_be_clustered_is_refused_by_line(dateline: Dateline, line: str, said: str) -> None:
    write(dateline, "r.jsonl", '{"id": "a", "title": "One"}\n' + line + "\n")
    assert said in dateline("cluster", "r.jsonl", code=1)


def test_reports_are_clustered_alike_in_any_order_of_their_lines(dateline: Dateline) -> None:
    old, new = (
        json.dumps({"id": day, "title": "Flood in Valdemar closes schools", "text": GATE, "published": day})
        for day in ("2026-10-01T08:00:00Z", "2026-11-24T08:00:00Z")
    )
    for lines in ((old, new), (new, old)):
        events = json.loads(dateline("cluster", write(dateline, "r.jsonl", "\n".join(lines))))["events"]
        assert sorted(events) == [["2026-10-01T08:00:00Z"], ["2026-11-24T08:00:00Z"]]


@pytest.mark.timeout(120)  # eight processes
def test_exported_feeds_keep_their_outlet_and_failing_ones_end_a_poll_with_1(dateline: Dateline) -> None:
    write(dateline, "config.toml", "[newsroom]\nallow_private_addresses = true\n")
    dateline("feed", "import", write(dateline, "in.opml", OPML))
    first = json.loads(dateline("feed", "list", "--json"))
    dateline("feed", "export", "-o", "out.opml")
    dateline("feed", "remove", "http://127.0.0.1:9/a")
    dateline("feed", "import", "out.opml")
    assert [json.loads(dateline("feed", "list", "--json"))[0][key] for key in ("outlet", "title", "section")] == [
        first[0][key] for key in ("outlet", "title", "section")
    ]
    assert (first[0]["outlet"], first[0]["title"]) == ("Harbour Post", "Harbour Post - Latest")
    dateline("feed", "poll", code=1)
    assert "failed 1 time: " in dateline("feed", "list")


async def test_written_article_is_checked_against_the_reports_it_cites(dateline: Dateline, tmp_path: Path) -> None:
    dateline("db", "upgrade")
    storage = open_storage(f"sqlite:///{tmp_path / 'dateline.db'}")
    await read_report(storage, GATE)
    await storage.close()
    sources = "Sources:\n1. A | The gate | https://a.example/1\n2. B | Elsewhere | https://b.example/2\n"
    bullets = "• The gate held back a tide of 9.3 metres on Tuesday night. [1]\n• It cost 77 crowns. [2]\n"
    write(dateline, "wrong.txt", f"# Gate\n\n{bullets}\n{sources}")
    write(dateline, "right.txt", f"# Gate\n\n{bullets.replace('9.3', '4.1')}\n{sources}")
    write(dateline, "other.txt", "# Other\n\n• It cost 77 crowns.\n")

    told = "the fact gate blocks “Gate”: figure “9.3” in bullet 1; without --publish it comes in as a draft"
    assert told in dateline("article", "import", "wrong.txt", "--publish", code=1)
    dateline("article", "import", "wrong.txt", "right.txt", "other.txt")
    assert "the fact gate blocks article 1: figure “9.3” in bullet 1" in dateline("article", "publish", "1", code=1)
    dateline("article", "publish", "1", "--override", "the harbour office corrected it")
    dateline("article", "publish", "2")
    assert dateline.aside == ""
    dateline("article", "publish", "3")
    assert dateline.aside == "not checked: none of the reports it cites is here\n"


FEED = """<rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Gate holds</title><link>/gate</link></item>
<item><title>Members only</title><link>/members</link></item>
<item><title>Nowhere</title></item>
<item><title>Long ago</title><link>/old</link><pubDate>Tue, 24 Nov 2015 08:00:00 GMT</pubDate></item>
<item><title>Longer ago</title><link>/older</link><pubDate>Tue, 24 Nov 2009 08:00:00 GMT</pubDate></item>
</channel></rss>"""


async def test_a_poll_and_the_list_say_what_was_left_out_and_why(dateline: Dateline) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/feed":
            return web.Response(text=FEED, content_type="application/rss+xml")
        if request.path == "/gate":
            return web.Response(text=f"<html><article><p>{GATE * 3}</p></article></html>", content_type="text/html")
        return web.Response(status=403 if request.path == "/members" else 404)

    write(dateline, "config.toml", "[newsroom]\nallow_private_addresses = true\nhost_delay_seconds = 0\n")
    async with serving(answer) as address:
        outline = f'<outline text="Harbour Post" xmlUrl="{address}/feed"/>'
        write(dateline, "in.opml", f'<opml version="2.0"><body>{outline}</body></opml>')
        await asyncio.to_thread(dateline, "feed", "import", "in.opml")
        polled = await asyncio.to_thread(dateline, "feed", "poll", "--read")
    left_out = "left out: 2 older than 14 days; 1 without an address"
    assert polled == f"   2 new of    5  {left_out}  {address}/feed\n"
    listed = dateline("feed", "list").splitlines()[1:]
    assert [line.strip() for line in listed] == [left_out, "not read: 1 HTTP 403"]
    found = json.loads(dateline("feed", "list", "--json"))[0]
    assert (found["leftOut"], found["notRead"]) == ({"older than 14 days": 2, "without an address": 1}, {"HTTP 403": 1})
