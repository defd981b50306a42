"""When a feed is polled next: sooner where there is news, later where there is none or it does not answer."""

from datetime import datetime, timedelta

SLOWEST = timedelta(hours=6)
FIRST_RETRY = timedelta(minutes=5)
SLOWEST_RETRY = timedelta(hours=24)
LONGEST_ASKED = timedelta(days=7)  # a Retry-After beyond this is somebody's mistake
_JITTER = 0.1  # never earlier than asked, a little later


def next_interval(last: timedelta, *, new: int, fastest: timedelta) -> timedelta:
    """Return how long to wait after a poll that found so many new reports."""
    wanted = last / 2 if new else last * 1.5
    return max(fastest, min(wanted, max(SLOWEST, fastest)))


def retry_interval(failures: int, *, fastest: timedelta, asked: timedelta | None = None) -> timedelta:
    """Return how long to wait after so many failures in a row, at least as long as the server asked."""
    first = min(FIRST_RETRY, fastest)
    backed_off: timedelta = min(first * 2.0 ** min(max(failures - 1, 0), 16), SLOWEST_RETRY)
    return max(backed_off, min(asked or timedelta(0), LONGEST_ASKED))


def jittered(now: datetime, interval: timedelta, *, seed: int) -> datetime:
    """Return the moment after an interval, a little off by the feed's own measure: feeds do not march in step."""
    share = (seed * 2654435761 % 1000) / 1000  # Knuth's multiplicative hash
    return now + interval * (1 + _JITTER * share)
