"""Web pages over HTTP, asked for over and over by clients that know them already or not, beside Jinja2 alone."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import system_clock
from bot.config import Config
from bot.demo.botapi.world import World
from bot.http.page_cache import Rendered
from bot.http.site import Site
from bot.i18n import Words
from bot.services import Services
from bot.wiring.services import make_services
from storage.migrate import upgrade
from storage.model import Bullet
from storage.store import Storage, open_storage
from tests.bench.measuring import Row, cpu_seconds
from tests.chatting import served
from tests.crashing import Workers, workers
from tests.make import make_text
from tests.postgres import free_port

STORIES = 300
CONNECTIONS = 16
PAGES_PER_SECOND, RATIO = 2_000, 1.5
PARAGRAPH = (
    "The storm gate held back a tide of 4.1 metres on Tuesday night, and nobody in the old town was hurt. [1][2]"
)


class _RecordedSite(Site):
    """A site that keeps what it gave its template last."""

    recorded: tuple[str, Words, dict[str, Any]]

    async def _render(self, name: str, words: Words, **values: Any) -> Rendered:
        self.recorded = name, words, values
        return await super()._render(name, words, **values)

    def render_again(self) -> str:
        """Render the same once more, by Jinja2 alone."""
        name, words, values = self.recorded
        return self._templates.get_template(name).render(
            t=words, site=self._about, language=words.language, sections=(), **values
        )


async def pages(folder: Path, count: int) -> list[Row]:
    """Ask a server of its own for so many pages, in three ways; and render as many by Jinja2 alone."""
    url = f"sqlite:///{folder / 'pages.db'}"
    storage = open_storage(url)
    await upgrade(storage.database)
    bullets = tuple(
        Bullet(text=f"Key point {n}, which says what happened at the gate.", sources=(1,)) for n in range(5)
    )
    texts = [make_text(f"Storm gate {n} holds", bullets=bullets, body=(PARAGRAPH,) * 8) for n in range(STORIES)]
    await storage.articles.add(texts, now=system_clock(), publish=True)
    alone = await _render_alone(storage, min(count, 2_000))
    await storage.close()
    listen = f"127.0.0.1:{free_port()}"
    keys = {
        "DATELINE_HTTP__LISTEN": listen, "DATELINE_HTTP__PAGES": "true", "DATELINE_HTTP__PUBLIC_URL": "https://news.example",
    }  # fmt: skip
    rows = []
    async with (
        served(World(system_clock)) as api_url,
        workers(folder, api_url, url, 1, only="http", **keys) as running,
        aiohttp.ClientSession(f"http://{listen}", connector=aiohttp.TCPConnector(limit=0)) as session,
    ):
        marks = await _find_marks(session)
        for what, known in (("whole pages", {}), ("pages that the client knows", marks)):
            rows += await _ask(session, running, what, known, count, alone)
    return rows


async def _render_alone(storage: Storage, count: int) -> float:
    """Return the CPU milliseconds in which Jinja2 renders a story's page."""
    services: Services = make_services(Config(), storage, None, _Nobody(), system_clock, None)  # type: ignore[arg-type]
    site = _RecordedSite(services, "https://news.example")
    await site.story(7)
    began = cpu_seconds()
    for _ in range(count):
        site.render_again()
    return (cpu_seconds() - began) / count * 1000


class _Nobody:
    """As much of a bot as services ask for."""

    username = "dateline_bot"
    supports_inline_queries = False


async def _find_marks(session: aiohttp.ClientSession) -> dict[int, str]:
    marks = {}
    for _ in range(200):
        try:
            for number in range(1, STORIES + 1):
                async with session.get(f"/story/{number}") as answer:
                    await answer.read()
                    marks[number] = answer.headers["ETag"]
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
        else:
            break
    return marks


async def _ask(
    session: aiohttp.ClientSession, running: Workers, what: str, marks: dict[int, str], count: int, alone: float
) -> list[Row]:
    pid = running.processes[0].pid
    numbers = iter(range(count))

    async def client() -> None:
        for each in numbers:
            number = 1 + each % STORIES
            headers = {"If-None-Match": marks[number]} if marks else {}
            async with session.get(f"/story/{number}", headers=headers) as answer:
                await answer.read()
                assert answer.status == (304 if marks else 200)

    began, cpu = time.perf_counter(), _cpu_of(pid)
    await asyncio.gather(*(client() for _ in range(CONNECTIONS)))
    seconds, used = time.perf_counter() - began, (_cpu_of(pid) - cpu) / count * 1000
    capacity = 1000 / used  # of one core: the client of this bench takes the other
    return [
        Row(f"{what}, a second of one core", capacity, f"≥ {PAGES_PER_SECOND}", capacity >= PAGES_PER_SECOND,
            f"{count / seconds:,.0f} a second beside the client"),
        Row(f"{what}, CPU to Jinja2 alone", used / alone, f"≤ {RATIO}", used / alone <= RATIO, f"{used:.2f} to {alone:.2f} ms"),
    ]  # fmt: skip


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
