"""Headlines without what is the site's or the outlet's."""

import pytest

from bot.newsroom.drafts.headlines import clean_headline, strip_site


@pytest.mark.parametrize(
    ("title", "outlet", "headline"),
    [
        ("Tide is held - The Harbour Gazette", "The Harbour Gazette", "Tide is held"),
        ("Tide is held | Harbour Gazette", "The Harbour Gazette", "Tide is held"),
        ("Twenty-one - a story", "The Harbour Gazette", "Twenty-one - a story"),
        (" A\n title ", "", "A title"),
        ("Talks stall - Iran", "Iran International", "Talks stall - Iran"),
        ("Floods hit coast - India", "Times of India", "Floods hit coast - India"),
        ("Talks stall - Wartime stories", "Time", "Talks stall - Wartime stories"),
        ("Talks stall - BBC", "BBC News", "Talks stall"),
        ("Talks stall | BBC News Africa", "BBC", "Talks stall"),
        ("Talks stall // HarbourPost.com", "Harbour Post", "Talks stall"),
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
        ("Ferry terminal closes | Marn News", "", "Ferry terminal closes"),
        ("Ferry terminal closes – World – Harbour Post", "Harbour Post", "Ferry terminal closes"),
        ("旧码头关闭-国际-海湾新闻网", "", "旧码头关闭"),
        ("Ferry «Ossel» returns | Harbour Post", "The Harbour Post", "Ferry «Ossel» returns"),
        ("Ferry terminal closes / Harbour Post", "Harbour Post", "Ferry terminal closes"),
        ("Ferry terminal closes – BBC News", "BBC", "Ferry terminal closes"),
        ("Senator lawsuit: BBC to fight claim", "BBC News", "Senator lawsuit: BBC to fight claim"),
        ("Strike - Guardian journalists walk out", "The Guardian", "Strike - Guardian journalists walk out"),
        ("Ferry terminal closes - BBC Africa", "BBC", "Ferry terminal closes"),
        ("旧码头关闭丨海湾新闻网", "海湾新闻网", "旧码头关闭"),
        ("Rates rise — says bank | Harbour Post", "Harbour Post", "Rates rise — says bank"),
    ],
)
def test_site_is_no_part_of_a_headline(title: str, site: str, headline: str) -> None:
    assert strip_site(title, site) == headline
