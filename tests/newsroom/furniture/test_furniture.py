"""What is around a story in any language is told from the story, and news of such things is kept."""

import pytest

from bot.newsroom.furniture.addressed import is_addressed
from bot.newsroom.furniture.bylines import is_byline
from bot.newsroom.furniture.chrome import is_caption, is_chrome
from bot.newsroom.furniture.datelines import without_dateline
from bot.newsroom.furniture.furniture import is_furniture
from bot.newsroom.furniture.walls import is_wall, without_walls

WALLS = [
    "This article is for members only, join today to read it in full.",
    "Jetzt weiterlesen und vier Wochen für einen Euro testen.",
    "Cet article est réservé aux abonnés.",
    "Este contenido es exclusivo para suscriptores de nuestro periódico.",
    "Этот материал доступен только подписчикам нашего издания.",
    "この記事は有料会員限定です。",
    "本文为付费内容，订阅后可阅读全文。",
    "هذا المحتوى متاح للمشتركين فقط، سجل الدخول لمتابعة القراءة.",
    "Para utilizar este sitio es necesario tener JavaScript habilitado en su navegador.",
    "Nous et nos partenaires utilisons des cookies pour améliorer votre visite.",
    "Sorry, the page you are looking for could not be found on this server.",
]
ADDRESSED = [
    "Lees ook: storm legt veerdienst stil",
    "Voir aussi : les tempêtes de l'hiver dernier",
    "Suscríbase a nuestro boletín y siga nuestro canal de Telegram.",
    "Подписывайтесь на наш Telegram-канал, чтобы не пропустить новости.",
    "اشتركوا في نشرتنا البريدية لتصلكم الأخبار كل صباح.",
    "推荐阅读：去年冬天的风暴",
    "Get the best of our reporting in your inbox.",
    "Read more",
    "Read more here now",
]
BYLINES = [
    "Von Leah Sand, Redaktion Küstenbote.",
    "Par Leah Sand avec AFP.",
    "Автор: Иван Петров",
    "Aktualisiert am 24. November 2026 um 15:15 Uhr.",
    "Publié le 24 novembre 2026 à 9 h 30",
    "Tom Berg contributed to this report.",
    "This story has been updated with comments from the mayor.",
    "(AP Photo/Ada Larsen)",
    "Contact the reporter at leah.sand@post.example with tips.",
]
NEWS = [
    "Abbonati al trasporto pubblico sono in novemila, ha detto il sindaco.",
    "اشترك في المظاهرة أكثر من تسعة آلاف شخص في العاصمة يوم الثلاثاء.",
    "구독 서비스 가입자가 지난해 아홉 배로 늘었다고 회사가 밝혔다.",
    "Lire la suite des événements demande de la patience, juge le maire.",
    "The paper said that articles for subscribers only would be free on election day.",
    "Cookies sold by the children paid for a new boat, the club announced.",
    "By Tuesday evening nine boats had broken their lines in the harbour.",
    "Von den neun Booten sank eines am Kai der Lotsen am Dienstag.",
]


@pytest.mark.parametrize("sentence", WALLS)
def test_notices_of_a_site_to_its_reader_are_told(sentence: str) -> None:
    assert is_wall(sentence)


@pytest.mark.parametrize("sentence", ADDRESSED)
def test_words_that_lead_elsewhere_are_told(sentence: str) -> None:
    assert is_addressed(sentence)


@pytest.mark.parametrize("sentence", BYLINES)
def test_who_made_a_story_and_when_is_no_part_of_it(sentence: str) -> None:
    assert is_byline(sentence)


@pytest.mark.parametrize("sentence", NEWS)
def test_news_of_such_things_stay(sentence: str) -> None:
    assert not is_furniture(sentence)


def test_a_page_that_asks_instead_of_telling_has_no_text() -> None:
    lede = "The council of Varnholt voted late on Tuesday to close the old ferry terminal before the winter storms."
    assert without_walls("\n".join(WALLS)) == ""
    assert without_walls(f"{lede}\n{WALLS[0]} {WALLS[1]}\nIt closes in May.") == f"{lede}\nIt closes in May."
    assert without_walls("Short news.") == "Short news."


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("VARNHOLT/LENN, Nov 24 (Reuters) - The pier closes.", "The pier closes."),
        ("WARNHOLT (dpa-AFX) - Der Kai schließt.", "Der Kai schließt."),
        ("فارنهولت (رويترز) - أغلق الميناء.", "أغلق الميناء."),
        ("वार्नहोल्ट, 24 नवंबर (भाषा) घाट बंद हुआ।", "घाट बंद हुआ।"),
        ("[헤럴드경제=김철수 기자] 부두가 닫혔다.", "부두가 닫혔다."),
        ("［東京 24日 ロイター］ - 桟橋が閉鎖された。", "桟橋が閉鎖された。"),
        ("（新华社瓦恩霍尔特24日电）码头关闭。", "码头关闭。"),
        ("新加坡：码头关闭。", "码头关闭。"),
        ("24 ноября, Минск /Корр. БЕЛТА/. Причал закрыт.", "Причал закрыт."),
        ("SINGAPORE: The pier closes.", "The pier closes."),
        ("PUTIN: We will answer.", "PUTIN: We will answer."),
        ("李明：码头必须关闭。", "李明：码头必须关闭。"),
        ("中国—东盟博览会开幕。", "中国—东盟博览会开幕。"),
        ("巴黎——伦敦列车停运。", "巴黎——伦敦列车停运。"),
        ("HAMAS — Israel's enemy in Gaza — said no.", "HAMAS — Israel's enemy in Gaza — said no."),
    ],
)
def test_datelines_are_cut_and_speakers_stay(paragraph: str, text: str) -> None:
    assert without_dateline(paragraph, is_head=True) == text


def test_a_caption_is_told_by_whom_it_credits() -> None:
    assert is_caption("The old terminal in the rain on Monday. Photograph: Ada Larsen.")
    assert is_caption("Waves hit the pier on Monday. (AP Photo/Ada Larsen)")
    assert not is_caption("The photographer Ada Larsen won the prize on Monday.")


@pytest.mark.parametrize(
    "line",
    [
        "1.2K views · 3 hours ago",
        "1,2 тыс. просмотров",
        "1 час назад",
        "3 View comments",
        "Das Wichtigste in Kürze:",
        "Lesezeit: 2 Min.",
        "reuters.com",
        "Publié le 21 novembre 2026 à 18h04",
    ],
)
def test_lines_of_a_page_that_are_nobodys_words_are_no_headline(line: str) -> None:
    assert is_chrome(line)
