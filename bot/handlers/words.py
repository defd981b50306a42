"""Words without a command: what an editor was asked for, or something to make a draft of."""

from dataclasses import replace

from bot import mistakes
from bot.context import Request
from bot.desk import incoming, naming, steps, work
from bot.errors import ArticleFileError, EditorError, GateBlocked, ReaderError, as_sentence
from bot.newsroom.editing import Field
from bot.views import desk_article as view
from storage.model import Asked

MOST_CHARACTERS = 4096


async def take_words(request: Request) -> None:
    """Take what an editor types, sends or forwards; readers are told what there is instead."""
    asked = await request.storage.desk.find_asked(request.chat.id)
    if asked is not None and mistakes.is_answer(request, asked):
        await mistakes.take(request, asked)
    elif not await request.is_editor():
        raise ReaderError("error-words")
    elif asked is not None and naming.is_answer(request, asked):
        await naming.take(request)
    elif asked is not None and request.forwarded_from is None and asked.what not in (mistakes.MISTAKE, naming.EDITOR):
        await _take_asked(request, asked)
    else:
        await incoming.draft(request)


async def _take_asked(request: Request, asked: Asked) -> None:
    """Put typed words where they were asked for; what cannot be taken stays at hand."""
    typed = request.text.strip()[:MOST_CHARACTERS]
    kept = replace(asked, typed=typed)
    await request.storage.desk.ask(request.chat.id, kept, now=request.now)
    if asked.what in list(Field):
        await _take_field(request, kept, typed)
    elif asked.what == steps.OVERRIDE:
        await steps.publish_soon(request, asked.number, asked.revision, override=_words(typed, "a reason"))
    elif asked.what == steps.TIME:
        await steps.schedule_typed(request, asked, typed)
    elif asked.what == steps.REASON:
        await _confirm_withdrawal(request, asked, _words(typed, "a reason for readers"))
    else:
        await steps.save_correction(request, asked, _words(typed, "a note for readers"))


def _words(typed: str, what: str) -> str:
    if not typed:
        raise EditorError(f"This is empty; send {what}.")
    return typed


async def _take_field(request: Request, asked: Asked, typed: str) -> None:
    if asked.what == Field.PICTURE and request.photo is not None:
        typed = await incoming.store_photo(request, request.photo)
    try:
        await work.take_field(request, asked, typed)
    except (ArticleFileError, GateBlocked) as error:
        await request.answer(view.refused(as_sentence(error), typed))
        return
    await request.storage.desk.forget_asked(request.chat.id)
    await work.show(request, asked.number)


async def _confirm_withdrawal(request: Request, asked: Asked, reason: str) -> None:
    article = await work.get_article(request, asked.number)
    messages = await request.storage.messages.count_showing(asked.number)
    await request.answer(view.withdrawal_page(article, reason, messages))
