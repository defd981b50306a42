"""A briefing that is rendered again keeps the messages it was sent in."""

from bot.views.briefing import briefing
from bot.views.splitter import MESSAGE
from storage.model import Bullet, Shown, Status
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame()


def test_withdrawn_article_keeps_its_place_with_a_notice() -> None:
    articles = (make_article(7), make_article(3, status=Status.WITHDRAWN), make_article(2))

    first, second = briefing(FRAME, articles, now=NOW, more=4, parts=(2, 1))

    assert first.text.plain.endswith("\n\n2. This story has been withdrawn.")
    assert second.text.plain.startswith("3. Ferries go electric\n")
    assert second.text.plain.endswith("\n\n+4 more · /recent")
    assert [page.articles for page in (first, second)] == [
        (Shown(1, 7, 1), Shown(2, 3, 1, is_withdrawn=True)),
        (Shown(3, 2, 1),),
    ]
    assert [len(page.buttons) for page in (first, second)] == [0, 2]


def test_card_that_a_correction_made_too_long_loses_its_last_bullets_and_keeps_its_credit() -> None:
    bullets = tuple(Bullet(text=f"{place} " + "word " * 60) for place in range(6))
    articles = tuple(make_article(number, make_text(bullets=bullets)) for number in (3, 2, 1))

    (page,) = briefing(FRAME, articles, now=NOW, parts=(3,))

    credit = "Credited from: The Harbour Gazette, Meridian Wire"
    starts = [line[:3] for line in page.text.plain.split("\n\n", 1)[1].split("\n") if line != credit]
    assert MESSAGE.holds(page.text)
    assert page.text.plain.split("\n").count(credit) == 3
    assert starts == [
        "1. ", "• 0", "• 1", "• 2", "• 3", "",
        "2. ", "• 0", "• 1", "• 2", "• 3", "",
        "3. ", "• 0", "• 1", "• 2", "• 3",
    ]  # fmt: skip


def test_card_of_two_lines_is_halved() -> None:
    long = make_text("w" * 300, bullets=(), credit_line="x" * 299)
    articles = tuple(make_article(number, long) for number in range(8))

    (page,) = briefing(FRAME, articles, now=NOW, parts=(8,))

    assert MESSAGE.holds(page.text)
    assert [shown.number for shown in page.articles] == list(range(8))
