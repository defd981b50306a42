"""What changed from one text of an article to the next, for whoever reads its history or comes second."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.newsroom.outlets.credits import credit_names
from storage.model import ArticleText, Bullet, Source


@dataclass(frozen=True, slots=True)
class Change:
    """One place that reads otherwise: `before` or `after` is empty where something was added or dropped."""

    place: str
    before: str
    after: str


def list_changes(before: ArticleText, after: ArticleText) -> tuple[Change, ...]:
    """Return what reads otherwise, in the order of the text."""
    return tuple(_iter_changes(before, after))


def _iter_changes(before: ArticleText, after: ArticleText) -> Iterator[Change]:
    yield from _line("headline", before.headline, after.headline)
    yield from _lines("bullet", list(map(_bullet, before.bullets)), list(map(_bullet, after.bullets)))
    yield from _lines("paragraph", list(before.body), list(after.body))
    yield from _line("credit line", before.credit_line or _drawn(before), after.credit_line or _drawn(after))
    yield from _lines("source", list(map(_source, before.sources)), list(map(_source, after.sources)))
    yield from _line("section", before.section or "", after.section or "")
    yield from _line("language", before.language, after.language)
    pictures = (before.picture, after.picture)
    yield from _line("picture", *(each.url if each else "" for each in pictures))
    yield from _line("caption", *((each.caption or "") if each else "" for each in pictures))
    yield from _line("photographer", *((each.credit or "") if each else "" for each in pictures))


def _line(place: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(place, before, after)


def _lines(noun: str, before: list[str], after: list[str]) -> Iterator[Change]:
    """Compare lists of lines; those that moved are dropped here and added there."""
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = before[start:end], after[new_start:new_end]
        for number in range(max(len(old), len(new))):
            place = f"{noun} {(new_start if number < len(new) else start) + number + 1}"
            yield Change(place, old[number] if number < len(old) else "", new[number] if number < len(new) else "")


def _bullet(bullet: Bullet) -> str:
    return bullet.text + "".join(f"[{number}]" for number in bullet.sources)


def _source(source: Source) -> str:
    day = source.published_on.isoformat() if source.published_on else None
    return " | ".join(filter(None, (source.outlet, source.title, source.url, day)))


def _drawn(text: ArticleText) -> str:
    """Return the credit line that is drawn from the sources, where nobody wrote one."""
    names, more = credit_names(text)
    return ", ".join(names) + (f" and {more} more" if more else "")
