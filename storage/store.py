"""Storage: the stores over one database, opened together."""

from dataclasses import dataclass

from storage.articles import Articles
from storage.audience import Audience
from storage.candidates import Candidates
from storage.chats import Chats
from storage.checks import Checks
from storage.cited_pages import CitedPages
from storage.compositions import Compositions
from storage.corrections import Corrections
from storage.database import Database, open_database
from storage.deliveries import Deliveries
from storage.desk import Desk
from storage.editors import Editors
from storage.events import Events
from storage.feeds import Feeds
from storage.inbox import Inbox
from storage.incidents import Incidents
from storage.installation import Installation
from storage.messages import Messages
from storage.mistakes import Mistakes
from storage.notices import Notices
from storage.outlets import Outlets
from storage.personal import Personal
from storage.pictures import Pictures
from storage.plans import Plans
from storage.record import Record
from storage.repeated_paragraphs import RepeatedParagraphs
from storage.reports import Reports
from storage.retention import Retention
from storage.search import Search
from storage.series import Series
from storage.stats import Stats
from storage.subscriptions import Subscriptions
from storage.summaries import Summaries
from storage.votes import Votes
from storage.workers import Workers


@dataclass(frozen=True, slots=True)
class Storage:
    """Everything Dateline remembers."""

    database: Database
    articles: Articles
    audience: Audience
    candidates: Candidates
    chats: Chats
    checks: Checks
    cited_pages: CitedPages
    compositions: Compositions
    corrections: Corrections
    deliveries: Deliveries
    desk: Desk
    editors: Editors
    events: Events
    feeds: Feeds
    inbox: Inbox
    incidents: Incidents
    installation: Installation
    messages: Messages
    mistakes: Mistakes
    notices: Notices
    outlets: Outlets
    personal: Personal
    pictures: Pictures
    plans: Plans
    record: Record
    repeated_paragraphs: RepeatedParagraphs
    reports: Reports
    retention: Retention
    search: Search
    series: Series
    stats: Stats
    subscriptions: Subscriptions
    summaries: Summaries
    votes: Votes
    workers: Workers

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()


def open_storage(url: str) -> Storage:
    """Open the stores over a database address; see storage.migrate for its schema."""
    database = open_database(url)
    return Storage(
        database=database,
        articles=Articles(database),
        audience=Audience(database),
        candidates=Candidates(database),
        chats=Chats(database),
        checks=Checks(database),
        cited_pages=CitedPages(database),
        compositions=Compositions(database),
        corrections=Corrections(database),
        deliveries=Deliveries(database),
        desk=Desk(database),
        editors=Editors(database),
        events=Events(database),
        feeds=Feeds(database),
        inbox=Inbox(database),
        incidents=Incidents(database),
        installation=Installation(database),
        messages=Messages(database),
        mistakes=Mistakes(database),
        notices=Notices(database),
        outlets=Outlets(database),
        personal=Personal(database),
        pictures=Pictures(database),
        plans=Plans(database),
        record=Record(database),
        repeated_paragraphs=RepeatedParagraphs(database),
        reports=Reports(database),
        retention=Retention(database),
        search=Search(database),
        series=Series(database),
        stats=Stats(database),
        subscriptions=Subscriptions(database),
        summaries=Summaries(database),
        votes=Votes(database),
        workers=Workers(database),
    )
