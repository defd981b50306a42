"""A subscription goes into a CSV file and comes back equal, whatever is set."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.chat_rows import COLUMNS, RowReader, write_row
from bot.errors import BotError
from bot.newsroom.schedule import next_occurrence
from storage.model import Preferences, Slot, Subscription
from tests.make import NOW

DAYS = st.frozensets(st.integers(0, 6), min_size=1)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
SLOTS = st.lists(st.builds(Slot, TIMES, DAYS), max_size=5, unique_by=lambda slot: slot.at).map(
    lambda slots: tuple(sorted(slots, key=lambda slot: slot.at))
)
WORDS = st.text("abc öß漢-", min_size=1, max_size=12).map(str.strip).filter(bool)
MOMENTS = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)).map(lambda at: at.replace(tzinfo=UTC))
WISHES = st.builds(
    Preferences,
    slots=SLOTS,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu"]),
    sections=st.frozensets(st.sampled_from(["world", "sport", "science"])),
    languages=st.frozensets(st.sampled_from(["en", "de", "pt"])),
    mutes=st.frozensets(WORDS, max_size=3),
    quiet=st.none() | st.tuples(TIMES, TIMES),
    max_articles=st.integers(1, 20),
    has_alerts=st.booleans(),
    is_silent=st.booleans(),
    says_nothing_new=st.booleans(),
    language=st.none() | st.sampled_from(["en", "ar", "zh"]),
    has_marks=st.booleans(),
    has_rich=st.booleans(),
)


@given(WISHES, st.booleans(), MOMENTS, MOMENTS, st.sampled_from([(7, None), (-100500, 4)]))
def test_subscription_comes_back_equal(
    wishes: Preferences, is_stopped: bool, paused_until: datetime | None, cutoff: datetime | None, place: tuple[int, int | None],  # noqa: FBT001
) -> None:  # fmt: skip
    zone = ZoneInfo(wishes.zone)
    begin = max(NOW, paused_until or NOW)
    following = None if is_stopped or not wishes.slots else next_occurrence(wishes.slots, zone, now=begin)
    subscription = Subscription(
        id=0, chat_id=place[0], thread_id=place[1], language="de", preferences=wishes, next_occurrence=following,
        is_stopped=is_stopped, paused_until=paused_until, cutoff=cutoff,
    )  # fmt: skip
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerow(write_row(subscription, _kind(subscription)))
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert RowReader(NOW).read(row, "here") == (subscription, _kind(subscription))


def _kind(subscription: Subscription) -> str:
    return "private" if subscription.chat_id > 0 else "supergroup"


def test_mute_with_a_separator_stays_the_same_words() -> None:
    subscription = Subscription(
        id=0, chat_id=7, thread_id=None, language="en", preferences=Preferences(mutes=frozenset({"a;b"}))
    )
    row = {name: str(value) for name, value in write_row(subscription, _kind(subscription)).items()}
    assert RowReader(NOW).read(row, "")[0].preferences.mutes == {"a b"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("quiet", "22", "two times such as 22:00-07:00"), ("max_articles", "99", "1 to 20"), ("alerts", "perhaps", "yes or no"),
        ("paused_until", "soon", "a moment such as 2026-11-24T08:00:00+00:00"), ("cutoff", "x", "a moment such as"),
        ("interface_language", "tlh", "one of ar, de, en"), ("quiet", "22:00Z-07:00Z", "two times such as 22:00-07:00"),
        ("paused_until", "9999-12-31T23:00:00+00:00", "a moment such as"),
        ("article_languages", "english", "codes such as en;pt-BR"),
    ],
)  # fmt: skip
def test_odd_value_is_named(name: str, value: str, expected: str) -> None:
    subscription = Subscription(
        id=0, chat_id=7, thread_id=None, language="en", preferences=Preferences(slots=(Slot(time(8)),))
    )
    row = {key: str(each) for key, each in write_row(replace(subscription), "private").items()} | {name: value}
    with pytest.raises(BotError, match=f"x.csv: line 2: {name} '{value}'; expected {expected}".replace("+", r"\+")):
        RowReader(NOW).read(row, "x.csv: line 2")


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("chat_id", "0", "expected an id of Telegram's"), ("thread_id", "-7", "expected an id of Telegram's"),
        ("kind", "group", "only a private chat's id is above 0"),
    ],
)  # fmt: skip
def test_chat_that_cannot_be_is_refused(name: str, value: str, problem: str) -> None:
    with pytest.raises(BotError, match=problem):
        RowReader(NOW).read({"chat_id": "7", name: value}, "x.csv: line 2")
