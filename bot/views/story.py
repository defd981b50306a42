"""The story: everything we have of one article."""

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from bot.views.card import HEADLINE_UTF16, credit_line, shown, told_before, written_local
from bot.views.markup import bullet_text, paragraph_text
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import MESSAGE, Budget, shorten, split
from bot.views.text import Text, bold, folded, italic, join, link, local_date, with_folds_merged
from storage.model import Article, ArticleText, Label, Neighbours, Shows, Status, StoryState, Vote

UNTOUCHED = StoryState()
VOTES = {Vote.UP: "👍", Vote.DOWN: "👎"}
OPEN_PARAGRAPHS = 3
FOLDED_UTF16 = 900  # about a screen of a phone; what is shorter need not be opened
PAGE = Budget(utf16=3900, entities=MESSAGE.entities, payload_bytes=MESSAGE.payload_bytes)


def story(
    frame: Frame, article: Article, neighbours: Neighbours, *, state: StoryState = UNTOUCHED, page: int = 1
) -> Page:
    """Return one page of a story; a page beyond the last is the last."""
    if article.status is not Status.PUBLISHED:
        return _withdrawn(frame, article)
    pages = split([_head(frame, article), *_rest(frame, article)], budget=PAGE)
    page = max(1, min(page, len(pages)))
    picture = article.text.picture if frame.has_pictures else None
    address = frame.picture_address(picture)
    return Page(
        text=with_folds_merged(pages[page - 1]),
        buttons=story_buttons(frame, article, neighbours, state=state, page=page, pages=len(pages)),
        preview=address if page == 1 else None,
        photo=picture if picture and picture.is_stored and page == 1 and not address else None,
        shows=Shows.STORY,
        articles=(shown(article),),
        number=page,
    )


def as_seen(article: Article, text: ArticleText, *, now: datetime) -> Article:
    """Return an article as readers would see it now, if this were its text and it were published."""
    return replace(article, text=text, status=Status.PUBLISHED, published_at=article.published_at or now)


def preview(frame: Frame, article: Article, neighbours: Neighbours) -> Page:
    """Return a story's first page without its buttons, for an editor's eyes; what it shows is nobody's to correct."""
    page = story(frame, article, neighbours)
    return replace(page, buttons=(), shows=None, articles=())


def _withdrawn(frame: Frame, article: Article) -> Page:
    words = frame.words
    why = article.withdrawal_reason
    reason = words("story-withdrawn-reason", reason=why) if why else ""
    headline = bold(shorten(article.text.headline, HEADLINE_UTF16))
    whole = join("\n\n", [headline, italic(words("story-withdrawn")), reason])
    text = split([whole], budget=MESSAGE)[0]  # this one must arrive, however much somebody wrote
    return Page(text=text, shows=Shows.STORY, articles=(shown(article),))


def _head(frame: Frame, article: Article) -> Text:
    dated = Text()
    if article.published_at:
        dated = local_date(written_local(frame, article.published_at), article.published_at)
    credit = credit_line(frame.words, article.text)
    return join("\n", [bold(article.text.headline), credit, dated, told_before(frame, article)])


def _rest(frame: Frame, article: Article) -> list[Text]:
    text = article.text
    blocks = [join("\n", [bullet_text(bullet, text.sources) for bullet in text.bullets])]
    blocks += _body(text)
    if text.picture and text.picture.credit:
        blocks.append(italic(frame.words("story-picture-credit", credit=text.picture.credit)))
    blocks += [
        italic(frame.words("story-note", label=note.label.value, note=note.text))
        for note in article.notes
        if note.label is not Label.REFILE
    ]
    if address := frame.page_address(article.number):
        blocks.append(link(frame.words("web-page"), address))
    return [block for block in blocks if block]


def _body(text: ArticleText) -> list[Text]:
    """Return the paragraphs; of a long story those behind the first ones open by a tap."""
    paragraphs = [paragraph_text(paragraph, text.sources) for paragraph in text.body]
    first, rest = paragraphs[:OPEN_PARAGRAPHS], paragraphs[OPEN_PARAGRAPHS:]
    if sum(each.utf16_length for each in rest) < FOLDED_UTF16:
        return paragraphs
    return [*first, *map(folded, rest)]


def story_buttons(
    frame: Frame, article: Article, neighbours: Neighbours, *, state: StoryState, page: int = 1, pages: int = 1
) -> tuple[tuple[Button, ...], ...]:
    """Return what can be done with a story, and its other pages where it has any."""
    words, number = frame.words, article.number
    share = _share_button(frame, article)
    count = len(article.text.sources)
    sources = Button(label=words("story-sources", count=count), press=press("sources", number)) if count else None
    if not frame.is_private:
        # Nobody turns pages for the others: what is more is read in the private chat.
        return rows((Button(label=words("story-full"), url=frame.deep_link(f"story_{number}")), sources, share))
    save = Button(
        label=words("story-saved" if state.is_saved else "story-save"),
        press=press("unsave" if state.is_saved else "save", number, page),
    )
    follow = Button(
        label=words("story-followed" if state.is_followed else "story-follow"),
        press=press("follow_story", number, page, int(not state.is_followed)),
    )
    older = Button(label=words("story-older"), press=press("older", number))
    newer = Button(label=words("story-newer"), press=press("newer", number))
    return rows(
        page_buttons(frame, page, pages, ("page", number)),
        (sources, share, save),
        (older if neighbours.older else None, newer if neighbours.newer else None),
        (follow, *(_vote_button(number, page, vote, is_cast=state.vote is vote) for vote in Vote)),
        (Button(label=words("story-mistake"), press=press("mistake", number)),),
    )


def _vote_button(number: int, page: int, vote: Vote, *, is_cast: bool) -> Button:
    """Return a button that casts a vote, or takes it back: what it sets is said outright."""
    label = f"{'✓ ' if is_cast else ''}{VOTES[vote]}"
    return Button(label=label, press=press("vote", number, page, "none" if is_cast else vote.value))


def page_buttons(frame: Frame, page: int, pages: int, target: tuple[str | int, ...]) -> tuple[Button | None, ...]:
    """Return the buttons that turn pages in place: `1/3 ▶`, then `◀` and `2/3 ▶`, then `◀ 3/3`."""
    if pages <= 1:
        return ()
    action, *arguments = target
    label = frame.words("list-page", page=page, pages=pages)
    back, on = frame.words("list-back"), frame.words("list-on")
    to_previous = press(str(action), *arguments, page - 1)
    if page == pages:
        return (Button(label=f"{back} {label}", press=to_previous),)
    previous = Button(label=back, press=to_previous) if page > 1 else None
    return previous, Button(label=f"{label} {on}", press=press(str(action), *arguments, page + 1))


def _share_button(frame: Frame, article: Article) -> Button:
    """Return what puts the story's card into another chat, or its address where the bot cannot be asked inline."""
    label, page = frame.words("story-share"), frame.page_address(article.number)
    if frame.has_inline and frame.is_private and page is None:
        return Button(label=label, inline=f"#{article.number}")
    address = page or frame.deep_link(f"story_{article.number}")
    query = urlencode({"url": address, "text": shorten(article.text.headline, 200)})
    return Button(label=label, url=f"https://t.me/share/url?{query}")
