"""A page: what one screen says and offers, free of any Telegram type."""

from dataclasses import dataclass
from datetime import tzinfo
from urllib.parse import quote

from bot.i18n import Words
from bot.views.text import Text, is_linkable
from storage.model import Picture, Shown, Shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: it sends `press` back to us, opens an address, or starts an inline query."""

    label: str
    press: str | None = None
    url: str | None = None
    inline_query: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One message: text, rows of buttons, and at most one picture.

    `preview` is a picture by public address, shown above the text; `photo` one that goes out before the text.
    """

    text: Text
    buttons: tuple[tuple[Button, ...], ...] = ()
    preview: str | None = None
    photo: Picture | None = None
    shows: Shows | None = None
    articles: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where and for whom a page is made."""

    words: Words
    publication: str
    username: str
    zone: tzinfo
    is_private: bool = True
    picture_origin: str | None = None

    def deep_link(self, payload: str) -> str:
        """Return the address that opens the private chat with a start parameter."""
        return f"https://t.me/{self.username}?start={payload}"

    def picture_address(self, picture: Picture | None) -> str | None:
        """Return the public address of a picture, or None if it must be uploaded."""
        if picture is None:
            return None
        if not picture.is_stored:
            return picture.url if is_linkable(picture.url) else None
        return f"{self.picture_origin}/pictures/{quote(picture.url)}" if self.picture_origin else None


def press(action: str, *arguments: int | str) -> str:
    """Write what a button sends back: at most 64 bytes, Telegram's limit on callback data."""
    return ":".join([action, *map(str, arguments)])


def rows(*candidates: tuple[Button | None, ...]) -> tuple[tuple[Button, ...], ...]:
    """Lay out buttons; those that are None, and rows without any, are left out."""
    filled = (tuple(button for button in row if button) for row in candidates)
    return tuple(row for row in filled if row)
