"""Kinds of pages and chats that articles are pasted from: what is credited, what is a list, what is around a story."""

import pytest

from bot.newsroom.furniture.chrome import is_chrome
from bot.newsroom.outlets.attribution import extract_outlets
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.alarms import without_alarm
from bot.newsroom.posts.loose import parse_loose
from storage.model import Source
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())
HEADLINE = "Tallvik closes its old ferry terminal"
STORY = "The council of Tallvik voted on Monday to close the old terminal. Engineers found cracks in eleven piers."
BULLETS = "Engineers found cracks in eleven piers", "Boats leave from the northern quay"


def credited(document: str) -> tuple[str, list[str], list[str]]:
    """Return a page's headline, its sources and its bullets."""
    text = parse_loose(document, DIRECTORY).text
    return text.headline, [source.outlet for source in text.sources], [bullet.text for bullet in text.bullets]


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("[Reuters]", ["Reuters"]),
        ("(AP)", ["Associated Press"]),
        ("（ロイター）", ["Reuters"]),
        ("reuters.com", ["Reuters"]),
        ("📰 Source: Reuters", ["Reuters"]),
        ("Read the full story at BBC: https://bbc.example/1", ["BBC"]),
        ("— Reuters", ["Reuters"]),
        ("Avec AFP et Reuters", ["AFP", "Reuters"]),
        ("Source – Reuters (paywall)", ["Reuters"]),
        ("Source: Reuters, 24 November 2026", ["Reuters"]),
        ("By Ada Berg", []),
        ("[laughs]", []),
        ("tallvik.example", []),
    ],
)
def test_line_that_only_names_an_outlet_credits_it(line: str, outlets: list[str]) -> None:
    page = "\n".join(
        [f"🚢 {HEADLINE}", "", *(f"▪️ {bullet}" for bullet in BULLETS), "", line, "", "🔁 Share | 💬 Comment"]
    )
    assert credited(page) == (HEADLINE, outlets, list(BULLETS))


@pytest.mark.parametrize(
    ("listed", "sources"),
    [
        ("Quellen:\n- https://www.spiegel.de/x\n- Tagesblick Lenn", ["Der Spiegel", "Tagesblick Lenn"]),
        ("Fuentes:\n• EFE\n• El País", ["EFE", "El País"]),
        ("Источники:\n1. ТАСС\n2. Интерфакс", ["ТАСС", "Интерфакс"]),
        ("Sources:\n[1] Reuters\n[2] AFP", ["Reuters", "AFP"]),
        ("Sources:\n1) Reuters\n2) AFP", ["Reuters", "AFP"]),
    ],
)
def test_list_of_sources_is_read_however_it_is_headed_and_numbered(listed: str, sources: list[str]) -> None:
    headline, outlets, bullets = credited(f"{HEADLINE}\n\n{STORY}\n\n{listed}")
    assert (headline, bullets) == (HEADLINE, [])
    assert [DIRECTORY.find_name(each) or each for each in outlets] == [
        DIRECTORY.find_name(each) or each for each in sources
    ]


def test_address_behind_a_dash_is_its_sources() -> None:
    text = parse_loose(f"{HEADLINE}\n\n{STORY}\n\nSources:\n1. AFP - https://afp.example/x\n", DIRECTORY).text
    assert text.sources == (Source(outlet="AFP", url="https://afp.example/x"),)


def test_blocks_of_an_aggregator_that_begin_with_the_outlet_are_sources() -> None:
    page = f"BBC\n{HEADLINE}\n2 hours ago\nReuters\nWhy Tallvik shut its terminal\n3 hours ago\n{STORY}"
    assert credited(page) == (HEADLINE, ["BBC", "Reuters"], [])


def test_chats_stamp_and_emphasis_are_none_of_the_headline() -> None:
    page = f"[21/11/2026, 18:04] Ada: *{HEADLINE}*\n\n- **Cracks:** found in *eleven* piers\n- 3 * 4 boats\n\n_Source: AFP_"
    assert credited(page) == (HEADLINE, ["AFP"], ["Cracks: found in eleven piers", "3 * 4 boats"])


def test_post_without_a_headline_has_its_first_sentence_for_one() -> None:
    page = f"Tallvik Today\n12,431 followers\n2d • Edited •\n{STORY}\nLike\nComment"
    assert credited(page)[0] == "The council of Tallvik voted on Monday to close the old terminal."


def test_entities_of_html_are_read() -> None:
    page = "Tallvik &amp; Kessin close terminals\n\n&bull; Engineers found cracks\n&bull; Boats leave from the quay"
    assert credited(page)[0] == "Tallvik & Kessin close terminals"


@pytest.mark.parametrize(
    "alarmed",
    [
        "🇳🇴🚢 {}",
        "{} 🚢",
        "ALERTE INFO - {}",
        "【速報】{}",
        "+++ EIL +++ {}",
        "[BREAKING] {}",
        "⚡️Срочно: {}",
        "LIVE: {}",
    ],
)
def test_alarm_around_a_headline_is_left_out(alarmed: str) -> None:
    assert without_alarm(alarmed.format(HEADLINE)) == HEADLINE


@pytest.mark.parametrize(
    "headline", ["Live music returns to Tallvik", "🚢", "Exclusive clubs close", "Urgent care opens"]
)
def test_words_of_a_headline_are_no_alarm(headline: str) -> None:
    assert without_alarm(headline) == headline


@pytest.mark.parametrize(
    "line",
    """Anzeige|Publicidad|Publicité|Реклама|إعلان|广告|Auf Facebook teilen|Compartir|Поделиться|Comentarios (12)|Комментарии
    |Suscríbete|Zum Thema|İlgili haberler|Startseite|Главная|首页|Alle akzeptieren|Tout accepter|Redacción|La rédaction
    |RIPRODUZIONE RISERVATA|版权所有|Leggi anche: aumentano i biglietti|यह भी पढ़ें: किराया बढ़ा|Nov 21, 2026 · Web · 12 boosts · 34 favourites
    |2d • Edited •|12,431 followers""".replace("\n    |", "|").split("|"),
)
def test_labels_of_pages_in_many_languages_are_none_of_the_story(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line", ["La publicidad sube un tercio", "Reklam gelirleri arttı", "Die Startseite der Bahn fiel am Montag aus."]
)
def test_news_of_such_things_is_kept(line: str) -> None:
    assert not is_chrome(line)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Le conseil a voté la fermeture, selon l’AFP.", "AFP"),
        ("Selon l'agence AFP, le terminal ferme.", "AFP"),
        ("Le terminal ferme, selon Le Monde.", "Le Monde"),
        ("Der Rat schließt das Terminal, wie die dpa berichtet.", "dpa"),
        ("Das Terminal schließt, meldete die Nachrichtenagentur Reuters.", "Reuters"),
        ("Il terminal chiude, riferisce l'ANSA.", "ANSA"),
        ("Терминал закрывают, сообщило агентство ТАСС.", "TASS"),
        ("أفادت وكالة رويترز بأن المحطة أغلقت.", "Reuters"),
    ],
)
def test_articles_and_agencies_before_a_name_do_not_hide_it(sentence: str, outlet: str) -> None:
    assert extract_outlets(sentence, DIRECTORY) == (outlet,)
