"""What a draft leaves behind the news: earlier years, words whose speaker is lost; and what its headline promises."""

from datetime import date

from bot.newsroom.drafts.drafting import Material, draft_article

DAY = date(2026, 11, 23)
LEDE = "The council of Tallvik voted on Monday to close the old ferry terminal before the winter."
CRACKS = "Engineers found cracks in eleven of the forty piers that carry the terminal."
QUAY = "Boats leave from the northern quay of Tallvik until the repairs of the terminal end in April."
PRICE = "The repairs cost nine million crowns, which the harbour office pays."
EARLIER = "The terminal was repaired in 1987 after a storm broke two of its piers."


def drafted(*texts: str, title: str = "Tallvik closes its old ferry terminal") -> list[str]:
    reports = [
        Material(outlet=f"Outlet {number}", title=title, text=text, published_on=DAY)
        for number, text in enumerate(texts)
    ]
    return [bullet.text for bullet in draft_article(reports).bullets]


def test_what_happened_in_an_earlier_year_comes_behind_the_news() -> None:
    assert EARLIER not in drafted(f"{LEDE}\n{CRACKS}\n{EARLIER}\n{QUAY}\n{PRICE}")


def test_words_whose_speaker_is_lost_are_no_bullet() -> None:
    spoken = "I challenge the council to keep the old ferry terminal open all winter."
    assert spoken not in drafted(f"{LEDE}\n{spoken}\n{CRACKS}\n{QUAY}")
    kept = "“I challenge the council to keep the terminal open,” said Ada Berg of the harbour office."
    assert kept in drafted(f"{LEDE}\n{kept}\n{CRACKS}")


def test_what_the_headline_says_is_among_the_bullets() -> None:
    promised = "Passengers of the evening boats get their fares back until spring."
    others = [CRACKS, QUAY, PRICE, "The council meets again on Friday to choose a builder for the piers."]
    texts = ["\n".join([LEDE, *others, promised]), "\n".join([LEDE, *others])]
    assert promised in drafted(*texts, title="Ferry terminal closes, passengers get fares back")
