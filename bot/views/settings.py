"""What a chat gets and when: the settings, their screens, and each change's confirmation."""

from datetime import datetime, time
from hashlib import blake2b

from babel.dates import get_day_names
from babel.lists import format_list

from bot.i18n import Words
from bot.newsroom.typed.lexicon import ALL_DAYS, WEEKDAYS
from bot.newsroom.typed.slots import have_own_days
from bot.views.dates import written_day, written_time
from bot.views.languages import name_language
from bot.views.page import Ask, Button, Frame, Page, Wish, in_rows, press, rows
from bot.views.splitter import shorten
from bot.views.story import page_buttons
from bot.views.text import Text, bold, join
from bot.views.zones import written_zone
from storage.model import Preferences, Refusal, Section, Slot, Subscription

OFFERED_TIMES = tuple(time(hour) for hour in (6, 7, 8, 9, 12, 17, 18, 20, 21))
STORY_LIMITS = (3, 5, 8, 10)
LINE_UTF16 = 600
SECTIONS_PER_PAGE, BUTTON_UTF16 = 40, 60
_CHECK = "✓ "
_ASKS = {
    Wish.LOCATION: ("ask-location", "ask-location-button"),
    Wish.CHANNEL: ("ask-channel", "ask-channel-button"),
}


def settings(frame: Frame, subscription: Subscription, *, now: datetime) -> Page:
    """Return the screen from which everything else is a tap away."""
    words, preferences = frame.words, subscription.preferences
    lines = [
        _line(words, "settings-times", describe_slots(words, preferences.slots)),
        _line(words, "settings-zone", written_zone(preferences.zone)),
        _line(words, "settings-sections", _sections_line(words, preferences)),
        f"{words('settings-stories', count=preferences.max_articles)}",
        _line(words, "settings-language", name_language(words.language)),
    ]
    if preferences.languages:
        lines.append(_line(words, "settings-reading", words.joined(sorted(map(name_language, preferences.languages)))))
    if preferences.mutes:
        lines.append(_line(words, "settings-mutes", words.listed(sorted(preferences.mutes))))
    if preferences.quiet:
        lines.append(_line(words, "settings-quiet", _written_hours(words, preferences.quiet)))
    is_channel = frame.is_private and subscription.chat_id < 0  # set up from its administrator's private chat
    of_group = "settings-topic" if subscription.thread_id else "settings-title"
    title = words("settings-channel" if is_channel else of_group)
    text = join("\n\n", [bold(title), join("\n", lines), next_line(frame, subscription, now=now)])
    buttons = _settings_buttons(words, subscription, now, offers_rich=frame.offers_rich)
    if frame.is_private and not is_channel:
        buttons += ((Button(label=words("channel-connect"), press=press("channel")),),)
    return Page(text=text, buttons=buttons)


def _line(words: Words, key: str, value: str) -> str:
    """Return what is set, by its name."""
    return shorten(words("settings-line", name=words(key), value=value), LINE_UTF16)


def quiet_hours(frame: Frame, subscription: Subscription) -> Page:
    """Return when what comes makes no sound, and how to change that."""
    words, quiet = frame.words, subscription.preferences.quiet
    said_of = words("quiet-now", hours=_written_hours(words, quiet)) if quiet else words("quiet-none")
    back = Button(label=words("settings-button"), press=press("settings"))
    return Page(text=Text(said_of), buttons=rows((back,)))


def _written_hours(words: Words, hours: tuple[time, time]) -> str:
    return "–".join(written_time(words.locale, at) for at in hours)


def ask(frame: Frame, wish: Wish) -> Page:
    """Return the page that asks a phone for a location or a channel."""
    words = frame.words
    return Page(text=Text(words(_ASKS[wish][0])), ask=Ask(wish=wish, label=words(_ASKS[wish][1])))


def connected(frame: Frame, title: str, subscription: Subscription) -> Page:
    """Return what is said of a channel that is connected now."""
    preferences = subscription.preferences
    times = describe_slots(frame.words, preferences.slots)
    text = frame.words("channel-connected", title=title, times=times, zone=written_zone(preferences.zone))
    return Page(text=Text(text), ask=Ask(wish=Wish.NOTHING))


