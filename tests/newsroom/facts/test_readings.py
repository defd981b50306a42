"""Figures as newspapers write them: what says otherwise is stopped, what says the same in other words passes."""

import pytest

from bot.newsroom.facts.evidence import make_evidence
from bot.newsroom.facts.gate import Kind, check_sentence
from bot.newsroom.facts.shares import list_shares


def kinds(sentence: str, source: str) -> list[Kind]:
    return [finding.kind for finding in check_sentence(sentence, {1: make_evidence(source)})]


@pytest.mark.parametrize(
    ("source", "altered"),
    [
        ("Two thirds of the boats of Marn left the harbour.", "Three quarters of the boats of Marn left the harbour."),
        ("Demand for ice in Marn doubled to nine tonnes.", "Demand for ice in Marn tripled to nine tonnes."),
        ("Demand for ice in Marn rose fivefold.", "Demand for ice in Marn rose threefold."),
        ("One in five boats of Marn is rotten.", "One in three boats of Marn is rotten."),
        ("Marn hit 38C on Friday, its mayor said.", "Marn hit 33C on Friday, its mayor said."),
        ("Marn had 38 degrees Celsius on Friday.", "Marn had 38 degrees Fahrenheit on Friday."),
        ("The walk of Marn is 1½ miles long.", "The walk of Marn is 2½ miles long."),
        ("El puerto vale 1.350 millones de euros.", "El puerto vale 1.350 millones de dólares."),
        ("El club de Marn es tercero con 48 puntos.", "El club de Marn es quinto con 48 puntos."),
        ("Una cuarta parte de los barcos salió.", "La mitad de los barcos salió."),
        ("Клуб поднялся на второе место с 37 очками.", "Клуб поднялся на пятое место с 37 очками."),
        ("Пожар охватил 12,7 тыс. га леса.", "Пожар охватил 12,7 тыс. км леса."),
        ("Спрос на лёд в Марне вырос вдвое.", "Спрос на лёд в Марне вырос втрое."),
        ("ارتفعت أسعار مارن بين 5٪ و15٪ هذا العام.", "ارتفعت أسعار مارن بين 5٪ و25٪ هذا العام."),
        ("تبعد مارن 40 كيلومتراً عن الميناء.", "تبعد مارن 40 ميلاً عن الميناء."),
        ("غادر ربع سكان مارن المدينة.", "غادر ثلث سكان مارن المدينة."),
        ("تورم در مارن ۷/۲ درصد شد.", "تورم در مارن ۲/۷ درصد شد."),
        ("جشنواره مارن ۴ تیر آغاز شد.", "جشنواره مارن ۴ مهر آغاز شد."),
        ("در مارن ده نفر زخمی شدند.", "در مارن نه نفر زخمی شدند."),
        ("یک‌سوم قایق‌های مارن رفتند.", "یک‌چهارم قایق‌های مارن رفتند."),
        ("मार्न में तापमान शून्य से 16 डिग्री नीचे रहा।", "मार्न में तापमान 16 डिग्री रहा।"),
        ("मार्न की नावें दोगुनी हो गईं।", "मार्न की नावें तिगुनी हो गईं।"),
        ("马恩录得-37.5℃的低温。", "马恩录得37.5℃的低温。"),
        ("马恩三分之二的渔船出海。", "马恩四分之三的渔船出海。"),
        ("马恩渔船数量增加到三倍。", "马恩渔船数量增加到五倍。"),
        ("马恩森林烧毁40公顷。", "马恩森林烧毁40公里。"),
        ("マーンの漁船の三割五分が沈んだ。", "マーンの漁船の四割五分が沈んだ。"),
        ("マーンの橋は24日（木）に閉まる。", "マーンの橋は24日（火）に閉まる。"),
    ],
)
def test_what_says_otherwise_is_stopped(source: str, altered: str) -> None:
    assert kinds(source, source) == []
    assert Kind.FIGURE in kinds(altered, source)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("A crowd of 41,207 watched the race of Marn.", "More than 41,000 saw the race."),
        ("The race of Marn drew 41,207 people.", "The race of Marn drew 41,000 people."),
        ("Some 3,200 homes of Marn stayed dry.", "More than 3,000 homes of Marn stayed dry."),
        ("A quarter of the boats of Marn left.", "Some 25 percent of the boats of Marn left."),
        ("The yes side won 52.3 percent in Marn.", "More than half of the voters of Marn said yes."),
        ("Sales in Marn rose from 9 tonnes to 18 tonnes.", "Sales in Marn doubled, to 18 tonnes."),
        ("Marn paid 386 dollars, and Lenn paid 29 dollars.", "Together they paid 415 dollars."),
        ("The bridge closed in October 2025, in the rain.", "October's closing came late."),
        ("Marn lost 7.2 crore fish.", "Marn lost 7 crore 20 lakh fish."),
        ("A road of 35 miles leads to Marn.", "It is 35 miles to Marn by road."),
        ("Goals fell in the 12th and 77th minutes in Marn.", "In Marn goals fell in the 12th and the 77th minute."),
        ("Компания «Полярис» купит 14 лодок.", "Лодки обойдутся «Полярису» дорого."),
        ("29-летний рабочий погиб в Марне.", "Рабочему из Марна было 29 лет."),
        ("بلغت أرباح مارن 3 ملايين و500 ألف ريال.", "بلغت أرباح مارن 3.5 مليون ريال."),
        ("تورم در مارن ۷/۲ درصد شد.", "تورم در مارن ۷٫۲ درصد شد."),
        ("زلزله مارن ساعت ۳:۴۵ رخ داد و ۵٫۶ بود.", "زلزله مارن ۵٫۶ ساعت ۳:۴۵ رخ داد."),
        ("महंगाई 7.9 फ़ीसदी रही, मार्न ने कहा।", "मार्न में महंगाई 7.9 प्रतिशत रही।"),
        ("马恩桥长35千米。", "马恩桥长35公里。"),
        ("マーンの祭りに2万8000人が来た。", "マーンの祭りに2万8千人が来た。"),
        ("马恩四成渔船出海。", "马恩40%的渔船出海。"),
        ("Marn sold 2 million and 3 thousand fish.", "Marn sold fish: 3 thousand and 2 million."),
        ("Marn lost 20 lakh 7 crore fish.", "Marn lost 7 crore fish."),
    ],
)
def test_what_says_the_same_in_other_words_passes(source: str, said: str) -> None:
    assert Kind.FIGURE not in kinds(said, source)
    assert Kind.QUOTATION not in kinds(said, source)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("The race of Marn drew 412 people.", "The race of Marn drew 400 people."),
        ("The harbour of Marn was founded in 2004.", "The harbour of Marn was founded in 2000."),
        ("The blast of Marn killed 12 people and hurt 30.", "In all 42 people died in Marn."),
        ("马恩公司利润增长2.5倍。", "马恩公司利润增长3.5倍。"),
        ("Россия победила Украину в Марне.", "«Украина победила Россию» в Марне."),
        ("The race of Marn drew 19 people.", "The race of Marn drew 20 people."),
        ("Sales in Marn rose from 9 tonnes to 20.", "Sales in Marn tripled to 20 tonnes."),
        ("«Полярис» купит 14 лодок.", "«Меридиан» купит 14 лодок."),
        ("A tenth of the boats left, and 80 percent stayed.", "A quarter of the boats left, and 80 percent stayed."),
    ],
)
def test_rounding_without_a_word_for_it_and_what_nothing_bears_are_stopped(source: str, said: str) -> None:
    assert {Kind.FIGURE, Kind.QUOTATION} & set(kinds(said, source))


