"""Small rules of the newsroom: addresses, intervals, number words, terms, copies, questions that grow old."""

from datetime import timedelta
from zoneinfo import available_timezones

import pytest

from bot.newsroom.facts.figure_words import scale_of
from bot.newsroom.intervals import LONGEST_ASKED, SLOWEST, jittered, next_interval, retry_interval
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.outlets.names import outlet_name
from bot.newsroom.outlets.syndication import LOOKED_AT_CHARACTERS, Copies, is_copy, shingles
from bot.newsroom.outlets.urls import (
    are_same_site,
    as_web_address,
    canonical_url,
    find_canonical,
    find_url_key,
    url_key,
)
from bot.newsroom.text.terms import content_terms, iter_terms, jaccard, language_group
from bot.newsroom.typed.zones import get_zone_at
from storage.model import Asked, Outlet
from tests.make import NOW

QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://WWW.Example.org:443/A/b?utm_source=x&id=7&fbclid=1#top", "https://www.example.org/A/b?id=7"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org.:8080/x?a=&b=2", "http://example.org:8080/x?a=&b=2"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        (" https://example.org/ä?ref=rss ", "https://example.org/%C3%A4?ref=rss"),
        ("https://example.org/%c3%a4", "https://example.org/%C3%A4"),
        ("https://example.org/a%2Fb/%41", "https://example.org/a%2Fb/%41"),
        ("https://example.org/%E4", "https://example.org/%E4"),
        ("http://пример.рф/a", "http://xn--e1afmkfd.xn--p1ai/a"),
        ("http://a_b\u2009.example/a", "http://a_b\u2009.example/a"),
    ],
)
def test_address_loses_what_does_not_say_which_page_it_is(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "https://", "/path", "mailto:a@example.org"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no web address"):
        canonical_url(url)


def test_spellings_of_one_page_have_one_key() -> None:
    assert url_key("http://www.example.org/a/?utm_medium=x") == url_key("https://example.org/a") == "example.org/a"
    assert url_key("https://example.org/a?id=1") == "example.org/a?id=1"
    assert url_key("https://example.org/./b/../a//c?x=1&amp;utm_source=y") == "example.org/a/c?x=1"
    assert url_key("https://example.org/#!/a") != url_key("https://example.org/#!/b")
    assert [find_url_key(url) for url in ("https://example.org/a/", "mailto:a@b.c", None)] == [
        "example.org/a",
        None,
        None,
    ]
    assert are_same_site("https://www.example.org/a", "https://news.example.org/b")
    assert not are_same_site("https://example.org/", "https://example.com/")


def test_feed_is_asked_sooner_with_news_and_later_without() -> None:
    assert next_interval(timedelta(hours=1), new=3, fastest=QUARTER) == timedelta(minutes=30)
    assert next_interval(QUARTER, new=3, fastest=QUARTER) == QUARTER
    assert next_interval(timedelta(hours=1), new=0, fastest=QUARTER) == timedelta(minutes=90)
    assert next_interval(SLOWEST, new=0, fastest=QUARTER) == SLOWEST


def test_failing_feed_is_left_alone_longer_each_time_and_as_told() -> None:
    waits = [retry_interval(failures, fastest=QUARTER) for failures in (1, 2, 3, 99)]
    assert waits == [timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=20), timedelta(hours=24)]
    assert retry_interval(1, fastest=QUARTER, asked=timedelta(hours=3)) == timedelta(hours=3)
    assert retry_interval(1, fastest=QUARTER, asked=timedelta(days=400)) == LONGEST_ASKED


def test_feeds_do_not_march_in_step() -> None:
    moments = {jittered(NOW, QUARTER, seed=number) for number in range(20)}
    assert len(moments) == 20
    assert all(QUARTER <= moment - NOW < QUARTER * 1.1 for moment in moments)


def test_scales_are_known_however_they_are_written() -> None:
    assert (scale_of("BN"), scale_of("apples")) == (10**9, None)


