"""robots.txt: what an outlet asks programs to leave alone (RFC 9309)."""

import asyncio
from collections import OrderedDict
from urllib.parse import urlsplit

from bot.errors import FetchError
from bot.ingest.fetching import USER_AGENT, Fetcher
from bot.ingest.reading import Readers

KEPT_SECONDS = 24 * 3600.0
KEPT_HOSTS = 1000
MOST_BYTES = 512 * 1024  # RFC 9309 §2.5
_NAME = USER_AGENT.split("/", maxsplit=1)[0]


class Robots:
    """Knows what may be fetched; asks each host once a day."""

    def __init__(self, fetcher: Fetcher, readers: Readers) -> None:
        self._fetcher = fetcher
        self._readers = readers  # what a stranger wrote is parsed where it can hold up nobody
        self._rules: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._reading: dict[str, asyncio.Future[bytes | FetchError]] = {}

    async def may_fetch(self, url: str, *, now_seconds: float) -> bool:
        """Whether a page may be fetched.

        Raises FetchError where the host's rules cannot be read now: until then nothing is fetched (RFC 9309 §2.3.1).
        """
        parts = urlsplit(url)
        rules = await self._rules_of(f"{parts.scheme}://{parts.netloc}", now_seconds)
        if isinstance(rules, FetchError):
            raise FetchError(rules.reason if rules.is_refused else f"robots.txt cannot be read now: {rules.reason}")
        return not rules or await self._readers.read_robots(rules, url=url, agent=_NAME)

    async def _rules_of(self, origin: str, now_seconds: float) -> bytes | FetchError:
        read_at, rules = self._rules.get(origin, (0.0, None))
        if rules is not None and now_seconds - read_at <= KEPT_SECONDS:
            return rules
        reading = self._reading.get(origin)
        if reading is None:  # else somebody is asking already
            reading = self._reading[origin] = asyncio.ensure_future(self._read(origin, now_seconds))
            reading.add_done_callback(lambda _: self._reading.pop(origin))
        return await asyncio.shield(reading)

    async def _read(self, origin: str, now_seconds: float) -> bytes | FetchError:
        rules = await self._ask(origin)
        if isinstance(rules, bytes):
            self._rules[origin] = (now_seconds, rules)
            while len(self._rules) > KEPT_HOSTS:
                self._rules.popitem(last=False)
        return rules

    async def _ask(self, origin: str) -> bytes | FetchError:
        try:
            answer = await self._fetcher.fetch(f"{origin}/robots.txt")
        except FetchError as error:
            return error
        if answer.status >= 500:
            return FetchError(f"HTTP {answer.status}")
        return answer.body[:MOST_BYTES] if answer.status < 300 else b""
