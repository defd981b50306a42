"""`dateline article show --history`: the record of one article, with what each step changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from bot.cli.article_steps import describe_check
from bot.cli.output import say, say_json
from bot.newsroom.changes import Change, list_changes
from storage.model import Action, Article, Recorded
from storage.store import Storage


@dataclass(frozen=True, slots=True)
class Entry:
    """One step, and what it changed in the text."""

    step: Recorded
    changes: tuple[Change, ...] = ()


async def read_history(storage: Storage, article: Article) -> tuple[Entry, ...]:
    """Return what was done to an article, the first step first."""
    texts = await storage.articles.list_texts(article)
    changes = {revision: list_changes(texts[before], texts[revision]) for before, revision in pairwise(sorted(texts))}
    steps = await storage.record.list(article.number)
    return tuple(Entry(step, changes.get(step.revision, ()) if step.action is Action.REVISE else ()) for step in steps)


def say_history(entries: Sequence[Entry], *, as_json: bool) -> None:
    """Print it, for people or programs."""
    if as_json:
        say_json([_as_json(entry) for entry in entries])
        return
    for entry in entries:
        step = entry.step
        what = f"{step.action.value} ({step.label.value})" if step.label else step.action.value
        reason = f": {step.reason}" if step.reason else ""
        say(f"{step.at:%Y-%m-%d %H:%M} UTC  {step.actor}  {what}, revision {step.revision}{reason}")
        if step.override:
            say(f"    in spite of the gate: {step.override}")
        for check in step.checks or ():
            say(f"    {describe_check(check)}")
        for change in entry.changes:
            say(f"    {change.place}")
            say(f"      - {change.before or '(nothing)'}")
            say(f"      + {change.after or '(nothing)'}")


def _as_json(entry: Entry) -> dict[str, Any]:
    step = entry.step
    return {
        "at": step.at.isoformat(),
        "actor": step.actor,
        "action": step.action.value,
        "revision": step.revision,
        "label": step.label.value if step.label else None,
        "reason": step.reason,
        "override": step.override,
        "findings": None if step.checks is None else [describe_check(check) for check in step.checks],
        "changes": [
            {"place": change.place, "before": change.before, "after": change.after} for change in entry.changes
        ],
    }
