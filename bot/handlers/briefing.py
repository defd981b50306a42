"""/briefing: what is new for this chat, now; and answering a briefing with a number."""

from dataclasses import replace

from bot import screens
from bot.context import Request
from bot.errors import ReaderError
from storage.model import Shows


async def briefing(request: Request) -> None:
    """Answer /briefing; who asks for it in private is subscribed by it."""
    if request.frame.is_private and request.subscription is None:
        request = replace(request, subscription=await request.begin_subscription())
    await screens.answer_briefing(request)


async def open_numbered(request: Request) -> None:
    """Answer a reply that is a number: open that story of the briefing replied to. Raises ReaderError."""
    number = int(request.text.strip()[:9])
    message = await request.storage.messages.find(request.chat.id, request.replied_to or 0)
    if message is None or message.shows is not Shows.BRIEFING:
        if not request.frame.is_private:
            return  # in a group, a number in answer to somebody else is not for us
        raise ReaderError("error-words")
    shown = next((article for article in message.articles if article.position == number), None)
    if shown is None:
        raise ReaderError("error-number", number=str(number))
    await request.answer(await screens.story(request, shown.number))
