"""What sites and agencies say around a story, and sentences of a story that only begin like it."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.furniture.datelines import without_dateline
from bot.newsroom.furniture.furniture import is_furniture
from bot.newsroom.outlets.names import outlet_name
from bot.newsroom.outlets.urls import canonical_url
from bot.newsroom.text.sentences import split_sentences

TOLD = """
Unusual traffic on the bridge held up ferries to the island of Ossel on Monday.
Hackers used JavaScript to disable the browsers of 300 clerks in Varnholt on Monday.
Browser makers must let you accept all cookies or reject them as easily, the court ruled on Monday.
Drivers must give your consent form to the police of Varnholt from Monday, the mayor decided.
The bakery sold our cookies to 300 people on Monday.
Join the army to see the world, a poster in Lenn promised in 1914.
The club is for members only, the mayor complained on Monday.
Published in 1923, the map shows eleven piers that nobody remembers.
Updated figures published on Tuesday show that 3,000 people left.
Updated rules for 2027 take effect in Varnholt on Monday.
Ada Larsen is a reporter for the Courier who was arrested on Monday.
""".strip().split("\n")
AROUND = """
Den här artikeln är låst för prenumeranter.
Tämä artikkeli on vain tilaajille.
You have 2 free articles remaining this month.
Unfortunately, our website is currently unavailable in most European countries.
Pour lire la suite, abonnez-vous dès 1 € par mois.
This article is for subscribers only.
We need your consent to go on.
Our systems have detected unusual traffic from your network.
Updated 24 November 2026, 9:30 GMT
Aktualisiert am 24. November 2026 um 9.30 Uhr
— Reporting by Ada Larsen in Lenn; Editing by Bo Lind at the harbour desk.
An earlier version of this article misstated the number of piers in the harbour.
This report by The Harbour Press was first published Nov. 24, 2026, in Varnholt.
(With inputs from PTI and the harbour office of Varnholt.)
Ada Larsen is a staff writer covering the waterfront for the Courier.
Dieser Artikel erschien zuerst im Warnholter Boten.
Нашли ошибку? Выделите её и нажмите Ctrl+Enter.
Segui il Corriere su Facebook e sul canale WhatsApp.
Heb je een tip? Mail de redactie via tips@bode.example.
Přečtěte si také: Přístav zavřel.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", TOLD)
def test_sentence_of_a_story_stays(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize("sentence", AROUND)
def test_what_a_site_says_is_no_sentence_of_a_story(sentence: str) -> None:
    assert is_furniture(sentence)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("STOCKHOLM (TT) ", "Kommunfullmäktige röstade."), ("LENN: (APP) ", "The council voted."),
        ("LENN (Agência Brasil) - ", "O conselho votou."), ("Jakarta, CNN Indonesia - ", "Dewan kota memilih."),
        ("تهران، ۲۴ نوامبر (ایرنا) - ", "شورای شهر رأی داد."), ("［記者李明／台北報導］", "市議會週二表決。"),
        ("Lenn (ots) - ", "Der Rat stimmte ab."), ("Lenn/APA – ", "Der Rat stimmte ab."),
    ],
)  # fmt: skip
def test_dateline_of_any_agency_is_cut_off(before: str, sentence: str) -> None:
    assert without_dateline(before + sentence) == sentence


@pytest.mark.parametrize(
    "title",
    ["Все новости", "Hírek", "Noticias de última hora", "Senaste nytt", "新着記事", "My Site", "Index", "Fil info"],
)
def test_title_of_a_section_or_a_program_names_no_outlet(title: str) -> None:
    assert outlet_name(title, "https://x.example/feed") == "x.example"


@pytest.mark.parametrize(
    "sentence",
    ["Він стоїть на розі вул. Портової.", "Het plan, o.a. Lenn, is klaar.", "Kb. 300 ember jött.", "3 εκατ. Ευρώ δόθηκαν.", "Il porto del sec. XIX chiude."],
)  # fmt: skip
def test_abbreviations_of_more_languages_end_no_sentence(sentence: str) -> None:
    assert split_sentences(sentence) == (sentence,)


def drafted(text: str) -> list[str]:
    draft = draft_article([Material(outlet="C", title="T", text=text, language="en")])
    return [bullet.text for bullet in draft.bullets]


def test_lists_and_footnotes_of_a_page_are_sentences_like_others() -> None:
    assert drafted(
        "The council of Varnholt decided on Tuesday night:\n- The old ferry terminal closes before the winter storms;\n"
        "● The fish market moves to the northern quay in May; and\n- Traders pay no rent until the spring of 2027."
    ) == [
        "The old ferry terminal closes before the winter storms.",
        "The fish market moves to the northern quay in May.",
        "Traders pay no rent until the spring of 2027.",
    ]
    first = "The council of Varnholt voted late on Tuesday to close the old ferry terminal."
    second = "Engineers found cracks in eleven of the forty wooden piers during an inspection."
    assert drafted(f"{first}[1] {second} ⛴️") == [first, second]


def test_page_s_address_keeps_its_route_and_loses_where_a_reader_came_from() -> None:
    assert canonical_url("https://a.example/#/news/1") == "https://a.example/#/news/1"
    assert canonical_url("https://a.example/a?mtm_campaign=x&srsltid=1&ysclid=2#part") == "https://a.example/a"
