"""A subscription as a row of a CSV file, and back: nothing that a chat has set is lost on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

import regex

from bot.errors import BotError
from bot.i18n import DEFAULT_LANGUAGE, load_catalog
from bot.newsroom.schedule import next_occurrence
from bot.newsroom.typed.lexicon import ALL_DAYS, make_lexicon
from bot.newsroom.typed.slots import DAY_NAMES, MOST_SLOTS
from bot.newsroom.typed.times import read_times
from storage.model import Occurrence, Preferences, Slot, Subscription
from storage.words import section_slug

COLUMNS = (
    "chat_id", "kind", "language", "timezone", "times", "days", "sections", "thread_id", "article_languages", "mutes",
    "quiet", "max_articles", "alerts", "silent", "says_nothing_new", "interface_language", "marks", "rich", "pictures",
    "stopped", "paused_until", "cutoff",
)  # fmt: skip
NO_TIMES = "none"
MOST_ARTICLES = 20
_KINDS = ("private", "group", "supergroup", "channel")
_NUMBER = regex.compile(r"-?[0-9]{1,18}")
_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FIRST_YEAR, _LAST_YEAR = 1970, 2200
_SWITCHES = {"yes": True, "no": False}

Values = dict[str, str]
T = TypeVar("T")


def write_row(subscription: Subscription, kind: str) -> dict[str, object]:
    """Return a subscription as a row."""
    wishes = subscription.preferences
    shared = _shared_days(wishes.slots)
    return {
        "chat_id": subscription.chat_id,
        "kind": kind,
        "language": subscription.language,
        "timezone": wishes.zone,
        "times": ";".join(_written_slot(slot, shared) for slot in wishes.slots) or NO_TIMES,
        "days": ";".join(_day_names(shared)) if shared is not None else "",
        "sections": ";".join(sorted(wishes.sections)),
        "thread_id": subscription.thread_id or "",
        "article_languages": ";".join(sorted(wishes.languages)),
        "mutes": ";".join(mute.replace(";", " ") for mute in sorted(wishes.mutes)),
        "quiet": "-".join(at.isoformat("minutes") for at in wishes.quiet) if wishes.quiet else "",
        "max_articles": wishes.max_articles,
        "alerts": _yes(is_on=wishes.has_alerts),
        "silent": _yes(is_on=wishes.is_silent),
        "says_nothing_new": _yes(is_on=wishes.says_nothing_new),
        "interface_language": wishes.language or "",
        "marks": _yes(is_on=wishes.has_marks),
        "rich": _yes(is_on=wishes.has_rich),
        "pictures": _yes(is_on=wishes.has_pictures),
        "stopped": _yes(is_on=subscription.is_stopped),
        "paused_until": _written_moment(subscription.paused_until),
        "cutoff": _written_moment(subscription.cutoff),
    }


def _yes(*, is_on: bool) -> str:
    return "yes" if is_on else "no"


def _written_moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _shared_days(slots: tuple[Slot, ...]) -> frozenset[int] | None:
    """Return the days that all times have, or None where each has its own."""
    days = {slot.days for slot in slots} or {ALL_DAYS}
    return days.pop() if len(days) == 1 else None


def _written_slot(slot: Slot, shared: frozenset[int] | None) -> str:
    at = slot.at.isoformat("minutes")
    own = "daily" if slot.days == ALL_DAYS else ",".join(_day_names(slot.days))
    return at if shared is not None else f"{at} {own}"


def _day_names(days: frozenset[int]) -> list[str]:
    return [] if days == ALL_DAYS else [DAY_NAMES[day] for day in sorted(days)]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that is read: its values, and where it stands."""

    values: Values
    place: str

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name) or default

    def read(self, name: str, default: T, read: Callable[[str], T], expected: str) -> T:
        """Return what a value says, or the default where there is none. Raises BotError."""
        value = self.get(name)
        if not value:
            return default
        try:
            return read(value)
        except (ValueError, KeyError, OverflowError):
            raise BotError(f"{self.place}: {name} {value!r}; expected {expected}") from None

    def is_on(self, name: str, *, default: bool) -> bool:
        return self.read(name, default, lambda value: _SWITCHES[value.casefold()], "yes or no")

    def parts(self, name: str) -> list[str]:
        return [part.strip() for part in self.get(name).split(";") if part.strip()]


