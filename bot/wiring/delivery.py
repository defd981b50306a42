"""Planning, sending, and this worker's lease."""

import logging
import os
import socket
import time
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.app import Role
from bot.clock import Clock
from bot.config import Config
from bot.delivery.bodies import Bodies
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import REQUEST_SECONDS, Dispatcher, Policy
from bot.delivery.limits import Budget, Limiter, Limits, OwnBudget, SharedBudget
from bot.delivery.planning import Planner
from bot.delivery.transport import Transport
from bot.lease import Lease
from bot.services import Services
from bot.updates.inbox import Answering
from bot.wiring.client import is_local
from storage.store import Storage

log = logging.getLogger("dateline")


def make_planner(config: Config, services: Services) -> Planner:
    """Wire the planner."""
    grace = timedelta(minutes=config.briefing.grace_minutes)
    return Planner(storage=services.storage, cache=services.briefings, frames=services.frame_for, grace=grace)


def make_policy(config: Config) -> Policy:
    """Return how deliveries are made; no request outlives its worker's lease."""
    lease = timedelta(seconds=config.delivery.lease_seconds)
    return Policy(
        in_flight=config.delivery.in_flight,
        resends=config.delivery.on_uncertain == "resend",
        lease=lease,
        request_seconds=min(REQUEST_SECONDS, lease.total_seconds() / 2.5),
    )


def make_dispatcher(config: Config, services: Services, limiter: Limiter, policy: Policy, worker_id: str) -> Dispatcher:
    """Wire the dispatcher, with connections of its own."""
    transport = Transport(connections=policy.in_flight, is_local=is_local(config))
    return Dispatcher(
        services.storage.deliveries,
        Bodies(services.storage, services.frame_for, services.clock),
        Bulk(transport, config.telegram.api_url, config.token),
        limiter,
        policy,
        worker_id=worker_id,
        clock=services.clock,
    )


def make_lease(
    storage: Storage,
    policy: Policy,
    worker_id: str,
    dispatcher: Dispatcher,
    answering: Answering,
    roles: frozenset[Role],
    clock: Clock,
) -> Lease:
    """Wire this worker's lease; it says at once when the breaker opens or closes."""
    lease = Lease(
        storage.workers,
        worker_id,
        clock,
        length=policy.lease,
        recoveries=make_recoveries(storage, policy, dispatcher, answering, roles),
        paused_since=lambda: dispatcher.breaker.open_since,
    )
    dispatcher.on_breaker = lease.renew_now
    return lease


def make_recoveries(
    storage: Storage, policy: Policy, dispatcher: Dispatcher, answering: Answering, roles: frozenset[Role]
) -> tuple[Callable[[datetime], Awaitable[None]], ...]:
    """Return what takes over from workers whose lease has ended, for this process's roles."""

    async def recover_deliveries(now: datetime) -> None:
        if found := await storage.deliveries.recover(now=now, resends=policy.resends):
            log.warning("%d deliveries of an ended worker: nobody knows whether they arrived", found)
            dispatcher.wake()

    async def recover_updates(now: datetime) -> None:
        if await storage.inbox.recover(now=now):
            answering.wake()

    by_role = {Role.DELIVERY: recover_deliveries, Role.UPDATES: recover_updates}
    return tuple(recover for role, recover in by_role.items() if role in roles)


def make_worker_id() -> str:
    """Return a name for this process that no other has, and that tells a person where it runs."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def make_budget(storage: Storage, limits: Limits, bot_id: int) -> Budget:
    """Return the bot's budget: in memory on SQLite, where one process sends; in the database where many may."""
    if storage.database.is_sqlite:
        return OwnBudget(limits, time.monotonic)
    return SharedBudget(storage.deliveries, f"bot {bot_id}", limits.interval)
