"""How outlets are credited in words, what leans on the sentence before it, and what a bullet leaves out."""

import pytest

from bot.newsroom.drafts.leaning import leans
from bot.newsroom.drafts.shortening import shorten_sentence
from bot.newsroom.outlets.attribution import extract_outlets
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.outlets.wording import WORDINGS, can_credit, credit
from storage.model import Outlet

NAMES = ("Marn Courier", "Tallvik Post")
DIRECTORY = make_directory([Outlet(name=name) for name in NAMES])
SAID = {
    "zh": "旧码头星期二晚上关闭。", "ja": "古い桟橋は火曜日の夜に閉鎖された。", "ko": "옛 부두는 화요일 밤에 닫혔다.",
    "ar": "أغلقت المدينة الرصيف القديم مساء الثلاثاء.", "fa": "اسکله قدیمی سه‌شنبه شب بسته شد.",
    "hi": "पुराना घाट मंगलवार रात बंद हुआ।", "ru": "Старый причал закрыли во вторник вечером.",
    "uk": "Старий причал закрили у вівторок увечері.",
}  # fmt: skip
LATIN = "Marn 2026 pier 4."


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("language", WORDINGS)
def test_what_a_draft_credits_in_words_the_importer_reads_back(language: str, again: bool) -> None:  # noqa: FBT001
    said = SAID.get(language, LATIN)
    for names in (NAMES[:1], NAMES):
        written = credit(said, names, language, again=again)
        assert (set(extract_outlets(written, DIRECTORY)), written[-1]) == (
            set(names),
            said[-1] if said[-1] in ".。।" else ".",
        )


@pytest.mark.parametrize(
    ("language", "names", "written"),
    [
        ("en", NAMES[:1], "The gate held, according to Marn Courier."),
        ("en", ("A", "B", "C", "D"), "The gate held, according to A, B and C."),
        ("id", NAMES, "The gate held, menurut Marn Courier dan Tallvik Post."),
        ("ru", NAMES, "The gate held, сообщают Marn Courier и Tallvik Post."),
        ("ar", NAMES, "The gate held، بحسب Marn Courier وTallvik Post."),
        ("zh", ("A", "B", "C"), "据A、B和C报道，The gate held."),
        ("sw", NAMES, "Marn Courier, Tallvik Post: The gate held."),
    ],
)
def test_credit_is_in_the_languages_own_words(language: str, names: tuple[str, ...], written: str) -> None:
    assert credit("The gate held.", names, language) == written


def test_phrase_is_not_said_twice_in_a_sentence() -> None:
    assert credit("It held, according to the mayor.", NAMES[:1], "en") == (
        "It held, according to the mayor, Marn Courier reports."
    )
    assert credit("It held.", NAMES, "de", again=True) == "It held, wie Marn Courier und Tallvik Post berichten."


@pytest.mark.parametrize(
    ("sentence", "language", "can"),
    [("It held.", "en", True), ("“It held.”", "en", False), ("And so on …", "en", False), ("“开了。”", "zh", True)],
)
def test_words_of_credit_need_a_plain_end_or_stand_before(sentence: str, language: str, *, can: bool) -> None:
    assert can_credit(sentence, language) == can


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("He left at noon.", "en"), ("However, the pier stays.", "en"), ("In 2020, he left the office.", "en"),
        ("“We go,” she said.", "en"), ("Sin embargo, el puente abre.", "es"), ("Namun, kapal itu kekal.", "id"),
        ("此外，码头关闭。", "zh"), ("وأضاف أن الرصيف مغلق.", "ar"),
    ],
)  # fmt: skip
def test_sentence_that_asks_for_the_one_before_it(sentence: str, language: str) -> None:
    assert leans(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Hector left at noon.", "en"), ("Itasca closes its pier.", "en"), ("In 2020, Hector left his office.", "en"),
        ("“We go,” Ada said.", "en"), ("A man lost his boat.", "en"), ("Er ging.", "sw"), ("Elena abre el puente.", "es"),
    ],
)  # fmt: skip
def test_sentence_that_stands_alone(sentence: str, language: str) -> None:
    assert not leans(sentence, language)


PIER = "The harbour company closed the old ferry pier of Marn on Monday"


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        (f"{PIER}, which was built in 1911 by the town.", f"{PIER}."),
        (f"{PIER} (the one by the mill) after a storm.", f"{PIER} after a storm."),
        (f"{PIER}, leaving nine boats without a berth, the mayor said.", f"{PIER}, the mayor said."),
        (
            "Ada Larsen, who has run the harbour company since 2011, closed the old ferry pier of Marn on Monday night.",
            "Ada Larsen closed the old ferry pier of Marn on Monday night.",
        ),
        (
            "Ada Larsen, 54, who has run the harbour company since 2011, closed the old ferry pier of Marn on Monday.",
            "Ada Larsen, 54, closed the old ferry pier of Marn on Monday.",
        ),
        ("The pier closed on Monday (Sep 19).", "The pier closed on Monday."),
    ],
)
def test_asides_are_left_out_of_what_is_long(sentence: str, short: str) -> None:
    assert shorten_sentence(sentence, "en", most_words=12) == short


@pytest.mark.parametrize(
    "sentence",
    [
        f"{PIER}, although the council had asked it to wait.",  # a contrast
        "He said: “The pier, which we built ourselves in 1911, is the last of its kind in all of Marn today.”",
        "The pier, which the town built in 1911 of oak and of iron from the old mine, is closed.",  # too little is left
        f"{PIER}, killing nobody and nothing.",
    ],
)
def test_what_matters_is_not_left_out(sentence: str) -> None:
    assert shorten_sentence(sentence, "en", most_words=12) == sentence


def test_short_sentences_and_unknown_languages_stay_as_they_are() -> None:
    long = f"{PIER}, which was built in 1911 by the town."
    assert shorten_sentence(long, "en", most_words=60) == long
    assert shorten_sentence(long, "sw", most_words=12) == long
    endless = long[:-1] + ", who came" * 200 + "."
    assert shorten_sentence(endless, "en", most_words=12) == endless


def test_stop_of_a_last_word_stays_before_the_credit() -> None:
    assert credit("It held at 2 p.m.", NAMES[:1], "en") == "It held at 2 p.m., according to Marn Courier."
