"""The breaker: when it opens, how often it probes, and how it closes."""

from bot.delivery.breaker import LONGEST_PROBE_SECONDS, Breaker
from tests.make import NOW


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def probe_times(breaker: Breaker, clock: Clock, count: int) -> list[float]:
    """Let every probe fail; return after how many seconds each began."""
    began = clock.seconds
    found: list[float] = []
    while len(found) < count:
        clock.seconds += 1
        if breaker.places(0):
            found.append(clock.seconds - began)
            assert breaker.places(1) == 0
            breaker.note_failure()
    return found


def test_outage_takes_no_more_than_what_was_under_way_and_probes_ever_more_rarely() -> None:
    clock = Clock()
    breaker = Breaker(16, monotonic=clock, clock=lambda: NOW)
    assert breaker.places(0) == 16
    begun = []
    for under_way in range(15, -1, -1):  # all that were under way fail in one moment
        breaker.note_failure()
        begun.append(breaker.places(under_way))
    assert (begun, breaker.open_since) == ([0] * 16, NOW)
    longest = [int(LONGEST_PROBE_SECONDS)] * 2
    assert [round(each) for each in probe_times(breaker, clock, 7)] == [
        1,
        3,
        7,
        15,
        31,
        31 + longest[0],
        31 + sum(longest),
    ]


def test_answer_of_a_probe_closes_it_with_half_the_places() -> None:
    clock = Clock()
    breaker = Breaker(16, monotonic=clock, clock=lambda: NOW)
    for _ in range(8):
        breaker.note_failure()
    clock.seconds += 1
    assert breaker.places(0) == 1
    breaker.note_answer()
    assert (breaker.open_since, breaker.places(0)) == (None, 8)
    for _ in range(8):
        breaker.note_answer()
    assert breaker.places(0) == 16
