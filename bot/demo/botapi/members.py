"""Who is in a chat, and what the bot is told when that changes."""

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.world import Chat, Json, Person, World


async def get_chat_member(world: World, parameters: Json) -> Json:
    """getChatMember."""
    chat = world.get_chat(parameters["chat_id"])
    if parameters["user_id"] == world.bot["id"]:
        return _member(chat, _bot(world), _bot_status(chat))
    person = world.people.get(parameters["user_id"])
    if person is None:
        raise bad_request("user not found")
    return _member(chat, person.user(), _status(chat, person.id))


def _status(chat: Chat, person_id: int) -> str:
    if person_id not in chat.members:
        return "left"
    return "administrator" if person_id in chat.administrators else "member"


def _bot(world: World) -> Json:
    return {key: world.bot[key] for key in ("id", "is_bot", "first_name", "username")}


def _bot_status(chat: Chat) -> str:
    if not chat.has_bot:
        return "left"
    return "administrator" if chat.type == "channel" else "member"


def _member(chat: Chat, user: Json, status: str) -> Json:
    member: Json = {"status": status, "user": user}
    if status == "administrator":
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats "
            "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories "
            "can_edit_stories can_delete_stories"
        ).split()
        member |= dict.fromkeys(rights, False) | {"can_manage_chat": True}
        if chat.type == "channel":
            member |= {"can_post_messages": chat.may_write, "can_edit_messages": chat.may_write}
    elif status == "kicked":
        member["until_date"] = 0
    return member


def change_membership(world: World, chat: Chat, by: Person, status: str) -> None:
    """Change what the bot is in a chat: added, removed, blocked, unblocked; and tell it."""
    bot = _bot(world)
    was_inside = not by.has_blocked if chat.type == "private" else chat.has_bot
    is_inside = status not in ("kicked", "left")
    if chat.type == "private":
        by.has_blocked = not is_inside
    else:
        chat.has_bot = is_inside
    outside = "kicked" if chat.type == "private" else "left"
    change = {
        "chat": chat.chat(),
        "from": by.user(),
        "date": int(world.clock().timestamp()),
        "old_chat_member": _member(chat, bot, "member" if was_inside else outside),
        "new_chat_member": _member(chat, bot, status),
    }
    world.queue_update("my_chat_member", change)


def migrate(world: World, chat: Chat, new_id: int) -> Chat:
    """Let a group become a supergroup with another id."""
    moved = world.add_chat(new_id, "supergroup", chat.title, set(chat.members))
    moved.administrators = set(chat.administrators)
    chat.migrated_to = new_id
    return moved
