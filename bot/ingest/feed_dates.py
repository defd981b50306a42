"""Dates of feeds: in every form that feeds write them in. Runs in a child (bot.ingest.reading)."""

import calendar
import email.utils
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import regex

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)  # before there were feeds: a zero that somebody wrote out
_NUMBER = regex.compile(r"-?\d+(?:\.\d+)?")
_COMPACT = regex.compile(r"(?:19|20)\d{12}")  # 20261127180400
_SECONDS = regex.compile(r"\d{9,13}")
# The year first, however it is divided: 2026/11/24 09:30, 2026年11月24日, 2026. 11. 24., 20261124T093000Z.
_YEAR_FIRST = regex.compile(
    r"(\d{4})(?:\s*[-/.年년]\s*|(?=\d{4}T))(\d{1,2}?)(?:\s*[-/.月월]\s*|(?=\d{2}T))(\d{1,2})(?:\s*[日일]|\.)?"
    r"(?:[T\s,]+(\d{1,2})(?:[:時时시]\s*|(?=\d{4}))(\d{2})(?:[:分분]?\s*(\d{2})(?:[.,]\d{1,9})?秒?)?分?\s*)?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
# As RFC 822 has it, with a zone that Python's reader knows.
_MAIL = regex.compile(
    r"(?:\p{L}{2,9},?\s+)?\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(?:19|20)\d{2}\s+"
    r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:GMT|UTC|UT|Z|E[SD]T|C[SD]T|M[SD]T|P[SD]T|[+-]\d{4})",
    regex.IGNORECASE,
)
_WEEKDAY = regex.compile(r"^\p{L}+\.?,\s*")
_OFFSET = regex.compile(r"(?:UTC|GMT)\s*([+-]\d{1,2}(?::?\d{2})?)")
_PLACE = regex.compile(r"\s*[\[(]?([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+)[\])]?$")
_NAMED_ZONE = regex.compile(r"(?<=[+-]\d{4})\s*\([\p{L}\s.'-]+\)$")  # as JavaScript writes it
_INDIAN = regex.compile(r"\bIST\b")  # a date library takes Israel's for it
_MIDNIGHT = regex.compile(r"(?<=\s)24:00(?::00)?(?!\d)")
_LONGEST = 100
_MONTH_FIRST = ("", "en", "en-us", "en-ph")


def read_date(written: Any, parsed: Any, *, language: str | None = None) -> datetime | None:
    """Return a moment as written, or as feedparser has parsed it; None for none, and for one that cannot be."""
    text = written.strip()[:_LONGEST] if isinstance(written, str) else ""
    if _COMPACT.fullmatch(text):
        text = f"{text[:8]}T{text[8:]}Z"
    if _NUMBER.fullmatch(text):
        return _plausible(_read_seconds(text))
    moment = _read_text(text, (language or "").lower()) if text else None
    if moment is not None:
        return _plausible(moment)
    try:
        return _plausible(datetime.fromtimestamp(calendar.timegm(parsed), UTC)) if parsed else None
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def _read_seconds(text: str) -> datetime | None:
    if not _SECONDS.fullmatch(text):
        return None
    return datetime.fromtimestamp(int(text) / (1000 if len(text) > 10 else 1), UTC)


def _read_text(text: str, language: str) -> datetime | None:
    """Read a date that is written out; feedparser guesses where it does not know, so it comes after this."""
    is_next_day = _MIDNIGHT.search(text) is not None
    text = _INDIAN.sub("+0530", _OFFSET.sub(_four_digits, _MIDNIGHT.sub("00:00:00", text)))
    text = _NAMED_ZONE.sub("", text)
    place = _PLACE.search(text)
    zone = place[1] if place and place[1] in available_timezones() else None
    if zone:
        text = text[: place.start()] if place else text
    moment = (
        _read_iso(text) or _read_year_first(text) or _read_mail(text) or _parse_any(_WEEKDAY.sub("", text), language)
    )
    if moment is None:
        return None
    if zone:
        moment = moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return moment + timedelta(days=is_next_day)


def _four_digits(found: regex.Match[str]) -> str:
    """Write `GMT+2` and `UTC+05:30` as `+0200` and `+0530`."""
    sign, digits = found[1][0], found[1][1:].replace(":", "")
    return f"{sign}{digits.zfill(2).ljust(4, '0') if len(digits) <= 2 else digits.zfill(4)}"


def _read_iso(text: str) -> datetime | None:
    """Read what ISO 8601 allows, without hyphens, by hours alone and by weeks too: 20261124T0930Z, 2026-W48-2."""
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_year_first(text: str) -> datetime | None:
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    zone = found["zone"] or "+00:00"
    try:
        written = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        return datetime.fromisoformat(written + (zone if zone[0] in "+-" else "+00:00")).astimezone(UTC)
    except ValueError:
        return None


def _read_mail(text: str) -> datetime | None:
    if not _MAIL.fullmatch(text):
        return None
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parse_any(text: str, language: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 - in the child only: it costs the bot no memory

    languages = list(dict.fromkeys([language.split("-", maxsplit=1)[0], "en"])) if language else ["en"]
    settings = {
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": True,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "MDY" if language in _MONTH_FIRST and "." not in text else "DMY",
    }
    for known in (languages, None):
        try:
            moment: datetime | None = dateparser.parse(text, languages=known, settings=settings)
        except (ValueError, OverflowError, TypeError, RecursionError):
            moment = None
        if moment is not None:
            return moment.astimezone(UTC)
    return None


def _plausible(moment: datetime | None) -> datetime | None:
    return moment if moment is not None and moment >= EARLIEST else None


def is_ahead(moment: datetime, now: datetime) -> bool:
    """Whether a date lies further ahead than clocks and zones can err."""
    return moment > now + timedelta(days=2)
