"""The language of a reader's Telegram, or the one they choose; menus and profile in all of them."""

from typing import Any

from bot.i18n import load_catalog
from storage.store import Storage
from tests.chatting import Chatting, chatting
from tests.desking import until


async def test_reader_is_answered_in_the_language_of_their_telegram_until_they_choose(sqlite_storage: Storage) -> None:
    async with chatting(sqlite_storage) as chat:
        chat.ada.person.language_code = "es-AR"
        assert (await chat.ada.say("/help"))[0]["text"].startswith("Qué puedo hacer")
        await chat.ada.say("/start")
        (settings,) = await chat.ada.say("/language Русский")
        assert settings["text"].startswith("Настройки")
        assert (await chat.ada.say("/language"))[0]["text"].startswith("Язык\n\nРусский")
        (refused,) = await chat.ada.say("/language Klingon")
        assert "Español" in refused["text"]
        await chat.ada.press(await _languages(chat), "Как в Telegram")
        assert (await chat.ada.say("/help"))[0]["text"].startswith("Qué puedo hacer")


async def _languages(chat: Chatting) -> dict[str, Any]:
    (screen,) = await chat.ada.say("/language")
    return screen


async def test_profile_and_menus_are_in_every_language_and_set_once(sqlite_storage: Storage) -> None:
    world = None
    for _ in range(2):
        async with chatting(sqlite_storage, world=world) as chat:
            world = chat.world

            async def is_set(chat: Chatting = chat) -> bool:
                return ("description", "zh") in chat.world.descriptions

            await until(is_set)
    calls = [method for method, _, _ in chat.world.calls]
    count = len(load_catalog().languages)
    assert (calls.count("setMyDescription"), calls.count("setMyCommands") >= 2 * count) == (count, True)
    assert chat.world.descriptions["short_description", "es"] != chat.world.descriptions["short_description", ""]
