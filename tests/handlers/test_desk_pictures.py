"""A story's picture, where it is a photo of its own: corrections and withdrawals reach it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.clock import system_clock
from bot.delivery.picture_edits import plain_tile
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.files import image_size
from bot.publishing import Publishing
from storage.model import Label, Picture
from storage.store import Storage
from tests.chatting import Chatting, Reader
from tests.desking import person, until
from tests.make import make_png, make_text

OLD, NEW = make_png(64, 48), make_png(80, 60)


async def asked(desk: Chatting, storage: Storage, *names: str) -> dict[str, tuple[int, int]]:
    """Publish a story with a picture, and have readers ask for it; return where the photo stands at each."""
    picture = Picture(url=await storage.pictures.add(OLD), caption="A ferry", credit="Ada")
    await storage.articles.add([make_text("Harbour", picture=picture)], now=system_clock(), publish=True)
    photos = {}
    for name in names:
        photo, _ = await person(desk, name).say("/story 1")
        photos[name] = (photo["chat"]["id"], photo["message_id"])
    return photos


async def correct(storage: Storage, picture: Picture | None, *, revision: int = 1) -> None:
    text = replace((await storage.articles.get(1)).text, picture=picture)
    now = system_clock()
    await Publishing(storage, "17").revise(1, text, revision=revision, note="a slip", label=Label.CORRECTION, now=now)


def shown(desk: Chatting, key: tuple[int, int]) -> tuple[bytes, Any]:
    """Return the photo's bytes and its caption."""
    message = desk.world.messages[key]
    return desk.world.files[message["photo"][-1]["file_id"]].content, message.get("caption")


async def until_shown(desk: Chatting, key: tuple[int, int], wanted: tuple[bytes, str]) -> None:
    async def is_shown() -> bool:
        return shown(desk, key) == wanted

    await until(is_shown)


def media(desk: Chatting) -> list[tuple[bool, int]]:
    """Return each call that changed a photo: whether the picture was uploaded with it, and the answer's status."""
    calls = [call for call in desk.world.calls if call[0] == "editMessageMedia"]
    return [(not isinstance(raw["media"]["media"], str), status) for _, raw, status in calls]


async def test_corrected_picture_takes_the_place_of_the_old_one(desk: Chatting, storage: Storage) -> None:
    photos = await asked(desk, storage, "Bob", "Eve")
    new = Picture(url=await storage.pictures.add(NEW), caption="Two ferries")
    await correct(storage, new)
    for key in photos.values():
        await until_shown(desk, key, (NEW, "Two ferries"))
    stored = await storage.pictures.find(new.url)
    assert stored is not None
    await until(lambda: _has_handle(storage, new.url))
    late: Reader = person(desk, "Late")
    photo, _ = await late.say("/story 1")
    assert (photo["caption"], desk.world.files[photo["photo"][-1]["file_id"]].content) == ("Two ferries", NEW)


async def _has_handle(storage: Storage, name: str) -> bool:
    stored = await storage.pictures.find(name)
    return stored is not None and stored.file_id is not None


async def test_new_caption_alone_leaves_the_photo(desk: Chatting, storage: Storage) -> None:
    (key,) = (await asked(desk, storage, "Bob")).values()
    handle = desk.world.messages[key]["photo"]
    await correct(storage, Picture(url=await storage.pictures.add(OLD), caption="A ferry at dawn"))
    await until_shown(desk, key, (OLD, "A ferry at dawn"))
    assert (media(desk), desk.world.messages[key]["photo"]) == ([], handle)


async def test_picture_taken_back_becomes_a_plain_tile_once_uploaded(desk: Chatting, storage: Storage) -> None:
    (key,) = (await asked(desk, storage, "Bob")).values()
    await correct(storage, None)
    await until_shown(desk, key, (plain_tile(), "The story no longer has this picture."))
    await Publishing(storage, "17").withdraw(1, reason="It was not true.", now=system_clock())
    await until_shown(desk, key, (plain_tile(), "This story has been withdrawn."))
    assert (media(desk), image_size(plain_tile())) == ([(True, 200)], (640, 360))


async def test_withdrawn_storys_photo_goes_too(desk: Chatting, storage: Storage) -> None:
    (key,) = (await asked(desk, storage, "Bob")).values()
    await Publishing(storage, "17").withdraw(1, reason="It was not true.", now=system_clock())
    await until_shown(desk, key, (plain_tile(), "This story has been withdrawn."))


@pytest.mark.parametrize("refused", [1, 2])
async def test_refused_handle_is_uploaded_anew_and_a_refused_picture_leaves_its_caption_right(
    desk: Chatting, storage: Storage, refused: int
) -> None:
    (key,) = (await asked(desk, storage, "Bob")).values()
    name = await storage.pictures.add(NEW)
    await storage.pictures.set_file_id(name, "of another bot")
    body = b'{"ok":false,"error_code":400,"description":"Bad Request: wrong file identifier/HTTP URL specified"}'
    desk.world.faults.odd["editMessageMedia"].extend([Odd(body, 400)] * refused)
    await correct(storage, Picture(url=name, caption="Two ferries"))
    await until_shown(desk, key, (NEW if refused == 1 else OLD, "Two ferries"))
    photo, _ = await person(desk, "Late").say("/story 1")  # no other picture's handle was taken for it
    assert desk.world.files[photo["photo"][-1]["file_id"]].content == NEW
