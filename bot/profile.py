"""What Telegram shows of the bot: its menus of commands and its profile, in each language, from our tables."""

import hashlib
import json
import logging
from collections.abc import Iterator

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.handlers import READERS_COMMANDS
from bot.i18n import DEFAULT_LANGUAGE, Catalog, Words
from storage.installation import Installation

log = logging.getLogger("dateline.app")

_PUBLISHED = "profile"  # the fact that says what was published last
_SCOPES = {False: BotCommandScopeAllPrivateChats(), True: BotCommandScopeAllGroupChats()}


async def publish_profile(bot: Bot, catalog: Catalog, installation: Installation, publication: str) -> None:
    """Set menus and profile, where they are not what was set last.

    A server that knows no menus is no reason to stop, and what fails is tried again at the next start.
    """
    wanted = _digest(bot, catalog, publication)
    if await installation.find(_PUBLISHED) == wanted:
        return
    try:
        for language in sorted(catalog.languages, key=lambda code: code != DEFAULT_LANGUAGE):
            words = catalog.words(language)
            tag = None if language == DEFAULT_LANGUAGE else language
            for is_group, scope in _SCOPES.items():
                menu = [BotCommand(name, said) for name, said in _list_commands(words, is_group=is_group)]
                await bot.set_my_commands(menu, scope=scope, language_code=tag)
            await bot.set_my_short_description(words("profile-about"), language_code=tag)
            await bot.set_my_description(words("profile-description", publication=publication), language_code=tag)
    except TelegramError as error:
        log.warning("the menus and the profile were not set: %s", error.message)
    else:
        await installation.save(_PUBLISHED, wanted)


def _list_commands(words: Words, *, is_group: bool) -> Iterator[tuple[str, str]]:
    for command in READERS_COMMANDS:
        if command.is_for_groups or not is_group:
            yield command.name, words(f"command-{command.name}")


def _digest(bot: Bot, catalog: Catalog, publication: str) -> str:
    """Return a mark of all that would be set, and for whom."""
    commands = [[command.name, command.is_for_groups] for command in READERS_COMMANDS]
    return hashlib.sha256(json.dumps([bot.id, publication, commands, catalog.digest]).encode()).hexdigest()
