"""Words without a command: what an editor was asked for, or something to make a draft of."""

from dataclasses import replace

from bot import mistakes, screens
from bot.asking import read_number
from bot.context import Request
from bot.desk import incoming, naming, questions, steps, work
from bot.errors import ArticleFileError, EditorError, GateBlocked, MovedOn, ReaderError, as_sentence
from bot.newsroom.editing import Field
from bot.newsroom.text.cleaning import clean_line
from bot.views import desk_article as view
from bot.views.page import Page
from storage.model import Asked

MOST_CHARACTERS = 4096


async def take_words(request: Request) -> None:
    """Take what an editor was asked for, or what is to be drafted; what anybody else types is looked for.

    Raises ReaderError or EditorError.
    """
    if await _open_replied(request):
        return
    asked = await request.storage.desk.find_asked(request.chat.id)
    if asked is not None and mistakes.is_answer(request, asked):
        await mistakes.take(request, asked)
    elif not await request.is_editor():
        await _find(request)
    elif asked is not None and naming.is_answer(request, asked):
        await naming.take(request)
    elif asked is not None and _is_of_text(request, asked) and questions.is_answer(request, asked):
        await _take_asked(request, asked)
    elif incoming.is_draft(request):
        await incoming.draft(request)
    elif asked is not None and _is_of_text(request, asked) and questions.is_of_earlier(request, asked):
        raise EditorError("This answers an earlier question, and another has been asked since; press the button again.")
    else:
        await _find(request)


def _is_of_text(request: Request, asked: Asked) -> bool:
    return request.forwarded_from is None and asked.what not in (mistakes.MISTAKE, naming.EDITOR)


async def _open_replied(request: Request) -> bool:
    """Open the story of a number that answers a briefing; return whether it was one. Raises ReaderError."""
    number = read_number(request.text)
    if number is None or request.replied_to is None or request.text.strip().startswith("#"):
        return False
    page = await screens.numbered(request, number, message_id=request.replied_to)
    if page is not None:
        await request.answer(page)
    return page is not None


async def _find(request: Request) -> None:
    """Open the story of a typed number, and look for stories about typed words. Raises ReaderError."""
    number = read_number(request.text)
    if request.forwarded_from is not None:
        raise ReaderError("error-media")
    if number is not None:
        is_permanent = request.text.strip().startswith("#")
        if is_permanent:
            page: Page | None = await screens.story(request, number)
        else:
            page = await screens.numbered(request, number, message_id=request.replied_to)
        if page is None:
            raise ReaderError("error-number-where", number=str(number))
        await request.answer(page)
    elif request.text.strip():
        await request.answer(await screens.search(request, request.text.strip()))
    else:
        raise ReaderError("error-media")


async def _take_asked(request: Request, asked: Asked) -> None:
    """Put typed words where they were asked for; what cannot be taken stays at hand."""
    typed = request.text.strip()[:MOST_CHARACTERS]
    kept = replace(asked, typed=typed)
    await request.storage.desk.ask(request.chat.id, kept, now=request.now)
    try:
        await (_take_field(request, kept, typed) if asked.what in list(Field) else _take_step(request, asked, typed))
    except MovedOn as error:
        await request.storage.desk.forget_asked(request.chat.id)
        await request.answer(view.dropped(str(error), typed))
    except EditorError as error:
        if not typed or not str(error):
            raise
        await request.answer(view.refused(str(error), typed))


async def _take_step(request: Request, asked: Asked, typed: str) -> None:
    if asked.what == steps.OVERRIDE:
        await steps.publish_soon(request, asked.number, asked.revision, override=_words(typed, "a reason"))
    elif asked.what.startswith(f"{steps.OVERRIDE} "):
        await steps.schedule_in_spite(request, asked, _words(typed, "a reason"))
    elif asked.what == steps.TIME:
        await steps.schedule_typed(request, asked, typed)
    elif asked.what == steps.EARLIER:
        await steps.continue_story(request, asked, typed)
    elif asked.what == steps.DESPITE:
        await steps.take_override(request, asked, _words(typed, "a reason"))
    elif asked.what == steps.REASON:
        await steps.confirm_withdrawal(request, asked, _words(typed, "a reason for readers"))
    else:
        await steps.save_correction(request, asked, _words(typed, "a note for readers"))


def _words(typed: str, what: str) -> str:
    if not clean_line(typed):  # also of nothing but letters that nobody sees
        raise EditorError(f"This is empty; send {what}.")
    return typed


async def _take_field(request: Request, asked: Asked, typed: str) -> None:
    if asked.what == Field.PICTURE and request.photo is not None:
        typed = " | ".join(filter(None, [await incoming.store_photo(request, request.photo), typed]))
    try:
        await work.take_field(request, asked, typed)
    except (ArticleFileError, GateBlocked) as error:
        await request.answer(view.refused(as_sentence(error), typed))
        return
    await request.storage.desk.forget_asked(request.chat.id)
    await work.show(request, asked.number)
