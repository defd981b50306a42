"""`dateline run` and `dateline demo`: the bot itself."""

import asyncio
import contextlib
import gc
import logging
import signal
from typing import Annotated

import typer

from bot.app import Role, connected, run_until
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_json, say_result
from bot.cli.shared import configure, find_readable, opened_storage, runs
from bot.cli.upgrading import upgrade_with_backup
from bot.config import find_config_file
from bot.demo.demo import run_demo
from bot.logs import set_up_logs
from bot.starting import until_there
from bot.wiring import make_app
from bot.wiring.client import make_bot
from storage.lock import hold_run_lock

log = logging.getLogger("dateline")


@runs
async def run(
    only: Annotated[str | None, typer.Option("--only", help="Only these roles: updates,delivery,ingest,http.")] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Run the bot until SIGTERM or SIGINT."""
    roles = _read_roles(only)
    settings = configure(config)
    settings.token  # noqa: B018 - no token: say so before anything is opened
    for path in find_readable(settings, find_config_file(config)):
        log.warning("%s can be read by others; run: chmod 600 %s", path, path)
    stopping = stop_on_signals()
    await until_there(lambda: upgrade_with_backup(settings), stopping)
    async with contextlib.AsyncExitStack() as opened:
        storage = await until_there(lambda: opened.enter_async_context(opened_storage(settings)), stopping)
        bot = await until_there(lambda: opened.enter_async_context(connected(make_bot(settings))), stopping)
        opened.enter_context(hold_run_lock(storage))
        await until_there(storage.workers.forget_all, stopping)
        app = make_app(settings, storage, bot, roles=roles)
        running = {"bot": bot.username, "roles": sorted(role.value for role in roles)}
        say_result(f"@{bot.username} is running; stop it with Ctrl+C", running, as_json=json)
        set_start_aside()
        await run_until(app, stopping)


def set_start_aside() -> None:
    """Spare the collector what starting made: it stays, and walking all of it holds everything up for 40 ms."""
    gc.collect()
    gc.freeze()


def _read_roles(only: str | None) -> frozenset[Role]:
    if only is None:
        return frozenset(Role)
    try:
        return frozenset(Role(name.strip()) for name in only.split(","))
    except ValueError:
        raise typer.BadParameter(f"{only}: expected {','.join(Role)}", param_hint="--only") from None


@runs
async def demo(
    port: Annotated[int, typer.Option("--port", help="The port to show the chat on; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    json: JsonFlag = False,
) -> None:
    """Try the bot without Telegram: the real one, on a local Bot API, its chat in your browser."""
    set_up_logs(level="warning", form="text", secrets=())
    say = say_json if json else _say_demo
    await run_demo(port=port, open_browser=browser, stopping=stop_on_signals(), say_url=say)


def _say_demo(url: str) -> None:
    say(f"The chat is at {url}\nStop it with Ctrl+C.")


def stop_on_signals() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    return stopping
