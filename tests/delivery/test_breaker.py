"""The breaker, as plain arithmetic: an outage costs what was under way, and its probes."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.breaker import LONGEST_PROBE_SECONDS, Breaker
from tests.make import NOW

IN_FLIGHT = 16


class Time:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def make_breaker(time: Time) -> Breaker:
    return Breaker(IN_FLIGHT, monotonic=time, clock=lambda: NOW + timedelta(seconds=time.seconds))


@given(st.integers(0, IN_FLIGHT), st.integers(10, 4000))
def test_outage_of_any_length_costs_what_was_under_way_and_its_probes(successes: int, outage_seconds: int) -> None:
    time = Time()
    breaker = make_breaker(time)
    for _ in range(successes):
        breaker.note_answer()
    under_way = breaker.places(0)
    assert under_way == IN_FLIGHT
    failed = probes = 0
    while time.seconds < outage_seconds:
        time.seconds += 0.05
        if under_way:
            under_way -= 1
            failed += 1
            breaker.note_failure()
        begun = breaker.places(under_way)
        probes += begun
        under_way += begun
    assert failed + under_way <= IN_FLIGHT + probes
    assert probes <= 7 + outage_seconds / LONGEST_PROBE_SECONDS


def test_probes_come_ever_more_rarely() -> None:
    time = Time()
    breaker = make_breaker(time)
    for _ in range(IN_FLIGHT):
        breaker.note_failure()
    probed: list[float] = []
    while len(probed) < 7:
        time.seconds += 1
        if breaker.places(0):
            probed.append(time.seconds)
            assert breaker.places(1) == 0
            breaker.note_failure()
    longest = int(LONGEST_PROBE_SECONDS)
    assert probed == [1, 3, 7, 15, 31, 31 + longest, 31 + 2 * longest]


def test_one_failure_in_a_hundred_stops_nothing() -> None:
    time = Time()
    breaker = make_breaker(time)
    for number in range(1, 2000):
        (breaker.note_failure if number % 100 == 0 else breaker.note_answer)()
    assert (breaker.open_since, breaker.places(0)) == (None, IN_FLIGHT)


def test_answered_probe_lets_bulk_go_on_at_once() -> None:
    time = Time()
    breaker = make_breaker(time)
    for _ in range(IN_FLIGHT):
        breaker.note_failure()
    assert (breaker.open_since, breaker.places(0)) == (NOW, 0)
    time.seconds = 100
    assert (breaker.places(1), breaker.places(0)) == (0, 1)
    breaker.note_answer()
    assert (breaker.open_since, breaker.places(0)) == (None, IN_FLIGHT // 2)
