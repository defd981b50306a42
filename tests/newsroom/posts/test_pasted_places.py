"""Where the headline of a pasted post is, whatever stands between it, a list and a credit."""

import pytest

from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.loose import parse_loose
from bot.newsroom.text.language import guess_language
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())
CHANNEL = """⚡️ Marn floods: 9,000 people leave their homes

Rescue crews moved nine thousand people out of the Marn valley on Sunday, the governor said.

Power is out in four towns, the railway said.

▫️ Source: Reuters | BBC

👉 Subscribe: @marn_news
💬 Discuss in chat"""
LEDE = """🔴 В долине Марн эвакуировали девять тысяч человек

Река Оск прорвала плотину в ночь на воскресенье, сообщили в администрации.

▪️ Без света четыре города.
▪️ Поезда не ходят до вторника.

❗️Подписаться на канал"""
LIST_IN_STORY = """Kessin opens its port again

The port of Kessin opened on Monday after nine days of strike, its office said.

Crews cleared four hundred containers by noon on Tuesday.

The union keeps its demands, its speaker said on the radio.

• Higher pay for night work
• Two more rest days a month

Talks go on next week in Ossel, the ministry said."""
THREAD = """Marn Watch @marnwatch · 3h
THREAD: What we know about the Marn floods 🧵 (1/4)

1/ The river Osk broke its dam on Saturday night, the governor said.

2/ Nine thousand people left their homes by Sunday noon.

4/4 Sources: Reuters, BBC
12 replies 40 reposts 210 likes"""
STAMPED = """【突发】马恩河谷洪水 九千人撤离
2026年11月22日 07:00 来源：新华社
奥斯克河22日凌晨决堤，约九千人撤离家园，当地政府表示。
（责任编辑：王芳）
相关新闻"""
STANDFIRST = """Inondations dans la vallée du Marn : neuf mille personnes évacuées
La rivière Osk a rompu son barrage dans la nuit.
Par Le Phare (avec AFP)
Partager
La rivière Osk a rompu son barrage dans la nuit, a annoncé le gouverneur de la région.
Article réservé aux abonnés
Les trains ne circulent pas jusqu'à mardi, selon l'AFP."""
HASHTAG = """#ÚLTIMAHORA | Nueve mil evacuados por las inundaciones

✅ El río Osk rompió su presa el sábado
✅ Cuatro pueblos siguen sin luz

ℹ️ Vía EFE
📲 Únete a nuestro canal: https://t.me/marn"""

ALARM = """🚨URGENTE🚨
Cheia no vale do Marn obriga nove mil a sair de casa
Segundo a Lusa, o rio Osk rompeu a barragem na noite de sábado. Quatro vilas estão sem luz.
Via: Público / Lusa"""
REPORTER = """마른 계곡 홍수로 9천 명 대피
입력 2026.11.22. 오전 7:00  수정 2026.11.22. 오전 9:10
아다 베르그 기자
오스크 강이 토요일 밤 댐을 무너뜨려 약 9천 명이 대피했다고 주지사가 밝혔다."""
SHARED = """BBC News (World) @BBCWorld
Floods in Marn https://t.example/abc

bbc.com
Floods drive nine thousand from Marn valley
The river Osk broke its dam on Saturday night, the governor said.
7:00 AM · Nov 22, 2026 · 120K Views"""
LED = """📰 *Floods in Marn drive out nine thousand*

🗓 22 Nov 2026 | 🕖 07:00 | 🌍 World

The river Osk broke its dam on Saturday night. Nine thousand people left their homes.

🔗 [Read more](https://www.bbc.com/news/1)"""
TWO_LEDES = """Kessin opens its port again

The port of Kessin opened on Monday, its office said.

Crews cleared four hundred containers by noon on Tuesday.

• Boats leave at noon
• Talks go on next week"""
SIGNED = """マルン渓谷で洪水、九千人が避難
オスク川が土曜夜に堤防を破り、約九千人が避難したと知事が発表した。
共同通信
シェアする"""


@pytest.mark.parametrize(
    ("page", "headline", "outlets", "bullets", "paragraphs"),
    [
        (CHANNEL, "Marn floods: 9,000 people leave their homes", ["Reuters", "BBC"], 0, 2),
        (LEDE, "В долине Марн эвакуировали девять тысяч человек", [], 2, 1),
        (LIST_IN_STORY, "Kessin opens its port again", [], 0, 6),
        (THREAD, "What we know about the Marn floods", ["Reuters", "BBC"], 2, 0),
        (STAMPED, "马恩河谷洪水 九千人撤离", ["Xinhua"], 0, 1),
        (STANDFIRST, "Inondations dans la vallée du Marn : neuf mille personnes évacuées", ["AFP"], 0, 2),
        (ALARM, "Cheia no vale do Marn obriga nove mil a sair de casa", ["Público", "Lusa"], 0, 1),
        (REPORTER, "마른 계곡 홍수로 9천 명 대피", [], 0, 1),
        (SHARED, "Floods drive nine thousand from Marn valley", ["BBC"], 0, 1),
        (LED, "Floods in Marn drive out nine thousand", ["BBC"], 0, 1),
        (SIGNED, "マルン渓谷で洪水、九千人が避難", ["Kyodo News"], 0, 1),
        (TWO_LEDES, "Kessin opens its port again", [], 2, 2),
        (
            "The port of Kessin is open again.\n• Boats leave at noon\n• Talks go on",
            "The port of Kessin is open again.",
            [],
            2,
            0,
        ),
        (HASHTAG, "Nueve mil evacuados por las inundaciones", ["EFE"], 2, 0),
    ],
)
def test_headline_list_and_credit_are_found_where_they_stand(
    page: str, headline: str, outlets: list[str], bullets: int, paragraphs: int
) -> None:
    text = parse_loose(page, DIRECTORY).text
    found = text.headline, [source.outlet for source in text.sources], len(text.bullets), len(text.body)
    assert found == (headline, outlets, bullets, paragraphs)


def test_line_before_a_list_is_its_headline_where_nothing_stands_apart_above() -> None:
    page = "Harbour Post\nTeachers in Orla call off their strike on Monday.\n• Schools open on Tuesday\n• Talks go on"
    assert parse_loose(page, DIRECTORY).text.headline == "Teachers in Orla call off their strike on Monday."


def test_language_has_two_letters() -> None:
    assert guess_language("奥斯克河22日凌晨决堤，约九千人撤离家园，当地政府表示。四座城镇停电。") == "zh"
    assert [len(guess_language(text)) for text in ("", "1, 2, 3", "🔥")] == [2, 2, 2]
