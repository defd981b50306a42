"""`dateline run` and `dateline demo`: the bot itself."""

import asyncio
import gc
import signal
from typing import Annotated

import typer

from bot.app import Role, connected, run_until
from bot.cli.shared import ConfigFlag, configure, opened_storage, runs, say
from bot.demo.demo import run_demo
from bot.logs import set_up_logs
from bot.wiring import make_app, make_bot
from storage.lock import hold_run_lock


@runs
async def run(
    only: Annotated[str | None, typer.Option("--only", help="Only these roles: updates,delivery,ingest.")] = None,
    config: ConfigFlag = None,
) -> None:
    """Run the bot until SIGTERM or SIGINT."""
    roles = _read_roles(only)
    settings = configure(config)
    settings.token  # noqa: B018 - no token: say so before anything is opened
    stopping = stop_on_signals()
    async with opened_storage(settings) as storage, connected(make_bot(settings)) as bot:
        with hold_run_lock(storage):
            await storage.workers.forget_all()
            app = make_app(settings, storage, bot, roles=roles)
            say(f"@{bot.username} is running; stop it with Ctrl+C")
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
) -> None:
    """Try the bot without Telegram: the real one, on a local Bot API, its chat in your browser."""
    set_up_logs(level="warning", form="text", secrets=())
    await run_demo(port=port, open_browser=browser, stopping=stop_on_signals(), say=say)


def stop_on_signals() -> asyncio.Event:
    """Return an event that SIGTERM and SIGINT set."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    return stopping
