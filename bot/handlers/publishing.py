"""Publishing from the desk: asked once, undone for ten seconds; scheduled, spiked, revived."""

from bot.context import Request
from bot.desk import steps, work
from bot.errors import EditorError, as_sentence
from storage.errors import Conflict
from storage.model import Action, Asked, Status


async def ask_to_publish(request: Request) -> None:
    """Ask once, naming how many chats get it and what the gate found."""
    await request.require_editor()
    number, revision = map(int, request.arguments)
    await steps.confirm(request, await work.get_draft(request, number, revision))


async def ask_reason(request: Request) -> None:
    """Ask why an article is published in spite of what the gate found."""
    await request.require_editor()
    number, revision = map(int, request.arguments)
    await work.get_draft(request, number, revision)
    question = f"The gate blocks #{number}. Why publish it all the same?"
    asked = Asked(what=steps.OVERRIDE, number=number, revision=revision)
    await steps.ask(request, asked, question, "It stays on record, with your name and the findings.")


async def publish(request: Request) -> None:
    """Publish in ten seconds, unless it is undone; as breaking, chats that want alerts get it at once."""
    await request.require_editor()
    number, revision, *breaking = request.arguments
    if breaking not in ([], ["breaking"]):
        raise ValueError(breaking)
    await steps.publish_soon(request, int(number), int(revision), is_breaking=bool(breaking))


async def undo(request: Request) -> None:
    """Make a draft of it again, if nobody has seen anything of it yet."""
    await request.require_editor()
    number, _, *publish_at = map(int, request.arguments)
    article = await work.get_article(request, number)
    is_meant = article.publish_at is not None and publish_at == [int(article.publish_at.timestamp())]
    over = EditorError(f"#{number} is not waiting any more: it is published, or was undone already.")
    if article.status is not Status.SCHEDULED or not is_meant:  # an embargo is somebody else's
        raise over
    try:
        # Of the revision of now: whoever changed a word meanwhile did not mean it to go out.
        await work.publishing_of(request).take(Action.UNSCHEDULE, number, revision=article.revision, now=request.now)
    except Conflict:
        raise over from None
    await work.show(request, number, said="Undone. No reader has seen anything of it.")


async def ask_time(request: Request) -> None:
    """Ask when an article is to publish itself."""
    await request.require_editor()
    number, revision = map(int, request.arguments)
    await work.get_draft(request, number, revision)
    asked = Asked(what=steps.TIME, number=number, revision=revision)
    hint = f"Like 18:30, tomorrow 08:00 or 2026-11-24 08:00, in {request.local_frame.zone}."
    await steps.ask(request, asked, f"When should #{number} be published?", hint)


async def unschedule(request: Request) -> None:
    """Make a draft of a scheduled article again."""
    await _take(request, Action.UNSCHEDULE, "It is a draft again.")


async def spike(request: Request) -> None:
    """Reject a draft; it can be revived."""
    await _take(request, Action.SPIKE, "Spiked. It can be revived.")


async def revive(request: Request) -> None:
    """Make a draft of a spiked article again."""
    await _take(request, Action.REVIVE, "It is a draft again.")


async def _take(request: Request, action: Action, said: str) -> None:
    await request.require_editor()
    number, revision = map(int, request.arguments)
    try:
        await work.publishing_of(request).take(action, number, revision=revision, now=request.now)
    except Conflict as error:
        raise EditorError(as_sentence(error)) from None
    await work.show(request, number, said=said)