def _settings_buttons(
    words: Words, subscription: Subscription, now: datetime, *, offers_rich: bool
) -> tuple[tuple[Button, ...], ...]:
    preferences = subscription.preferences
    is_resting = subscription.is_stopped or subscription.is_paused(now)
    return rows(
        (
            Button(label=words("settings-times"), press=press("times")),
            Button(label=words("settings-zone"), press=press("zone")),
            Button(label=words("settings-sections"), press=press("sections")),
        ),
        (
            _switch_button(words("settings-silent"), "silent", is_on=preferences.is_silent),
            _switch_button(words("settings-alerts"), "alerts", is_on=preferences.has_alerts),
        ),
        (
            _switch_button(words("settings-marks"), "marks", is_on=preferences.has_marks),
            _switch_button(words("settings-pictures"), "pictures", is_on=preferences.has_pictures),
        ),
        (_switch_button(words("settings-rich"), "rich", is_on=preferences.has_rich) if offers_rich else None,),
        (_switch_button(words("settings-nothing-new"), "empty", is_on=preferences.says_nothing_new),),
        (
            Button(label=words("settings-quiet"), press=press("quiet")),
            Button(label=words("settings-mutes"), press=press("mutes")),
        ),
        (
            Button(label=words("settings-language"), press=press("language")),
            Button(label=words("settings-reading"), press=press("reading")),
        ),
        tuple(
            Button(label=f"{_CHECK if limit == preferences.max_articles else ''}{limit}", press=press("limit", limit))
            for limit in STORY_LIMITS
        ),
        (
            Button(label=words("settings-resume"), press=press("resume"))
            if is_resting
            else Button(label=words("settings-pause"), press=press("pause")),
        ),
    )


def _switch_button(label: str, name: str, *, is_on: bool) -> Button:
    return Button(label=f"{_CHECK if is_on else ''}{label}", press=press("switch", name, _switch(is_on=is_on)))


def _switch(*, is_on: bool) -> str:
    """Return what a press sets: the opposite of what is, said outright, so that pressing twice is pressing once."""
    return "off" if is_on else "on"


def _sections_line(words: Words, preferences: Preferences) -> str:
    chosen = sorted(preferences.sections)
    return words.listed(chosen) or words("sections-all")


def next_line(frame: Frame, subscription: Subscription, *, now: datetime) -> str:
    """Return when the next briefing comes, or why none does."""
    words, zone = frame.words, frame.zone
    occurrence = subscription.next_occurrence
    if subscription.is_stopped:
        return words("settings-stopped")
    if occurrence is None:
        return words("settings-no-times")
    today = now.astimezone(zone).date()
    day = written_day(words.locale, occurrence.due_at.astimezone(zone).date(), now=today)
    lines = [words("settings-next", day=day, time=written_time(words.locale, occurrence.at))]
    if subscription.refusal is not None:
        lines.insert(0, refused_line(frame, subscription.refusal, now=now))
    return "\n".join(lines)


def refused_line(frame: Frame, refusal: Refusal, *, now: datetime) -> str:
    """Return why nothing could be sent here, since when, and that it is tried again."""
    today = now.astimezone(frame.zone).date()
    since = written_day(frame.words.locale, refusal.since.astimezone(frame.zone).date(), now=today)
    return frame.words("settings-refused", reason=refusal.kind.value, day=since)


def stopped(frame: Frame, *, others: int, is_topic: bool = False) -> Page:
    """Return what is said to /stop, in a topic or elsewhere; `others` is how many topics of the group go on."""
    elsewhere = frame.words("stop-elsewhere", count=others) if others else ""
    return Page(text=join("\n\n", [frame.words("stop-done-topic" if is_topic else "stop-done"), elsewhere]))


def describe_slots(words: Words, slots: tuple[Slot, ...]) -> str:
    """Return times and days as a phrase: `08:00, 18:00 on weekdays`."""
    if not slots:
        return words("times-none")
    by_days: dict[frozenset[int], list[str]] = {}
    for slot in slots:
        by_days.setdefault(slot.days, []).append(written_time(words.locale, slot.at))
    return "; ".join(f"{words.listed(times)} {_days(words, days)}".strip() for days, times in by_days.items())