class RowReader:
    """From a row to a subscription; what many rows share is computed once."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._zones = available_timezones()
        self._schedules: dict[tuple[str, str], tuple[tuple[Slot, ...], Occurrence | None]] = {}

    def read(self, values: Values, place: str) -> tuple[Subscription, str]:
        """Return what a row says, with its chat's kind. Raises BotError, which names the place."""
        row = _Row(values, place)
        thread = row.get("thread_id", "0")
        for name, number in (("chat_id", values["chat_id"]), ("thread_id", thread)):
            if not _NUMBER.fullmatch(number):
                raise BotError(f"{place}: {name} {number!r} is no number")
        chat_id, kind = int(values["chat_id"]), row.get("kind")
        if chat_id == 0 or int(thread) < 0:
            raise BotError(f"{place}: chat_id {chat_id}, thread_id {thread}; expected an id of Telegram's")
        if kind not in ("", *_KINDS):
            raise BotError(f"{place}: kind {kind!r}; expected one of {', '.join(_KINDS)}")
        if kind and (kind == "private") != (chat_id > 0):
            raise BotError(f"{place}: chat_id {chat_id} is no {kind}: only a private chat's id is above 0")
        zone = row.get("timezone", "UTC")
        if zone not in self._zones:
            raise BotError(f"{place}: timezone {zone!r} is no IANA zone")
        slots, following = self._read_times(row, zone)
        is_stopped = row.is_on("stopped", default=False)
        paused_until = row.read("paused_until", None, _read_moment, "a moment such as 2026-11-24T08:00:00+00:00")
        if paused_until is not None and paused_until > self._now:
            following = next_occurrence(slots, ZoneInfo(zone), now=paused_until)
        subscription = Subscription(
            id=0,
            chat_id=chat_id,
            thread_id=int(thread) or None,
            language=row.get("language", "en"),
            preferences=_read_preferences(row, slots, zone),
            next_occurrence=None if is_stopped else following,
            is_stopped=is_stopped,
            paused_until=paused_until,
            cutoff=row.read("cutoff", None, _read_moment, "a moment such as 2026-11-24T08:00:00+00:00"),
        )
        return subscription, kind or ("private" if chat_id > 0 else "group")

    def _read_times(self, row: _Row, zone: str) -> tuple[tuple[Slot, ...], Occurrence | None]:
        if row.get("times") == NO_TIMES:
            return (), None
        typed = f"{row.get('times', '08:00')} {row.get('days')}"
        known = self._schedules.get((typed, zone))
        if known is None:
            english = load_catalog().words(DEFAULT_LANGUAGE)
            read = read_times(typed.replace(";", " "), make_lexicon(english, english))
            if read is None or not 0 < len(read.slots) <= MOST_SLOTS:
                expected = "such as 07:30;18:00 and days such as mon-fri"
                raise BotError(f"{row.place}: times {typed.strip()!r}; expected {expected}")
            known = read.slots, next_occurrence(read.slots, ZoneInfo(zone), now=self._now)
            self._schedules[typed, zone] = known
        return known


def _read_preferences(row: _Row, slots: tuple[Slot, ...], zone: str) -> Preferences:
    languages = load_catalog().languages
    language = row.get("interface_language") or None
    if language is not None and language not in languages:
        raise BotError(f"{row.place}: interface_language {language!r}; expected one of {', '.join(languages)}")
    return Preferences(
        slots=slots,
        zone=zone,
        sections=frozenset(section_slug(part) for part in row.parts("sections")),
        languages=_read_languages(row),
        mutes=frozenset(row.parts("mutes")),
        quiet=row.read("quiet", None, _read_span, "two times such as 22:00-07:00"),
        max_articles=row.read("max_articles", Preferences().max_articles, _read_count, f"1 to {MOST_ARTICLES}"),
        has_alerts=row.is_on("alerts", default=True),
        is_silent=row.is_on("silent", default=False),
        says_nothing_new=row.is_on("says_nothing_new", default=False),
        language=language,
        has_marks=row.is_on("marks", default=False),
        has_rich=row.is_on("rich", default=False),
        has_pictures=row.is_on("pictures", default=True),
    )


def _read_languages(row: _Row) -> frozenset[str]:
    languages = frozenset(row.parts("article_languages"))
    for each in languages:
        if not _LANGUAGE.fullmatch(each):
            raise BotError(f"{row.place}: article_languages {each!r}; expected codes such as en;pt-BR")
    return languages


def _read_span(value: str) -> tuple[time, time]:
    begin, end = value.split("-")
    read = time.fromisoformat(begin.strip()), time.fromisoformat(end.strip())
    if any(each.tzinfo for each in read):
        raise ValueError(value)  # the chat's own zone says what they mean
    return read


def _read_count(value: str) -> int:
    if not 1 <= int(value) <= MOST_ARTICLES:
        raise ValueError(value)
    return int(value)


def _read_moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(value)
    return moment
