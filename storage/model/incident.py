"""Incidents: what an owner is told of, once when it begins and once when it is over."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that needs somebody: `key` names it, so that it is told once."""

    key: str
    said: str
    is_urgent: bool = False  # told in quiet hours too


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIncident:
    """An incident that is known: since when, and whether the owners have heard of it."""

    incident: Incident
    began_at: datetime
    is_told: bool
