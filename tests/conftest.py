"""Storage on both engines, and a running bot to chat with; nothing surprising."""

import asyncio
import itertools
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from hypothesis import HealthCheck, settings

from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.chatting import Chatting, chatting
from tests.postgres import running_server

pytest.register_assert_rewrite("tests.checker")

settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
for name in [name for name in os.environ if name.startswith("DATELINE_")]:
    if name not in ("DATELINE_TEST_PG", "DATELINE_SCREENSHOTS"):
        del os.environ[name]

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real material; tests that need it are skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared/data here")
    return SHARED


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database with the shipped outlets, to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(_prepare(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server with a migrated database `dateline_template` to copy."""
    with running_server() as url:
        template = f"dateline_template_{os.getpid()}"
        asyncio.run(_execute(url, f"CREATE DATABASE {template}"))
        asyncio.run(_prepare(_named(url, template)))
        yield url
        asyncio.run(_execute(url, f"DROP DATABASE {template}"))


def _named(url: str, database: str) -> str:
    return f"{url.rsplit('/', 1)[0]}/{database}"


async def _prepare(url: str) -> None:
    storage = open_storage(url)
    await upgrade(storage.database)
    await storage.outlets.ensure_shipped()
    await storage.close()


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite database."""
    shutil.copy(sqlite_template, tmp_path / "dateline.db")
    return f"sqlite:///{tmp_path / 'dateline.db'}"


@asynccontextmanager
async def new_postgres_database(server: str, template: str = "template1") -> AsyncIterator[str]:
    """Give the address of a new database on the server, gone afterwards."""
    name = f"dateline_{os.getpid()}_{next(_numbers)}"
    await _execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(server, name)
    await _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    """The address of a fresh PostgreSQL database."""
    async with new_postgres_database(postgres_server, f"dateline_template_{os.getpid()}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database, on each engine in turn."""
    fixture = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(fixture)
    return url


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """Fresh storage, on each engine in turn."""
    opened = open_storage(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_storage(sqlite_url: str) -> AsyncIterator[Storage]:
    """Fresh storage on SQLite, for tests to which the engine is all the same."""
    opened = open_storage(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
async def chat(sqlite_storage: Storage) -> AsyncIterator[Chatting]:
    """The real bot, polling a local Bot API over HTTP."""
    async with chatting(sqlite_storage) as running:
        yield running
