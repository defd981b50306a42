"""Pasted pages with what sites put between a headline, its story and its credit: none of it becomes one of them."""

import pytest

from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.loose import LooseArticle, parse_loose
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())
LEDE = "Ida Moen, the mayor of Tallvik, resigned on Tuesday."
REST = "Her deputy takes over until an election on 6 March, which she hopes to win."


def read(text: str) -> LooseArticle:
    return parse_loose(text, DIRECTORY)


def told(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    article = read(text).text
    return article.headline, tuple(bullet.text for bullet in article.bullets), article.body


@pytest.mark.parametrize(
    "between",
    [
        "View image in fullscreen", "Bookmark", "Maren Holt", "Maren Holt in Kessin and Jonas Reed in Valdemar",
        "Maren Holt, BBC News, Kessin", "Redazione Esteri", "By Maren Holt\nTransport correspondent, Kessin",
        "By Maren Holt\nHarbour Ledger", "KESSIN, Orla —", "CNN\n —", "November 22, 20269:14 AM GMTUpdated 2 hours ago",
        "Image source, Getty Images", "Image caption,\nA boat at the pier of Tallvik", "21 de noviembre de 2026, 06:04 p. m.",
        "Publié le 21 novembre 2026 à 18h04, mis à jour le 21 novembre 2026 à 19h10", "Kompas.com - 21/11/2026, 18:04 WIB", "字体：小 中 大",
    ],
)  # fmt: skip
def test_what_stands_between_a_headline_and_its_story_is_neither(between: str) -> None:
    assert told(f"Mayor resigns\n\n{between}\n\n{LEDE}\n\n{REST}") == ("Mayor resigns", (), (LEDE, REST))


@pytest.mark.parametrize(
    "around",
    [
        "View image in fullscreen", "Story continues below advertisement", "after newsletter promotion", "end of list",
        "list 1 of 2Fog grounds flights", "<br>", "This is a developing story. Please check back for updates.",
        "The post Mayor resigns appeared first on Harbour Ledger.", "Was this article helpful?",
        "Subscribe for €1 for the first month\nThen €12 per month. Cancel anytime.",
        "Do you have a tip? Write to tips@harbour.example.", "(mh/jr)", "Correction: an earlier version of this story named nine piers.",
        "Except for the headline, this story has not been edited by our staff.",
    ],
)  # fmt: skip
def test_inserts_and_notices_are_no_paragraphs(around: str) -> None:
    assert told(f"Mayor resigns\n\n{LEDE}\n\n{around}\n\n{REST}\n{around}") == ("Mayor resigns", (), (LEDE, REST))


@pytest.mark.parametrize(
    ("signs", "bullets"),
    [
        (("a)", "b)"), 2), (("(a)", "(b)"), 2), (("i)", "ii)"), 2), (("①", "②"), 2), (("а)", "б)"), 2),
        (("أ)", "ب)"), 2), (("J.", "K."), 0), (("J)", "K)"), 0), (("ii)", "iii)"), 0), (("A.", "B."), 0), (("I.", "I."), 0),
    ],
)  # fmt: skip
def test_lists_by_letters_and_numerals_are_lists(signs: tuple[str, str], bullets: int) -> None:
    first, second = "Taxes rise by 0.4 points in May", "The ferry company stays public"
    text = (
        f"Council adopts budget\n\n{signs[0]} {first}\n{signs[1]} {second}\n\nThe council's vote was 31-14 on Thursday."
    )
    headline, found, _ = told(text)
    assert (headline, found) == ("Council adopts budget", (first, second)) if bullets else found == ()


def test_list_with_a_label_of_its_own_is_part_of_the_story() -> None:
    votes = "Votes by district:\n- Old town 9-1\n- Harbour 12-3"
    assert told(f"Mayor resigns\n\n{LEDE}\n\n{REST}\n\n{votes}") == ("Mayor resigns", (), (LEDE, REST))


def test_last_words_behind_a_rule_and_sentences_that_begin_like_tags_stay() -> None:
    topics = "Topics: parking and trams were also discussed on Thursday."
    last = "The vote is due in March."
    assert told(f"Mayor resigns\n\n{LEDE}\n\n{topics}\n\n{REST}\n\n* * *\n\n{last}")[2] == (LEDE, topics, REST, last)


def test_agency_s_first_sentence_is_a_headline_without_its_dateline_and_the_agency_is_credited() -> None:
    sentence = "The ferry ran aground off Cape Harsk early Sunday with 214 people on board, the coast guard said."
    article = read(f"KESSIN, Orla (AP) — {sentence}\n\nNo one was hurt, and the ship was towed to Kessin by noon.").text
    assert (article.headline, article.credit_line) == (sentence, "Associated Press")


def test_headline_that_begins_with_source_is_a_headline() -> None:
    article = read("Source: Orla to send troops north\n\nOrla will send 400 soldiers by March, the ministry said.").text
    assert (article.headline, article.credit_line) == ("Source: Orla to send troops north", None)


def test_source_of_a_page_is_read_as_the_page_says_it() -> None:
    page = (
        "<h1>Kessin &amp; Tallvik agree</h1><p class='byline'>By Maren Holt</p><ul><li>Trams run all night</li>"
        "<li>Fares stay</li></ul><p>The two councils agreed on Friday.<br>They meet again in May.</p>"
        "<p><b>Source:</b> Reuters</p>"
    )
    article = read(page).text
    assert (article.headline, [bullet.text for bullet in article.bullets], article.body, article.credit_line) == (
        "Kessin & Tallvik agree", ["Trams run all night", "Fares stay"],
        ("The two councils agreed on Friday.", "They meet again in May."), "Reuters",
    )  # fmt: skip
    assert read(f"Mayor resigns\n\nUse a<b and c</p> with care. {LEDE}").text.body == (
        f"Use a<b and c</p> with care. {LEDE}",
    )


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Source: own reporting", None), ("Source: Reuters, own reporting", "Reuters"),
        ("Source: Reuters, BBC, The Guardian etc.", "Reuters, BBC, The Guardian"), ("Quelle: dpa, eigene Recherchen", "dpa"),
        ("Fuente: AFP, agencias", "AFP"), ("المصدر: الجزيرة + وكالات", "Al Jazeera"), ("Source: BBC News Hindi", "BBC"),
        ("Source: Reuters (Europe edition), BBC", "Reuters, BBC"), ("Джерело: Reuters, BBC News Україна", "Reuters, BBC"),
        ("出典：ロイター・AFP通信", "Reuters, AFP"), ("出典：ロイター／BBC", "Reuters, BBC"), ("来源：新华社、路透社等", "Xinhua, Reuters"),
        ("来源：新华社（记者：李明）", "Xinhua"), ("来源：路透社 译者：王芳", "Reuters"), ("Kaynaklar: AFP, Reuters", "AFP, Reuters"),
        ("सोर्स: रॉयटर्स", "Reuters"), ("综合：新华社、路透社", "Xinhua, Reuters"), ("(avec AFP)", "AFP"), ("ilb/dpa", "dpa"), ("AP/AFP", "Associated Press, AFP"), ("Reuters, BBC", "Reuters, BBC"), ("Ada, Bo", None),
        ("Le Monde avec AFP", "Le Monde, AFP"), ("Source : Le Monde avec AFP", "Le Monde, AFP"),
        ("With inputs from PTI and Reuters", "PTI, Reuters"), ("(Additional reporting by Reuters)", "Reuters"),
        ("The Associated Press contributed to this report.", "Associated Press"), ("Ada Berg with Bo Lind", None),
        ("Source: Associated Press writer Jonas Reed", "Associated Press"),
        ("出典：マーン・ニュース", "マーン・ニュース"),
    ],
)  # fmt: skip
def test_credit_names_outlets_and_nothing_else(line: str, credited: str | None) -> None:
    assert read(f"Mayor resigns\n\n{LEDE}\n\n{line}").text.credit_line == credited


