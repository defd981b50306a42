"""Outlets: the publishers we know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher; its aliases and domains all mean this one name."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    country: str | None = None
    language: str | None = None
