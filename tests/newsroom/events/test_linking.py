"""Events across languages: by figures and names in Latin letters."""

import random
from collections.abc import Hashable
from datetime import timedelta
from pathlib import Path
from statistics import mean

import pytest

from bot.newsroom.events.clustering import Clusterer, Document, cluster
from bot.newsroom.events.signs import MOST_SIGNS, find_signs
from tests.make import NOW
from tests.newsroom.events.test_clustering import b_cubed, labelled

ENGLISH = (
    "Harbour bank Valdemar fined", "Regulator Finsund fined Valdemar Bank 12.5 million crowns for 1,384 late reports "
    "between 2019 and 2024, said Ada Larsen of Finsund.",
)  # fmt: skip
GERMAN = (
    "Hafenbank Valdemar bestraft", "Die Aufsicht Finsund verhängte gegen die Valdemar Bank 12,5 Millionen Kronen Strafe "
    "wegen 1384 verspäteter Berichte, sagte Ada Larsen.",
)  # fmt: skip
CHINESE = ("海港银行被罚款", "监管机构Finsund因1384份迟交报告对海港银行（Valdemar Bank）罚款1250万克朗，Ada Larsen说。")
OTHER = ("Orla wins the cup", "Orla beat Kessin 3-1 in front of 21,455 people at Marn Park, said coach Tom Reyn.")


def write(told: tuple[str, str], language: str, minutes: float = 0) -> Document:
    return Document(title=told[0], text=told[1], language=language, published_at=NOW + timedelta(minutes=minutes))


def test_reports_of_one_happening_are_one_event_in_any_language() -> None:
    reports = [write(ENGLISH, "en"), write(OTHER, "en", 1), write(CHINESE, "zh", 2), write(GERMAN, "de", 3)]
    assert cluster(reports) == [[0, 2, 3], [1]]


def test_scales_and_native_digits_are_one_figure() -> None:
    assert find_signs("", "12.5 million") == find_signs("", "1250万") == find_signs("", "12,5 Millionen")
    assert find_signs("", "१३८४") == find_signs("", "1384") != find_signs("", "1385")
    assert (find_signs("", "3 and 9"), find_signs("", "of the It")) == (b"", b"")
    assert len(find_signs("", " ".join(f"Name{number}" for number in range(400)))) == 4 * MOST_SIGNS


def test_what_shares_one_sign_or_as_many_with_two_events_begins_its_own() -> None:
    one = ("Larsen opens a pier", "Ada Larsen opened a pier.")
    assert cluster([write(ENGLISH, "en"), write(one, "de", 1)]) == [[0], [1]]
    twin = (OTHER[0], ENGLISH[1])
    twins = Clusterer()
    twins.join(1, write(ENGLISH, "en"))
    twins.join(2, write(twin, "fr", 1))
    assert twins.find(write(GERMAN, "de", 2))[0] is None


def test_links_end_with_the_window_and_what_began_later_is_no_candidate() -> None:
    clusterer = Clusterer()
    clusterer.join(7, write(ENGLISH, "en"))
    clusterer.join(7, write(CHINESE, "zh", 5))
    clusterer.join(8, write(OTHER, "en", 6))
    assert clusterer.find(write(GERMAN, "de", 9))[0] == 7
    assert clusterer.find(write(GERMAN, "de", -80 * 60))[0] is None
    assert clusterer.forget(NOW + timedelta(minutes=1), most=10) == (7,)
    assert clusterer.find(write(GERMAN, "de", 9))[0] == 7
    assert clusterer.forget(NOW + timedelta(minutes=10), most=10) == (8, 7)
    assert clusterer.find(write(GERMAN, "de", 9)) == (None, 0.0)


def test_common_sign_costs_no_more_in_a_long_window() -> None:
    clusterer = Clusterer()
    for number in range(200):
        clusterer.join(number, write(("Marn", f"Valdemar Finsund {number + 1000}"), "en", number))
    assert clusterer.find(write(("Marn", "Valdemar Finsund 1199"), "de", 300))[0] is None
    while clusterer.forget(NOW + timedelta(minutes=150), most=20):
        pass
    assert clusterer.find(write(ENGLISH, "en", 300))[0] is None


def test_labelled_news_of_all_languages_is_grouped_as_people_grouped_it(shared: Path) -> None:
    reports = [(language, *each) for language, own in labelled(shared).items() for each in own]
    gold: dict[int, Hashable] = {number: label for _, number, label, _, _ in reports}
    scores = []
    for seed in range(5):
        random.Random(seed).shuffle(reports)
        events = cluster(
            write((title, text), language, place) for place, (language, _, _, title, text) in enumerate(reports)
        )
        found = {reports[place][1]: event for event, places in enumerate(events) for place in places}
        scores.append(b_cubed(gold, found))
    print(round(mean(scores), 4))  # noqa: T201 - read with -s
    assert mean(scores) >= 0.90


@pytest.mark.parametrize("text", ["9" * 5000, "1,000" * 2000, "Aa" * 5000, "١" * 4000, "²³ ½ ①"])
def test_odd_texts_have_signs_too(text: str) -> None:
    assert len(find_signs("", text)) <= 4 * MOST_SIGNS
