"""Headlines as outlets write them, without the outlet's own name at the end."""

import regex

from bot.newsroom.cleaning import clean_line
from storage.words import squash

_TAIL = regex.compile(r"\s+[|–—•·-]\s+(?P<tail>[^|–—•·]{2,40})$")
_PARTS = regex.compile(r"\s*[|–—·»_]\s*|\s+-\s+")
MOST_CHARACTERS = 200


def clean_headline(title: str, outlet: str) -> str:
    """Return a title on one line, without ` - Outlet` or ` | Outlet` behind it."""
    title = clean_line(title)
    match = _TAIL.search(title)
    if match and outlet and (squash(match["tail"]) in squash(outlet) or squash(outlet) in squash(match["tail"])):
        title = title[: match.start()]
    if len(title) > MOST_CHARACTERS:
        title = title[:MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"
    return title


def strip_site(title: str, site: str) -> str:
    """Return a page's title without its site's name before or behind it; as it is where nothing else is left."""
    parts = [part for each in _PARTS.split(title) if (part := each.strip())]
    kept = [part for part in parts if squash(part) != squash(site)]
    if not site or len(kept) == len(parts) or not kept:
        return title
    return max(kept, key=len)
