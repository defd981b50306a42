"""/story: a full story; turning its pages, and on to the next."""

from dataclasses import replace

from bot import screens
from bot.asking import asked_number
from bot.context import Request
from bot.loading import get_article
from storage.model import Vote


async def story(request: Request) -> None:
    """Answer /story and /story_12; without a number, the story replied to, else the newest."""
    number = await asked_number(request)
    await request.answer(await screens.story(request, number))


async def open_story(request: Request) -> None:
    """Open a story below, by its button."""
    await request.answer(await screens.story(request, int(request.arguments[0])))


async def turn_page(request: Request) -> None:
    """Turn to a page of the story, in place."""
    number, page = map(int, request.arguments)
    turned = await screens.story(request, number, page=page)
    await request.replace(replace(turned, photo=None))  # its photo stands above already


async def older(request: Request) -> str | None:
    """Go on to the story published before, in place."""
    return await _go(request, is_older=True)


async def newer(request: Request) -> str | None:
    """Go on to the story published after, in place."""
    return await _go(request, is_older=False)


async def _go(request: Request, *, is_older: bool) -> str | None:
    article = await get_article(request.storage, int(request.arguments[0]))
    neighbours = await request.storage.articles.get_neighbours(article)
    number = neighbours.older if is_older else neighbours.newer
    if number is None:
        return request.frame.words("story-no-older" if is_older else "story-no-newer")
    page = await screens.story(request, number)
    picture = article.text.picture
    # A photo stands above the old story: it would be left above another one, so the next is sent below.
    has_photo = picture is not None and picture.is_stored and request.frame.picture_address(picture) is None
    await (request.answer(page) if has_photo else request.replace(page))
    return None


async def save(request: Request) -> str:
    """Bookmark the story; the button says so."""
    number, page = map(int, request.arguments)
    await get_article(request.storage, number)
    await request.storage.chats.save(request.chat.id, number, now=request.now)
    await request.edit_buttons(await screens.story(request, number, page=page))
    return request.frame.words("story-saved")


async def unsave(request: Request) -> None:
    """Take the bookmark away."""
    number, page = map(int, request.arguments)
    await request.storage.chats.unsave(request.chat.id, number)
    await request.edit_buttons(await screens.story(request, number, page=page))


async def follow_story(request: Request) -> str:
    """Follow the story's later instalments, or not, as the press says."""
    number, page, is_wanted = map(int, request.arguments)
    await get_article(request.storage, number)
    if is_wanted:
        await request.storage.series.follow(request.chat.id, number, now=request.now)
    else:
        await request.storage.series.unfollow(request.chat.id, number)
    await request.edit_buttons(await screens.story(request, number, page=page))
    return request.frame.words("story-follows" if is_wanted else "story-follows-not")


async def cast_vote(request: Request) -> str:
    """Take what a reader thinks of the story, or take it back, as the press says."""
    number, page, word = int(request.arguments[0]), int(request.arguments[1]), request.arguments[2]
    vote = None if word == "none" else Vote(word)
    await get_article(request.storage, number)
    await request.storage.votes.cast(request.chat.id, number, vote, now=request.now)
    await request.edit_buttons(await screens.story(request, number, page=page))
    return request.frame.words("vote-gone" if vote is None else "vote-done")
