"""Publishing and withdrawing from the desk, word by word."""

from dataclasses import replace

from bot.views import desk_article, desk_publishing
from bot.views.desk_article import Work
from storage.model import Status
from tests.make import NOW, make_article
from tests.views.test_desk_screens import BLOCKS, FRAME, WORK, presses


def test_confirmation_names_the_chats_and_asks_for_a_reason_where_the_gate_blocks() -> None:
    page = desk_publishing.confirmation(WORK, (), 1204)
    assert page.text.plain.startswith("Publish #12 to 1,204 chats?\n\nFerries go electric\n\n")
    assert presses(page) == ["confirm:12:1", "review:12", "confirm:12:1:breaking"]
    assert presses(desk_publishing.confirmation(WORK, (BLOCKS,), 1))[0] == "override:12:1"
    counting = desk_publishing.publishing(replace(make_article(12), is_breaking=True), NOW, 10)
    assert counting.text.plain.startswith("#12 will be published as breaking in 10 seconds.")
    assert presses(counting) == [f"undo:12:1:{int(NOW.timestamp())}", "desk:drafts:1"]
    assert desk_publishing.not_published(replace(make_article(12), status=Status.DRAFT)).text.plain == (
        "#12 was not published: it is draft now."
    )
    withdrawn = replace(make_article(12), status=Status.WITHDRAWN)
    assert desk_publishing.not_published(withdrawn).text.plain == "#12 was published and is withdrawn."
    told = desk_publishing.published(make_article(12))
    assert told.text.plain == "#12 is published.\n\nFerries go electric"
    assert presses(told) == ["review:12", "desk:published:1"]
    withdrawal = desk_publishing.withdrawal_page(make_article(12), "It was not true.", 3)
    assert presses(withdrawal) == [f"withdrawn:12:{desk_publishing.digest('It was not true.')}", "cancel"]


def test_proof_that_somebody_overtook_says_so() -> None:
    behind = Work(article=make_article(12), text=make_article(12).text, version=3, is_proof=True, is_behind=True)
    head = desk_article.panel(FRAME, behind, ()).text.plain.split("\n")[0]
    assert head == "#12 · correction in the making, not saved yet, and somebody corrected it meanwhile · revision 1"
