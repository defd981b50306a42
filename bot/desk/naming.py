"""Naming editors: by their numeric id, or by a message of theirs that the owner forwards."""

from datetime import timedelta

from bot.context import Request
from bot.errors import EditorError
from bot.views import desk as view
from storage.model import Asked

LEAST_TYPED_ID = 10_000  # a smaller number that stands alone is a story's, typed by somebody who reads
EDITOR = "editor"  # what an owner was asked for
ASKED_FOR = timedelta(minutes=5)  # what is forwarded later is something to draft


async def ask(request: Request) -> None:
    """Show who the editors are; what the owner types or forwards next names one more."""
    await request.storage.desk.ask(request.chat.id, Asked(what=EDITOR, number=0, revision=0), now=request.now)
    await request.answer(view.editors_page(await list_editors(request)))


def is_answer(request: Request, asked: Asked) -> bool:
    """Whether what came is to name an editor: a word, or a person's message, soon after /editors."""
    if asked.what != EDITOR or not asked.is_within(ASKED_FOR, now=request.now):
        return False
    origin = request.forwarded_from
    if origin is not None:
        return not origin.is_channel
    typed = request.text.strip()
    return len(typed.split()) == 1 and not (typed.isdecimal() and int(typed[:20]) < LEAST_TYPED_ID)


async def take(request: Request) -> None:
    """Name whoever wrote the message that was forwarded, or whose id was typed. Raises EditorError."""
    await request.require_owner()
    if request.forwarded_from is None:
        await name(request, read_id(request.text.strip()))
    elif request.forwarded_from.person_id is None:
        raise EditorError("Their settings hide who they are; name them by their numeric id, like /editors 123456789.")
    else:
        await name(request, request.forwarded_from.person_id)
    await request.storage.desk.forget_asked(request.chat.id)
    await request.answer(view.editors_page(await list_editors(request)))


def read_id(typed: str) -> int:
    """Read a person's numeric id. Raises EditorError."""
    if not typed.isdecimal() or not 0 < int(typed[:20]) < 2**52:
        raise EditorError("An editor is named by their numeric id, like /editors 123456789.")
    return int(typed)


async def name(request: Request, person_id: int) -> None:
    """Name an editor, and give them the desk's menu. Raises EditorError."""
    if person_id in request.services.owner_ids:
        raise EditorError("An owner is an editor already.")
    named_by = str(request.person_id)
    if await request.storage.editors.add(person_id, named_by=named_by, now=request.now):
        await request.services.show_desk_menu(person_id)


async def list_editors(request: Request) -> tuple[tuple[int, bool], ...]:
    """Return who may judge articles: ids, and whether each is an owner."""
    named = await request.storage.editors.list()
    owners = tuple((owner, True) for owner in sorted(request.services.owner_ids))
    return owners + tuple((editor.person_id, False) for editor in named)
