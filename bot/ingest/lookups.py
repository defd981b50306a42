"""Names of hosts, looked up apart: the system's resolver blocks a thread for as long as a name does not answer.

Such threads are our own, many, and daemons: what else waits for a thread does not wait for them, nor does the end.
"""

import asyncio
import ipaddress
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from bot.errors import FetchError

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve: TypeAlias = Callable[[str, int], Sequence[Any]]

LOOKUP_SECONDS = 10.0
AT_ONCE = 200
FORGET_SECONDS = 60.0  # so long a name that did not answer is not asked for again
_REMEMBERED = 2000


def ask_system(host: str, port: int) -> Sequence[Any]:
    """Ask the system's resolver."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


class Lookups:
    """Finds the addresses of hosts."""

    def __init__(self, resolve: Resolve = ask_system) -> None:
        self._resolve = resolve
        self._under_way = 0
        self._unanswered: OrderedDict[str, float] = OrderedDict()  # when each may be asked for again

    async def find(self, host: str, port: int) -> list[Address]:
        """Return a host's addresses. Raises FetchError where it has none, or none in time."""
        if self._unanswered.get(host, 0.0) > time.monotonic():
            raise FetchError("the name of its host does not answer")
        if self._under_way >= AT_ONCE:
            raise FetchError("too many names of hosts do not answer")
        loop = asyncio.get_running_loop()
        found: asyncio.Future[Sequence[Any]] = loop.create_future()
        self._under_way += 1
        threading.Thread(target=self._look_up, args=(loop, found, host, port), daemon=True, name="lookup").start()
        try:
            async with asyncio.timeout(LOOKUP_SECONDS):
                infos = await found
        except TimeoutError:
            self._note_unanswered(host)
            raise FetchError("the name of its host does not answer") from None
        except (OSError, UnicodeError) as error:
            raise FetchError(f"no such host ({type(error).__name__})") from None
        return [ipaddress.ip_address(str(info[4][0]).partition("%")[0]) for info in infos]

    def _look_up(
        self, loop: asyncio.AbstractEventLoop, found: "asyncio.Future[Sequence[Any]]", host: str, port: int
    ) -> None:
        try:
            infos, error = self._resolve(host, port), None
        except (OSError, UnicodeError) as failure:
            infos, error = (), failure
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._settle, found, infos, error)

    def _settle(self, found: "asyncio.Future[Sequence[Any]]", infos: Sequence[Any], error: Exception | None) -> None:
        self._under_way -= 1
        if found.done():
            return  # nobody waits for it any more
        if error is None:
            found.set_result(infos)
        else:
            found.set_exception(error)

    def _note_unanswered(self, host: str) -> None:
        self._unanswered[host] = time.monotonic() + FORGET_SECONDS
        while len(self._unanswered) > _REMEMBERED:
            self._unanswered.popitem(last=False)
