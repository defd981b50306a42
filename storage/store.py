"""Storage: the stores over one database, opened together."""

from dataclasses import dataclass

from storage.articles import Articles
from storage.chats import Chats
from storage.database import Database, open_database
from storage.messages import Messages
from storage.outlets import Outlets
from storage.pictures import Pictures
from storage.search import Search


@dataclass(frozen=True, slots=True)
class Storage:
    """Everything Dateline remembers."""

    database: Database
    articles: Articles
    chats: Chats
    messages: Messages
    outlets: Outlets
    pictures: Pictures
    search: Search

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()


def open_storage(url: str) -> Storage:
    """Open the stores over a database address; see storage.migrate for its schema."""
    database = open_database(url)
    return Storage(
        database=database,
        articles=Articles(database),
        chats=Chats(database),
        messages=Messages(database),
        outlets=Outlets(database),
        pictures=Pictures(database),
        search=Search(database),
    )
