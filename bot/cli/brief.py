"""`dateline brief`: what a briefing would be, and one sent by hand."""

import asyncio
from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import EXIT_USAGE, say, say_aside, say_json, say_result, show_error
from bot.cli.progress import progress
from bot.cli.shared import configure, opened_storage, runs
from bot.clock import system_clock
from bot.config import Config
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.composing import Frames, list_known, make_composer
from bot.delivery.planning import Planner
from bot.errors import BotError
from bot.i18n import load_catalog
from bot.views.page import Frame
from storage.copying import PAUSED
from storage.model import Preferences, Subscription
from storage.store import Storage

brief = typer.Typer(help="Preview and send a briefing now.", no_args_is_help=True)

ChatFlag = Annotated[int | None, typer.Option("--chat", help="Only this chat.")]
UNSETTLED = ("pending", "sending")
FOLLOW_SECONDS = 1.0


def make_frames(config: Config, username: str = "") -> Frames:
    """Return what makes the frame of a profile's briefings; the bot's name is in the links that groups get."""
    catalog = load_catalog()
    return lambda profile: Frame(
        words=catalog.words(profile.language),
        publication=config.publication.name,
        username=username,
        zone=ZoneInfo(profile.preferences.zone),
        is_private=profile.is_private,
        has_marks=profile.preferences.has_marks,
    )


@brief.command()
@runs
async def preview(chat: ChatFlag = None, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Print the briefing that a chat, or a new reader, would get now; nothing is sent or remembered."""
    settings = configure(config)
    async with opened_storage(settings) as storage:
        subscription = await storage.subscriptions.find(chat, None) if chat is not None else None
        if chat is not None and subscription is None:
            raise BotError(f"chat {chat} is not subscribed")
        if subscription is None:
            preferences = Preferences(zone=settings.briefing.timezone, max_articles=settings.briefing.max_articles)
            subscription = Subscription(id=0, chat_id=1, thread_id=None, language="en", preferences=preferences)
        cache, now = BriefingCache(storage.candidates), system_clock()
        composer = await make_composer(storage, cache, make_frames(settings), now=now)
        known = (await list_known(storage, [subscription]))[subscription.id]
        answered = await composer.answer(subscription, now=now, known=known)
    pages = [page.text.plain for page in answered.pages] if answered else []
    if json:
        say_json({"messages": pages})
        return
    for page in pages:
        say(page)
    if answered is None:
        say_aside("nothing new")


@brief.command()
@runs
async def send(
    chat: ChatFlag = None,
    everyone: Annotated[bool, typer.Option("--all", help="All active subscriptions.")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="Wait until all of it is settled.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also to who has paused, and with sound at night.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Send a briefing now, through the ledger; the running bot delivers it. Pauses and quiet hours are kept."""
    if (chat is None) != everyone:
        show_error("name one chat with --chat ID, or --all")
        raise typer.Exit(EXIT_USAGE)
    settings = configure(config)
    async with opened_storage(settings) as storage:
        grace = timedelta(minutes=settings.briefing.grace_minutes)
        username = await _username(settings) if await storage.subscriptions.has_groups() else ""  # for their links
        planner = Planner(
            storage=storage,
            cache=BriefingCache(storage.candidates),
            frames=make_frames(settings, username),
            grace=grace,
        )
        if chat is not None and await storage.subscriptions.find(chat, None) is None:
            raise BotError(f"chat {chat} is not subscribed")
        before = await storage.deliveries.count()
        planned = await planner.plan_now(system_clock(), chat_id=chat, overrides_pause=anyway)
        if not planned:
            nothing = "nothing is sent: everybody has had what is new, or has paused"
            say_result(nothing, {"planned": 0}, as_json=json)
            return
        said = "1 briefing is on its way" if planned == 1 else f"{planned:,} briefings are on their way"
        if not json:
            say(said)
        await _say_why_it_waits(storage)
        ended = await _follow(storage, planned, before) if follow else None
    if json:
        say_json({"planned": planned} | ({} if ended is None else {"ended": ended}))
    elif ended is not None:
        listed = ", ".join(f"{number:,} {state}" for state, number in ended.items())
        say(f"{listed or 'settled'}; `dateline deliveries list` has each")


async def _username(settings: Config) -> str:
    if settings.telegram.token is None:
        return ""
    from bot.app import connected  # noqa: PLC0415 - with the whole bot, it is imported when Telegram is asked
    from bot.wiring.client import make_bot  # noqa: PLC0415

    async with connected(make_bot(settings)) as bot:
        return bot.username


async def _say_why_it_waits(storage: Storage) -> None:
    if why := await storage.installation.find(PAUSED):
        say_aside(f"deliveries are paused: {why}; `dateline deliveries begin` lets them go on")
    elif not await storage.workers.count_live(now=system_clock()):
        say_aside("no `dateline run` works on this database: they wait until one does")


async def _follow(storage: Storage, planned: int, before: dict[str, int]) -> dict[str, int]:
    with progress("settled", planned) as advance:
        while True:
            counts = await storage.deliveries.count()
            left = sum(counts[state] for state in UNSETTLED)
            advance(max(0, planned - left))
            if not left:
                break
            await asyncio.sleep(FOLLOW_SECONDS)
    ended = {state: counts[state] - before[state] for state in counts if state not in UNSETTLED}
    return {state: number for state, number in ended.items() if number > 0}
