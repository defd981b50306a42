"""Long sentences become bullets: what can go goes, and what is left says the same."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.drafts.sentences import read_sentences, shortened_as_lede
from bot.newsroom.drafts.shortening import shorten_sentence


def test_a_long_lede_is_a_bullet_without_its_reasons() -> None:
    lede = (
        "Prosecutors have asked Interpol to issue a fugitive alert for the founder of the Lenn harbour bank as they "
        "investigate the crash of a currency that has taken forty billion crowns from retail investors around the world."
    )
    reports = [Material(outlet=name, title="Harbour bank founder sought", text=lede) for name in ("A", "B")]
    first = "Prosecutors have asked Interpol to issue a fugitive alert for the founder of the Lenn harbour bank."
    assert draft_article(reports).bullets[0].text == first


@pytest.mark.parametrize(
    ("aside", "is_left_out"),
    [
        (", as it wants what its mayor calls an “orderly opening” of the harbour for ships from everywhere.", True),
        (
            ", “so that everybody is safe” in the harbour and in the old town, said the mayor of the island on Monday.",
            False,
        ),
    ],
)
def test_aside_goes_with_the_quotation_it_holds(aside: str, *, is_left_out: bool) -> None:
    news = "The harbour office of Lenn said on Monday that it will open the quays of the island to ships in April"
    reports = [Material(outlet=name, title="Harbour opens in April", text=news + aside) for name in ("A", "B")]
    assert (draft_article(reports).bullets[0].text == f"{news}.") is is_left_out


def test_lede_loses_appositions_and_what_is_said_of_its_source() -> None:
    fund = (
        "The fund of the island, the largest of the north, said on Tuesday that it will sell all its ships that burn "
        "coal before the spring of the next year and buy others from the yards of Lenn."
    )
    fires = (
        "The number of fires in the forests of Lenn has already passed what was counted in all of the last year, "
        "according to figures released on Monday by the office that triggered new alarm in the villages."
    )
    ledes = [draft_article([Material(outlet=name, title="", text=text) for name in "AB"]) for text in (fund, fires)]
    assert [draft.bullets[0].text for draft in ledes] == [
        fund.replace(", the largest of the north,", ""),
        fires.replace(" that triggered new alarm in the villages", ""),
    ]


def test_aside_stays_where_nothing_whole_would_be_left() -> None:
    text = (
        "The fund has spoken with the owners of ships of the north about coal for ten years by, for instance, "
        "setting out what it wishes them to do before the spring of next year."
    )
    reports = [Material(outlet=name, title="Fund speaks with owners", text=text) for name in "AB"]
    assert draft_article(reports).bullets[0].text == text


def test_aside_in_brackets_goes_in_any_language() -> None:
    sentence = (
        "Die Fähre (sie wurde in Lenn gebaut) fährt ab Montag vom alten Hafen aus jede Stunde auf die Insel Ossel."
    )
    short = "Die Fähre fährt ab Montag vom alten Hafen aus jede Stunde auf die Insel Ossel."
    assert shorten_sentence(sentence, "de", most_words=16) == short
    assert shorten_sentence(sentence, "de", most_words=99) == sentence


def test_sentence_is_shortened_as_ledes_are_where_it_is_too_long() -> None:
    news = "Prosecutors of the island have asked the harbour police of Lenn for the papers of the old bank"
    reasons = "as they investigate the crash of a currency that has taken forty billion crowns from everybody there."
    lede = "The council of Lenn met on Monday night in the hall of the old customs house."
    report = Material(outlet="A", title="T", text=f"{lede}\n{news} {reasons}")
    first, second = read_sentences([report], "en", short_words=60, lede_words=60)
    assert shortened_as_lede(first, "en", most_words=30) is first
    assert shortened_as_lede(second, "en", most_words=30).short == f"{news}."
