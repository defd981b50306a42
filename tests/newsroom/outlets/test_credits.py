"""The credit line and who is independent."""

from datetime import date

import pytest

from bot.newsroom.outlets.credits import credit_names, first_published
from storage.model import Event, Report, ReportState, Source, independent_outlets
from tests.make import NOW, make_text


def sources(*names: str) -> tuple[Source, ...]:
    return tuple(Source(outlet=name) for name in names)


@pytest.mark.parametrize(
    ("outlets", "named"),
    [
        ((), ((), 0)),
        (("A",), (("A",), 0)),
        (("A", "B", "A"), (("A", "B"), 0)),
        (("A", "B", "C"), (("A", "B", "C"), 0)),
        (("A", "B", "C", "D", "E"), (("A", "B"), 3)),
    ],
)
def test_credit_line_names_two_and_counts_the_rest(outlets: tuple[str, ...], named: tuple[object, int]) -> None:
    assert credit_names(make_text(sources=sources(*outlets))) == named


def test_independent_outlets_are_counted_once() -> None:
    assert independent_outlets(sources("A", "B", "A")) == ("A", "B")
    family = [Source(outlet="Gazette", owner="Press House"), Source(outlet="Evening Gazette", owner="Press House")]
    assert independent_outlets([*family, Source(outlet="Wire")]) == ("Gazette", "Wire")


def test_copies_do_not_count_as_outlets_of_an_event() -> None:
    def report(number: int, outlet: str, copy_of: int | None = None) -> Report:
        return Report(
            id=number, feed_id=1, outlet=outlet, url=f"https://{outlet.lower()}.example/", title="t", summary="",
            authors=(), published_at=NOW, found_at=NOW, language="en", text="", state=ReportState.PLACED,
            copy_of=copy_of,
        )  # fmt: skip

    event = Event(id=1, reports=(report(1, "Wire"), report(2, "Gazette", copy_of=1), report(3, "Post")))
    assert event.independent_outlets == ("Wire", "Post")


def test_first_published_is_the_earliest_of_several_dates() -> None:
    early = Source(outlet="A", published_on=date(2026, 11, 1))
    late = Source(outlet="B", published_on=date(2026, 11, 2))
    assert first_published((late, early, Source(outlet="C"))) == early
    assert first_published((early,)) is None
    assert first_published((early, early)) is None
