"""Numbers in words, in the languages of the newsroom: each word, and how they go together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.facts.figures import extract_figures, is_vague
from bot.newsroom.facts.number_words import _tables, iter_number_words
from tests.newsroom.facts.test_gate import blocks


def read(text: str) -> list[str]:
    return [each.value for each in iter_number_words(text, 0, len(text)) if each.is_sure]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-three", "23"), ("two hundred and fifty thousand", "250000"), ("one million", "1000000"),
        ("hundred five", "105"), ("third", "3"), ("a hundred", "100"), ("two dozen", "24"), ("a dozen", "12"),
        ("half a million", "500000"), ("a half million", "500000"), ("two and a half million", "2500000"),
        ("cuarenta y siete", "47"), ("doscientas cincuenta mil", "250000"), ("dos millones y medio", "2500000"),
        ("dos y medio millones", "2500000"), ("veintidós", "22"), ("cento e oitenta", "180"),
        ("setecentos e dezasseis", "716"), ("mil e duzentos", "1200"), ("vingt et un", "21"),
        ("quatre-vingts", "80"), ("quatre-vingt-dix-neuf", "99"), ("soixante-douze", "72"), ("deux cents", "200"),
        ("cent un", "101"), ("un demi-million", "500000"), ("Zwölf", "12"), ("siebenundneunzig", "97"),
        ("zweihundertfünfzig", "250"), ("drei und zwanzig", "23"), ("eine halbe Million", "500000"),
        ("ventuno", "21"), ("trentatré", "33"), ("duecentocinquanta", "250"), ("mezzo milione", "500000"),
        ("двухсот пятидесяти", "250"), ("двадцать одна тысяча пятьсот", "21500"), ("полмиллиона", "500000"),
        ("п'ятдесяти двох", "52"), ("тисяча двісті", "1200"), ("onbir", "11"), ("onüç", "13"), ("on iki", "12"),
        ("iki yüz elli bin", "250000"), ("on yedi", "17"), ("خمسة وعشرون", "25"), ("تسعة عشر", "19"),
        ("مئتين وخمسين", "250"), ("ثلاث مئة وخمسون", "350"), ("ألفين وخمسمئة", "2500"),
        ("مليونان وخمسمائة ألف", "2500000"), ("عشرة", "10"), ("بیست و پنج", "25"), ("هزار و دویست", "1200"),
        ("दो सौ पचास", "250"), ("ढाई सौ", "250"), ("डेढ़ करोड़", "15000000"), ("sebelas", "11"),
        ("tujuh belas", "17"), ("dua ratus lima puluh ribu", "250000"), ("seribu dua ratus", "1200"),
        ("sixteenth", "16"), ("vingt", "20"), ("Anderthalb Millionen", "1500000"), ("два с половиной миллиона", "2500000"),
        ("двум тысячам пятистам", "2500"), ("полтора миллиона", "1500000"), ("İki yüz", "200"), ("üç buçuk milyon", "3500000"),
        ("dua setengah juta", "2500000"), ("setengah juta", "500000"), ("साढ़े तीन करोड़", "35000000"), ("पौने दो लाख", "175000"),
        ("yüz binlerce", "many 100000"), ("عشرات الآلاف", "many 10000"),
        ("dozens", "many 10"), ("hundreds of thousands", "many 100000"), ("decenas de miles", "many 10000"),
        ("десятки тысяч", "many 10000"), ("Zehntausende", "many 10000"), ("सैकड़ों", "many 100"),
    ],
)  # fmt: skip
def test_number_in_words_is_read(words: str, value: str) -> None:
    assert read(f"{words} xx") == [value]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("one, half, million, hundred, a, FİVE", []),
        ("two and three", ["2", "3"]),
        ("ten and five", ["10", "5"]),
        ("twenty thirty", ["20", "30"]),
        ("five cents", ["5"]),
        ("a ten-year plan", ["10"]),
        ("two-thirds of twenty-five-year-olds", ["2", "25"]),
        ("hundreds five", ["many 100", "5"]),
        ("five hundreds", ["5", "many 100"]),
        ("hundreds of five", ["many 100", "5"]),
        ("twelve dozen", ["144"]),
        ("two half", ["2"]),
        ("on the bin, once upon a time, er sei dort, due process, cent mille", ["100000"]),
        ("Otto Elf, otto persone", ["8"]),
        ("dua tiga puluh ratus puluh", ["2", "30"]),
        ("belas, enam puluh belas", ["60"]),
        ("doscientos trescientos", ["200", "300"]),
        ("mil ألفين", ["2000"]),
        ("einundzwei", []),
        ("between one hundred and two hundred", ["100", "200"]),
        ("entre deux mille et trois mille", ["2000", "3000"]),
        ("entre mil e duzentos e dois mil", ["1200", "2000"]),
        ("four twenty-year-olds, ten two-bedroom flats", ["4", "20", "10", "2"]),
        ("ten five-year-olds", ["10", "5"]),
        ("dos Estados, нашёл семью, بی بی سی, 3 gol yedi, 5 mil", []),
        ("buçuk, साढ़े", []),
    ],
)
def test_words_that_are_no_number_or_several_are_not_put_together(words: str, values: list[str]) -> None:
    assert read(words) == values


ALTERED = [
    ("Murieron doscientas personas en Marn.", "Murieron trescientas personas en Marn."),
    ("Двести человек погибли в Марне.", "Триста человек погибли в Марне."),
    ("Zweihundert Menschen starben in Marn.", "Dreihundert Menschen starben in Marn."),
    ("مارن میں دویست نفر کشته شدند", "مارن میں سیصد نفر کشته شدند"),
    ("मार्न में बीस लोग मारे गए।", "मार्न में तीस लोग मारे गए।"),
    ("事故造成三人死亡。", "事故造成五人死亡。"),
    ("Dozens of people died in Marn.", "Hundreds of people died in Marn."),
    ("Some 47 people died in Marn.", "Hundreds of people died in Marn."),
    ("Half a million people fled Marn.", "Two million people fled Marn."),
]


@pytest.mark.parametrize(("source", "altered"), ALTERED)
def test_altered_number_in_words_is_blocked(source: str, altered: str) -> None:
    assert (blocks(source, source), len(blocks(altered, source))) == ([], 1)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("250 people died in Marn.", "Two hundred and fifty people died in Marn."),
        ("Two hundred and fifty people died in Marn.", "250 people died in Marn."),
        ("Hundreds of people died in Marn.", "In all, 347 people died in Marn."),
        ("Thousands of people fled Marn.", "Tens of thousands of people fled Marn."),
        ("事故造成3人死亡。", "事故造成三人死亡。"),
    ],
)
def test_number_is_the_same_in_words_and_in_digits(sentence: str, source: str) -> None:
    assert blocks(sentence, source) == []


@given(st.lists(st.sampled_from(sorted(_tables()[0])), max_size=60), st.sampled_from((" ", "-", " of ", ", ")))
def test_any_words_of_numbers_are_read_each_once_and_in_order(words: list[str], between: str) -> None:
    text = between.join(words)
    found = list(iter_number_words(text, 0, len(text)))
    ends = [0, *(each.end for each in found)]
    assert all(end <= each.start < each.end for end, each in zip(ends, found, strict=False))
    assert all(is_vague(each.value) or float(each.value) > 0 for each in found)


@pytest.mark.parametrize("words", ["hundreds of ", "zwei und ", "one hundred and "])
def test_endless_words_are_many_numbers_and_none_without_end(words: str) -> None:
    assert all(len(value) < 200 for value in read(words * 5000))


def test_ordinal_of_chinese_counts_nothing() -> None:
    assert [each.value for each in extract_figures("她获得第三名，二十人参加，十分高兴。")] == ["20"]
