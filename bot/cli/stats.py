"""`dateline stats`: the figures of the operation."""

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_json
from bot.cli.shared import configure, opened_storage, runs
from bot.clock import system_clock


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
