"""A page: what one screen says and offers, free of any Telegram type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from unicodedata import category, east_asian_width
from urllib.parse import quote

from bot.i18n import Words
from bot.views.text import Text, is_linkable
from storage.model import Picture, Preferences, Shown, Shows

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LABEL_WIDTHS = (40, 18, 12, 8)  # Latin letters of a label that a phone shows, by how many buttons are in its row


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: it sends `press` back to us, opens an address, or asks inline for something to put into a chat."""

    label: str
    press: str | None = None
    url: str | None = None
    inline: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An address that a press opens on the presser's phone: a chat with this bot."""

    url: str


MOST_AIM_CHARACTERS = 18  # ids have at most 52 bits (https://core.telegram.org/bots/api#chat)


class Wish(StrEnum):
    """What a page can ask a phone for."""

    LOCATION = "location"
    CHANNEL = "channel"
    NOTHING = "nothing"  # take the asking keyboard away


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A keyboard of one button in place of the phone's own; pressing it sends what is wished for."""

    wish: Wish
    label: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """A native page in Telegram's rich HTML: its forms, each for where the one before was refused, and its buttons."""

    forms: tuple[str, ...]
    buttons: tuple[tuple[Button, ...], ...]
    is_rtl: bool = False  # set from right to left


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One message: text, rows of buttons, and at most one picture.

    `preview` is a picture by public address, shown above the text; `photo` one that goes out before the text. A page
    that asks has no buttons.
    """

    text: Text
    buttons: tuple[tuple[Button, ...], ...] = ()
    ask: Ask | None = None
    preview: str | None = None
    photo: Picture | None = None
    shows: Shows | None = None
    articles: tuple[Shown, ...] = ()
    number: int = 1  # of a story that has several
    rich: Rich | None = None  # the whole of it as a native page, where the chat wants that


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where and for whom a page is made."""

    words: Words
    publication: str
    username: str
    zone: tzinfo
    is_private: bool = True
    picture_origin: str | None = None
    has_marks: bool = False  # whether cards name the sources of each bullet
    pages_url: str | None = None  # where stories have web pages
    has_inline: bool = False  # whether the bot can be asked inline
    offers_rich: bool = True  # whether this bot sends native pages to whoever wants them
    has_rich: bool = False  # whether the chat does
    has_pictures: bool = True  # whether the chat wants them before stories

    def deep_link(self, payload: str) -> str:
        """Return the address that opens the private chat with a start parameter."""
        return f"https://t.me/{self.username}?start={payload}"

    def page_address(self, number: int) -> str | None:
        """Return the address of a story's web page, or None where it has none that Telegram takes."""
        address = f"{self.pages_url}/story/{number}" if self.pages_url else None
        return address if address and is_linkable(address) else None

    def picture_address(self, picture: Picture | None) -> str | None:
        """Return the public address of a picture, or None if it must be uploaded, or is not wanted."""
        if picture is None or not self.has_pictures:
            return None
        if not picture.is_stored:
            return picture.url if is_linkable(picture.url) else None
        return f"{self.picture_origin}/pictures/{quote(picture.url)}" if self.picture_origin else None


def press(action: str, *arguments: int | str) -> str:
    """Write what a button sends back: at most 64 bytes, Telegram's limit on callback data."""
    return ":".join([action, *map(str, arguments)])


def microseconds(moment: datetime) -> int:
    """Return a moment as a button can carry it."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def parse_moment(argument: str) -> datetime:
    """Return the moment that a button carries. Raises ValueError."""
    try:
        return _EPOCH + timedelta(microseconds=int(argument))
    except OverflowError as error:
        raise ValueError(argument) from error


def aimed(page: Page, chat_id: int) -> Page:
    """Let a page's buttons speak of another chat: a channel that is set up from its administrator's private chat."""
    buttons = (
        tuple(replace(each, press=f"@{chat_id}:{each.press}") if each.press else each for each in row)
        for row in page.buttons
    )
    return replace(page, buttons=tuple(buttons))


def parse_aimed(data: str) -> tuple[int | None, str]:
    """Return the chat a press speaks of, if it is another, and what it says."""
    aim, _, rest = data.partition(":")
    if aim.startswith("@-") and aim[2:].isdecimal() and len(aim) <= MOST_AIM_CHARACTERS:
        return int(aim[1:]), rest
    return None, data


def in_rows(buttons: Sequence[Button], width: int) -> Iterator[tuple[Button, ...]]:
    """Yield buttons in rows of so many."""
    return (tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def rows(*candidates: tuple[Button | None, ...]) -> tuple[tuple[Button, ...], ...]:
    """Lay out buttons; those that are None are left out, and what would be cut off stands in a row of its own."""
    filled = (tuple(button for button in row if button) for row in candidates)
    return tuple(fitting for row in filled for fitting in _fitting(row))


def _fitting(row: tuple[Button, ...]) -> Iterator[tuple[Button, ...]]:
    """Cut a row where its labels would not be whole on a narrow phone."""
    fitting: tuple[Button, ...] = ()
    for button in row:
        wider = (*fitting, button)
        if fitting and len(row) <= len(_LABEL_WIDTHS) and max(map(_label_width, wider)) > _LABEL_WIDTHS[len(wider) - 1]:
            yield fitting
            wider = (button,)
        fitting = wider
    if fitting:
        yield fitting


def _label_width(button: Button) -> int:
    seen = (character for character in button.label if category(character) not in ("Mn", "Me", "Cf"))
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in seen)


def showing(frame: Frame, wishes: Preferences) -> Frame:
    """Return a frame in which pages show what a chat wants to see."""
    has_rich = wishes.has_rich and frame.offers_rich
    return replace(frame, has_marks=wishes.has_marks, has_rich=has_rich, has_pictures=wishes.has_pictures)
