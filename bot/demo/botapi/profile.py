"""Who the bot is, and its menu of commands."""

import json
import re

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.world import Json, World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_DESCRIPTION = 256
MAX_COMMANDS = 100
MAX_BOT_DESCRIPTION, MAX_SHORT_DESCRIPTION = 512, 120


async def get_me(world: World, _parameters: Json) -> Json:
    """getMe."""
    return world.bot


async def set_my_commands(world: World, parameters: Json) -> bool:
    """setMyCommands."""
    commands = parameters["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].strip().removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(parameters)] = commands
    world.notify(
        {"type": "commands", "commands": commands, "scope": parameters.get("scope", {}).get("type", "default")}
    )
    return True


async def set_my_description(world: World, parameters: Json) -> bool:
    """setMyDescription."""
    return _describe(world, "description", parameters, MAX_BOT_DESCRIPTION)


async def set_my_short_description(world: World, parameters: Json) -> bool:
    """setMyShortDescription."""
    return _describe(world, "short_description", parameters, MAX_SHORT_DESCRIPTION)


def _describe(world: World, key: str, parameters: Json, most: int) -> bool:
    said = parameters.get(key, "")
    if len(said) > most:
        raise bad_request(f"{key.upper()}_TOO_LONG")
    world.descriptions[key, parameters.get("language_code", "")] = said
    return True


async def delete_my_commands(world: World, parameters: Json) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_scope(parameters), None)
    return True


async def get_my_commands(world: World, parameters: Json) -> list[Json]:
    """getMyCommands."""
    return world.commands.get(_scope(parameters), [])


def _scope(parameters: Json) -> str:
    return json.dumps([parameters.get("scope", {"type": "default"}), parameters.get("language_code", "")])


async def get_chat(world: World, parameters: Json) -> Json:
    """getChat."""
    return {**world.get_chat(parameters["chat_id"]).chat(), "accent_color_id": 0, "max_reaction_count": 11}
