"""Time zones as people name them: by IANA name, offset, abbreviation, country or city."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, available_timezones

import regex
import tzfpy

from bot.newsroom.typed.cities import City, load_cities, load_states
from storage.words import squash

MOST_SUGGESTIONS = 8
MOST_TYPED = 100  # characters
STATE_LETTERS = 2  # of a state of the United States for short
MUCH_LARGER = 20  # times: so much larger a city is the one that is meant
KNOWN_ABROAD = 100_000  # people: so large a city is meant by what another language calls it, too
SHORT_LETTERS = 3  # so few that happen to name a city may mean something else
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
# What people mean by letters: a place's own time, summer time included. Several, where several places use them.
ABBREVIATIONS = {
    "utc": ("UTC",), "z": ("UTC",), "gmt": ("UTC", "Europe/London"), "bst": ("Europe/London", "Asia/Dhaka"),
    "wet": ("Europe/Lisbon",), "west": ("Europe/Lisbon",), "cet": ("Europe/Paris",), "cest": ("Europe/Paris",),
    "met": ("Europe/Paris",), "mez": ("Europe/Berlin",), "mesz": ("Europe/Berlin",),
    "eet": ("Europe/Athens", "Europe/Kyiv", "Africa/Cairo"), "eest": ("Europe/Athens", "Europe/Kyiv", "Africa/Cairo"),
    "msk": ("Europe/Moscow",), "trt": ("Europe/Istanbul",), "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "sast": ("Africa/Johannesburg",), "eat": ("Africa/Nairobi",), "wat": ("Africa/Lagos",), "cat": ("Africa/Maputo",),
    "gst": ("Asia/Dubai",), "irst": ("Asia/Tehran",), "pkt": ("Asia/Karachi",), "npt": ("Asia/Kathmandu",),
    "ict": ("Asia/Bangkok",), "wib": ("Asia/Jakarta",), "wita": ("Asia/Makassar",), "wit": ("Asia/Jayapura",),
    "sgt": ("Asia/Singapore",), "myt": ("Asia/Kuala_Lumpur",), "hkt": ("Asia/Hong_Kong",), "pht": ("Asia/Manila",),
    "jst": ("Asia/Tokyo",), "kst": ("Asia/Seoul",), "awst": ("Australia/Perth",),
    "acst": ("Australia/Adelaide", "Australia/Darwin"), "acdt": ("Australia/Adelaide",),
    "aest": ("Australia/Sydney", "Australia/Brisbane"), "aedt": ("Australia/Sydney",),
    "nzst": ("Pacific/Auckland",), "nzdt": ("Pacific/Auckland",),
    "est": ("America/New_York",), "edt": ("America/New_York",), "et": ("America/New_York",),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"), "cdt": ("America/Chicago",),
    "ct": ("America/Chicago",), "mst": ("America/Denver", "America/Phoenix"), "mdt": ("America/Denver",),
    "mt": ("America/Denver",), "pst": ("America/Los_Angeles", "Asia/Manila"), "pdt": ("America/Los_Angeles",),
    "pt": ("America/Los_Angeles",), "akst": ("America/Anchorage",), "akdt": ("America/Anchorage",),
    "hst": ("Pacific/Honolulu",), "ast": ("America/Halifax", "Asia/Riyadh"), "adt": ("America/Halifax",),
    "nst": ("America/St_Johns",), "ndt": ("America/St_Johns",), "brt": ("America/Sao_Paulo",),
    "art": ("America/Argentina/Buenos_Aires",), "clt": ("America/Santiago",), "cot": ("America/Bogota",),
    "pet": ("America/Lima",), "eastern": ("America/New_York",), "central": ("America/Chicago",),
    "mountain": ("America/Denver",), "pacific": ("America/Los_Angeles",), "мск": ("Europe/Moscow",),
    "по москве": ("Europe/Moscow",), "московское": ("Europe/Moscow",), "по московскому": ("Europe/Moscow",),
    "за києвом": ("Europe/Kyiv",), "за київським": ("Europe/Kyiv",),
}  # fmt: skip
_COUNTRIES = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "greatbritain": "GB", "usa": "US", "us": "US",
    "america": "US", "unitedstatesofamerica": "US", "uae": "AE", "holland": "NL", "korea": "KR",
}  # fmt: skip
_TIME = regex.compile(r"(?i)\s+(?:time(?: ?zone)?|времени|время|часом|час)$")
_OFFSET = regex.compile(r"(?:utc|gmt|z)?([+-])(\d{1,2})(?::?(\d{2}))?")
_MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "＋": "+"})


@dataclass(frozen=True, slots=True)
class Place:
    """A zone that may be meant, and the city by which it was found, with its country by ISO 3166."""

    zone: str
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FoundZones:
    """The zones that may be meant; whether the first is surely the one."""

    places: tuple[Place, ...] = ()
    is_sure: bool = False


def find_zones(typed: str, *, now: datetime, countries: Mapping[str, str] | None = None) -> FoundZones:
    """Return the zones a person may mean; `countries` are codes by the squashed names of countries.

    It may take two seconds, the first time that a city is looked for.
    """
    words = _TIME.sub("", " ".join(typed[:MOST_TYPED].translate(_MINUS).split()))
    for found in (_find_abbreviated(words), _find_exact(words), _find_offset(words, now)):
        if found is not None:
            return found
    known = _COUNTRIES | dict(countries or {})
    country = known.get(squash(words))
    if country is not None:
        return _found(load_cities().list_of_country(country), is_whole_country=True)
    return _find_city(words, known)


def _find_city(words: str, countries: Mapping[str, str]) -> FoundZones:
    named = load_cities().list_named(words)
    is_own_name = any(squash(city.name) == squash(words) for city in named)
    last_part = _find_last_part(words, list_modern())
    if last_part.is_sure and not is_own_name and not (named and named[0].zone == last_part.places[0].zone):
        return last_part
    if squash(words) in load_states() and not is_own_name and len(squash(words)) > STATE_LETTERS:
        state = load_states()[squash(words)]
        return _found(load_cities().list_of_country("US", state), is_whole_country=True)
    if named:
        is_known = is_own_name or not words.isascii() or named[0].population >= KNOWN_ABROAD
        return _found(named, is_short=_is_short(words) or not is_known)
    if (there := _find_in_region(words, countries)) is not None:
        return there
    begun = load_cities().list_begun(words)
    older = _find_last_part(words, sorted(_by_name().values()))
    return older if older.is_sure else _found(begun, is_short=True)


def _find_in_region(words: str, countries: Mapping[str, str]) -> FoundZones | None:
    """Return the zones of `Paris, Texas` and `Berlin Germany`: of those cities in the country or state behind them."""
    place, comma, region = words.rpartition("," if "," in words else " ")
    named = load_cities().list_named(place) if comma else ()
    country = countries.get(squash(region)) or region.strip().upper()
    state = load_states().get(squash(region))
    there = tuple(city for city in named if city.country == country or (city.country == "US" and city.region == state))
    if there:
        return _found(there)
    return _found(named, is_short=True) if named and comma == "," else None


def _find_last_part(words: str, zones: Iterable[str]) -> FoundZones:
    """Read the place that a zone is named after."""
    own = squash(words)
    places = tuple(Place(zone) for zone in zones if own == squash(zone.rpartition("/")[2]))
    return FoundZones(places, is_sure=len(places) == 1)


def _is_short(words: str) -> bool:
    return words.isascii() and len(squash(words)) <= SHORT_LETTERS


def _find_abbreviated(words: str) -> FoundZones | None:
    zones = ABBREVIATIONS.get(words.casefold())
    if zones is None:
        return None
    return FoundZones(tuple(Place(zone) for zone in zones), is_sure=len(zones) == 1)


def _find_exact(words: str) -> FoundZones | None:
    zone = _by_name().get(words.casefold().replace(" ", "_"))
    return None if zone is None else FoundZones((Place(zone),), is_sure=True)


def is_zone(name: str) -> bool:
    """Whether tzdata has a zone of exactly this name."""
    return _by_name().get(name.casefold()) == name


_OF_MACHINES = {"localtime", "posixrules", "Factory"}  # the zone of whichever machine reads them


@cache
def _by_name() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() - _OF_MACHINES}


def _find_offset(words: str, now: datetime) -> FoundZones | None:
    """Read `UTC+3` and `GMT-5`, the sign as people mean it: east of Greenwich is plus. That of Etc/GMT+5 is turned."""
    match = _OFFSET.fullmatch(words.replace(" ", "").casefold())
    if match is None:
        return None
    hours, minutes = int(match[2]), int(match[3] or 0)
    sign = 1 if match[1] == "+" else -1
    if minutes == 0:
        name = "UTC" if hours == 0 else f"Etc/GMT{-sign * hours:+d}"
        return FoundZones((Place(name),), is_sure=True) if is_zone(name) else FoundZones()
    offset = sign * timedelta(hours=hours, minutes=minutes)
    places = tuple(Place(name) for name in list_modern() if ZoneInfo(name).utcoffset(now) == offset)
    return FoundZones(places[:MOST_SUGGESTIONS], is_sure=len(places) == 1)


@cache
def list_modern() -> tuple[str, ...]:
    """Return the zones by the one name that each has today (tzdata's zone.tab), without links from older names."""
    table = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(sorted(row[2] for row in rows))


def _found(cities: Iterable[City], *, is_short: bool = False, is_whole_country: bool = False) -> FoundZones:
    """Return each zone once, by its largest city. One that is much larger than the rest is surely meant."""
    by_zone: dict[str, City] = {}
    for city in cities:
        by_zone.setdefault(city.zone, city)
    largest = tuple(by_zone.values())
    is_alone = len(largest) == 1 or (
        len(largest) > 1 and not is_whole_country and largest[0].population >= MUCH_LARGER * largest[1].population
    )
    places = tuple(Place(city.zone, city.name, city.country) for city in largest[:MOST_SUGGESTIONS])
    return FoundZones(places, is_sure=is_alone and not is_short)


def get_zone_at(latitude: float, longitude: float) -> str:
    """Return the zone of a place in degrees; UTC where the map names none that tzdata has."""
    name = tzfpy.get_tz(longitude, latitude)
    return name if is_zone(name) else "UTC"
