"""The edits of a story's picture, where it is a message of its own: the picture of today, and what stands under it.

Telegram takes no picture out of a message: where a story has none any more, a plain tile takes its place.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.delivery.encoding import encode_caption, encode_media
from bot.delivery.prepared import Edit
from bot.views.page import Frame
from bot.views.picture import caption, current_picture
from bot.views.text import Text
from storage.model import Article, Shown, StoredPicture
from storage.pictures import name_picture
from storage.store import Storage

CAPTION_METHOD = "editMessageCaption"
MEDIA_METHOD = "editMessageMedia"
_TILE_SIZE = (640, 360)  # pixels
_TILE_GREY = 0xD8


class PictureEdits:
    """How messages with a story's picture are brought up to date."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def list(self, frame: Frame, article: Article, shown: Shown) -> tuple[Edit, ...]:
        """Return the edits for what a message shows of an article, the best first, the caption alone last."""
        text = caption(frame, article)
        only_caption = Edit(CAPTION_METHOD, encode_caption(text)[1:].encode())
        picture = current_picture(article)
        if await self._find_shown(article, shown) == (picture.url if picture else None):
            return (only_caption,)
        only_caption = replace(only_caption, is_whole=False)
        if picture is not None and not picture.is_stored:
            return (_media(picture.url, text), only_caption)
        stored = await self._storage.pictures.find(picture.url) if picture else await self._tile()
        if stored is None:
            return (only_caption,)
        by_handle = (_media(stored.file_id, text),) if stored.file_id else ()
        return (*by_handle, _media("attach://picture", text, upload=stored), only_caption)

    async def note_uploaded(self, edits: Sequence[Edit], file_id: str | None) -> None:
        """Remember Telegram's handle of a picture that may have been uploaded by these edits."""
        for upload in filter(None, (edit.upload for edit in edits)):
            if file_id is not None and file_id != upload.file_id:
                await self._storage.pictures.set_file_id(upload.name, file_id)

    async def _find_shown(self, article: Article, shown: Shown) -> str | None:
        if shown.is_withdrawn:
            return None
        text = (await self._storage.articles.list_texts(article)).get(shown.revision)
        return text.picture.url if text and text.picture else None

    async def _tile(self) -> StoredPicture | None:
        content = plain_tile()
        return await self._storage.pictures.find(name_picture(content)) or await self._store(content)

    async def _store(self, content: bytes) -> StoredPicture | None:
        return await self._storage.pictures.find(await self._storage.pictures.add(content))


def _media(photo: str, text: Text, *, upload: StoredPicture | None = None) -> Edit:
    return Edit(MEDIA_METHOD, encode_media(photo, text)[1:].encode(), upload)


@cache
def plain_tile() -> bytes:
    """Return a grey PNG (https://www.w3.org/TR/png/: an 8-bit greyscale header, the packed rows, the end)."""
    width, height = _TILE_SIZE
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([_TILE_GREY]) * width) * height
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
