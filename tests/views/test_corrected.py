"""What readers see of corrections: the head of the next briefing, and captions of pictures."""

from bot.views import mistakes
from bot.views.alert import alert
from bot.views.briefing import briefing, nothing_new, only_notices
from bot.views.picture import caption
from bot.views.text import Style
from storage.model import Label, Notice, Picture, Preferences, Progress, Shown, Status
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame()
CORRECTED = Notice(correction_id=1, number=12, label=Label.CORRECTION, headline="Ferries", note="Four, not ten.")
WITHDRAWN = Notice(correction_id=2, number=3, label=Label.WITHDRAWAL, headline="Gulls", note="It was not true.")
LINES = "Corrected: #12 Ferries\nFour, not ten.\n\nWithdrawn: #3 Gulls\nIt was not true."


def test_briefing_opens_with_what_was_corrected_and_keeps_its_stories_places() -> None:
    articles = (make_article(7), make_article(8))
    (page,) = briefing(FRAME, articles, now=NOW, notices=(CORRECTED, WITHDRAWN))
    assert page.text.plain.startswith(f"{LINES}\n\n☀️ Morning briefing")
    assert page.articles == (Shown(1, 7, 1), Shown(2, 8, 1))
    again = briefing(FRAME, articles, now=NOW, notices=(CORRECTED, WITHDRAWN), parts=(1, 1))
    assert [part.articles for part in again] == [(Shown(1, 7, 1),), (Shown(2, 8, 1),)]
    assert again[0].text.plain.startswith(LINES)


def test_corrections_alone_make_a_briefing_whose_headlines_open_the_stories() -> None:
    page = only_notices(FRAME, (CORRECTED,))
    assert page.text.plain == "Corrected: #12 Ferries\nFour, not ten."
    assert [each.url for each in page.text.entities if each.style is Style.LINK] == [
        "https://t.me/dateline_bot?start=story_12"
    ]
    unnamed = only_notices(make_frame(username=""), (CORRECTED,))
    assert [each.style for each in unnamed.text.entities] == [Style.BOLD]


def test_progress_counts_every_message_that_showed_the_article() -> None:
    assert Progress(corrected=4, waiting=3, gone=2, out_of_reach=1).total == 10


def test_caption_follows_its_article() -> None:
    pictured = make_text(picture=Picture(url="p.jpg", caption="Gulls", credit="Ada"))
    assert caption(FRAME, make_article(1, pictured)).plain == "Gulls · Ada"
    assert caption(FRAME, make_article(1)).plain == "The story no longer has this picture."
    bare = make_text(picture=Picture(url="p.jpg"))
    assert caption(FRAME, make_article(1, bare)).plain == ""
    withdrawn = make_article(1, pictured, status=Status.WITHDRAWN)
    assert caption(FRAME, withdrawn).plain == "This story has been withdrawn."


def test_alert_is_a_card_with_a_button_to_the_story() -> None:
    page = alert(FRAME, make_article(7))
    assert page.text.plain.startswith("🔴 Breaking\nFerries go electric\n• Four boats replace nine.\n")
    assert [[button.press for button in row] for row in page.buttons] == [["story:7"]]
    assert page.articles == (Shown(1, 7, 1),)
    in_group = alert(make_frame(is_private=False), make_article(7))
    assert [[button.url for button in row] for row in in_group.buttons] == [["https://t.me/dateline_bot?start=story_7"]]
    assert alert(make_frame(is_private=False, username=""), make_article(7)).buttons == ()


def test_briefing_names_sections_whose_feeds_do_not_answer() -> None:
    line = "Some outlets do not answer at the moment: stories may be missing from World, Sport."
    (page,) = briefing(FRAME, (make_article(7),), now=NOW, thin_sections=("World", "Sport"))
    assert page.text.plain.endswith(f"\n\n{line}")
    empty = nothing_new(FRAME, Preferences(), since=NOW, now=NOW, thin_sections=("A", "B", "C", "D", "E"))
    assert empty.text.plain == (
        "Nothing new since 09:00.\n\n"
        "Some outlets do not answer at the moment: stories may be missing from A, B, C and 2 more."
    )


def test_reader_is_asked_for_a_mistake_by_the_storys_name() -> None:
    asked = mistakes.question(FRAME, make_article(7))
    assert asked.text.plain == (
        "What is wrong in “Ferries go electric”?\n\nWrite it in one message: what it says, and what is right."
    )
    assert [(button.label, button.press) for row in asked.buttons for button in row] == [("Never mind", "nevermind")]
    assert mistakes.thanks(FRAME).text.plain == "Thank you. The editors have it."
