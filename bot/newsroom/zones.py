"""Time zones as people name them: by IANA name or by city."""

from functools import cache
from zoneinfo import available_timezones

import tzfpy

from storage.words import squash

MOST_SUGGESTIONS = 8
COMMON_ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Moscow",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "UTC",
)


@cache
def _by_city() -> dict[str, tuple[str, ...]]:
    cities: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")):
            cities.setdefault(squash(name.rpartition("/")[2]), []).append(name)
    return {city: tuple(names) for city, names in cities.items()}


def list_zones(words: str) -> tuple[str, ...]:
    """Return the zones a person may mean: the one of that name or city alone, else those that begin like it."""
    wanted = squash(words)
    if not wanted:
        return ()
    exact = next((name for name in available_timezones() if squash(name) == wanted), None)
    if exact is not None:
        return (exact,)
    cities = _by_city()
    if wanted in cities:
        return cities[wanted]
    found = [name for city, names in sorted(cities.items()) if city.startswith(wanted) for name in names]
    return tuple(found[:MOST_SUGGESTIONS])


def get_zone_at(latitude: float, longitude: float) -> str:
    """Return the zone of a place in degrees; UTC where the map names none that tzdata has."""
    name = tzfpy.get_tz(longitude, latitude)
    return name if name in available_timezones() else "UTC"
