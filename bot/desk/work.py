"""One article under an editor's hands: shown, changed, and never over what somebody else did meanwhile."""

from collections.abc import Callable
from dataclasses import replace

from bot import loading
from bot.context import Request
from bot.errors import EditorError, MovedOn
from bot.newsroom.changes import list_changes
from bot.newsroom.editing import LISTS, Field, list_lines, remarked_for, with_field
from bot.newsroom.statuses import TRANSITIONS
from bot.newsroom.text.markup import lift_marks
from bot.publishing import Publishing
from bot.views import desk_article as view
from bot.views import desk_changes
from bot.views import story as story_view
from bot.views.desk_article import Work
from bot.views.page import Page
from storage.errors import Conflict, NotFound
from storage.model import Action, Article, ArticleText, Asked, Check, Proof, Status


def publishing_of(request: Request) -> Publishing:
    """Return what acts on articles in this editor's name."""
    return Publishing(request.storage, str(request.person_id))


async def get_article(request: Request, number: int) -> Article:
    """Return an article, whatever its status. Raises EditorError."""
    try:
        return await request.storage.articles.get(number)
    except NotFound:
        raise EditorError(f"There is no article #{number}.") from None


async def get_work(request: Request, number: int) -> Work:
    """Return an article as this editor works on it: their proof where it is published. Raises EditorError."""
    article = await get_article(request, number)
    if article.status is Status.PUBLISHED and request.person_id is not None:
        proof = await request.storage.desk.find_proof(request.person_id, number)
        if proof is not None:
            is_behind = proof.revision != article.revision
            return Work(
                article=article, text=proof.text, version=proof.version, is_proof=True, is_behind=is_behind,
                override=proof.override,
            )  # fmt: skip
    return Work(article=article, text=article.text, version=article.revision)


async def get_unchanged(request: Request, number: int, version: int) -> Work:
    """Return an article as get_work does, if it is still the one that was looked at. Raises EditorError."""
    work = await get_work(request, number)
    if work.version != version:
        await show_conflict(request, work, version, None)
    return work


async def get_editable(request: Request, number: int, version: int) -> Work:
    """Return an article as get_unchanged does, if a change goes into it now. Raises MovedOn or EditorError."""
    work = await get_unchanged(request, number, version)
    if not work.can_be_edited:
        raise MovedOn(view.state_sentence(work.article))
    return work


async def get_draft(request: Request, number: int, revision: int) -> Work:
    """Return an article as get_unchanged does, if it is a draft to be published. Raises MovedOn or EditorError."""
    work = await get_work(request, number)
    if work.article.status not in TRANSITIONS[Action.SCHEDULE].allowed:
        raise MovedOn(view.state_sentence(work.article))
    if work.version != revision:
        await show_conflict(request, work, revision, None)
    return work


async def get_published(request: Request, number: int) -> Article:
    """Return an article that is published. Raises MovedOn or EditorError."""
    article = await get_article(request, number)
    if article.status is not Status.PUBLISHED:
        status = article.status.value.replace("_", " ")
        raise MovedOn(f"#{number} is {status}: only what is published is corrected or withdrawn.")
    return article


async def get_proof(request: Request, number: int, version: int) -> Proof:
    """Return a correction in the making, if it is still the one that was looked at. Raises MovedOn."""
    proof = await request.storage.desk.find_proof(request.chat.id, number)
    if proof is None or proof.version != version:
        raise MovedOn(view.moved_on(number))
    return proof


async def find_checks(request: Request, work: Work) -> tuple[Check, ...] | None:
    """Return what the gate finds in the text as it stands under the editor's hands."""
    publishing = publishing_of(request)
    return await (publishing.find_checks_of_text(work.text) if work.is_proof else publishing.find_checks(work.article))


async def show(request: Request, number: int, *, said: str = "") -> None:
    """Send an article exactly as readers will see it, and below it what can be done."""
    work = await get_work(request, number)
    preview = await preview_story(request, work)
    await request.answer(preview)
    votes = await request.storage.votes.count(number)
    event_id = await request.storage.events.find_of_article(number)
    checks = await find_checks(request, work)
    panel = view.panel(request.local_frame, work, checks, said=said, votes=votes, event_id=event_id)
    await request.answer(panel)


