"""`dateline demo`: the real application against the local Bot API, and a page that shows the chat."""

import asyncio
import contextlib
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.app import connected, run_until
from bot.clock import system_clock
from bot.config import Config
from bot.demo.botapi.control import add_control
from bot.demo.botapi.server import add_bot_api
from bot.demo.botapi.world import TOKEN, World
from bot.demo.edition_files import publish_edition, read_edition
from bot.demo.newsroom_page import add_newsroom_page
from bot.demo.outlets import InventedOutlets
from bot.wiring import make_app
from bot.wiring.client import make_bot
from storage.migrate import upgrade
from storage.model import NewFeed
from storage.store import Storage, open_storage

HOST = "127.0.0.1"
EDITOR = "Edda, editor"
GROUP_ID = -100200300
CHANNEL_ID = -1001000200300
_STORAGE = web.AppKey("storage", Storage)
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


class DemoClock:
    """A clock that can be moved forward."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """Return the demo's time."""
        return system_clock() + self._ahead

    def tomorrow(self, at: time, zone: ZoneInfo) -> datetime:
        """Return a local time of the next day."""
        return datetime.combine(self().astimezone(zone).date() + timedelta(days=1), at, tzinfo=zone)

    def move_to(self, moment: datetime) -> None:
        """Go on to a moment."""
        self._ahead += moment - self()


_CLOCK = web.AppKey("clock", DemoClock)


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: its address, and the world behind it."""

    url: str
    world: World
    storage: Storage


@contextlib.asynccontextmanager
async def started_demo(*, port: int = 0) -> AsyncIterator[Demo]:
    """Start the local Bot API, the page and the bot, all on fresh data; stop them on leaving."""
    with tempfile.TemporaryDirectory(prefix="dateline-demo-") as folder:
        storage = open_storage(f"sqlite:///{Path(folder) / 'demo.db'}")
        try:
            await upgrade(storage.database)
            await publish_edition(storage, now=system_clock())
            clock = DemoClock()
            world = make_world(clock)
            owners = tuple(person.id for person in world.people.values() if person.first_name == EDITOR)
            async with _served(world, storage, clock, port) as url, _running_bot(url, storage, clock, owners):
                yield Demo(url, world, storage)
        finally:
            await storage.close()


def make_world(clock: DemoClock) -> World:
    """Return a world with three readers, an editor, a group, and a channel of the first one's."""
    world = World(clock)
    people = [
        world.add_person("Ada", "en", "ada"),
        world.add_person("Bruno", "es", "bruno"),
        world.add_person("Leila", "ar", "leila"),
        world.add_person(EDITOR, "en", "edda"),
    ]
    group = world.add_chat(GROUP_ID, "group", "Breakfast table", {person.id for person in people})
    group.administrators = {people[0].id}
    channel = world.add_chat(CHANNEL_ID, "channel", "Harbour Notes", {person.id for person in people})
    channel.administrators = {people[0].id}
    channel.has_bot = False
    return world


@contextlib.asynccontextmanager
async def _served(world: World, storage: Storage, clock: DemoClock, port: int) -> AsyncIterator[str]:
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app[_STORAGE] = storage
    app[_CLOCK] = clock
    app.router.add_post("/control/tomorrow", _tomorrow)
    add_bot_api(app, world)
    add_control(app)
    outlets = InventedOutlets(clock)
    outlets.add_to(app)
    add_newsroom_page(app, storage)
    app.router.add_get("/", _page)
    app.router.add_get("/static/{name}", _page)
    app.router.add_get("/pictures/{name}", _picture)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, port)
        await site.start()
        url = f"http://{HOST}:{runner.addresses[0][1]}"
        feeds = [NewFeed(url=f"{url}/outlets/{slug}/feed.xml", outlet=name) for slug, name in outlets.names.items()]
        await storage.feeds.add(feeds, interval=timedelta(minutes=1), now=clock())
        yield url
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def _running_bot(url: str, storage: Storage, clock: DemoClock, owners: tuple[int, ...]) -> AsyncIterator[None]:
    config = Config.model_validate(
        {
            "publication": {"name": "The Dateline"},
            "telegram": {"token": TOKEN, "api_url": url, "owner_ids": owners},
            "newsroom": {"allow_private_addresses": True, "poll_minutes": 1, "host_delay_seconds": 0.3},
        }
    )
    stopping = asyncio.Event()
    async with connected(make_bot(config)) as bot:
        running = asyncio.ensure_future(
            run_until(make_app(config, storage, bot, clock=clock, picture_origin=url), stopping)
        )
        try:
            yield
        finally:
            stopping.set()
            await running


async def _page(request: web.Request) -> web.Response:
    name = request.match_info.get("name", "index.html")
    file = resources.files("bot.demo") / "page" / name
    type_ = _TYPES.get(name.rpartition(".")[2])
    if type_ is None or "/" in name or not file.is_file():
        return web.Response(status=404)
    headers = {"Cache-Control": "no-store"}
    return web.Response(text=file.read_text("utf-8"), content_type=type_, charset="utf-8", headers=headers)


async def _tomorrow(request: web.Request) -> web.Response:
    """Move the clock to tomorrow 08:00, as the one who asks sees it, with tomorrow's stories published just before."""
    person = int((await request.json())["person"])
    storage, clock = request.app[_STORAGE], request.app[_CLOCK]
    subscription = await storage.subscriptions.find(person, None)
    zone = ZoneInfo(subscription.preferences.zone) if subscription else ZoneInfo("UTC")
    morning = clock.tomorrow(time(8), zone)
    if await storage.articles.count_published() == len(read_edition()):
        await publish_edition(storage, now=morning - timedelta(minutes=5), part="tomorrow")
    clock.move_to(morning)
    return web.json_response({"ok": True, "result": clock().isoformat()})


async def _picture(request: web.Request) -> web.Response:
    stored = await request.app[_STORAGE].pictures.find(request.match_info["name"])
    if stored is None:
        return web.Response(status=404)
    type_ = "image/png" if stored.name.endswith(".png") else "image/jpeg"
    return web.Response(body=stored.content, content_type=type_)


async def run_demo(*, port: int, open_browser: bool, stopping: asyncio.Event, say_url: Callable[[str], None]) -> None:
    """Run the demo until the event is set."""
    async with started_demo(port=port) as demo:
        say_url(demo.url)
        if open_browser:
            await asyncio.to_thread(_open_browser, demo.url)
        await stopping.wait()


def _open_browser(url: str) -> None:
    with contextlib.suppress(webbrowser.Error):
        webbrowser.get()
        webbrowser.open(url)
