"""What an editor is told while links become drafts."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.views.page import Button, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, join

URL_UTF16 = 120
MOST_FAILED = 10


class FailedLink(Protocol):
    """A link that could not be read, and why."""

    @property
    def url(self) -> str: ...
    @property
    def reason(self) -> str: ...


def reading(done: int, total: int) -> Page:
    """Return how many links were read so far."""
    return Page(text=Text(f"Reading: {done} of {total} …"))


def drafted(is_new: Mapping[int, bool], total: int, failed: Sequence[FailedLink]) -> Page:
    """Return what became of links: articles, each new or here already, and which could not be read and why."""
    read = total - len(failed)
    made = sum(is_new.values())
    here = [f"#{number}" for number in sorted(is_new) if not is_new[number]]
    became = [{0: "No draft was made.", 1: "One draft was made."}.get(made, f"{made} drafts were made.")]
    if here:
        became.append(f"Here already: {', '.join(here)}.")
    lines = [f"✗ {shorten(each.url, URL_UTF16)}: {each.reason}" for each in failed[:MOST_FAILED]]
    if len(failed) > MOST_FAILED:
        lines.append(f"and {len(failed) - MOST_FAILED} more")
    buttons = tuple(Button(label=f"#{number}", press=press("review", number)) for number in sorted(is_new))
    return Page(
        text=join("\n\n", [f"{read} of {total} links read. {' '.join(became)}", "\n".join(lines)]),
        buttons=rows(buttons) if len(is_new) > 1 else (),
    )
