"""Reading others' files in children that can be killed: a trap costs ten seconds of a child, and nothing else."""

import asyncio
import contextlib
import json
import logging
import os
import sys
from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import bot
from bot.errors import FetchError
from bot.ingest.feed_file import Entry, FeedFile
from bot.ingest.page_file import PageFile

log = logging.getLogger("dateline.ingest")

TASK_SECONDS = 10.0
CHILDREN = 2
TASKS_PER_CHILD = 300  # then a new one: what parsers leak goes with the old
IDLE_SECONDS = 60.0
_OURS = str(Path(bot.__file__).parents[1])
_MAX_ANSWER_BYTES = 64 * 1024 * 1024


class _Child:
    """One child process, started when there is something to read."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._tasks = 0
        self._idle: asyncio.TimerHandle | None = None

    async def ask(self, task: dict[str, Any], body: bytes) -> dict[str, Any]:
        """Have one task done. Raises FetchError when it takes too long or ends the child."""
        if self._idle is not None:
            self._idle.cancel()
        try:
            async with asyncio.timeout(TASK_SECONDS + (5.0 if self._process is None else 0.0)):
                found = await self._exchange(task, body)
        except TimeoutError:
            self.kill()
            raise FetchError(f"reading it took longer than {TASK_SECONDS:.0f} s", is_refused=True) from None
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.kill()
            raise FetchError("reading it ended the reader", is_refused=True) from None
        except BaseException:
            self.kill()  # an answer half read would be the next task's
            raise
        self._tasks += 1
        if self._tasks >= TASKS_PER_CHILD:
            self.kill()
        else:
            self._idle = asyncio.get_running_loop().call_later(IDLE_SECONDS, self.kill)
        return found

    async def _exchange(self, task: dict[str, Any], body: bytes) -> dict[str, Any]:
        process = self._process or await self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError("no pipes")
        process.stdin.write(json.dumps({**task, "length": len(body)}).encode() + b"\n" + body)
        await process.stdin.drain()
        length = int(await process.stdout.readline())
        if length > _MAX_ANSWER_BYTES:
            raise ValueError(length)
        found: dict[str, Any] = json.loads(await process.stdout.readexactly(length))
        return found

    async def _start(self) -> asyncio.subprocess.Process:
        # Nothing of our environment: no secret can reach a parser.
        environment = {key: os.environ[key] for key in ("PATH", "LANG", "HOME") if key in os.environ}
        environment["PYTHONPATH"] = _OURS  # and not the folder we happen to be in: -P
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "bot.ingest.child", env=environment, stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        self._tasks = 0
        return self._process

    def kill(self) -> None:
        """End the child, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            self._ending = asyncio.ensure_future(process.wait())

    async def close(self) -> None:
        """End the child, and see it gone."""
        if self._idle is not None:
            self._idle.cancel()
        self.kill()
        if ending := getattr(self, "_ending", None):
            await ending


class Readers:
    """A few children, and a line before them."""

    def __init__(self) -> None:
        self._children = [_Child() for _ in range(CHILDREN)]
        self._free: asyncio.Queue[_Child] = asyncio.Queue()
        for child in self._children:
            self._free.put_nowait(child)

    async def read_feed(self, body: bytes, *, url: str, content_type: str = "") -> FeedFile:
        """Parse a feed. Raises FetchError."""
        found = await self._ask({"kind": "feed", "url": url, "content_type": content_type}, body)
        entries = tuple(
            Entry(**{**each, "authors": tuple(each["authors"]), "published_at": _moment(each["published_at"])})
            for each in found["entries"]
        )
        return FeedFile(**{**found, "entries": entries})

    async def read_robots(self, body: bytes, *, url: str, agent: str) -> bool:
        """Whether a robots.txt lets a program fetch an address. Raises FetchError."""
        return bool((await self._ask({"kind": "robots", "url": url, "agent": agent}, body))["may"])

    async def read_page(self, body: bytes, *, url: str = "", content_type: str = "") -> PageFile:
        """Read an article page. Raises FetchError."""
        found = await self._ask({"kind": "page", "url": url, "content_type": content_type}, body)
        published = found["published_on"]
        return PageFile(
            **{
                **found,
                "authors": tuple(found["authors"]),
                "published_on": date.fromisoformat(published) if published else None,
            }
        )

    async def extract_feed_links(self, body: bytes, *, url: str) -> tuple[str, ...]:
        """Return the feeds a page names. Raises FetchError."""
        return tuple((await self._ask({"kind": "links", "url": url}, body))["links"])

    async def _ask(self, task: dict[str, Any], body: bytes) -> dict[str, Any]:
        child = await self._free.get()
        try:
            answer = await child.ask(task, body)
        finally:
            self._free.put_nowait(child)
        if "error" in answer:
            raise FetchError(answer["error"], is_refused=bool(answer.get("is_refused")))
        found: dict[str, Any] = answer["found"]
        return found

    async def close(self) -> None:
        """End the children."""
        for child in self._children:
            await child.close()


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


@contextlib.asynccontextmanager
async def opened_readers() -> AsyncIterator[Readers]:
    """Give readers, and end them."""
    readers = Readers()
    try:
        yield readers
    finally:
        await readers.close()
