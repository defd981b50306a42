"""What an editor is asked to type, and which words answer it."""

from datetime import timedelta

from bot.context import Request
from bot.views.page import Page
from storage.model import Asked

ANSWERED_WITHIN = timedelta(hours=1)  # what is typed later means something else, unless it replies to the question


async def ask(request: Request, asked: Asked, page: Page) -> None:
    """Ask an editor for words, and remember it before they can answer."""
    await request.storage.desk.ask(request.chat.id, asked, now=request.now)
    message_id = await request.send(page)
    await request.storage.desk.note_question(request.chat.id, message_id)


def is_answer(request: Request, asked: Asked) -> bool:
    """Whether what came answers a question: it replies to it, or replies to nothing and comes soon."""
    if request.replied_to is not None and asked.message_id is not None:
        return not is_of_earlier(request, asked)
    return asked.is_within(ANSWERED_WITHIN, now=request.now)


def is_of_earlier(request: Request, asked: Asked) -> bool:
    """Whether what came replies to something before the question, as to another question that it took the place of."""
    return request.replied_to is not None and asked.message_id is not None and request.replied_to < asked.message_id
