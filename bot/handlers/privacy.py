"""/about, /privacy, /export and /forget: who publishes this, what is kept, all of it as a file, and its end."""

import json

from bot.context import Request
from bot.views import privacy as view

FILE = "dateline.json"


async def about(request: Request) -> None:
    """Answer /about."""
    await request.answer(view.about(request.frame, request.services.imprint))


async def privacy(request: Request) -> None:
    """Answer /privacy."""
    await request.answer(view.privacy(request.frame, request.services.kept_days))


async def export(request: Request) -> None:
    """Answer /export with a file; in a group, by a button that leads to one's own chat."""
    if not request.frame.is_private:
        await request.answer(view.elsewhere(request.frame, "export"))
        return
    stored = await request.storage.personal.export(request.chat.id)
    content = json.dumps(stored, ensure_ascii=False, indent=2).encode()
    caption = request.frame.words("export-caption")
    await request.services.telegram.send_document(request.chat.id, FILE, content, caption=caption)


async def forget(request: Request) -> None:
    """Answer /forget: ask once."""
    if not request.frame.is_private:
        await request.answer(view.elsewhere(request.frame, "forget"))
        return
    await request.answer(view.forget_question(request.frame))


async def press_forget(request: Request) -> None:
    """Delete all that is stored about the chat, and say so in place of the question."""
    if not request.frame.is_private:
        return
    await request.storage.personal.forget(request.chat.id)
    # What is said is not remembered: nothing about this chat is.
    await request.replace(view.forgotten(request.frame))


async def keep(request: Request) -> str:
    """Delete nothing."""
    await request.replace(view.kept(request.frame))
    return request.frame.words("forget-kept")
