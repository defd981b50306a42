"""Dates of feeds: in every form that feeds write them in. Runs in a child (bot.ingest.reading)."""

import calendar
from datetime import UTC, datetime, timedelta
from typing import Any

import regex

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)  # before there were feeds: a zero that somebody wrote out
_NAMED_ZONE = regex.compile(r"\d\s*\(?(?!(?:GMT|UTC|UT|Z|AM|PM|T)\b)[A-Z]{2,5}\)?\s*$")
_SECONDS = regex.compile(r"\d{9,13}")
_LONGEST = 100


def read_date(written: Any, parsed: Any, *, language: str | None = None) -> datetime | None:
    """Return a moment as written, or as feedparser has parsed it; None for none, and for one that cannot be."""
    text = written.strip()[:_LONGEST] if isinstance(written, str) else ""
    if _SECONDS.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return _plausible(datetime.fromtimestamp(seconds, UTC))
    if text and (not parsed or _NAMED_ZONE.search(text)):  # feedparser knows but few names of zones
        moment = _parse_any(text, language)
        if moment is not None:
            return _plausible(moment)
    try:
        return _plausible(datetime.fromtimestamp(calendar.timegm(parsed), UTC)) if parsed else None
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def _parse_any(text: str, language: str | None) -> datetime | None:
    import dateparser  # noqa: PLC0415 - in the child only: it costs the bot no memory

    languages = list(dict.fromkeys([language.split("-")[0].lower(), "en"])) if language else ["en"]
    settings = {"TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": True, "STRICT_PARSING": True}
    for known in (languages, None):
        try:
            moment: datetime | None = dateparser.parse(text, languages=known, settings=settings)
        except (ValueError, OverflowError, TypeError, RecursionError):
            moment = None
        if moment is not None:
            return moment.astimezone(UTC)
    return None


def _plausible(moment: datetime) -> datetime | None:
    return moment if moment >= EARLIEST else None


def is_ahead(moment: datetime, now: datetime) -> bool:
    """Whether a date lies further ahead than clocks and zones can err."""
    return moment > now + timedelta(days=2)
