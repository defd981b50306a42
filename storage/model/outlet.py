"""Outlets: the publishers we know."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher; its aliases and domains all mean this one name."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    country: str | None = None
    language: str | None = None


class Bearer(Protocol):
    """What an outlet stands behind: a report, or an entry of a source list."""

    @property
    def outlet(self) -> str: ...

    @property
    def owner(self) -> str | None: ...


def independent_outlets(bearers: Iterable[Bearer]) -> tuple[str, ...]:
    """Return the outlets that report something themselves, in order, one of each owner; leave copies out before."""
    by_owner: dict[str, str] = {}
    for bearer in bearers:
        by_owner.setdefault(bearer.owner or bearer.outlet, bearer.outlet)
    return tuple(by_owner.values())
