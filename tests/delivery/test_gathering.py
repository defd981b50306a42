"""How long results gather: longer where the processor is busy, for then larger groups save something."""

from bot.delivery.gathering import BUSY_SECONDS, FREE_SECONDS, Gathering


def test_results_gather_longer_only_while_the_loop_s_thread_computes() -> None:
    wall, computed = iter((0.0, 1.0, 2.0, 3.0)), iter((0.0, 0.2, 0.9, 1.3))
    gathering = Gathering(lambda: next(wall), lambda: next(computed))
    assert [gathering.seconds() for _ in range(3)] == [FREE_SECONDS, BUSY_SECONDS, FREE_SECONDS]
