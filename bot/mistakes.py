"""What readers say is wrong: asked for under a story, kept for the desk."""

from datetime import timedelta

from bot import loading
from bot.context import Request
from bot.errors import ReaderError
from bot.views import mistakes as view
from storage.mistakes import MOST_OPEN
from storage.model import Asked

MISTAKE = "mistake"  # what somebody was asked to type
ASKED_FOR = timedelta(hours=1)  # what is typed later means something else


async def ask(request: Request, number: int) -> None:
    """Ask a reader what is wrong in a story. Raises ReaderError where there is none."""
    article = await loading.get_article(request.storage, number)
    asked = Asked(what=MISTAKE, number=number, revision=article.revision)
    await request.storage.desk.ask(request.chat.id, asked, now=request.now)
    await request.answer(view.question(request.frame, article))


def is_answer(request: Request, asked: Asked) -> bool:
    """Whether what came tells of a mistake: in their own words, soon after they were asked."""
    is_soon = asked.is_within(ASKED_FOR, now=request.now)
    return asked.what == MISTAKE and is_soon and request.forwarded_from is None


async def take(request: Request, asked: Asked) -> None:
    """Take what a reader typed as the mistake they were asked for. Raises ReaderError."""
    words = request.text.strip()
    if not words:
        raise ReaderError("mistake-empty")
    if not await request.storage.mistakes.add(asked.number, request.chat.id, words, now=request.now):
        await request.storage.desk.forget_asked(request.chat.id)
        raise ReaderError("mistake-enough", count=MOST_OPEN)
    await request.storage.desk.forget_asked(request.chat.id)
    await request.answer(view.thanks(request.frame))