@pytest.mark.parametrize(
    ("source", "turned"),
    [
        ("ولم تعلن شركة مارن للعبارات عن أرباح هذا العام.", "وتعلن شركة مارن للعبارات عن أرباح هذا العام."),
        ("شرکت کشتی‌رانی مارن امسال قایق‌ها را نخواهند فروخت.", "شرکت کشتی‌رانی مارن امسال قایق‌ها را خواهند فروخت."),
        ("Цены на рыбу в порту Марна подорожали за осень.", "Цены на рыбу в порту Марна подешевели за осень."),
        ("马恩市议会通过了新的港口预算草案。", "马恩市议会否决了新的港口预算草案。"),
        (
            "Mayor Ada Berg said the harbour of Marn is safe. Captain Tom Sand said nothing of the winter.",
            "Captain Tom Sand said the harbour of Marn is safe.",
        ),
    ],
)
def test_what_turns_the_sense_is_warned_of(source: str, turned: str) -> None:
    assert Kind.SENSE in kinds(turned, source)


@pytest.mark.parametrize("text", ["三分之四的渔船出海。", "成功的三成员会议。", "十成把握。"])
def test_what_is_no_share_is_none(text: str) -> None:
    assert list_shares(text) == []


@pytest.mark.parametrize(
    ("source", "said", "passes"),
    [
        ("It was -5 at noon in Marn.", "It was -5, Marn says.", True),
        ("On Tuesday people fled Marn.", "Hundreds of people fled Marn.", False),
    ],
)
def test_figure_below_zero_is_looked_up_and_a_weekday_is_no_hundred(source: str, said: str, *, passes: bool) -> None:
    assert (Kind.FIGURE not in kinds(said, source)) is passes
