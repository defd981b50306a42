"""`dateline stats`: the figures of the operation."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import open_to_write, say, say_aside, say_json
from bot.cli.shared import configure, opened_storage, runs
from bot.clock import system_clock
from bot.stats import gather
from storage.model import CountKind

_NOUNS = ("chats", "subscriptions", "deliveries", "articles", "updates")


@runs
async def stats(
    picture: Annotated[Path | None, typer.Option("--plot", help="Also draw them, as a PNG.", metavar="FILE")] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Count subscribers, deliveries and articles."""
    async with opened_storage(configure(config)) as storage:
        now = system_clock()
        found = await gather(storage, now=now)
        paused = await storage.workers.list_paused(now=now)
    if picture is not None:
        from bot.plotting import plot  # noqa: PLC0415 - with it come pages and words, which no figure needs

        drawn = await plot(found, today=now.date())
        with open_to_write(picture, "wb") as stream:
            stream.write(drawn)
        say_aside(f"{picture} is drawn")
    counts = {name: getattr(found, name) for name in _NOUNS}
    if json:
        days = {day.isoformat(): by_kind for day, by_kind in found.days.items()}
        top_stories = [asdict(story) for story in found.top_stories]
        say_json({**counts, "paused": paused, "days": days, "top_stories": top_stories})
        return
    for worker, at in paused.items():
        say(f"deliveries pause: Telegram has not answered {worker} since {at.isoformat(' ', 'seconds')}")
    for noun, by_state in counts.items():
        say(f"{noun:<14} " + (", ".join(f"{number} {state}" for state, number in by_state.items()) or "none"))
    for noun, kind in (("presses", CountKind.PRESS), ("delivered", CountKind.DELIVERY)):
        if total := found.total(kind):
            say(f"{noun:<14} " + ", ".join(f"{number} {name}" for name, number in total.items()) + ", in 30 days")
    for story in found.top_stories:
        say(f"{'opened':<14} {story.opens} × #{story.number} {story.headline}")