async def preview_story(request: Request, work: Work) -> Page:
    """Return the story's first page as readers will see it; no button of theirs is under it, and nobody corrects it."""
    loaded = await loading.load_story_of(request.storage, work.article)
    seen = story_view.as_seen(work.article, work.text, now=request.now)
    return story_view.preview(request.local_frame, seen, loaded.neighbours)


async def change(
    request: Request,
    number: int,
    version: int,
    make: Callable[[ArticleText], ArticleText],
    *,
    asked: Asked | None = None,
) -> Work:
    """Change an article's text, if it is still the one that was looked at; return it as it is now.

    Raises GateBlocked where it is scheduled with a text that must not be published; EditorError: where somebody else
    was first, the editor has been shown what they changed.
    """
    work = await get_work(request, number)
    if work.version != version or not work.can_be_edited:
        if await _is_changed(request, work, version, make):
            return work
        await show_conflict(request, work, version, asked)
    changed = make(work.text)
    if changed == work.text:
        return work
    if work.is_proof and request.person_id is not None:
        proof = await request.storage.desk.find_proof(request.person_id, number)
        if proof is not None:
            following = Proof(number=number, revision=proof.revision, version=version + 1, text=changed)
            await request.storage.desk.save_proof(request.person_id, following, now=request.now)
    else:
        try:
            await publishing_of(request).revise(number, changed, revision=work.article.revision, now=request.now)
        except Conflict:
            await show_conflict(request, await get_work(request, number), version, asked)
    return await get_work(request, number)


async def _is_changed(request: Request, work: Work, version: int, make: Callable[[ArticleText], ArticleText]) -> bool:
    """Whether this very change was the last one: its worker ended before it could say so."""
    if work.is_proof or not work.can_be_edited or work.version != version + 1:
        return False
    before = (await request.storage.articles.list_texts(work.article)).get(version)
    return before is not None and make(before) == work.text


async def show_conflict(request: Request, work: Work, version: int, asked: Asked | None) -> None:
    """Show what somebody else changed; what this editor typed is kept. Raises EditorError: all is said.

    Raises MovedOn where no change goes into it any more.
    """
    if not work.can_be_edited:
        raise MovedOn(view.state_sentence(work.article))
    if work.is_proof and asked is not None and asked.typed is not None:
        await request.answer(desk_changes.stale_proof(work, asked))
        raise EditorError("")
    if work.is_proof or work.version == version:
        raise MovedOn(view.moved_on(work.article.number))
    texts = await request.storage.articles.list_texts(work.article)
    changes = list_changes(texts.get(version, work.article.text), work.article.text)
    await request.answer(desk_changes.conflict(asked, work.article, changes))
    raise EditorError("")


async def take_field(request: Request, asked: Asked, typed: str) -> Work:
    """Put what was typed where it was asked for. Raises ArticleFileError, GateBlocked or EditorError."""
    field = Field(asked.what)
    return await change(
        request,
        asked.number,
        asked.revision,
        lambda text: with_field(text, field, typed, position=asked.position),
        asked=asked,
    )


async def place_anew(request: Request, asked: Asked) -> Asked:
    """Return what was asked and typed as it goes into the text of now: its place is 0 where its line is gone.

    Raises ArticleFileError where a source is gone that the words are marked with.
    """
    work, field = await get_work(request, asked.number), Field(asked.what)
    anew = replace(asked, revision=work.version, sources=work.text.sources)
    if field not in LISTS:
        return anew
    if asked.typed is not None and field is not Field.SOURCE:
        anew = replace(anew, typed=remarked_for(work.text, asked.typed, before=asked.sources))
    if not asked.position:
        return anew
    lines = [_without_marks(line) for line in list_lines(work.text, field)]
    line = _without_marks(asked.line or "")
    return replace(anew, position=lines.index(line) + 1 if line in lines else 0)


def _without_marks(line: str) -> str:
    return lift_marks(line)[0]  # sources may be numbered anew


async def show_lines(request: Request, work: Work, field: Field, *, page: int = 1) -> None:
    """Show a page of a list in place."""
    await request.replace(view.lines_page(work, field, list_lines(work.text, field), page=page))
