"""Corrections at the head of a briefing: Telegram's edits are silent, so whoever got an error is told."""

from bot.views.page import Frame
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join, link
from storage.model import Notice

HEADLINE_UTF16, NOTE_UTF16 = 100, 180  # ten of them leave a message room for a story


def notice_lines(frame: Frame, notices: tuple[Notice, ...]) -> Text:
    """Return what a chat is told of corrections, the oldest first."""
    return join("\n\n", [_line(frame, notice) for notice in notices])


def _line(frame: Frame, notice: Notice) -> Text:
    head = frame.words("notice-head", label=notice.label.value, number=str(notice.number))
    address = frame.deep_link(f"story_{notice.number}") if frame.username else None
    headline = shorten(notice.headline, HEADLINE_UTF16)
    return join("\n", [join(" ", [bold(head), link(headline, address)]), shorten(notice.note, NOTE_UTF16)])
