"""Is anything missing? Silent and dead feeds, and the sections that suffer."""

from dataclasses import replace
from datetime import timedelta

from bot.newsroom.coverage import A_FIFTH, ThinSection, is_dead, list_silent, list_thin_sections
from storage.model import Feed
from tests.make import NOW

DAY = timedelta(days=1)
FINE = Feed(id=1, url="https://a.example/feed", outlet="A", section="World", fine_at=NOW)
DEAD = replace(FINE, id=2, fine_at=NOW - 2 * DAY, failures=9, error="HTTP 500")


def test_feed_is_dead_after_a_day_without_a_good_answer() -> None:
    stumbled, never = replace(DEAD, fine_at=NOW - DAY / 2), replace(DEAD, fine_at=None)
    assert [is_dead(feed, NOW) for feed in (FINE, DEAD, stumbled, never)] == [False, True, False, True]


def test_silent_feeds_answer_and_bring_nothing_the_longest_first() -> None:
    newest = {1: NOW - 4 * DAY, 2: NOW - 9 * DAY, 3: NOW - 5 * DAY, 4: NOW - DAY}
    feeds = [FINE, DEAD, replace(FINE, id=3), replace(FINE, id=4), replace(FINE, id=5)]
    assert [(feed.id, at) for feed, at in list_silent(feeds, newest, NOW)] == [(3, newest[3]), (1, newest[1])]


def test_section_is_thin_from_a_share_of_dead_feeds_on() -> None:
    feeds = [DEAD, *(replace(FINE, id=number) for number in range(3, 7)), replace(DEAD, section="Sport")]
    assert list_thin_sections(feeds, NOW) == [ThinSection("Sport", 1, 1)]
    assert list_thin_sections(feeds, NOW, share=A_FIFTH) == [ThinSection("Sport", 1, 1), ThinSection("World", 1, 5)]
    assert list_thin_sections([*feeds, replace(FINE, id=9)], NOW, share=A_FIFTH) == [ThinSection("Sport", 1, 1)]
