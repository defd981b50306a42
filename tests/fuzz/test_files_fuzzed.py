"""Files of strangers, damaged in every way: an error of ours that says so, or something read; nothing else."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from bot.config import load_config
from bot.errors import ArticleFileError, BotError, ConfigError, FetchError
from bot.ingest.feed_file import parse_feed
from bot.ingest.opml import read_opml
from bot.ingest.page_file import extract_feed_links, parse_page
from bot.ingest.robots_file import may_fetch
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.article_file import parse_article_file
from tests.fuzz.mutating import EXAMPLES, mutated_bytes

URL = "https://outlet.example/feed"
POST = """# Storm gate holds back the tide

Credited from: Harbour Post, Meridian Wire
Section: World
Language: en
Picture: https://example.org/p.jpg | The gate | Ada / Harbour Post

• The gate held. [1][2]
• Nobody was hurt. [2]

The gate closed at 19:40, according to Harbour Post. [1]

Sources:
1. Harbour Post | Gate holds | https://example.org/a | 2026-11-23
2. Meridian Wire | ... | https://example.org/b
"""
LOOSE = """Mon, 23 Nov 2026
Storm gate holds back the tide
Credited from: Harbour Post
• The gate held
• Nobody was hurt
The gate closed at 19:40, according to Harbour Post and Meridian Wire.
"""
DOCUMENT = json.dumps(
    {
        "headline": "Gate holds", "abstract": ["It held. [1]"], "articleBody": "It closed. [1]", "inLanguage": "en",
        "citation": [{"position": 1, "publisher": {"name": "Harbour Post"}, "url": "https://example.org/a", "datePublished": "2026-11-23"}],
    }
)  # fmt: skip
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Harbour Post</title><link>https://outlet.example</link><ttl>15</ttl><item><title>Gate</title>
<link>https://outlet.example/1</link><guid isPermaLink="false">1</guid><pubDate>Mon, 23 Nov 2026 07:00:00 GMT</pubDate>
<media:content url="https://outlet.example/1.jpg"/><description>&lt;p&gt;Held&lt;/p&gt;</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Gate</title><id>1</id>
<updated>2026-11-23T07:00:00Z</updated><link href="/1"/><content type="html">Held</content></entry></feed>"""
JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","url":"https://outlet.example/1","content_text":"Held","date_published":"2026-11-23T07:00:00Z"}]}'
PAGE = """<html lang="en"><head><title>Gate</title><meta charset="utf-8"><link rel="canonical" href="https://outlet.example/1">
<link rel="alternate" type="application/rss+xml" href="/feed"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Gate","datePublished":"2026-11-23"}</script></head>
<body><article><h1>Gate</h1><p>The storm gate held back the tide on Tuesday night, and no cellar was flooded.</p></article></body></html>"""
OPML = '<opml version="2.0"><head><title>t</title></head><body><outline text="World"><outline text="Post" xmlUrl="https://outlet.example/feed" htmlUrl="https://outlet.example"/></outline></body></opml>'
ROBOTS = (
    "User-agent: *\nDisallow: /private\nAllow: /private/ok$\nCrawl-delay: 2\nSitemap: https://outlet.example/s.xml\n"
)
CONFIG = """[telegram]
token = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
owner_ids = [1001]
[storage]
url = "sqlite:///dateline.db"
[briefing]
time = 08:00:00
timezone = "Europe/Berlin"
max_articles = 5
[limits]
overall_per_second = 30
[newsroom]
drafting = "extractive"
"""
DIRECTORY = make_directory([])
pytestmark = pytest.mark.timeout(60 + EXAMPLES / 20)
fuzzed = settings(max_examples=EXAMPLES, deadline=None)


@fuzzed
@given(mutated_bytes(POST, LOOSE, DOCUMENT, f"[{DOCUMENT}]", f"{DOCUMENT}\n{DOCUMENT}"))
def test_article_files(content: bytes) -> None:
    with contextlib.suppress(ArticleFileError):
        parse_article_file(content, DIRECTORY)


@fuzzed
@given(mutated_bytes(RSS, ATOM, JSON_FEED))
def test_feeds(content: bytes) -> None:
    with contextlib.suppress(FetchError):
        parse_feed(content, url=URL)


@fuzzed
@given(mutated_bytes(PAGE, RSS))
def test_pages(content: bytes) -> None:
    with contextlib.suppress(FetchError):
        parse_page(content, url=URL)
    with contextlib.suppress(FetchError):
        extract_feed_links(content, url=URL)


@fuzzed
@given(mutated_bytes(ROBOTS))
def test_robots(content: bytes) -> None:
    assert may_fetch(content, url=URL, agent="Dateline") in (True, False)


@fuzzed
@given(mutated_bytes(OPML))
def test_lists_of_feeds(content: bytes) -> None:
    with contextlib.suppress(BotError):
        read_opml(content)


@pytest.fixture(scope="module")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("config") / "config.toml"


@fuzzed
@given(content=mutated_bytes(CONFIG))
def test_configurations(config_file: Path, content: bytes) -> None:
    config_file.write_bytes(content)
    with contextlib.suppress(ConfigError):
        load_config(config_file)
