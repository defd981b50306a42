"""Which articles a briefing shows."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.selection import Selection, hidden_by_section, select_articles, since, until
from storage.model import Candidate, Preferences
from tests.make import NOW

HOUR = timedelta(hours=1)


def candidate(number: int, *, hours_ago: float = 0, **changes: int | str | None) -> Candidate:
    at = NOW - hours_ago * HOUR
    values: dict[str, object] = {"revision": 1, "priority": 0, "outlets": 1, "published_at": at, "changed_at": at}
    return Candidate(number=number, **(values | changes))  # type: ignore[arg-type]


def test_priority_comes_before_outlets_and_outlets_before_freshness() -> None:
    fresh, well_sourced = candidate(1), candidate(2, hours_ago=1, outlets=2)
    urgent = candidate(3, hours_ago=2, priority=1)
    selection = select_articles([fresh, well_sourced, urgent], limit=2, cutoff=None)
    assert selection == Selection((3, 2), frozenset(), 1)


def test_what_was_published_before_the_cutoff_is_an_update() -> None:
    corrected = Candidate(
        number=1, revision=2, priority=0, outlets=1, published_at=NOW - 2 * HOUR, changed_at=NOW - HOUR / 2
    )
    assert select_articles([corrected], limit=5, cutoff=NOW - HOUR).updates == {1}


def test_hidden_ones_are_neither_shown_nor_counted() -> None:
    found = select_articles([candidate(number) for number in range(9)], limit=3, cutoff=None, hidden=frozenset({8, 0}))
    assert found == Selection((7, 6, 5), frozenset(), 4)


def test_muted_word_hides_the_section_of_that_name() -> None:
    science, sport = candidate(1, section="science_space"), candidate(2, section="sport")
    muted = Preferences(mutes=frozenset({"Space", "port", ""}))
    assert hidden_by_section([science, sport, candidate(3)], muted) == {1}


@given(st.lists(st.integers(0, 50)), st.integers(-1, 51))
def test_new_ones_are_those_behind_the_cutoff(hours: list[int], cutoff_hours: int) -> None:
    known = sorted((candidate(n, hours_ago=ago) for n, ago in enumerate(hours)), key=_changed_at, reverse=True)
    cutoff = NOW - cutoff_hours * HOUR
    assert since(tuple(known), cutoff) == tuple(each for each in known if each.changed_at > cutoff)
    assert since(tuple(known), None) == tuple(known)


@given(st.lists(st.integers(0, 50)), st.integers(-1, 51))
def test_what_changed_behind_the_horizon_waits_for_the_next(hours: list[int], horizon_hours: int) -> None:
    known = [candidate(n, hours_ago=ago) for n, ago in enumerate(hours)]
    shown = until(known, NOW - horizon_hours * HOUR)
    assert [each.number for each in shown] == [n for n, ago in enumerate(hours) if ago >= horizon_hours]


def _changed_at(each: Candidate) -> datetime:
    return each.changed_at
