"""Steps that an editor takes, and what they are told of them: publish, schedule, correct, withdraw."""

from datetime import datetime, timedelta

from bot.context import Request
from bot.desk import work
from bot.errors import BotError, EditorError, GateBlocked, as_sentence
from bot.newsroom.moments import parse_moment
from bot.views import desk_article as view
from bot.views import desk_changes
from bot.views.desk_article import Work
from storage.errors import Conflict
from storage.model import Asked, Label, Progress, Watched

UNDO_SECONDS = 10
# What an editor is asked to type, besides the fields of a text.
OVERRIDE, TIME, NOTE, REASON = "override", "time", "note", "reason"


async def ask(request: Request, asked: Asked, question: str, hint: str = "") -> None:
    """Ask an editor for words, and remember it."""
    await request.storage.desk.ask(request.chat.id, asked, now=request.now)
    await request.answer(view.asks(question, hint))


async def confirm(request: Request, found: Work) -> None:
    """Ask once before an article is published, naming how many chats get it and what the gate found."""
    chats = (await request.storage.subscriptions.count())["active"]
    await request.answer(view.confirmation(found, await work.find_checks(request, found), chats))


async def schedule(
    request: Request,
    number: int,
    revision: int,
    at: datetime,
    *,
    override: str | None = None,
    is_breaking: bool = False,
) -> None:
    """Let an article publish itself at a time. Raises EditorError."""
    found = await work.get_unchanged(request, number, revision)
    publishing = work.publishing_of(request)
    try:
        await publishing.schedule(
            number, at=at, override=override, now=request.now, revision=revision, is_breaking=is_breaking
        )
    except GateBlocked:
        await confirm(request, found)
        raise EditorError("") from None
    except (Conflict, BotError) as error:
        raise EditorError(as_sentence(error)) from None


async def publish_soon(
    request: Request, number: int, revision: int, *, override: str | None = None, is_breaking: bool = False
) -> None:
    """Let an article publish itself in ten seconds: until then it can be undone, and no reader sees any of it."""
    at = request.now + timedelta(seconds=UNDO_SECONDS)
    await schedule(request, number, revision, at, override=override, is_breaking=is_breaking)
    await request.storage.desk.forget_asked(request.chat.id)
    await request.answer(view.publishing(number, revision, UNDO_SECONDS))


async def schedule_typed(request: Request, asked: Asked, typed: str) -> None:
    """Schedule an article for a typed time. Raises EditorError."""
    zone = request.local_frame.zone
    moment = parse_moment(typed, now=request.now, zone=zone)
    if moment is None:
        raise EditorError("I do not understand this time; type it like 18:30, tomorrow 08:00 or 2026-11-24 08:00.")
    await schedule(request, asked.number, asked.revision, moment)
    await request.storage.desk.forget_asked(request.chat.id)
    await work.show(request, asked.number, said="Scheduled.")


async def save_correction(request: Request, asked: Asked, note: str) -> None:
    """Save a correction with the label that was chosen and a note. Raises EditorError."""
    label = Label(asked.what.removeprefix(f"{NOTE} "))
    proof = await request.storage.desk.find_proof(request.chat.id, asked.number)
    if proof is None or proof.version != asked.revision:
        raise EditorError(f"#{asked.number} has moved on; open it again.")
    try:
        await work.publishing_of(request).revise(
            asked.number, proof.text, revision=proof.revision, note=note, label=label, now=request.now
        )
    except GateBlocked as error:
        raise EditorError(f"The gate blocks it: {error}. Change the text, and save it again.") from None
    except Conflict:
        await _show_overtaken(request, asked.number)
    except BotError as error:
        raise EditorError(as_sentence(error)) from None
    await request.storage.desk.drop_proof(request.chat.id, asked.number)
    await request.storage.desk.forget_asked(request.chat.id)
    await watch(request, asked.number)


async def _show_overtaken(request: Request, number: int) -> None:
    """Show what somebody else corrected meanwhile; the proof is kept, and can be saved over it. Raises EditorError."""
    person_id, desk = request.chat.id, request.storage.desk
    proof, article = await desk.find_proof(person_id, number), await work.get_article(request, number)
    if proof is not None:
        await request.answer(desk_changes.overtaken(article, proof))
        await desk.save_proof(person_id, desk_changes.rebased(proof, article), now=request.now)
    raise EditorError("")


async def withdraw(request: Request, number: int, reason: str) -> None:
    """Withdraw an article for a reason. Raises EditorError."""
    try:
        await work.publishing_of(request).withdraw(number, reason=reason, now=request.now)
    except (Conflict, BotError) as error:
        raise EditorError(as_sentence(error)) from None
    await request.storage.desk.forget_asked(request.chat.id)
    await watch(request, number)


async def watch(request: Request, number: int) -> None:
    """Send the message that tells from now on how far a correction has come."""
    correction = await request.storage.corrections.find_last(number)
    if correction is None:
        return
    said = desk_changes.progress_line(number, correction.label, Progress())
    message_id = await request.send(view.said(said))
    await request.storage.desk.watch(
        Watched(correction_id=correction.id, chat_id=request.chat.id, message_id=message_id, said=said)
    )
