"""Time zones by whatever people call them: names, offsets, letters, countries, cities."""

from datetime import UTC, datetime

import pytest

from bot.newsroom.typed.cities import load_cities
from bot.newsroom.typed.zones import Place, find_zones, get_zone_at, is_zone, list_modern

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def zones(typed: str) -> tuple[bool, list[str]]:
    found = find_zones(typed, now=NOW, countries={"germany": "DE", "brazil": "BR"})
    return found.is_sure, [place.zone for place in found.places]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Etc/GMT+5", "Etc/GMT+5"),
        ("etc/gmt-5", "Etc/GMT-5"),
        ("UTC+3", "Etc/GMT-3"),
        ("GMT-5", "Etc/GMT+5"),
        ("utc − 5", "Etc/GMT+5"),
        ("UTC+0", "UTC"),
        ("utc", "UTC"),
        ("+5:45", "Asia/Kathmandu"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("america/new york", "America/New_York"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Istanbul", "Europe/Istanbul"),
        ("Mumbai", "Asia/Kolkata"),
        ("北京", "Asia/Shanghai"),
        ("Киев", "Europe/Kyiv"),
        ("القاهرة", "Africa/Cairo"),
        ("दिल्ली", "Asia/Kolkata"),
        ("london", "Europe/London"),
        ("Longyearbyen", "Arctic/Longyearbyen"),
        ("EST", "America/New_York"),
        ("Germany", "Europe/Berlin"),
    ],
)
def test_zones_are_found_by_whatever_people_call_them(typed: str, zone: str) -> None:
    is_sure, found = zones(typed)
    assert (is_sure, found[0]) == (True, zone)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
        ("lis", ["Europe/Lisbon"]),
        ("UTC+5:30", ["Asia/Colombo", "Asia/Kolkata"]),
        ("Hyderabad", ["Asia/Kolkata", "Asia/Karachi"]),
        ("utc+15", []),
        ("nowhere at all", []),
        ("!", []),
    ],
)
def test_what_may_mean_several_zones_is_asked_first(typed: str, offered: list[str]) -> None:
    assert zones(typed) == (False, offered)


def test_country_of_several_zones_offers_them_by_their_largest_cities() -> None:
    found = find_zones("Brazil", now=NOW, countries={"brazil": "BR"})
    assert (found.is_sure, found.places[0]) == (False, Place("America/Sao_Paulo", "São Paulo", "BR"))
    assert len(found.places) > 3


def test_cities_that_begin_alike_come_largest_first() -> None:
    assert [city.name for city in load_cities().list_begun("amster")] == [
        "Amsterdam",
        "Amsterdam-Zuidoost",
        "Amsterdam",
    ]
    assert load_cities().list_named("") == ()
    assert load_cities().list_begun("a") != ()


def test_place_on_the_map_has_its_zone_and_the_sea_has_one_too() -> None:
    assert (get_zone_at(52.5, 13.4), get_zone_at(0.0, -30.0) in ("UTC", "Etc/GMT+2")) == ("Europe/Berlin", True)
    assert "Europe/Istanbul" in list_modern()
    assert "Asia/Calcutta" not in list_modern()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Paris, Texas", "America/Chicago"),
        ("Paris TX", "America/Chicago"),
        ("London, UK", "Europe/London"),
        ("Berlin Germany", "Europe/Berlin"),
        ("St Petersburg, FL", "America/New_York"),
        ("California", "America/Los_Angeles"),
        ("UK", "Europe/London"),
        ("Madeira", "Atlantic/Madeira"),
        ("МСК", "Europe/Moscow"),
        ("по московскому времени", "Europe/Moscow"),
        ("Pacific time", "America/Los_Angeles"),
        ("Newfoundland", "Canada/Newfoundland"),
    ],
)
def test_places_are_those_of_the_region_that_is_said(typed: str, zone: str) -> None:
    found = find_zones(typed, now=NOW, countries={"germany": "DE"})
    assert (found.places[0].zone, found.is_sure) == (zone, True)


@pytest.mark.parametrize("typed", ["Indiana", "Texas", "never", "utro", "London, Ontario", "USA"])
def test_places_that_may_be_others_are_asked_about(typed: str) -> None:
    assert not find_zones(typed, now=NOW).is_sure


@pytest.mark.parametrize("name", ["localtime", "Factory"])
def test_zone_of_whichever_machine_reads_it_is_none(name: str) -> None:
    assert not is_zone(name)
    assert name not in {place.zone for place in find_zones(name, now=NOW).places}