def test_list_of_sources_may_have_a_blank_line_under_its_heading() -> None:
    found = read(f"Mayor resigns\n\n{LEDE}\n\nSources:\n\nReuters\nBBC").text.sources
    assert [source.outlet for source in found] == ["Reuters", "BBC"]


def test_headline_of_a_live_page_is_the_page_s_and_not_its_last_entry_s() -> None:
    page = (
        "Kessin storm live: airport closed as winds reach 140km/h\n18.04 GMT\nAirport closed until Sunday\n"
        "Kessin airport has been closed until Sunday noon, the operator said."
    )
    assert told(page)[0] == "Kessin storm live: airport closed as winds reach 140km/h"


STORY = (
    "The Russian president will meet the ministers of Orla on Friday, while the world watches the war in Orla closely."
)


@pytest.mark.parametrize(
    "above", ["World", "Guerra en Orla", "The Irish Times", "Война в Украине", "国际新闻", "أخبار العالم"]
)
def test_section_or_site_above_a_headline_does_not_win_by_a_word_of_the_story(above: str) -> None:
    assert told(f"{above}\n\nPutin lands in Delhi\n\n{STORY}")[0] == "Putin lands in Delhi"


@pytest.mark.parametrize(
    "headline",
    [
        "Correction: Orla recalled 2 million boats", "Disclaimer: no, the King is not dead", "US-Wahl", "CDU/CSU", "No",
        "Privacy notice: Orla told to pay",
    ],
)  # fmt: skip
def test_headlines_that_look_like_notices_or_file_names_are_headlines(headline: str) -> None:
    assert told(f"{headline}\n\n{STORY}") == (headline, (), (STORY,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Correction: two children, not three, were hurt, the sheriff said later on Friday.",
        "This is a developing story of neglect, the mayor said, after drains failed for a third winter.",
        "If you buy a book for less than 20 crowns we may earn less, the company told sellers on Friday.",
    ],
)
def test_sentences_that_begin_like_notices_stay(sentence: str) -> None:
    assert told(f"Mayor resigns\n\n{LEDE}\n\n{sentence}\n\n{REST}")[2] == (LEDE, sentence, REST)


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Fuente: Ministerio de Salud de la Nación", "Ministerio de Salud de la Nación"),
        ("Fuente: RPP con información de EFE", "RPP, EFE"),
        ("Quelle: Sendung mit der Maus", "Sendung mit der Maus"),
        ("Fuente: Cuarto Poder con agencias", "Cuarto Poder"),
        ("Source: La Redacción", None),
        ("Source: Tech Wires", "Tech Wires"),
    ],
)
def test_names_are_whole_whatever_words_are_in_them(line: str, credited: str | None) -> None:
    assert read(f"Mayor resigns\n\n{LEDE}\n\n{line}").text.credit_line == credited


def test_paper_s_own_words_behind_the_credit_and_a_rule_are_no_epilogue() -> None:
    about = "The Marn Blade is the newspaper of record of northern Lenn, founded in 1835."
    story = (f"{LEDE} {REST}", f"{STORY} Nobody knows who will be there, and nobody asked. {REST}")
    assert told(f"Mayor resigns\n\n{story[0]}\n\n{story[1]}\n\nSource: AP\n\n---\n\n{about}")[2] == story


def test_tags_in_a_sentence_are_words_of_it() -> None:
    assert told('Use tags, says Orla\n\nOrla told developers on Friday to write "<p>text</p>" in each page.')[2] == (
        'Orla told developers on Friday to write "<p>text</p>" in each page.',
    )
