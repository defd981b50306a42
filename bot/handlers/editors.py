"""/editors: who may judge articles, named by the owner; removed at once."""

from bot.context import Request
from bot.desk import naming
from bot.views import desk as view


async def editors(request: Request) -> None:
    """Answer /editors: who they are; with a numeric id, name one."""
    await request.require_owner()
    if request.arguments:
        await naming.name(request, naming.read_id(" ".join(request.arguments)))
    await naming.ask(request)


async def press_unname(request: Request) -> str:
    """Take an editor away, in place."""
    await request.require_owner()
    person_id = int(request.arguments[0])
    is_gone = await request.storage.editors.remove(person_id, actor=str(request.person_id), now=request.now)
    if is_gone:
        await request.services.hide_desk_menu(person_id)
    await request.replace(view.editors_page(await naming.list_editors(request)))
    return "Removed. Their buttons do nothing any more." if is_gone else "They are no editor."
