"""What owners are told of incidents: all that began or ended in one message."""

from collections.abc import Sequence

import regex

from bot.views.page import Page
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import Incident

MOST_SHOWN, LINE_UTF16 = 8, 400
_ADVICE = regex.compile(r": (?=`)|(?<=[.?]) ")  # what to do about it stands behind what is so


def told(begun: Sequence[Incident], ended: Sequence[Incident]) -> Page:
    """Return the message about what has begun, and what is over."""
    over = [_ADVICE.split(each.said)[0].rstrip(".:") for each in ended]
    return Page(
        text=join("\n\n", [_part("⚠️ Needs a look", [each.said for each in begun]), _part("✅ No longer so", over)])
    )


def _part(title: str, incidents: Sequence[str]) -> Text:
    if not incidents:
        return Text()
    lines: list[Text | str] = [shorten(each, LINE_UTF16) for each in incidents[:MOST_SHOWN]]
    if len(incidents) > MOST_SHOWN:
        lines.append(f"and {len(incidents) - MOST_SHOWN} more")
    return join("\n", [bold(title), *lines])
