"""Numbers, names and quotations as other countries write them: the gate knows them by what they say."""

import pytest

from bot.newsroom.facts.gate import Kind, check_article
from storage.model import ArticleText, Bullet, Source
from tests.newsroom.facts.test_gate import blocks

NUMBERS = [
    ("12 500 people came", "12,500 people came"),
    ("12\u2009500 people came", "12.500 people came"),
    ("1 234 567,5 tonnes", "1,234,567.5 tonnes"),
    ("1,50,000 voters", "150,000 voters"),
    ("12,34,567.5 rupees", "1,234,567.5 rupees"),
]


@pytest.mark.parametrize(("written", "source"), NUMBERS)
def test_thousands_are_divided_in_many_ways(written: str, source: str) -> None:
    assert (
        blocks(f"In all, {written}.", f"In all, {source}."),
        blocks(f"In all, {source}.", f"In all, {written}."),
    ) == (
        [],
        [],
    )
    assert blocks(f"In all, {written}.", "In all, 77 people came.") != []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("市长说：“我们明天开放大桥”。", "昨天，市长在会上说：“我们明天开放大桥，请放心”。"),
        ("市長は「橋を明日開ける」と述べた。", "記者会見で市長は「橋を明日開ける」と話した。"),
        ("시장은 “다리를 내일 연다”라고 말했다.", "시장은 회견에서 “다리를 내일 연다”고 밝혔다."),
        ("Borgmästaren sade: ”Vi öppnar bron i morgon”.", "”Vi öppnar bron i morgon”, sade borgmästaren."),
        ("»Vi åbner ›broen‹ i morgen«, sagde hun.", "»Vi åbner ›broen‹ i morgen«, sagde borgmesteren."),
    ],
)
def test_quotation_in_any_script_is_found_where_it_was_said_and_blocked_elsewhere(text: str, source: str) -> None:
    assert blocks(text, source) == []
    assert blocks(text, "Nobody said anything.") != []


def warned(text: str, source: str) -> list[str]:
    article = ArticleText(
        headline="The harbour",
        bullets=(Bullet(text=text, sources=(1,)),),
        body=(),
        sources=(Source(outlet="A"),),
    )
    return [
        each.token for each in check_article(article, {1: f"The harbour. {source}"}).findings if each.kind is Kind.NAME
    ]


def test_name_with_a_figure_that_no_source_has_is_warned_of() -> None:
    assert warned("The army sent its F-16 and an A320.", "The army sent its F-35 and an A320.") == ["F-16"]


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("100", "102", False),
        ("105", "102", True),
        ("2,000", "1,987", False),
        ("1,900", "1,987", False),
        ("3.2", "3.25", False),
    ],
)
def test_sources_agree_where_the_coarser_number_is_the_finer_one_rounded(one: str, two: str, *, differs: bool) -> None:
    article = ArticleText(
        headline="The harbour",
        bullets=(Bullet(text=f"The flood took {one} houses.", sources=(1, 2)),),
        body=(),
        sources=(Source(outlet="A"), Source(outlet="B")),
    )
    texts = {1: f"The harbour. The flood took {one} houses.", 2: f"The harbour. The flood took {two} houses."}
    verdict = check_article(article, texts)
    assert (Kind.DISAGREEMENT in [each.kind for each in verdict.findings], verdict.is_certain) == (differs, not differs)


SAME = {
    "The gate opened at {} on the quay.": ["5:30 p.m.", "5.30pm", "17:30", "17h30", "17 h 30"],
    "La puerta abrió a las {} en el muelle.": ["17:30", "17.30", "17:30 horas", "5:30 de la tarde", "5:30 p. m."],
    "Das Tor öffnete um {} am Kai.": ["17.30 Uhr", "17:30 Uhr", "17:30"],
    "Das Tor öffnete um {} an dem Kai.": ["17 Uhr", "17:00"],
    "Ворота открылись в {} на причале.": ["17:30", "17.30", "5:30 вечера"],
    "大桥在{}开放。": ["下午5时30分", "17时30分", "17:30", "下午5點30分"],
    "The gate opened on {} at the quay.": ["3 November", "November 3", "Nov. 3", "3rd of November", "3 Nov"],
    "Das Tor wurde am {} am Kai geöffnet.": ["3. November 2026", "3.11.2026", "03/11/2026", "11/13/2026", "2026-11-03"],
    "大桥于{}开放。": ["11月3日", "十一月三日"],
    "The bridge cost {} in all.": ["$5m", "5 million dollars", "USD 5 million", "US$5 million"],
    "The bridge in Marn cost {}.": ["€5m", "EUR 5 million", "5 million euros"],
    "It ended {} in Marn.": ["2-1", "2:1"],
}


