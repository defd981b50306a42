"""Steps that an editor takes, and what they are told of them: publish, schedule, correct, withdraw."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.asking import read_number
from bot.context import Request
from bot.desk import questions, work
from bot.errors import BotError, EditorError, GateBlocked, MovedOn, as_sentence
from bot.newsroom.changes import list_changes
from bot.newsroom.editing import NOTHING
from bot.newsroom.merging import Merged, merge_texts
from bot.newsroom.selection import is_chosen
from bot.newsroom.typed.moments import parse_moment
from bot.views import desk_article as view
from bot.views import desk_changes, desk_publishing
from bot.views.desk_article import Work
from storage.errors import Conflict
from storage.model import Action, Article, Asked, Label, Progress, Proof, Status, Waiting, Watched
from storage.words import section_slug

UNDO_SECONDS = 10
# A step that was answered by nobody, because its worker ended, is taken again: so long after, it is known again.
TAKEN_AGAIN = timedelta(minutes=10)
HINT_CHARACTERS = 1500
# What an editor is asked to type, besides the fields of a text.
OVERRIDE, TIME, NOTE, REASON, DESPITE, EARLIER = "override", "time", "note", "reason", "despite", "earlier"


async def ask(request: Request, asked: Asked, question: str, hint: str = "") -> None:
    """Ask an editor for words, and remember it."""
    await questions.ask(request, asked, view.asks(question, hint))


async def confirm(request: Request, found: Work) -> None:
    """Ask once before an article is published, naming how many chats get it and what the gate found."""
    section, language = found.text.section, found.text.language
    slug = section_slug(section) if section else None
    counts = await request.storage.audience.count_by_preferences(now=request.now)
    chats = sum(number for preferences, number in counts if is_chosen(preferences, slug, language))
    await request.answer(desk_publishing.confirmation(found, await work.find_checks(request, found), chats))


async def _schedule(
    request: Request,
    number: int,
    revision: int,
    at: datetime,
    *,
    override: str | None,
    is_breaking: bool = False,
    since: datetime | None = None,
) -> Article:
    """Let an article publish itself at a time, and return it; one that does so already, from `since` on, is let be.

    Raises EditorError, or GateBlocked where it needs a reason.
    """
    await work.get_unchanged(request, number, revision)
    try:
        await work.publishing_of(request).schedule(
            number, at=at, override=override, now=request.now, revision=revision, is_breaking=is_breaking
        )
    except GateBlocked:
        raise
    except (Conflict, BotError) as error:
        article = await work.get_article(request, number)
        if not (isinstance(error, Conflict) and _is_scheduled(article, revision, since=since or at, until=at)):
            raise (MovedOn if isinstance(error, Conflict) else EditorError)(as_sentence(error)) from None
        if is_breaking and article.status is Status.SCHEDULED and not article.is_breaking:
            raise EditorError(
                f"#{number} goes out without an alert. Undo that first, then publish it as breaking."
            ) from None
    await request.storage.desk.forget_asked(request.chat.id)
    return await work.get_article(request, number)


def _is_scheduled(article: Article, revision: int, *, since: datetime, until: datetime) -> bool:
    """Whether an article publishes itself, or did, in this revision and between these moments."""
    moments = {Status.SCHEDULED: article.publish_at, Status.PUBLISHED: article.published_at}
    moment = moments.get(article.status)
    return article.revision == revision and moment is not None and since <= moment <= until


async def publish_soon(
    request: Request, number: int, revision: int, *, override: str | None = None, is_breaking: bool = False
) -> None:
    """Let an article publish itself in ten seconds: until then it can be undone, and no reader sees any of it."""
    at = request.now + timedelta(seconds=UNDO_SECONDS)
    try:
        since = request.now - TAKEN_AGAIN
        article = await _schedule(
            request, number, revision, at, override=override, is_breaking=is_breaking, since=since
        )
    except GateBlocked:
        await confirm(request, await work.get_work(request, number))
        return
    if article.status is Status.PUBLISHED:
        raise EditorError(f"#{number} is published already.")
    message_id = await request.send(desk_publishing.publishing(article, article.publish_at or at, UNDO_SECONDS))
    await request.storage.desk.wait_for(Waiting(number, request.chat.id, message_id))


async def schedule_typed(request: Request, asked: Asked, typed: str) -> None:
    """Schedule an article for a typed time. Raises EditorError."""
    zone = request.local_frame.zone
    moment = parse_moment(typed, now=request.now, zone=zone)
    if moment is None:
        raise EditorError("I do not understand this time; type it like 18:30, tomorrow 08:00 or 2026-11-24 08:00.")
    if moment <= request.now:
        raise EditorError(f"{moment:%Y-%m-%d %H:%M} in {zone} is over; name a time to come, or publish it now.")
    await _schedule_at(request, asked, moment)


async def schedule_in_spite(request: Request, asked: Asked, reason: str) -> None:
    """Schedule an article for the time that was typed, in spite of what the gate found. Raises EditorError."""
    moment = datetime.fromisoformat(asked.what.removeprefix(f"{OVERRIDE} "))
    await _schedule_at(request, asked, moment, override=reason)


async def _schedule_at(request: Request, asked: Asked, moment: datetime, *, override: str | None = None) -> None:
    """Schedule an article; where the gate blocks it, ask why it is published all the same, at that time."""
    try:
        await _schedule(request, asked.number, asked.revision, moment, override=override)
    except GateBlocked as error:
        anew = Asked(what=f"{OVERRIDE} {moment.isoformat()}", number=asked.number, revision=asked.revision)
        question = f"The gate blocks #{asked.number}. Why publish it all the same?"
        await ask(request, anew, question, str(error)[:HINT_CHARACTERS])
        return
    await work.show(request, asked.number, said="Scheduled.")


async def ask_label(request: Request, found: Work) -> None:
    """Show what a correction changes and what the gate finds in it, and ask how it is labelled.

    Where somebody else corrected the article since, that goes into the proof first. Raises EditorError.
    """
    if found.is_behind:
        await _show_overtaken(request, found.article)
    changes = list_changes(found.article.text, found.text)
    if not changes:
        raise EditorError("Nothing is changed yet.")
    await request.answer(desk_changes.labels_page(found, changes, await work.find_checks(request, found)))


async def take_override(request: Request, asked: Asked, reason: str) -> None:
    """Keep why a proof is saved in spite of what the gate finds in it, and go on. Raises EditorError."""
    proof = await work.get_proof(request, asked.number, asked.revision)
    await request.storage.desk.save_proof(request.chat.id, replace(proof, override=reason), now=request.now)
    await request.storage.desk.forget_asked(request.chat.id)
    await ask_label(request, await work.get_work(request, asked.number))


async def save_correction(request: Request, asked: Asked, note: str) -> None:
    """Save a correction with the label that was chosen and a note. Raises EditorError."""
    label = Label(asked.what.removeprefix(f"{NOTE} "))
    proof = await work.get_proof(request, asked.number, asked.revision)
    try:
        await work.publishing_of(request).revise(
            asked.number,
            proof.text,
            revision=proof.revision,
            note=note,
            label=label,
            override=proof.override,
            now=request.now,
        )
    except GateBlocked:  # the reports have changed since the label was asked for
        await ask_label(request, await work.get_work(request, asked.number))
        raise EditorError("") from None
    except Conflict:
        article = await work.get_article(request, asked.number)
        if article.status is not Status.PUBLISHED:
            raise MovedOn(view.state_sentence(article)) from None
        if article.text != proof.text:  # else it is saved already
            await _show_overtaken(request, article, note=note)
    except BotError as error:
        raise EditorError(as_sentence(error)) from None
    await watch(request, asked.number)
    await request.storage.desk.drop_proof(request.chat.id, asked.number)
    await request.storage.desk.forget_asked(request.chat.id)


async def catch_up(request: Request, article: Article, proof: Proof) -> tuple[Proof, Merged]:
    """Put what others corrected since into a proof, and keep it so; return it, and what both changed."""
    texts = await request.storage.articles.list_texts(article)
    merged = merge_texts(texts.get(proof.revision, article.text), proof.text, article.text)
    version = proof.version + 1
    caught_up = replace(proof, revision=article.revision, version=version, text=merged.text, override=None)
    await request.storage.desk.save_proof(request.chat.id, caught_up, now=request.now)
    return caught_up, merged


async def _show_overtaken(request: Request, article: Article, *, note: str | None = None) -> None:
    """Put what somebody else corrected meanwhile into the proof, and show what is left of it. Raises EditorError."""
    proof = await request.storage.desk.find_proof(request.chat.id, article.number)
    if proof is not None:
        caught_up, merged = await catch_up(request, article, proof)
        await request.answer(desk_changes.overtaken(article, caught_up, merged.both, note=note))
    await request.storage.desk.forget_asked(request.chat.id)
    raise EditorError("")


async def continue_story(request: Request, asked: Asked, typed: str) -> None:
    """Let an article continue the one whose number was typed, or none. Raises EditorError."""
    earlier = 0 if typed == NOTHING else read_number(typed)
    if earlier is None:
        raise EditorError(f"Send the number of the earlier article, like #12; {NOTHING} for none.")
    try:
        await work.publishing_of(request).take(Action.CONTINUE, asked.number, earlier=earlier, now=request.now)
    except Conflict as error:
        raise EditorError(as_sentence(error)) from None
    await request.storage.desk.forget_asked(request.chat.id)
    await work.show(request, asked.number)


async def confirm_withdrawal(request: Request, asked: Asked, reason: str) -> None:
    """Ask once before an article is withdrawn for a reason. Raises EditorError."""
    article = await work.get_published(request, asked.number)
    messages = await request.storage.messages.count_showing(asked.number)
    await request.answer(desk_publishing.withdrawal_page(article, reason, messages))


async def withdraw(request: Request, number: int, revision: int, reason: str) -> None:
    """Withdraw an article, in the revision that was looked at, for a reason. Raises EditorError."""
    try:
        await work.publishing_of(request).withdraw(number, revision=revision, reason=reason, now=request.now)
    except (Conflict, BotError) as error:
        article = await work.get_article(request, number)
        if article.status is not Status.WITHDRAWN or article.withdrawal_reason != reason.strip():
            raise EditorError(as_sentence(error)) from None
    await watch(request, number)
    await request.storage.desk.forget_asked(request.chat.id)


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
