"""The bytes of our own pictures, named by their content."""

import hashlib

from sqlalchemy import select, update

from storage import schema
from storage.database import Database
from storage.model import StoredPicture

_EXTENSIONS = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"))


class Pictures:
    """Pictures that came as files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, content: bytes) -> str:
        """Store a picture and return its name; the same bytes have the same name."""
        name = name_picture(content)
        async with self._database.writing() as connection:
            await connection.execute(
                self._database.insert(schema.pictures).values(name=name, content=content).on_conflict_do_nothing()
            )
        return name

    async def find(self, name: str) -> StoredPicture | None:
        """Return a stored picture, or None."""
        query = select(schema.pictures).where(schema.pictures.c.name == name)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else StoredPicture(name=row.name, content=row.content, file_id=row.file_id)

    async def set_file_id(self, name: str, file_id: str) -> None:
        """Remember Telegram's handle, so that the bytes are uploaded once."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(schema.pictures).where(schema.pictures.c.name == name).values(file_id=file_id)
            )


def picture_extension(content: bytes) -> str | None:
    """Return `jpg` or `png` by a picture's first bytes, or None for anything else."""
    return next((extension for magic, extension in _EXTENSIONS if content.startswith(magic)), None)


def name_picture(content: bytes) -> str:
    """Return the name under which these bytes are stored."""
    return f"{hashlib.sha256(content).hexdigest()[:32]}.{picture_extension(content) or 'bin'}"