def test_time_date_sum_and_result_are_the_same_in_every_form() -> None:
    refused = [
        (one, other)
        for sentence, forms in SAME.items()
        for one in forms
        for other in forms
        if "13" not in one + other and blocks(sentence.format(one), sentence.format(other))
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("altered", "source"),
    [
        ("5:30 p.m.", "5:30 a.m."), ("17:30", "5:30 a.m."), ("17:30", "17:40"), ("17.30 Uhr", "16.30 Uhr"), ("05:30", "17:30"),
        ("3 November 2026", "4.11.2026"), ("3.11.2026", "3.12.2026"), ("2026-11-03", "3 November 2025"),
        ("11/13/2026", "12/13/2026"), ("3 November 2026", "11/4/2026"), ("3. November", "3. Oktober"), ("USD 5 million", "EUR 5 million"), ("2:1", "3:1"),
        ("下午5时30分", "上午5时30分"), ("5 p.m.", "5 a.m."), ("12:30 a.m.", "12:30 p.m."), ("0:30", "12:30 p.m."),
    ],
)  # fmt: skip
def test_another_time_date_sum_or_result_is_blocked(altered: str, source: str) -> None:
    sentence = "The gate of the harbour in Marn opened ({}) for the ferry."
    assert blocks(sentence.format(altered), sentence.format(source)) != []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Uccise 2 sorelle di Marn.", "A Marn sono state uccise due sorelle."),
        ("Lette 12 pagine di Marn.", "Di Marn sono state lette dodici pagine."),
        ("El mercado cerró en 19.45 este lunes.", "El mercado cerró este lunes en 19,45 puntos."),
        ("Das Tor öffnete um 17 Uhr in Marn.", "Das Tor öffnete um 17 Uhr am Montag in Marn."),
        ("Das Tor öffnete um 17 Uhr in Marn.", "Das Tor öffnete am Montag in Marn um siebzehn Uhr."),
        ("Marn war auf Platz 3 der Liste.", "Marn war auf Platz 3 am Ende der Liste."),
        ("Экспорт вырос в 2.25 раза.", "Рост экспорта: 2.25 раза."),
        ("Der Preis stieg um 12.50 Franken.", "Der Preis stieg um 12,50 Franken."),
        ("The gate was open 9:30-11:30 in Marn.", "The gate was open from 9:30 to 11:30 in Marn."),
        ("On 12 May, 300 people came to Marn.", "On May 12 300 people came to Marn."),
        ("The gate opened on 3 November 2026 in Marn.", "The gate opened on 11/3/2026 in Marn."),
        ("The gate opened on 11/3/2026 in Marn.", "The gate opened on March 11, 2026 in Marn."),
        ("Murieron 11 personas en Marn.", "Murieron once personas en Marn."),
        ("A Marn sono morte 6 persone.", "A Marn sono morte sei persone."),
        ("Marn'da 10 kişi öldü.", "Marn'da on kişi öldü."),
        ("100 personnes à Marn.", "Cent personnes à Marn."),
        ("O chefe dos portos saiu de Marn.", "Saiu de Marn o chefe de portos."),
        ("Hundreds of people came to Marn.", "Nearly 1,000 people came to Marn."),
        ("Between one and two million people left Marn.", "Between one million and two million people left Marn."),
    ],
)
def test_words_and_marks_that_look_like_another_country_s_change_no_figure(sentence: str, source: str) -> None:
    assert blocks(sentence, source) == []
