"""Links that an editor sends: their pages are read, grouped by what they tell of, and drafted."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import FetchError
from bot.ingest.drafts import Drafted, Drafting
from bot.ingest.reporting import Reporting
from bot.newsroom.events.clustering import Document, cluster
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.outlets.urls import url_key
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.sentences import split_sentences
from storage.errors import StorageUnavailable
from storage.model import Report, ReportState
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

MOST_LINKS = 20
MOST_OF_A_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class Failed:
    """A link that could not be read, and why."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """Makes drafts of links; those that cannot be read do not stop the others."""

    storage: Storage
    reporting: Reporting
    drafting: Drafting

    async def read(self, url: str, now: datetime) -> Report | Failed:
        """Read the page behind a link; an outlet is who serves it. Whatever goes wrong with one fails it alone."""
        try:
            return await self._read(url, now)
        except FetchError as error:
            return Failed(url, error.reason)
        except (StorageUnavailable, OSError):
            raise
        except Exception:
            log.exception("link %s could not be read", url)
            return Failed(url, "its page could not be read")

    async def _read(self, url: str, now: datetime) -> Report | Failed:
        directory = make_directory(await self.storage.outlets.list())
        blank = Report(
            id=0, feed_id=None, outlet="", url=url, title="", summary="", authors=(), published_at=now, found_at=now,
            language="en", text="", state=ReportState.READ,
        )  # fmt: skip
        read, address = await self.reporting.read_page(blank, now)
        if not read.text or not read.title:
            return Failed(url, "no article was found on this page")
        return replace(read, url=address, outlet=directory.name_server(address))

    async def draft(self, reports: list[Report], now: datetime, on_drafted: Callable[[Drafted], None]) -> list[Failed]:
        """Draft one article of each event that these reports tell of; return what could not be drafted."""
        documents = [
            Document(title=each.title, text=each.text, language=each.language, published_at=each.published_at)
            for each in reports
        ]
        failed = []
        for places in cluster(documents):
            group = [reports[place] for place in places]
            event_id = await self.storage.events.gather([(each, url_key(each.url)) for each in group], now=now)
            try:
                on_drafted(await self.drafting.draft_event(event_id, now))
            except ValueError as error:
                failed += [Failed(each.url, str(error)) for each in group]
        return failed


def clean_links(text: str) -> tuple[str, ...] | None:
    """Return the links that a text consists of, each once; None where it says anything else.

    A title before one link is what phones write when a page is shared; several sentences are a post that ends with it.
    """
    words = [clean_line(word).rstrip(",;") for word in text.split()]
    links = tuple(dict.fromkeys(word for word in words if word.startswith(("http://", "https://"))))
    others = [word for word in words if word not in links]
    is_shared = len(links) == 1 and words[-1] == links[0] and _is_title(text[: text.rfind(links[0])])
    return links if links and (not others or is_shared) else None


def _is_title(words: str) -> bool:
    line = words.strip()
    stands_alone = "\n" in words
    is_short = len(line) <= MOST_OF_A_TITLE and "\n" not in line
    return is_short and (not stands_alone or len(split_sentences(line)) == 1)
