"""The demo's own newsroom: invented stories by invented outlets, put into storage as if published through the day."""

from dataclasses import replace
from datetime import datetime, timedelta
from importlib import resources
from importlib.resources.abc import Traversable

from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.article_file import parse_article_file
from storage.model import ArticleText
from storage.store import Storage

BETWEEN_STORIES = timedelta(minutes=97)


def read_edition(part: str = "") -> tuple[ArticleText, ...]:
    """Return the demo's stories of today, or of `tomorrow`, the oldest first; pictures are named by file."""
    files = [file for file in (_folder() / part).iterdir() if file.name.endswith(".txt")]
    directory = make_directory(())
    return tuple(
        text
        for file in sorted(files, key=lambda file: file.name)
        for text in parse_article_file(file.read_bytes(), directory).texts
    )


async def publish_edition(storage: Storage, *, now: datetime, part: str = "") -> None:
    """Publish the demo's stories, the last of them just now."""
    texts = read_edition(part)
    for age, text in zip(reversed(range(len(texts))), texts, strict=True):
        picture = text.picture
        if picture is not None:
            content = _folder().joinpath(picture.url).read_bytes()
            text = replace(text, picture=replace(picture, url=await storage.pictures.add(content)))  # noqa: PLW2901
        await storage.articles.add([text], now=now - BETWEEN_STORIES * age, publish=True)


def _folder() -> Traversable:
    return resources.files("bot.demo") / "edition"