def test_terms_are_words_and_pairs_of_unspaced_scripts() -> None:
    assert list(iter_terms("Élan a 北京市")) == ["elan", "北京", "京市"]
    assert content_terms("The mayor and the tide") == {"mayor", "tide"}
    assert (jaccard("ab", "bc"), jaccard("", "")) == (1 / 3, 0.0)
    assert (language_group("id-ID"), language_group("en")) == ("ms", "en")


def test_copies_share_half_of_the_shorter_text() -> None:
    text = " ".join(f"word{number}" for number in range(300))
    copied = shingles(f"Our own line first. {text}")
    assert is_copy(shingles(text), copied)
    assert not is_copy(shingles(text), shingles(" ".join(f"other{number}" for number in range(300))))
    assert not is_copy(shingles("too short"), shingles("too short"))
    assert not is_copy(shingles(""), shingles(text))


@pytest.mark.parametrize("words", [20, 60, 150, 400, 2000])
def test_copies_of_any_length_are_known_also_by_a_part(words: int) -> None:
    text = [f"word{number}" for number in range(words)]
    assert is_copy(shingles(" ".join(text)), shingles(" ".join([*text, "as", "the", "agency", "reports"])))
    assert is_copy(shingles(" ".join(text)), shingles(" ".join(text[: max(words // 4, 15)])))
    rewritten = [word if number % 4 else f"other{number}" for number, word in enumerate(text)]
    assert not is_copy(shingles(" ".join(text)), shingles(" ".join(rewritten)))


@pytest.mark.parametrize("piece", ["a", "word ", "A. ", "水", "e\u0301\u0316"])
def test_copies_are_known_by_the_beginning_of_a_long_text(piece: str) -> None:
    long = piece * (1_000_000 // len(piece))
    assert shingles(long) == shingles(long[:LOOKED_AT_CHARACTERS])


def test_newest_texts_of_an_event_are_remembered_as_long_as_they_are_in_the_window() -> None:
    copies = Copies()
    texts = [shingles(" ".join(f"word{number}x{place}" for place in range(40))) for number in range(22)]
    for number, text in enumerate(texts):
        copies.add(7, number, text, outlet="A", published_at=NOW + QUARTER * number)
    assert [copies.find_original(7, text, outlet="B") for text in texts] == [None, None, *range(2, 22)]
    assert [copies.find_original(7, text, outlet="A") for text in texts] == [None] * 22
    copies.forget(7, NOW + QUARTER * 20)
    assert [copies.find_original(7, text, outlet="B") for text in texts] == [*[None] * 20, 20, 21]
    copies.forget(7, NOW + QUARTER * 22)
    assert vars(copies) == {"_texts": {}}


def test_outlet_is_known_by_any_address_of_its_site() -> None:
    directory = make_directory([Outlet(name="Gazette", domains=("gazette.example",))])
    assert directory.find_by_url("https://news.gazette.example/a") == "Gazette"
    assert directory.find_by_url("https://other.example/") is None


def test_page_is_of_whoever_serves_it_by_the_directory_or_by_its_host() -> None:
    directory = make_directory([Outlet(name="Marn Ledger", domains=("marn.example",))])
    addresses = ("https://news.marn.example/1", "https://www.b.example/1")
    assert [directory.name_server(url) for url in addresses] == ["Marn Ledger", "b.example"]


def test_place_gives_the_zone_of_tzdata() -> None:
    assert get_zone_at(38.72, -9.14) == "Europe/Lisbon"
    assert get_zone_at(0.0, -150.0) in available_timezones()


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("https://a.example/", "https://a.example/news/ferry-7"),  # the home page is no story's address
        ("https://a.example/news/other", "https://a.example/news/ferry-7"),
        ("https://b.example/news/ferry-7", "https://a.example/news/ferry-7"),
        ("https://www.a.example/2026/ferry-7", "https://www.a.example/2026/ferry-7"),
        ("https://a.example/ferry", "https://a.example/ferry"),  # `ferry-7` is a form of it
        (None, "https://a.example/news/ferry-7"),
    ],
)
def test_canonical_address_counts_where_it_can_be_the_same_page(named: str | None, found: str) -> None:
    assert find_canonical(named, "https://a.example/news/ferry-7") == found
    assert find_canonical(named, "https://a.example/") == "https://a.example/"


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("National - Harbour Post", "https://x.example/f", "Harbour Post"),
        ("World news | Harbour Post", "https://x.example/f", "Harbour Post"),
        ("Harbour Post » Últimas noticias", "https://x.example/f", "Harbour Post"),
        ("Ferries – Marn Ledger", "https://www.marnledger.example/f", "Marn Ledger"),
        ("Latest headlines", "https://rss.marn.example/f", "marn.example"),
        ("Новости", "https://marn.example/f", "marn.example"),
        ("UK", "https://marn.example/f", "UK"),
        ("Weather | Marn Ledger", "https://x.example/f", "Marn Ledger"),
        ("U.S. - Marn Ledger", "https://x.example/f", "Marn Ledger"),
        ("Binnenland - De Havenpost", "https://x.example/f", "De Havenpost"),
        ("国际新闻_海湾新闻网", "https://x.example/f", "海湾新闻网"),
        ("Comments for Harbour Post", "https://x.example/f", "Harbour Post"),
        ("Marn Ledger (World)", "https://x.example/f", "Marn Ledger"),
        ("Harbour Post RSS Feed", "https://x.example/f", "Harbour Post"),
        ("Heritage - Park", "https://hp.example/f", "Park"),
        ('"ferry" - Google News', "https://news.example/f", "Google News"),
        ("Untitled", "https://marn.example/f", "marn.example"),
        ("", "https://feeds.marn.example/f", "marn.example"),
    ],
)
def test_outlet_is_named_by_the_part_of_a_title_that_is_no_section(title: str, url: str, name: str) -> None:
    assert outlet_name(title, url) == name


@pytest.mark.parametrize(
    ("url", "named", "kept"),
    [
        ("https://a.example/view.asp?ref=1", "https://a.example/view.asp", "https://a.example/view.asp?ref=1"),
        ("https://a.example/view.asp?ref=1", "https://a.example/view.asp?ref=2", "https://a.example/view.asp?ref=1"),
        ("https://a.example/ferry?utm_source=x", "https://a.example/ferry", "https://a.example/ferry"),
        ("https://a.example/news/ferry", "https://a.example/news", "https://a.example/news/ferry"),
        ("https://a.example/ferry/amp", "https://a.example/ferry", "https://a.example/ferry"),
        ("https://a.example/ferry-closes", "https://a.example/f", "https://a.example/ferry-closes"),
    ],
)
def test_pages_that_differ_by_their_query_or_stand_in_a_folder_are_not_one(url: str, named: str, kept: str) -> None:
    assert find_canonical(named, url) == kept


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("feed://marn.example/rss", "http://marn.example/rss"),
        ("feed:https://marn.example/rss", "https://marn.example/rss"),
        ("FEED:HTTP://marn.example/rss", "http://marn.example/rss"),
        ("HTTPS://marn.example/rss", "https://marn.example/rss"),
        ("https://marn.example/feed:http", "https://marn.example/feed:http"),
        ("marn.example", "marn.example"),
    ],
)
def test_address_as_feed_readers_write_it_is_one_of_the_web(written: str, address: str) -> None:
    assert as_web_address(written) == address


def test_question_is_answered_within_its_time() -> None:
    asked = Asked(what="headline", number=1, revision=1, asked_at=NOW - QUARTER)
    assert [asked.is_within(time, now=NOW) for time in (QUARTER, QUARTER - timedelta(seconds=1))] == [True, False]
    assert not Asked(what="headline", number=1, revision=1).is_within(QUARTER, now=NOW)  # nobody was asked yet
