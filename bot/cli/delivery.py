"""`dateline brief`, `dateline deliveries` and `dateline stats`: what goes out, and what became of it."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.app import connected
from bot.cli.progress import progress
from bot.cli.shared import (
    EXIT_FAILED,
    EXIT_USAGE,
    ConfigFlag,
    JsonFlag,
    configure,
    opened_storage,
    runs,
    say,
    say_aside,
    say_json,
    show_error,
)
from bot.clock import system_clock
from bot.config import Config
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.composing import Frames, list_known, make_composer
from bot.delivery.planning import Planner
from bot.errors import BotError
from bot.i18n import load_catalog
from bot.views.page import Frame
from bot.wiring import make_bot
from storage.model import Delivery, DeliveryState, Preferences, Subscription
from storage.store import Storage

brief = typer.Typer(help="Preview and send a briefing now.", no_args_is_help=True)
deliveries = typer.Typer(help="List deliveries, and settle uncertain ones.", no_args_is_help=True)

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
    )


@brief.command()
@runs
async def preview(chat: ChatFlag = None, config: ConfigFlag = None) -> None:
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
    for page in answered.pages if answered else ():
        say(page.text.plain)
    if answered is None:
        say_aside("nothing new")


@brief.command()
@runs
async def send(
    chat: ChatFlag = None,
    everyone: Annotated[bool, typer.Option("--all", help="All active subscriptions.")] = False,
    follow: Annotated[bool, typer.Option("--follow", help="Wait until all of it is settled.")] = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also to who has paused, and with sound at night.")] = False,
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
        planned = await planner.plan_now(system_clock(), chat_id=chat, overrides_pause=anyway)
        say(f"{planned} briefings are on their way" if planned else "nothing new for anybody")
        if follow and planned:
            await _follow(storage, planned)


async def _username(settings: Config) -> str:
    if settings.telegram.token is None:
        return ""
    async with connected(make_bot(settings)) as bot:
        return bot.username


async def _follow(storage: Storage, planned: int) -> None:
    with progress("settled", planned) as advance:
        while True:
            counts = await storage.deliveries.count()
            left = sum(counts[state] for state in UNSETTLED)
            advance(max(0, planned - left))
            if not left:
                return
            await asyncio.sleep(FOLLOW_SECONDS)


@deliveries.command("list")
@runs
async def list_(
    state: Annotated[DeliveryState | None, typer.Option("--state", help="Only those in this state.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1)] = 50,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """List deliveries, the newest first."""
    async with opened_storage(configure(config)) as storage:
        found = await storage.deliveries.list(state, limit=limit)
    if json:
        say_json([_object(delivery) for delivery in found])
        return
    for delivery in found:
        due = delivery.due_at.isoformat(" ", "seconds")
        say(f"{delivery.id:>8}  {delivery.state.value:<10} {delivery.chat_id:>16}  {due}  {delivery.reason or ''}")


def _object(delivery: Delivery) -> dict[str, object]:
    return {
        "id": delivery.id,
        "chat_id": delivery.chat_id,
        "thread_id": delivery.thread_id,
        "state": delivery.state.value,
        "due_at": delivery.due_at.isoformat(),
        "reason": delivery.reason,
        "message_id": delivery.message_id,
    }


Ids = Annotated[list[int] | None, typer.Argument(help="Which deliveries.", metavar="ID")]
AllFlag = Annotated[bool, typer.Option("--all-uncertain", help="All uncertain ones.")]


@deliveries.command()
@runs
async def resend(
    ids: Ids = None,
    all_uncertain: AllFlag = False,
    since: Annotated[
        datetime | None, typer.Option("--since", help="With --all-uncertain: also older ones, due since then (UTC).")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    config: ConfigFlag = None,
) -> None:
    """Send uncertain deliveries again; those that had arrived arrive twice. All of them: those still in their grace."""
    _check_choice(ids, all_uncertain=all_uncertain)
    settings = configure(config)
    grace, now = timedelta(minutes=settings.briefing.grace_minutes), system_clock()
    oldest = None
    if all_uncertain:
        oldest = since.replace(tzinfo=UTC) if since and since.tzinfo is None else since or now - grace
    async with opened_storage(settings) as storage:
        if all_uncertain:
            count = await storage.deliveries.count_uncertain(since=oldest)
            older = await storage.deliveries.count_uncertain() - count
            say_aside(f"{count} uncertain deliveries; {older} older ones stay as they are (--since takes more)")
            if count and not yes and sys.stdin.isatty() and not typer.confirm("Send them again?"):
                raise typer.Exit(EXIT_FAILED)
        chosen = None if all_uncertain else ids
        sent = await storage.deliveries.resend(chosen, now=now, grace=grace, since=oldest)
        say(f"{sent} are sent again")


@deliveries.command()
@runs
async def leave(ids: Ids = None, all_uncertain: AllFlag = False, config: ConfigFlag = None) -> None:
    """Leave uncertain deliveries as they are; nobody is asked again."""
    _check_choice(ids, all_uncertain=all_uncertain)
    async with opened_storage(configure(config)) as storage:
        chosen = None if all_uncertain else ids
        say(f"{await storage.deliveries.leave(chosen, now=system_clock())} are left")


def _check_choice(ids: list[int] | None, *, all_uncertain: bool) -> None:
    if bool(ids) == all_uncertain:
        show_error("name deliveries by their ids, or --all-uncertain")
        raise typer.Exit(EXIT_USAGE)


@runs
async def stats(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Count subscribers, deliveries and articles."""
    async with opened_storage(configure(config)) as storage:
        counts = {
            "chats": await storage.chats.count(),
            "subscriptions": await storage.subscriptions.count(),
            "deliveries": await storage.deliveries.count(),
            "articles": {"published": await storage.articles.count_published()},
            "updates": await storage.inbox.count(),
        }
        paused = await storage.workers.list_paused(now=system_clock())
    if json:
        say_json({**counts, "paused": {worker: at.isoformat() for worker, at in paused.items()}})
        return
    for worker, at in paused.items():
        say(f"deliveries pause: Telegram has not answered {worker} since {at.isoformat(' ', 'seconds')}")
    for noun, by_state in counts.items():
        say(f"{noun:<14} " + (", ".join(f"{number} {state}" for state, number in by_state.items()) or "none"))
