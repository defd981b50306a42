"""What goes wrong on purpose: flood control, errors, hangs and resets, for all chats or for some."""

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.demo.botapi.errors import ApiError

KINDS = ("429", "500", "html", "hang", "reset_before", "reset_after")
OUTAGES = ("gateway", "hang_before")  # not drawn by chance: nothing is carried out
HANG_SECONDS = 60.0
PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"


class BadGateway(Exception):
    """The call is answered with a page."""


@dataclass(slots=True)
class Flood:
    """Telegram's limits as a server enforces them: counted in windows, refused with the time to wait."""

    monotonic: Callable[[], float]
    overall_per_second: int = 30
    private_burst: int = 3
    group_per_minute: int = 20
    is_on: bool = False
    sent: deque[float] = field(default_factory=deque)
    by_chat: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, chat_id: int) -> None:
        """Count one message; raise ApiError (429) where it is too many."""
        if not self.is_on:
            return
        now = self.monotonic()
        window, most = (60.0, self.group_per_minute) if chat_id < 0 else (float(self.private_burst), self.private_burst)
        self._count(self.sent, now, 1.0, self.overall_per_second)
        self._count(self.by_chat[chat_id], now, window, most)
        self.sent.append(now)
        self.by_chat[chat_id].append(now)

    def _count(self, times: deque[float], now: float, window: float, most: int) -> None:
        while times and times[0] <= now - window:
            times.popleft()
        if len(times) >= most:
            wait = int(times[0] + window - now) + 1
            raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


@dataclass(frozen=True, slots=True)
class Odd:
    """An HTTP answer of any shape, given in place of a call's own; the call is not carried out."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Faults:
    """Faults by chance, from a seeded source; for single chats, by name; and odd answers to a method's next calls."""

    share: float = 0.0
    kinds: tuple[str, ...] = KINDS
    hang_seconds: float = HANG_SECONDS
    befallen: int = 0  # calls so far
    by_chat: dict[int, str] = field(default_factory=dict)
    odd: dict[str, deque[Odd]] = field(default_factory=lambda: defaultdict(deque))
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - a dice, no secret

    def draw(self, chat_id: int) -> str | None:
        """Return the fault that befalls this call, or None."""
        fault = self.by_chat.get(chat_id)
        if fault is None and self.share and self.chance.random() < self.share:
            fault = self.chance.choice(self.kinds)
        self.befallen += fault is not None
        return fault

    async def before(self, fault: str | None) -> None:
        """Fail before the call is carried out. Raises ApiError, BadGateway or ConnectionResetError."""
        if fault is not None and fault.startswith("429"):
            seconds = 45 if fault == "429 for 45 s" else 1
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        if fault == "500":
            raise ApiError(500, "Internal Server Error: restart")
        if fault == "gateway":
            raise BadGateway
        if fault == "hang_before":
            await asyncio.sleep(self.hang_seconds)
        if fault in ("hang_before", "reset_before"):
            raise ConnectionResetError

    async def after(self, fault: str | None) -> None:
        """Fail after the call was carried out. Raises BadGateway or ConnectionResetError."""
        if fault == "html":
            raise BadGateway
        if fault == "hang":
            await asyncio.sleep(self.hang_seconds)
        if fault in ("hang", "reset_after"):
            raise ConnectionResetError
