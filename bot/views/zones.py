"""The time zone: how it is written, and the screen on which it is picked."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from bot.i18n import Words
from bot.newsroom.typed.zones import COMMON_ZONES, Place
from bot.views.page import Ask, Button, Frame, Page, Wish, in_rows, press, rows
from bot.views.text import Text, bold, join
from storage.model import Subscription
from storage.words import squash

_CHECK = "✓ "
_REVERSED = "Etc/GMT"  # tzdata's, whose plus is west of Greenwich


def written_zone(zone: str) -> str:
    """Write a zone as people read it: `Etc/GMT-3` is UTC+3."""
    offset = zone.removeprefix(_REVERSED)
    if offset == zone or not offset:
        return zone
    return f"UTC{'−' if offset[0] == '+' else '+'}{offset[1:]}"


def zones(frame: Frame, subscription: Subscription, found: Sequence[Place] | None = None) -> Page:
    """Return the screen on which the zone is picked: common ones, or those that what was typed may mean."""
    words, current = frame.words, subscription.preferences.zone
    offered = [Place(zone) for zone in COMMON_ZONES] if found is None else found
    buttons = [
        Button(label=f"{_CHECK if place.zone == current else ''}{label}", press=press("in", place.zone))
        for place, label in zip(offered, _labels(words, offered), strict=True)
    ]
    hint = words("zone-type") if found is None else words("zone-which" if found else "zone-unknown")
    text = join("\n\n", [bold(words("settings-zone")), written_zone(current), hint])
    is_own = frame.is_private and subscription.chat_id > 0
    here = Button(label=words("zone-here"), press=press("where")) if is_own else None
    back = Button(label=words("settings-back"), press=press("settings"))
    return Page(text=text, buttons=rows(*in_rows(buttons, 3 if found is None else 1), (here,), (back,)))


def _labels(words: Words, places: Sequence[Place]) -> list[str]:
    """Return what the buttons say: city and country, and the zone where two would say the same."""
    labels = [_label(words, place) for place in places]
    times = Counter(labels)
    return [
        f"{label} · {_city(place.zone)}" if times[label] > 1 else label
        for label, place in zip(labels, places, strict=True)
    ]


def _label(words: Words, place: Place) -> str:
    if place.city is None or place.country is None:
        return _city(place.zone)
    return f"{place.city}, {words.locale.territories.get(place.country, place.country)}"


def _city(zone: str) -> str:
    return written_zone(zone).rpartition("/")[2].replace("_", " ")


def located(frame: Frame, zone: str) -> Page:
    """Return what is said of a shared location."""
    return Page(text=Text(frame.words("zone-located", zone=written_zone(zone))), ask=Ask(wish=Wish.NOTHING))


@cache
def list_countries(*languages: Words) -> dict[str, str]:
    """Return the codes of countries by their squashed names in these languages."""
    return {
        squash(name): code
        for words in languages
        for code, name in words.locale.territories.items()
        if code.isalpha() and squash(name)
    }
