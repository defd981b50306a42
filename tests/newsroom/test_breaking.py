"""Whom a breaking article is worth waking, and for how long."""

from datetime import timedelta
from typing import Any

import pytest

from bot.newsroom.breaking import alert_ends_at, wants_alert
from storage.candidates import candidate_of
from storage.model import Preferences, Subscription
from tests.make import NOW, make_article


def test_alert_ends_an_hour_after_its_article_was_published() -> None:
    hour = timedelta(hours=1)
    published, unpublished = make_article(published_at=NOW - hour / 2), make_article(published_at=None)
    assert [alert_ends_at(each, NOW) for each in (published, unpublished)] == [NOW + hour / 2, NOW + hour]


@pytest.mark.parametrize(
    ("wishes", "paused_for", "wants"),
    [
        ({}, None, True),
        ({}, timedelta(minutes=-1), True),
        ({}, timedelta(minutes=1), False),
        ({"has_alerts": False}, None, False),
        ({"sections": frozenset({"world", "sport"})}, None, True),
        ({"sections": frozenset({"sport"})}, None, False),
        ({"languages": frozenset({"pt"})}, None, True),
        ({"languages": frozenset({"en"})}, None, False),
    ],
)
def test_alert_goes_to_who_wants_its_section_and_language(
    wishes: dict[str, Any],
    paused_for: timedelta | None,
    wants: bool,  # noqa: FBT001
) -> None:
    until = None if paused_for is None else NOW + paused_for
    reader = Subscription(
        id=1, chat_id=1, thread_id=None, language="en", preferences=Preferences(**wishes), paused_until=until
    )
    assert wants_alert(reader, candidate_of(make_article()), "pt-BR", now=NOW) == wants