def _days(words: Words, days: frozenset[int]) -> str:
    if days == ALL_DAYS:
        return words("times-daily")
    if days == WEEKDAYS:
        return words("times-weekdays")
    names = get_day_names("abbreviated", locale=words.locale)
    return words("times-on", days=str(format_list([names[day] for day in sorted(days)], locale=words.locale)))


def times(frame: Frame, subscription: Subscription, *, now: datetime) -> Page:
    """Return the screen on which times are picked."""
    words, slots = frame.words, subscription.preferences.slots
    chosen = {slot.at for slot in slots}
    offered = sorted({*OFFERED_TIMES, *chosen})
    buttons = [
        Button(
            label=f"{_CHECK if at in chosen else ''}{written_time(words.locale, at)}",
            press=press("time", at.strftime("%H%M"), _switch(is_on=at in chosen)),
        )
        for at in offered
    ]
    is_weekdays = bool(slots) and all(slot.days == WEEKDAYS for slot in slots)
    weekdays = Button(
        label=f"{_CHECK if is_weekdays else ''}{words('times-only-weekdays')}",
        press=press("weekdays", _switch(is_on=is_weekdays)),
    )
    more = (None if have_own_days(slots) else weekdays, Button(label=words("settings-zone"), press=press("zone")))
    text = join(
        "\n\n",
        [
            bold(words("settings-times")),
            describe_slots(words, slots),
            next_line(frame, subscription, now=now),
            words("times-type"),
        ],
    )
    return Page(text=text, buttons=rows(*in_rows(buttons, 3), more, (_back(words),)))


def sections(frame: Frame, subscription: Subscription, known: tuple[Section, ...], *, page: int = 1) -> Page:
    """Return a page of the screen on which sections are followed."""
    words, chosen = frame.words, subscription.preferences.sections
    pages = max(1, -(-len(known) // SECTIONS_PER_PAGE))
    page = min(max(page, 1), pages)
    shown = known[(page - 1) * SECTIONS_PER_PAGE : page * SECTIONS_PER_PAGE]
    buttons = [
        Button(
            label=f"{_CHECK if not chosen or section.slug in chosen else ''}{shorten(section.name, BUTTON_UTF16)}",
            press=press("follow", section.slug[:40], _switch(is_on=not chosen or section.slug in chosen)),
        )
        for section in shown
    ]
    all_of_them = Button(label=f"{'' if chosen else _CHECK}{words('sections-all')}", press=press("follow"))
    text = join("\n\n", [bold(words("settings-sections")), words("sections-how")])
    turning = page_buttons(frame, page, pages, ("sections",))
    return Page(text=text, buttons=rows((all_of_them,), *in_rows(buttons, 2), turning, (_back(words),)))


def page_of(slug: str, known: tuple[Section, ...]) -> int:
    """Return the page on which a section stands, the first one where it does not."""
    place = next((place for place, section in enumerate(known) if section.slug[:40] == slug), 0)
    return 1 + place // SECTIONS_PER_PAGE


def mute_mark(word: str) -> str:
    """Return what a button carries in a muted word's place: it has room for few letters of most scripts."""
    return blake2b(word.encode(), digest_size=6).hexdigest()


def mutes(frame: Frame, subscription: Subscription) -> Page:
    """Return what is muted, each with a button to hear it again."""
    words, muted = frame.words, sorted(subscription.preferences.mutes)
    buttons = [Button(label=f"✕ {each}", press=press("unmute", mute_mark(each))) for each in muted]
    text = join("\n\n", [bold(words("settings-mutes")), words.listed(muted) or words("mute-none"), words("mute-how")])
    return Page(text=text, buttons=rows(*in_rows(buttons, 2), (_back(words),)))


def said(frame: Frame, key: str, **values: str | int) -> Page:
    """Return a page of one sentence of the catalogue."""
    return Page(text=Text(frame.words(key, **values)))


def _back(words: Words) -> Button:
    return Button(label=words("settings-back"), press=press("settings"))
