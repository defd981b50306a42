"""The fact gate for articles that people wrote: they are checked against the reports that are here."""

from bot.ingest.drafts import as_checks
from bot.newsroom.gate import check_article
from bot.newsroom.urls import url_key
from storage.model import ArticleText, Check
from storage.store import Storage


async def find_checks_by_reports(storage: Storage, text: ArticleText) -> tuple[Check, ...] | None:
    """Return what the gate finds in the reports that an article's sources link to; None where none of them is here."""
    keys = {number: key for number, source in enumerate(text.sources, 1) if (key := _key(source.url))}
    known = await storage.reports.list_texts(tuple(keys.values()))
    texts = {number: known[key] for number, key in keys.items() if key in known}
    if not texts:
        return None
    unread = frozenset(range(1, len(text.sources) + 1)) - texts.keys()
    return as_checks(check_article(text, texts, unread=unread))


def _key(url: str | None) -> str | None:
    try:
        return url_key(url) if url else None
    except ValueError:
        return None
