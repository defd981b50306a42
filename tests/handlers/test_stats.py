"""/stats: what is counted while readers press, and the picture that editors get of it."""

from bot.clock import system_clock
from bot.demo.botapi.world import FIRST_PERSON_ID
from storage.model import CountKind
from storage.store import Storage
from tests.chatting import chatting
from tests.desking import person, until
from tests.make import NOW, make_text


async def test_editor_gets_a_picture_of_what_readers_pressed(sqlite_storage: Storage) -> None:
    storage = sqlite_storage
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=NOW, publish=True)
    async with chatting(storage, system_clock, owners=(FIRST_PERSON_ID,)) as chat:
        bob, owner = person(chat, "Bob"), chat.ada
        assert owner.person.id == FIRST_PERSON_ID
        (story,) = await bob.say("/story 1")
        await bob.press(story, "Save")
        await bob.say("/story 2")
        await bob.say("/story 1")

        async def is_counted() -> bool:
            return bool(await storage.stats.list_top_stories(system_clock().date(), limit=1))

        await until(is_counted, seconds=40)
        days = await storage.stats.list_days(system_clock().date())
        assert days[system_clock().date()][CountKind.PRESS] == {"save": 1}
        (answer,) = await owner.say("/stats")
        assert answer["photo"]
        assert answer["caption"].splitlines()[3:] == [
            "Buttons: 1 save",
            "#1 opened 2 ×: Harbour",
            "#2 opened 1 ×: Gulls",
        ]
        (refused,) = await bob.say("/stats")
        assert "photo" not in refused
