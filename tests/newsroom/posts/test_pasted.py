"""Posts as people paste them: from feeds, chats, mails and pages in many languages; each kind is one that was met."""

import contextlib
import time
from dataclasses import dataclass

import pytest

from bot.errors import ArticleFileError
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.loose import parse_loose
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())


@dataclass(frozen=True)
class Pasted:
    """A post, and what it says."""

    post: str
    headline: str
    bullets: tuple[str, ...] = ()
    paragraphs: int = 1
    outlets: tuple[str, ...] = ()
    credit: str | None = None


BODY = "The lighthouse of Marn burned for two hours on Sunday night. Nobody was hurt, the harbour office said."
POSTS = {
    "a credit below the text": Pasted(
        f"Lighthouse burns\n\n• One wall fell in\n• The lamp is whole\n\n{BODY}\n\nVia: Reuters\nMore of this",
        "Lighthouse burns", ("One wall fell in", "The lamp is whole"), 1, ("Reuters",), "Reuters",
    ),
    "a French credit below": Pasted(
        "Le phare de Marn a brûlé\n\nLe phare de Marn a brûlé dimanche soir pendant deux heures. Personne n'est blessé.\n"
        "Fonte: Le Monde\nLire la suite",
        "Le phare de Marn a brûlé", (), 1, ("Le Monde",), "Le Monde",
    ),
    "a Russian credit below": Pasted(
        "Сгорел маяк в Марне\n\nМаяк в Марне горел два часа в ночь на воскресенье. Никто не пострадал.\nИсточник: Рейтер",
        "Сгорел маяк в Марне", (), 1, ("Reuters",), "Reuters",
    ),
    "Arabic, its conjunction written together": Pasted(
        "حريق في منارة مارن\n\nاحترقت منارة مارن ساعتين مساء الأحد، بحسب رويترز والجزيرة.\nالمصدر: رويترز",
        "حريق في منارة مارن", (), 1, ("Reuters", "Al Jazeera"), "Reuters",
    ),
    "Chinese, an editor named below the credit": Pasted(
        "马恩灯塔起火\n\n来源：路透社\n编辑：王芳\n\n• 一面墙倒塌了\n• 灯没有损坏\n\n据新华社报道，灯塔周日晚上燃烧了两个小时。无人受伤。",
        "马恩灯塔起火", ("一面墙倒塌了", "灯没有损坏"), 1, ("Reuters", "Xinhua"), "Reuters",
    ),
    "Japanese, the outlet before its verb": Pasted(
        "マーンの灯台で火事\n\n共同通信によると、灯台は日曜日の夜に2時間燃えた。けが人はいなかった。",
        "マーンの灯台で火事", (), 1, ("Kyodo News",),
    ),
    "pictographs before headline and lines": Pasted(
        "🔥 Breaking: Lighthouse burns in Marn\n✅ One wall fell in\n✅ The lamp is whole\n\n👍 12 ❤️ 4\n@marn_news · Join",
        "Lighthouse burns in Marn", ("One wall fell in", "The lamp is whole"), 0,
    ),
    "a ticker with the time before each line": Pasted(
        "Fire at the lighthouse\n21:45 The first call came in\n22:10 Two engines arrived\n23:50 The fire was out",
        "Fire at the lighthouse", ("The first call came in", "Two engines arrived", "The fire was out"), 0,
    ),
    "a thread": Pasted(
        "Marn Daily (@marndaily)\nLighthouse burns in Marn\n6:02 PM · Jan 4, 2027\n1/ One wall fell in.\n"
        "2/ The lamp is whole.\n918 Reposts  2K Likes",
        "Lighthouse burns in Marn", ("One wall fell in.", "The lamp is whole."), 0,
    ),
    "a post without a headline": Pasted(
        "Marn Now\n3 hours ago\nThe lighthouse of Marn burned for two hours. Nobody was hurt.\nSee translation\n12 comments",
        "The lighthouse of Marn burned for two hours.",
    ),
    "a newsletter between rules": Pasted(
        f"View in browser\nTHE MARN LANTERN\nGood morning! Here is your day.\n***\nLighthouse burns\n{BODY}\n***\nUnsubscribe",
        "Lighthouse burns",
    ),
    "a headline with a full stop, and a line that says more": Pasted(
        f"The lighthouse burned.\nFiremen saved the lamp but not the old wall\nCredited from: Reuters and AFP\n{BODY}",
        "The lighthouse burned.", ("Firemen saved the lamp but not the old wall",), 1, ("Reuters", "AFP"), "Reuters, AFP",
    ),
    "Markdown with links and pictures": Pasted(
        "## **Lighthouse burns**\n*Marn Ledger*, 4 January 2027\n\nThe lighthouse of [Marn](https://marn.example/x) burned for "
        "two hours, [according to Reuters](https://www.reuters.com/x).\n\n![Smoke](https://marn.example/y.jpg)\n"
        "*Smoke over Marn. Photo: Ada Berg*",
        "Lighthouse burns", (), 1, ("Reuters",),
    ),
    "an aggregator's list": Pasted(
        f"Lighthouse burns in Marn - Reuters\nReuters\n2 hours ago\nFire takes a wall of the tower - BBC\nBBC\n1 hour ago\n{BODY}",
        "Lighthouse burns in Marn", (), 1, ("Reuters", "BBC"),
    ),
    "a list of links below": Pasted(
        f"Lighthouse burns in Marn\n\n{BODY}\n\nSources:\nhttps://www.reuters.com/x\nMarn Ledger – https://marn.example/y\n• BBC",
        "Lighthouse burns in Marn", (), 1, ("Reuters", "Marn Ledger", "BBC"),
    ),
    "cookies, captions and labels before": Pasted(
        f"We and our 12 partners store data on a device.\nReject all\nWORLD\nLighthouse burns\n"
        f"Smoke over Marn. — Image: Ada Berg\n{BODY}\nTags: fire, Marn\nAda Berg has written for this paper since 1999.",
        "Lighthouse burns",
    ),
    "a greeting without a headline below the rule": Pasted(
        f"Lighthouse burns\n---\n{BODY}\n- - -\nSubscribe now", "Lighthouse burns",
    ),
    "rules around pictures only": Pasted("Lighthouse burns\n---\n• One wall fell in\n***", "Lighthouse burns", ("One wall fell in",), 0),
    "two credits below, and one of them Arabic with its preposition": Pasted(
        "حريق في منارة مارن\n\nاحترقت منارة مارن ساعتين، وفقا للجزيرة.\nالمصدر: رويترز\nالمصدر: الأناضول",
        "حريق في منارة مارن", (), 1, ("Reuters", "Al Jazeera"), "Reuters",
    ),
    "a Chinese clock, and one line with a number": Pasted(
        "马恩灯塔起火\n2027年1月4日 18:04\n1. 一面墙在夜里倒塌了。\n灯塔周日晚上燃烧了两个小时。无人受伤。", "马恩灯塔起火", (), 2,
    ),
    "a German stamp below the headline": Pasted(
        "Leuchtturm brennt\nStand: 04.01.2027 18:04 Uhr\nDer Leuchtturm brannte zwei Stunden lang, laut Spiegel. "
        "Niemand wurde verletzt.\nMehr dazu",
        "Leuchtturm brennt", (), 1, ("Der Spiegel",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", POSTS)
def test_pasted_post_is_read_by_what_it_says(kind: str) -> None:
    expected = POSTS[kind]
    read = parse_loose(expected.post, DIRECTORY).text
    outlets = tuple(DIRECTORY.find_name(source.outlet) or source.outlet for source in read.sources)
    credit = (
        ", ".join(DIRECTORY.find_name(name) or name for name in read.credit_line.split(", "))
        if read.credit_line
        else None
    )
    assert (
        Pasted(
            expected.post, read.headline, tuple(bullet.text for bullet in read.bullets), len(read.body), outlets, credit
        )
        == expected
    )


def test_addresses_of_a_list_stay_with_their_outlets() -> None:
    read = parse_loose(POSTS["a list of links below"].post, DIRECTORY).text
    assert [source.url for source in read.sources] == ["https://www.reuters.com/x", "https://marn.example/y", None]


@pytest.mark.parametrize(
    "line", ["1 a", "[", "[a](", "- ", "a - b ", "* ", "12:3 ", "😀", "photo: ", "— ", "، و", "。", "1 ", "By A "]
)
def test_what_strangers_repeat_is_read_in_linear_time(line: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        with contextlib.suppress(ArticleFileError):
            parse_loose("Headline\n" + line * (size // len(line)), DIRECTORY)
        return time.process_time() - began

    small = max(seconds(20_000), 0.02)
    assert seconds(200_000) < 30 * small


def test_address_that_is_none_is_a_name() -> None:
    read = parse_loose(f"Lighthouse burns in Marn\n\n{BODY}\n\nSources:\nhttps://[::1\nReuters", DIRECTORY).text
    assert [source.outlet for source in read.sources] == ["https://[::1", "Reuters"]
