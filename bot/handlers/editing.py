"""Editing an article: each field by button and reply, lists line by line."""

from dataclasses import replace

from bot.context import Request
from bot.desk import questions, steps, work
from bot.errors import ArticleFileError, EditorError, GateBlocked, MovedOn, as_sentence
from bot.newsroom.editing import LISTS, NOTHING, Field, list_lines, with_line_moved, without_line, write_field
from bot.views import desk_article as view
from storage.errors import Conflict, NotFound
from storage.model import Action, Asked


async def ask_field(request: Request) -> None:
    """Ask for a field's new words."""
    await request.require_editor()
    field, number, version = Field(request.arguments[0]), int(request.arguments[1]), int(request.arguments[2])
    found = await work.get_editable(request, number, version)
    page = view.question(field, number, 0, write_field(found.text, field))
    asked = Asked(what=field, number=number, revision=version, sources=found.text.sources)
    await questions.ask(request, asked, page)


def _read_list(request: Request) -> Field:
    """Return the list that a press is about. Raises ValueError for a field that is none."""
    field = Field(request.arguments[0])
    if field not in LISTS:
        raise ValueError(field)
    return field


async def open_lines(request: Request) -> None:
    """Show a list, in place."""
    await request.require_editor()
    field, number = _read_list(request), int(request.arguments[1])
    page = int(request.arguments[3]) if len(request.arguments) > 3 else 1
    found = await work.get_work(request, number)
    if not found.can_be_edited:
        raise EditorError(view.state_sentence(found.article))
    await work.show_lines(request, found, field, page=page)


async def ask_line(request: Request) -> None:
    """Ask for a line's new words, or for a new line."""
    await request.require_editor()
    field, (number, version, position) = _read_list(request), map(int, request.arguments[1:])
    found = await work.get_editable(request, number, version)
    says = list_lines(found.text, field)[position - 1] if position else ""
    asked = Asked(what=field, number=number, revision=version, position=position, line=says, sources=found.text.sources)
    await questions.ask(request, asked, view.question(field, number, position, says))


async def move_up(request: Request) -> None:
    """Move a line up, in place."""
    await request.require_editor()
    field, (number, version, position) = _read_list(request), map(int, request.arguments[1:])
    changed = await _changed(request, number, version, field, position, is_drop=False)
    await work.show_lines(request, changed, field, page=view.page_of(position - 1))


async def drop_line(request: Request) -> None:
    """Drop a line, in place."""
    await request.require_editor()
    field, (number, version, position) = _read_list(request), map(int, request.arguments[1:])
    changed = await _changed(request, number, version, field, position, is_drop=True)
    await work.show_lines(request, changed, field, page=view.page_of(position))


async def _changed(
    request: Request, number: int, version: int, field: Field, position: int, *, is_drop: bool
) -> view.Work:
    try:
        return await work.change(
            request,
            number,
            version,
            lambda text: (
                without_line(text, field, position) if is_drop else with_line_moved(text, field, position, position - 1)
            ),
        )
    except (ArticleFileError, GateBlocked) as error:
        raise EditorError(as_sentence(error)) from None


async def put_mine_in(request: Request) -> None:
    """Put what was typed into the text that somebody else changed meanwhile."""
    await request.require_editor()
    number, version = map(int, request.arguments)
    asked = await request.storage.desk.find_asked(request.chat.id)
    if asked is None or asked.number != number or asked.typed is None:
        raise EditorError("There is nothing of yours to put in; open it again.")
    try:
        anew = replace(await work.place_anew(request, asked), revision=version)
    except ArticleFileError as error:
        await _ask_again(request, asked, as_sentence(error))
        return
    await request.storage.desk.ask(request.chat.id, anew, now=request.now)
    if asked.position and not anew.position:
        await request.answer(view.line_is_gone(anew, version))
    else:
        await _put_in(request, anew, anew.typed or asked.typed)


async def _ask_again(request: Request, asked: Asked, problem: str) -> None:
    """Ask for words whose marks number the sources of now."""
    found = await work.get_work(request, asked.number)
    again = replace(asked, typed=None, sources=found.text.sources)
    await questions.ask(request, again, view.refused(problem, asked.typed or ""))


async def _put_in(request: Request, asked: Asked, typed: str) -> None:
    try:
        await work.take_field(request, asked, typed)
    except (ArticleFileError, GateBlocked) as error:
        await request.answer(view.refused(as_sentence(error), typed))
    except MovedOn as error:
        await request.storage.desk.forget_asked(request.chat.id)
        await request.answer(view.dropped(str(error), typed))
    else:
        await request.storage.desk.forget_asked(request.chat.id)
        await work.show(request, asked.number, said="Yours is in.")


async def cancel(request: Request) -> str:
    """Ask nothing any more."""
    await request.require_editor()
    if await request.storage.desk.find_asked(request.chat.id) is None:
        return "There is nothing to cancel any more."
    await request.storage.desk.forget_asked(request.chat.id)
    return "Cancelled. Nothing was changed."


async def ask_earlier(request: Request) -> None:
    """Ask which earlier article this one continues."""
    await request.require_editor()
    article = await work.get_article(request, int(request.arguments[0]))
    number = article.number
    asked = Asked(what=steps.EARLIER, number=number, revision=article.revision)
    hint = f"Its number, like #12; {NOTHING} for none. Who follows that story gets this one first."
    await steps.ask(request, asked, f"Which story does #{number} continue?", hint)


async def set_priority(request: Request) -> None:
    """Let an article come first in briefings, or not, as the press says."""
    await request.require_editor()
    number, priority = map(int, request.arguments)
    if priority not in (0, 1):
        raise ValueError(priority)
    try:
        await work.publishing_of(request).take(Action.PRIORITISE, number, priority=priority, now=request.now)
    except (NotFound, Conflict) as error:
        raise EditorError(as_sentence(error)) from None
    await work.show(request, number)
