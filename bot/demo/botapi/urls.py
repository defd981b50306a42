"""Which addresses Telegram takes for links, and how it writes them."""

import re

_LINK = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<host>[^/?#:\s]*)(?P<port>:\d+)?(?P<rest>[/?#]\S*)?", re.IGNORECASE
)
_HOST = re.compile(r"[^\s.@]+(?:\.[^\s.@]+)+")
_APP_SCHEMES = ("tg", "ton", "tonsite")


def normalise_link(url: str) -> str | None:
    """Return an address as Telegram stores it, or None for one it does not take."""
    url = url if "://" in url or url.startswith(_APP_SCHEMES) else f"http://{url}"
    match = _LINK.fullmatch(url)
    if match is None:
        return None
    scheme = match["scheme"].lower()
    if scheme in _APP_SCHEMES:
        return url
    if scheme not in ("http", "https") or not _HOST.fullmatch(match["host"]):
        return None
    rest = match["rest"] or ""
    return f"{scheme}://{match['host'].lower()}{match['port'] or ''}{rest if rest.startswith('/') else '/' + rest}"
