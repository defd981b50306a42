"""/schedule: times, zone and quiet hours."""

import asyncio
from datetime import time

from bot import screens
from bot.asking import read_switch
from bot.context import Request
from bot.errors import ReaderError
from bot.i18n import DEFAULT_LANGUAGE
from bot.newsroom.typed.lexicon import plain, without_leading
from bot.newsroom.typed.slots import MOST_SLOTS, have_own_days, on_days, on_weekdays, with_time, without_time
from bot.newsroom.typed.times import TypedTimes, read_hours, read_times
from bot.newsroom.typed.zones import find_zones, get_zone_at, is_zone
from bot.views import settings as view
from bot.views import zones as zones_view
from bot.views.page import Page, Wish
from bot.views.zones import list_countries
from storage.model import Subscription


async def schedule(request: Request) -> None:
    """Answer /schedule: alone, with times and days, with quiet hours, or with a city or zone."""
    typed = " ".join(request.arguments)
    quiet = without_leading(plain(typed), request.lexicon.quiet)
    times = read_times(typed, request.lexicon)
    if not typed:
        viewed = await request.viewed_subscription()
        await request.answer(view.times(request.framed(viewed), viewed, now=request.now))
    elif quiet is not None:
        await _take_quiet(request, quiet)
    elif times is not None:
        await _take_times(request, times)
    else:
        await _take_zone(request, typed)


async def _take_quiet(request: Request, typed: str) -> None:
    """Set quiet hours or end them; alone, show them."""
    hours, is_off = read_hours(typed, request.lexicon), typed in request.lexicon.off
    if not typed:
        viewed = await request.viewed_subscription()
        await request.answer(view.quiet_hours(request.framed(viewed), viewed))
        return
    if hours is None and not is_off:
        raise ReaderError("times-unknown")
    changed = await request.change(await request.own_subscription(), quiet=hours)
    await request.answer(screens.settings(request, changed))


async def _take_times(request: Request, typed: TypedTimes) -> None:
    """Set the times that were typed, or the days of those there are."""
    subscription = await request.own_subscription()
    slots = typed.slots or on_days(subscription.preferences.slots, typed.days)
    if not slots:
        raise ReaderError("times-no-times")
    if len(slots) > MOST_SLOTS:
        raise ReaderError("times-too-many", sent=len(slots), count=MOST_SLOTS)
    changed = await request.change(subscription, begins=True, slots=slots)
    await request.answer(screens.settings(request, changed))


async def _take_zone(request: Request, typed: str) -> None:
    """Set the zone that was typed; offer those that may be meant where it is not sure."""
    if request.lexicon.is_about_time(plain(typed)):
        raise ReaderError("times-unknown")  # `never` and `sera` are cities, too, and not meant
    subscription = await request.own_subscription()
    countries = list_countries(request.frame.words, request.services.catalog.words(DEFAULT_LANGUAGE))
    found = await asyncio.to_thread(find_zones, typed, now=request.now, countries=countries)
    if not found.places and any(map(str.isdigit, typed)):
        raise ReaderError("times-unknown")
    if not found.is_sure:
        await request.answer(zones_view.zones(request.framed(subscription), subscription, found.places))
        return
    changed = await request.change(subscription, zone=found.places[0].zone)
    await request.answer(screens.settings(request, changed))


async def open_times(request: Request) -> None:
    """Show the times, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(view.times(request.framed(viewed), viewed, now=request.now))


async def set_time(request: Request) -> None:
    """Add a time or take it away, as the press says."""
    subscription = await request.own_subscription()
    digits, word = request.arguments
    at, slots = time(int(digits[:2]), int(digits[2:])), subscription.preferences.slots
    is_on = read_switch(word)
    if is_on and len(slots) >= MOST_SLOTS and all(slot.at != at for slot in slots):
        raise ReaderError("times-full", count=MOST_SLOTS)
    changed_slots = with_time(slots, at) if is_on else without_time(slots, at)
    changed = await request.change(subscription, begins=is_on, slots=changed_slots)
    await request.replace(view.times(request.framed(changed), changed, now=request.now))


async def set_weekdays(request: Request) -> None:
    """Let all times be on weekdays alone, or on every day, as the press says."""
    subscription = await request.own_subscription()
    is_on = read_switch(request.arguments[0])
    if have_own_days(subscription.preferences.slots):
        raise ReaderError("error-old-button")  # it would take those days away
    slots = on_weekdays(subscription.preferences.slots, is_on=is_on)
    changed = await request.change(subscription, slots=slots)
    await request.replace(view.times(request.framed(changed), changed, now=request.now))


async def open_quiet(request: Request) -> None:
    """Show the quiet hours, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(view.quiet_hours(request.framed(viewed), viewed))


async def open_zones(request: Request) -> None:
    """Show the zones, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(_zones(request, viewed))


def _zones(request: Request, viewed: Subscription) -> Page:
    return zones_view.zones(request.framed(viewed), viewed)


async def set_zone(request: Request) -> str:
    """Take a zone."""
    subscription = await request.own_subscription()
    (zone,) = request.arguments
    if not is_zone(zone):
        raise ValueError(zone)
    changed = await request.change(subscription, zone=zone)
    await request.replace(screens.settings(request, changed))
    return request.frame.words("settings-changed")


async def ask_location(request: Request) -> None:
    """Ask the phone where it is."""
    if not request.frame.is_private:
        raise ReaderError("error-old-button")
    await request.answer(view.ask(request.frame, Wish.LOCATION))


async def take_location(request: Request) -> None:
    """Take the zone of a shared location; the place itself is not kept."""
    if request.location is None:
        return
    zone = get_zone_at(*request.location)
    changed = await request.change(await request.own_subscription(), zone=zone)
    await request.answer(zones_view.located(request.frame, zone))
    await request.answer(screens.settings(request, changed))
