"""Headlines without what is the site's or the outlet's."""

import pytest

from bot.newsroom.headlines import clean_headline, strip_site


@pytest.mark.parametrize(
    ("title", "outlet", "headline"),
    [
        ("Tide is held - The Harbour Gazette", "The Harbour Gazette", "Tide is held"),
        ("Tide is held | Harbour Gazette", "The Harbour Gazette", "Tide is held"),
        ("Twenty-one - a story", "The Harbour Gazette", "Twenty-one - a story"),
        (" A\n title ", "", "A title"),
        ("word " * 60, "", ("word " * 40).strip() + "…"),
    ],
)
def test_headline_is_clean_of_its_outlet(title: str, outlet: str, headline: str) -> None:
    assert clean_headline(title, outlet) == headline


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Harbour Post | Ferry terminal closes", "Harbour Post", "Ferry terminal closes"),
        ("旧码头关闭_海湾新闻网", "海湾新闻网", "旧码头关闭"),
        ("Ferries - a long story", "Harbour Post", "Ferries - a long story"),
        ("Harbour Post", "Harbour Post", "Harbour Post"),
        ("Ferries | More", "", "Ferries | More"),
    ],
)
def test_site_is_no_part_of_a_headline(title: str, site: str, headline: str) -> None:
    assert strip_site(title, site) == headline
