"""Into a draft from anywhere: a pasted post, links, a forwarded post, a photo with a caption."""

import asyncio
from dataclasses import replace

from bot.context import Request
from bot.desk import work
from bot.errors import ArticleFileError, EditorError, as_sentence
from bot.ingest.drafts import Drafted
from bot.ingest.links import MOST_LINKS, Failed, Links, clean_links
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.article_file import parse_article_file
from bot.views import desk_incoming as view
from storage.model import ArticleText, Picture, Report
from storage.pictures import picture_extension

LEAST_CHARACTERS = 40  # of a pasted post: fewer are a word that went astray


def is_draft(request: Request) -> bool:
    """Whether an editor sent something to make a draft of: links, several lines, a photo, a forwarded post."""
    is_brought = request.photo is not None or request.forwarded_from is not None
    return is_brought or _is_post(request.text) or clean_links(request.text) is not None


async def draft(request: Request) -> None:
    """Make a draft of what an editor sent, and open it. Raises EditorError where nothing can be made of it."""
    links = clean_links(request.text)
    if links is not None and not _is_caption(request, links):
        await _draft_links(request, links)
    else:
        await _draft_post(request)


def _is_caption(request: Request, links: tuple[str, ...]) -> bool:
    """Whether words beside a link are a photo's: photo and words are a post."""
    return request.photo is not None and request.text.strip() not in links


def _is_post(text: str) -> bool:
    return "\n" in text.strip() and len(text) >= LEAST_CHARACTERS


async def _draft_post(request: Request) -> None:
    """Read a post text; what is dropped as chrome is told."""
    text = request.text
    if not text.strip():
        raise EditorError("Send the photo with its story as the caption; into a draft it goes by the Picture button.")
    directory = make_directory(await request.storage.outlets.list())
    try:
        parsed = await asyncio.to_thread(parse_article_file, text.encode(), directory)
    except ArticleFileError as error:
        raise EditorError(f"{as_sentence(error)} Nothing was stored; send it again, changed.") from None
    (article, *others) = parsed.texts
    if others:
        raise EditorError("One article at a time, please; `dateline article import` takes many.")
    article = _credited(article, request)
    if request.photo is not None:
        picture = article.picture or Picture(url="")
        article = replace(article, picture=replace(picture, url=await store_photo(request, request.photo)))
    ((number, is_new),) = await work.publishing_of(request).add_missing([article], now=request.now)
    dropped = f" Left out: {'; '.join(parsed.dropped)}"[:300] if parsed.dropped else ""
    said = f"A draft of your post.{dropped}" if is_new else "This post is here already."
    await work.show(request, number, said=said)


def _credited(article: ArticleText, request: Request) -> ArticleText:
    """Credit a forwarded post to its channel, where it credits nobody."""
    source = request.forwarded_from.title if request.forwarded_from else ""
    if source and not article.credit_line and not article.sources:
        return replace(article, credit_line=source)
    return article


async def store_photo(request: Request, file_id: str) -> str:
    """Store a photo that was sent; return its name. Raises EditorError."""
    content = await request.services.telegram.download(file_id)
    if content is None or picture_extension(content) is None:
        raise EditorError("This photo could not be taken; send it again as a JPEG or PNG.")
    return await request.storage.pictures.add(content)


async def _draft_links(request: Request, urls: tuple[str, ...]) -> None:
    """Read links, group and draft them; one message shows how far that has come."""
    links = request.services.links
    if links is None:
        raise EditorError("This process reads no links; send them again in a moment.")
    if len(urls) > MOST_LINKS:
        raise EditorError(f"At most {MOST_LINKS} links at a time.")
    message_id = await request.send(view.reading(0, len(urls)))
    async with asyncio.TaskGroup() as group:
        reading = [group.create_task(links.read(url, request.now)) for url in urls]
        for done, one in enumerate(asyncio.as_completed(reading), 1):
            await one
            if done < len(urls):
                await request.edit(message_id, view.reading(done, len(urls)))
    read = [task.result() for task in reading]
    reports = [each for each in read if isinstance(each, Report)]
    failed = [each for each in read if isinstance(each, Failed)]
    is_new = await _draft_reports(request, links, reports, failed)
    drafted = view.drafted(is_new, len(urls), failed)
    if not await request.edit(message_id, drafted):
        await request.send(drafted)
    if len(is_new) == 1:
        await work.show(request, *is_new)


async def _draft_reports(
    request: Request, links: Links, reports: list[Report], failed: list[Failed]
) -> dict[int, bool]:
    """Return the articles that tell of these reports, each with whether it was drafted just now."""
    drafts: list[Drafted] = []
    if reports:
        failed += await links.draft(reports, request.now, drafts.append)
    # Two groups may be of one article: the first made it, and the second found it here.
    return {draft.number: draft.is_new for draft in reversed(drafts)}
