"""What owners are told of incidents: all that began or ended in one message."""

from collections.abc import Sequence

from bot.views.page import Page
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import Incident

MOST_SHOWN, LINE_UTF16 = 8, 400


def told(begun: Sequence[Incident], ended: Sequence[Incident]) -> Page:
    """Return the message about what has begun, and what is over."""
    return Page(text=join("\n\n", [_part("⚠️ Needs a look", begun), _part("✅ Over", ended)]))


def _part(title: str, incidents: Sequence[Incident]) -> Text:
    if not incidents:
        return Text()
    lines: list[Text | str] = [shorten(each.said, LINE_UTF16) for each in incidents[:MOST_SHOWN]]
    if len(incidents) > MOST_SHOWN:
        lines.append(f"and {len(incidents) - MOST_SHOWN} more")
    return join("\n", [bold(title), *lines])
