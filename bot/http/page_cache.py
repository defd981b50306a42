"""Rendered pages, kept as long as nothing was published, corrected or withdrawn; bounded in bytes."""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

Version = tuple[int, datetime | None]

MOST_BYTES = 64 * 1024 * 1024
ENTRY_BYTES = 1000  # what an entry takes beside its key and its body, about
FRESH_SECONDS = 1.0  # a correction is on the web so long after
KEPT_SECONDS = 60.0  # on PostgreSQL a step may be committed behind a later one: then no mark tells of it


@dataclass(frozen=True, slots=True)
class Rendered:
    """An answer that is ready: its status, bytes and media type, and the mark by which clients know it again."""

    status: int
    body: bytes
    media_type: str
    etag: str


def make_rendered(text: str, media_type: str = "text/html", *, status: int = 200) -> Rendered:
    """Return an answer that is ready to be sent."""
    body = text.encode()
    return Rendered(status, body, media_type, f'"{hashlib.sha256(body).hexdigest()[:24]}"')


class PageCache:
    """Pages by address."""

    def __init__(
        self, get_version: Callable[[], Awaitable[Version]], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._get_version = get_version
        self._monotonic = monotonic
        self._version: Version | None = None
        self._looked_at = float("-inf")
        self._cleared_at = float("-inf")
        self._kept: OrderedDict[str, Rendered] = OrderedDict()
        self._bytes = 0

    async def get(self, key: str, render: Callable[[], Awaitable[Rendered]]) -> Rendered:
        """Return a page, rendered if it is not kept."""
        await self._refresh()
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        version, rendered = self._version, await render()
        if version == self._version and rendered.status == 200:
            self._keep(key, rendered)
        return rendered

    async def _refresh(self) -> None:
        now = self._monotonic()
        if now - self._looked_at < FRESH_SECONDS:
            return
        self._looked_at = now
        version = await self._get_version()
        if version != self._version or now - self._cleared_at > KEPT_SECONDS:
            self._cleared_at = now
            self._kept.clear()
            self._bytes = 0
            self._version = version

    def _keep(self, key: str, rendered: Rendered) -> None:
        replaced = self._kept.pop(key, None)
        self._bytes += _size(key, rendered) - (_size(key, replaced) if replaced else 0)
        self._kept[key] = rendered
        while self._bytes > MOST_BYTES:
            self._bytes -= _size(*self._kept.popitem(last=False))


def _size(key: str, rendered: Rendered) -> int:
    return len(rendered.body) + 4 * len(key) + ENTRY_BYTES
