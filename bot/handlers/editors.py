"""/editors: who may judge articles, named by the owner; removed at once."""

from bot.context import Request
from bot.errors import EditorError
from bot.views import desk as view


async def editors(request: Request) -> None:
    """Answer /editors: who they are; with a numeric id, name one."""
    await request.require_owner()
    if request.arguments:
        person_id = read_id(request.arguments[0])
        await name(request, person_id)
    await _show(request)


def read_id(typed: str) -> int:
    """Read a person's numeric id. Raises EditorError."""
    if not typed.isdecimal() or not 0 < int(typed[:20]) < 2**52:
        raise EditorError("An editor is named by their numeric id, like /editors 123456789.")
    return int(typed)


async def name(request: Request, person_id: int) -> None:
    """Name an editor, and give them the desk's menu."""
    if person_id in request.services.owner_ids:
        raise EditorError("An owner is an editor already.")
    named_by = str(request.person_id)
    if await request.storage.editors.add(person_id, named_by=named_by, now=request.now):
        await request.services.show_desk_menu(person_id)


async def press_unname(request: Request) -> str:
    """Take an editor away, in place."""
    await request.require_owner()
    person_id = int(request.arguments[0])
    is_gone = await request.storage.editors.remove(person_id)
    if is_gone:
        await request.services.hide_desk_menu(person_id)
    await request.replace(view.editors_page(await _list(request)))
    return "Removed. Their buttons do nothing any more." if is_gone else "They are no editor."


async def _show(request: Request) -> None:
    await request.answer(view.editors_page(await _list(request)))


async def _list(request: Request) -> tuple[tuple[int, bool], ...]:
    named = await request.storage.editors.list()
    owners = tuple((owner, True) for owner in sorted(request.services.owner_ids))
    return owners + tuple((editor.person_id, False) for editor in named)
