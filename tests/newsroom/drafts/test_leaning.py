"""Sentences that hang on the one before them, told from those that stand alone."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.drafts.leaning import leans


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Three days later, the council of Marn closed the bridge."),
        ("en", "Late in the day an ashen-faced mayor left the harbour office."),
        ("en", "A fifth person was killed when a wall of the mill fell."),
        ("en", "Many had camped overnight beside the pier."),
        ("en", "Two other provinces have reported cracks in their dams."),
        ("en", "Over 2.7 million people live below the dam of Marn, it said."),
        ("en", "To fly again later, she had to apply at the office anew."),
        ("en", "“The piers were rotten,” he said."),
        ("en", "In that case, the harbour office would pay for the boats."),
        ("es", "Al día siguiente, el consejo de Marn cerró el puente."),
        ("es", "El muelle estaba podrido desde hacía años, añadió."),
        ("pt", "No dia seguinte, o conselho de Marn fechou a ponte."),
        ("fr", "Le lendemain, le conseil de Marn a fermé le pont."),
        ("fr", "« Le quai était pourri », a-t-il ajouté."),
        ("de", "Am nächsten Tag schloss der Rat von Marn die Brücke."),
        ("de", "Der Steg sei seit Jahren morsch gewesen, sagte sie."),
        ("it", "Il giorno dopo il consiglio di Marn ha chiuso il ponte."),
        ("ru", "На следующий день совет Марна закрыл мост."),
        ("ru", "Причал давно сгнил, сказал он."),
        ("uk", "Наступного дня рада Марна закрила міст."),
        ("tr", "Ertesi gün Marn konseyi köprüyü kapattı."),
        ("ar", "وفي اليوم التالي أغلق المجلس الجسر."),
        ("fa", "روز بعد شورای مارن پل را بست."),
        ("hi", "अगले दिन परिषद ने पुल बंद कर दिया।"),
        ("ms", "Keesokannya, majlis Marn menutup jambatan."),
        ("ms", "Jambatan Marn sudah reput sejak lama, katanya."),
        ("ms", "Seorang lagi mangsa ditemui di pelabuhan Marn."),
        ("zh", "当天早上9时，马恩市议会关闭了大桥。"),
        ("zh", "截至目前，这些投诉仍未解决。"),
        ("zh", "设在该岛的气象办公室表示，港口将关闭。"),
        ("ja", "翌日、マーン市は橋を閉鎖した。"),
        ("ko", "이튿날 마른 시의회는 다리를 닫았다."),
    ],
)
def test_sentence_that_needs_the_one_before_it_leans(language: str, sentence: str) -> None:
    assert leans(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The council of Marn closed the bridge three days later than planned."),
        ("en", "A fifth of the boats of Marn were lost."),
        ("en", "Two provinces have reported cracks in their dams."),
        ("en", "Mayor Tomas Rehn told Ada Berg of the harbour office that the pier was rotten, he said."),
        ("en", "After the vote, Ada Berg said she would leave the council."),
        ("es", "El muelle estaba podrido, dijo la alcaldesa Ada Berg."),
        ("fr", "Le conseil de Marn a fermé le pont mardi."),
        ("de", "Der Rat von Marn schloss die Brücke am Dienstag."),
        ("ru", "Совет Марна закрыл мост во вторник."),
        ("ms", "Majlis Marn menutup jambatan pada Selasa."),
        ("zh", "当地时间9月20日，马恩市议会关闭了大桥。"),
        ("zh", "马恩市议会认为应该关闭大桥。"),
        ("no", "Rådet i Marn stengte broen."),
    ],
)
def test_sentence_that_stands_alone_does_not(language: str, sentence: str) -> None:
    assert not leans(sentence, language)


LEDE = "The council of Marn closed the old ferry pier on Tuesday night after divers found cracks."
BEHIND = "It will stay closed for ships of all sizes until the summer of the next year."
LOST = "However, the library of the old town keeps its usual opening hours on all days of the week."


def test_what_leans_is_a_bullet_behind_what_it_leans_on() -> None:
    who = "Engineers of the harbour office replace eleven of forty wooden piles."
    reports = [
        Material(outlet="A", title="Pier closes", text="\n".join((LEDE, BEHIND))),
        Material(outlet="B", title="Pier closes", text="\n".join((LEDE, who))),
    ]
    assert [bullet.text for bullet in draft_article(reports).bullets] == [LEDE, BEHIND, who]


def test_what_leans_on_a_sentence_left_out_is_no_bullet_while_there_are_others() -> None:
    more = (
        "Engineers of the harbour office replace eleven of forty wooden piles.",
        "Repairs cost nine million crowns, an engineer estimated on Tuesday.",
    )
    reports = [
        Material(outlet="A", title="Pier closes", text="\n".join((LEDE, *more))),
        Material(outlet="B", title="Library opens", text="\n".join((LEDE, "Short one.", LOST))),
    ]
    assert [bullet.text for bullet in draft_article(reports).bullets] == [LEDE, *more]


def test_what_is_worth_little_beside_the_first_bullet_is_left_out() -> None:
    more = (
        "Engineers of the harbour office of Marn replace eleven of forty wooden piles of the pier.",
        "Repairs of the ferry pier cost nine million crowns, an engineer of Marn estimated on Tuesday.",
    )
    spoken = (
        "“It was nothing like what we had seen in our long years, and you know that all of us want my own country "
        "well,” a baker told me.”"
    )
    reports = [
        Material(outlet="A", title="Pier closes", text="\n".join((LEDE, *more, spoken.replace("me.”", "me.")))),
        Material(outlet="B", title="Pier closes", text=LEDE),
    ]
    assert [bullet.text for bullet in draft_article(reports).bullets] == [LEDE, *more]
