"""The statistics in words, and as what is drawn."""

from datetime import date

from bot.views.stats import DAYS, chart, stats
from storage.model import CountKind, Statistics, TopStory

TODAY = date(2026, 11, 23)
FOUND = Statistics(
    chats={"active": 12},
    subscriptions={"active": 1200, "stopped": 3, "paused": 0},
    deliveries={"sent": 9},
    articles={"published": 2},
    updates={},
    days={
        date(2026, 11, 22): {
            CountKind.PRESS: {"story": 4},
            CountKind.DELIVERY: {"sent": 8, "refused": 1},
            CountKind.SUBSCRIPTIONS: {"active": 1100},
        },
        TODAY: {CountKind.PRESS: {"story": 3, "sources": 9}},
    },
    top_stories=(TopStory(12, "Harbour gate held", 7),),
)


def test_statistics_are_said_in_a_few_lines() -> None:
    text = stats(FOUND).text
    assert text.plain == (
        "Subscriptions: 1,200 active, 3 stopped\n"
        "The last 30 days\n"
        "Deliveries: 8 sent, 1 refused\n"
        "Buttons: 9 sources, 7 story\n"
        "#12 opened 7 ×: Harbour gate held"
    )


def test_chart_has_a_value_for_each_day_and_none_where_nobody_counted() -> None:
    drawn = chart(FOUND, today=TODAY)
    assert (len(drawn["days"]), drawn["days"][-1]) == (DAYS, "2026-11-23")
    assert drawn["subscriptions"] == [*[None] * (DAYS - 2), 1100, 1200]
    assert drawn["deliveries"] == {"sent": [*[0] * (DAYS - 2), 8, 0], "refused": [*[0] * (DAYS - 2), 1, 0]}
    assert (drawn["presses"], drawn["stories"]) == ([("sources", 9), ("story", 7)], [("#12", 7)])
