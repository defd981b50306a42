"""Messages that one person sees in a group."""

from bot.demo.botapi.errors import ApiError, bad_request
from bot.demo.botapi.world import Chat, Json, World


def show_ephemeral(world: World, chat: Chat, sender: Json, content: Json, wanted: Json) -> Json:
    """Show a message to whoever pressed a button just now. Raises ApiError."""
    if chat.type not in ("group", "supergroup"):
        raise bad_request("strict: ephemeral messages are for groups")
    person_id = wanted["receiver_user_id"]
    if world.pressers.get(wanted.get("callback_query_id", "")) != (person_id, chat.id):
        raise bad_request("strict: nobody pressed that here")
    message: Json = {
        "message_id": 0,
        "ephemeral_message_id": len(world.ephemeral) + 1,
        "date": int(world.clock().timestamp()),
        "chat": chat.chat(),
        "from": sender,
        **content,
    }
    world.ephemeral.append((person_id, message))
    world.notify({"type": "ephemeral", "person": person_id, "message": message})
    return message


async def delete_ephemeral_message(world: World, parameters: Json) -> bool:
    """deleteEphemeralMessage."""
    if not world.knows_ephemeral:
        raise ApiError(404, "Not Found: method not found")
    world.get_chat(parameters["chat_id"])
    key = (parameters["receiver_user_id"], parameters["ephemeral_message_id"])
    kept = [each for each in world.ephemeral if (each[0], each[1]["ephemeral_message_id"]) != key]
    if len(kept) == len(world.ephemeral):
        raise bad_request("message to delete not found")
    world.ephemeral[:] = kept
    return True
