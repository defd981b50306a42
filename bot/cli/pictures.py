"""Pictures that come and go with article files: read beside the file, written beside the export."""

from dataclasses import replace
from pathlib import Path

from bot.cli.output import open_to_write
from bot.errors import BotError
from storage.model import ArticleText
from storage.pictures import name_picture, picture_extension
from storage.store import Storage

MAX_PICTURE_BYTES = 10 * 1024 * 1024  # what Telegram takes: https://core.telegram.org/bots/api#sendphoto


async def find_picture(storage: Storage, text: ArticleText, folder: Path) -> tuple[ArticleText, Path | None]:
    """Return a text with the name of its picture once it is stored, and the file to store; None where there is none.

    Raises BotError where the file that an article names cannot be stored.
    """
    picture = text.picture
    if picture is None or not picture.is_stored or await storage.pictures.find(picture.url) is not None:
        return text, None
    path = folder / picture.url
    if Path(picture.url).name != picture.url or path.is_symlink():
        raise BotError(f"picture {picture.url}: expected an address, or the name of a file beside the article's")
    if not path.is_file():
        raise BotError(f"picture {picture.url}: there is no such file in {folder}, and no address begins like this")
    if path.stat().st_size > MAX_PICTURE_BYTES:
        raise BotError(f"picture {path}: larger than 10 MB")
    content = path.read_bytes()
    if picture_extension(content) is None:
        raise BotError(f"picture {path}: neither JPEG nor PNG")
    return replace(text, picture=replace(picture, url=name_picture(content))), path


async def take_picture(storage: Storage, text: ArticleText, path: Path) -> None:
    """Store the picture that find_picture found. Raises BotError if its file is another one by now."""
    name = await storage.pictures.add(path.read_bytes())  # noqa: ASYNC240 - nothing else runs
    if text.picture is None or name != text.picture.url:
        raise BotError(f"picture {path}: it was changed meanwhile")


async def write_picture(storage: Storage, text: ArticleText, folder: Path) -> None:
    """Write an article's stored picture beside its export."""
    if text.picture is None or not text.picture.is_stored:
        return
    stored = await storage.pictures.find(text.picture.url)
    if stored is not None:
        with open_to_write(folder / stored.name, "wb") as stream:
            stream.write(stored.content)
