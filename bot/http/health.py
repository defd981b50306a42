"""/healthz: this process runs. /readyz: it can do its part, or what keeps it from that."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from storage.errors import StorageError

PROBE_SECONDS = 2.0
Probe = Callable[[], Awaitable[str | None]]  # returns what is wrong, or None


class Health:
    """Answers both; each probe is one line of /readyz."""

    def __init__(self, probes: Mapping[str, Probe]) -> None:
        self._probes = probes

    def add_to(self, app: web.Application) -> None:
        """Serve both from a web application."""
        app.router.add_get("/healthz", _answer_healthy)
        app.router.add_get("/readyz", self._answer_ready)

    async def _answer_ready(self, _: web.Request) -> web.Response:
        answers = await asyncio.gather(*map(_probed, self._probes.values()))
        problems = dict(zip(self._probes, answers, strict=True))
        found = {name: problem or "ok" for name, problem in problems.items()}
        return web.json_response(found, status=503 if any(problems.values()) else 200, headers=_UNCACHED)


_UNCACHED = {"Cache-Control": "no-store"}


async def _answer_healthy(_: web.Request) -> web.Response:
    return web.json_response({"process": "ok"}, headers=_UNCACHED)


async def _probed(probe: Probe) -> str | None:
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            return await probe()
    except TimeoutError:
        return f"no answer in {PROBE_SECONDS:g} s"
    except (StorageError, OSError) as error:
        return type(error).__name__  # its text may name an address with a password in it
