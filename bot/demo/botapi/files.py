"""Photos: taking them in, and giving them out again."""

import struct
from typing import Any

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.schema import Upload
from bot.demo.botapi.world import Json, Stored, World

MAX_PHOTO_BYTES = 10 * 1024 * 1024
MAX_SIDES = 10_000  # width and height together
MAX_RATIO = 20
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def read_photo(world: World, photo: Any) -> list[Json]:
    """Return the sizes of an uploaded or known photo, or one named by address. Raises ApiError."""
    if isinstance(photo, Upload):
        return [_size(_store(world, photo.content))]
    if photo in world.files:
        return [_size(world.files[photo])]
    if photo.startswith(("http://", "https://")):
        return [{"file_id": photo, "file_unique_id": photo[-32:], "width": 1280, "height": 720}]
    raise bad_request("wrong file identifier/HTTP URL specified")


def store_photo(world: World, content: bytes) -> list[Json]:
    """Store a photo that somebody sends; return its sizes. Raises ApiError."""
    return [_size(_store(world, content))]


def store_document(world: World, document: Any) -> Json:
    """Store an uploaded file. Raises ApiError."""
    if not isinstance(document, Upload):
        raise bad_request("wrong file identifier/HTTP URL specified")
    stored = Stored(world.new_id("document"), document.content)
    world.files[stored.id] = stored
    size = len(stored.content)
    return {"file_id": stored.id, "file_unique_id": stored.id, "file_name": document.filename, "file_size": size}


def _store(world: World, content: bytes) -> Stored:
    if len(content) > MAX_PHOTO_BYTES:
        raise bad_request("file is too big")
    width, height = image_size(content) or (0, 0)
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    stored = Stored(world.new_id("photo"), content, width, height)
    world.files[stored.id] = stored
    return stored


def _size(stored: Stored) -> Json:
    return {
        "file_id": stored.id,
        "file_unique_id": stored.id,
        "width": stored.width,
        "height": stored.height,
        "file_size": len(stored.content),
    }


def image_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG, or None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


async def get_file(world: World, parameters: Json) -> Json:
    """getFile."""
    stored = world.files.get(parameters["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.id,
        "file_size": len(stored.content),
        "file_path": f"photos/{stored.id}",
    }
