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


async def take(request: Request) -> bool:
    """Take what a reader typed as the mistake they were asked for; return False where they were asked for none."""
    asked = await request.storage.desk.find_asked(request.chat.id) if request.frame.is_private else None
    if asked is None or asked.what != MISTAKE or request.forwarded_from is not None:
        return False
    words = request.text.strip()
    if asked.asked_at and asked.asked_at < request.now - ASKED_FOR:
        await request.storage.desk.forget_asked(request.chat.id)
        return False
    if not words:
        raise ReaderError("mistake-empty")
    if not await request.storage.mistakes.add(asked.number, request.chat.id, words, now=request.now):
        await request.storage.desk.forget_asked(request.chat.id)
        raise ReaderError("mistake-enough", count=MOST_OPEN)
    await request.storage.desk.forget_asked(request.chat.id)
    await request.answer(view.thanks(request.frame))
    return True
