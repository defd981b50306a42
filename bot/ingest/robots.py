"""robots.txt: what an outlet asks programs to leave alone (RFC 9309)."""

from collections import OrderedDict
from urllib.parse import urlsplit

from protego import Protego

from bot.errors import FetchError
from bot.ingest.fetching import USER_AGENT, Fetcher

KEPT_SECONDS = 24 * 3600.0
KEPT_HOSTS = 1000
_NAME = USER_AGENT.split("/", maxsplit=1)[0]


class Robots:
    """Knows what may be fetched; asks each host once a day."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._rules: OrderedDict[str, tuple[float, Protego | None]] = OrderedDict()

    async def may_fetch(self, url: str, *, now_seconds: float) -> bool:
        """Whether a page may be fetched.

        Raises FetchError where the host's rules cannot be read now: until then nothing is fetched (RFC 9309 §2.3.1).
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        kept = self._rules.get(origin)
        if kept is None or now_seconds - kept[0] > KEPT_SECONDS:
            kept = (now_seconds, await self._read(origin))
            self._rules[origin] = kept
            while len(self._rules) > KEPT_HOSTS:
                self._rules.popitem(last=False)
        rules = kept[1]
        if rules is None:
            del self._rules[origin]  # asked anew the next time
            raise FetchError("robots.txt cannot be read now")
        return bool(rules.can_fetch(url, _NAME))

    async def _read(self, origin: str) -> Protego | None:
        try:
            answer = await self._fetcher.fetch(f"{origin}/robots.txt")
        except FetchError:
            return None
        if answer.status >= 500:
            return None
        text = answer.body[: 512 * 1024].decode("utf-8", "replace") if answer.status < 300 else ""
        return Protego.parse(text)
