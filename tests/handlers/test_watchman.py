"""Owners hear of an incident once, and once that it is over; never a flood, and not at night."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.app import connected
from bot.backing_up import FAILED
from bot.config import Config
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.telegram import Telegram
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import TOKEN, World
from bot.watchman import Watchman
from bot.wiring.client import make_bot
from bot.wiring.services import make_services
from storage.lock import Leadership
from storage.model import Incident, Preferences
from storage.store import Storage
from tests.chatting import served
from tests.make import NOW, ensure_subscription

OWNER = 1001


class Clock:
    """Moves when it is told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@asynccontextmanager
async def watching(
    storage: Storage, owners: tuple[int, ...] = (OWNER,)
) -> AsyncIterator[tuple[Watchman, World, Clock]]:
    clock, world = Clock(), World(lambda: NOW)
    ada = world.add_person("Ada")
    ada.has_started = True
    async with served(world) as url:
        config = Config.model_validate({"telegram": {"token": TOKEN, "api_url": url, "owner_ids": owners}})
        async with connected(make_bot(config)) as bot:
            limiter = Limiter(Limits(0, 0, 0), OwnBudget(Limits(0, 0, 0), lambda: 0.0), lambda: 0.0)
            services = make_services(config, storage, Telegram(bot, limiter), bot, clock, None)
            yield Watchman(services, Leadership(storage.database, "watchman")), world, clock


def said(world: World) -> list[str]:
    return [message["text"] for message in world.messages.values()]


async def test_incident_is_told_once_and_its_end_once(storage: Storage) -> None:
    async with watching(storage) as (watchman, world, _):
        await storage.installation.save(FAILED, "no space")
        for _ in range(3):
            await watchman.look()
        assert said(world) == ["⚠️ Needs a look\nTonight's backup failed: no space"]
        await storage.installation.forget(FAILED)
        for _ in range(3):
            await watchman.look()
        assert said(world)[1:] == ["✅ No longer so\nTonight's backup failed: no space"]
        assert await storage.incidents.list() == ()


async def test_owner_who_cannot_be_reached_lets_no_other_hear_of_it_twice(storage: Storage) -> None:
    async with watching(storage, owners=(OWNER, 4242)) as (watchman, world, _):
        await storage.installation.save(FAILED, "no space")
        for _ in range(4):
            await watchman.look()
        assert said(world) == ["⚠️ Needs a look\nTonight's backup failed: no space"]


async def test_many_at_once_are_one_message(storage: Storage) -> None:
    async with watching(storage) as (watchman, world, clock):
        await storage.incidents.open([Incident(key=f"feed {n}", said=f"Feed {n}") for n in range(30)], now=NOW)
        await storage.incidents.note_told([f"feed {n}" for n in range(30)])
        await watchman.look()
        (only,) = said(world)
        assert (only.count("\n"), only.endswith("\nand 22 more")) == (9, True)
        clock.now += timedelta(minutes=1)
        await watchman.look()
        assert len(said(world)) == 1


async def test_what_is_not_urgent_waits_for_the_morning(storage: Storage) -> None:
    async with watching(storage) as (watchman, world, clock):
        await storage.chats.ensure(OWNER, kind="private", language="en", now=NOW)
        quiet = Preferences(quiet=(clock.now.time().replace(hour=7), clock.now.time().replace(hour=9)))
        await ensure_subscription(storage, OWNER, None, preferences=quiet, next_occurrence=None, now=NOW)
        await storage.installation.save(FAILED, "no space")
        await storage.incidents.open([Incident(key="breaker", said="Deliveries pause", is_urgent=True)], now=NOW)
        await watchman.look()
        assert said(world) == ["✅ No longer so\nDeliveries pause"]
        clock.now += timedelta(hours=2)
        await watchman.look()
        assert said(world)[1:] == ["⚠️ Needs a look\nTonight's backup failed: no space"]


async def test_incident_that_could_not_be_told_is_told_later(storage: Storage) -> None:
    async with watching(storage) as (watchman, world, _):
        await storage.installation.save(FAILED, "no space")
        world.faults.odd["sendMessage"].extend([Odd(b"<html>502</html>", 502)] * 3)
        await watchman.look()
        assert said(world) == []
        await watchman.look()
        assert said(world) == ["⚠️ Needs a look\nTonight's backup failed: no space"]


async def test_incident_that_passed_before_anybody_heard_is_not_told(storage: Storage) -> None:
    async with watching(storage) as (watchman, world, _):
        await storage.incidents.open([Incident(key="uncertain", said="1 delivery is uncertain")], now=NOW)
        await watchman.look()
        assert (said(world), await storage.incidents.list()) == ([], ())
