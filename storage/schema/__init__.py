"""The tables, by noun. Full-text indexes and their triggers are in migrations: they differ by engine."""

from storage.schema.article import article_shelves, articles, bullets, pictures, revisions, sections, sources
from storage.schema.chat import chats, followed_series, saved_articles, votes
from storage.schema.cited_page import cited_pages
from storage.schema.columns import Id, Instant, metadata, written
from storage.schema.correction import correction_notices, corrections
from storage.schema.delivery import budgets, composition_articles, compositions, deliveries, workers
from storage.schema.desk import desk_asked, desk_proofs, desk_waiting, desk_watched, editors
from storage.schema.event import checks, events
from storage.schema.feed import feeds
from storage.schema.incident import incidents
from storage.schema.message import message_articles, messages, seen_articles
from storage.schema.mistake import mistakes
from storage.schema.outlet import outlet_aliases, outlets
from storage.schema.record import actions, decisions, installation
from storage.schema.repeated_paragraph import repeated_paragraphs
from storage.schema.report import report_versions, reports
from storage.schema.stats import daily_counts, story_opens
from storage.schema.subscription import subscriptions
from storage.schema.update import updates

__all__ = [
    "Id",
    "Instant",
    "actions",
    "article_shelves",
    "articles",
    "budgets",
    "bullets",
    "chats",
    "checks",
    "cited_pages",
    "composition_articles",
    "compositions",
    "correction_notices",
    "corrections",
    "daily_counts",
    "decisions",
    "deliveries",
    "desk_asked",
    "desk_proofs",
    "desk_waiting",
    "desk_watched",
    "editors",
    "events",
    "feeds",
    "followed_series",
    "incidents",
    "installation",
    "message_articles",
    "messages",
    "metadata",
    "mistakes",
    "outlet_aliases",
    "outlets",
    "pictures",
    "repeated_paragraphs",
    "report_versions",
    "reports",
    "revisions",
    "saved_articles",
    "sections",
    "seen_articles",
    "sources",
    "story_opens",
    "subscriptions",
    "updates",
    "votes",
    "workers",
    "written",
]
