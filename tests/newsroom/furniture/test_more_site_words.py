"""More of what sites and agencies say around a story, in many languages; and news that only sounds like it."""

import pytest

from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.furniture.datelines import without_dateline
from bot.newsroom.furniture.furniture import is_furniture
from bot.newsroom.furniture.walls import without_walls

AROUND = """
Jetzt Abo abschließen und alle Texte der Harbour Post lesen.
Danach nur 4,99 Euro im Monat.
Vous pouvez résilier à tout moment votre abonnement.
Créez un compte gratuit pour lire cet article.
Para continuar leyendo, suscríbase a la Gaceta.
Hai raggiunto il limite di articoli gratuiti di questo mese.
Você atingiu o limite de matérias gratuitas deste mês.
Чтобы прочитать статью полностью, оформите подписку.
İlk ay sadece 5 lira, dilediğiniz zaman iptal edin.
لقد استنفدت عدد المقالات المجانية هذا الشهر.
पूरा लेख पढ़ने के लिए सब्सक्राइब करें।
Anda telah mencapai batas artikel gratis bulan ini.
您本月的免费文章已用完。
この記事は有料記事です。
Join thousands of readers who trust our reporting.
Get the latest stories delivered to your phone with our app.
Share what you saw by emailing news@harbour.example.
Don't miss: The storms of last winter.
Auch spannend: Die Stürme des letzten Winters.
Pour aller plus loin : les tempêtes de l'hiver dernier.
También puede leer: los temporales del invierno pasado.
Confira também: os temporais do inverno passado.
Per approfondire: le tempeste dello scorso inverno.
Читать также: зимние штормы на острове.
İlgili haber: Geçen kışın fırtınaları.
طالع أيضاً: عواصف الشتاء الماضي.
इसे भी पढ़ें: पिछली सर्दियों के तूफान।
相關新聞：去年冬天的風暴。
Przeczytaj także: zimowe burze na wyspie.
Tom Sand contributed reporting.
Read more here
Propos recueillis par Ada Larsen.
Материал подготовила Ада Ларсен.
Fecha de publicación: 24 de noviembre de 2026, 15:15
""".strip().split("\n")
TOLD = """
Cookies that track our users were banned by the court of Marn on Tuesday.
Support our troops, the president told the council of Marn in a speech.
Blocked roads held up 300 drivers in Marn on Monday.
The council of Marn follows the harbour office on Facebook, its mayor said.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", AROUND)
def test_what_a_site_says_in_any_language_is_no_sentence_of_a_story(sentence: str) -> None:
    assert is_furniture(sentence)


@pytest.mark.parametrize("sentence", TOLD)
def test_news_that_sounds_like_it_stays(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize("label", ["READ MORE", "BACA JUGA", "LEIA TAMBÉM", "ЧИТАЙТЕ ТАКЖЕ", "TE PUEDE INTERESAR"])
def test_label_in_capitals_is_no_place(label: str) -> None:
    other = "Storms of last winter left the island of Ossel without power."
    text = f"The council of Marn closed the old ferry terminal.\n{label}: {other}\nDivers found cracks in its piles."
    bullets = [bullet.text for bullet in draft_article([Material(outlet="A", title="T", text=text)]).bullets]
    assert bullets == ["The council of Marn closed the old ferry terminal.", "Divers found cracks in its piles."]


@pytest.mark.parametrize(
    "notice",
    [
        "Sorry, you have been blocked. You are unable to access harbour.example.",
        "451: Unavailable due to legal reasons. We recognize you are attempting to access this website from the EEA.",
        "Ваш запрос похож на автоматический. Подтвердите, что вы не робот, чтобы продолжить работу.",
        "您的访问过于频繁，请完成安全验证。",
    ],
)
def test_page_that_is_nothing_but_a_notice_has_no_text(notice: str) -> None:
    assert without_walls(notice) == ""


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("MARN, Norland, Nov. 24, 2026 (GLOBE NEWSWIRE) -- ", "The council closed it."),
        ("Marn, Norland | AFP — ", "The council closed it."),
        ("(Adnkronos) - ", "Il consiglio lo ha chiuso."),
        ("Jakarta - ", "Dewan menutup dermaga."),
        ("〔記者李明／馬恩報導〕", "市議會關閉碼頭。"),
        ("（マーン＝佐藤一郎）", "市議会は閉鎖した。"),
        ("[항구일보 김철수 기자] ", "시의회가 닫았다."),
    ],
)
def test_dateline_of_more_agencies_is_cut_off(dateline: str, text: str) -> None:
    assert without_dateline(f"{dateline}{text}") == text


def test_long_sentence_leads_nowhere() -> None:
    assert not is_furniture(f"Read also: {'the harbour of Marn closed on Monday and ' * 9}opened again.")
