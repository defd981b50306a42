"""The story as one native page: everything we have of an article, its sources as footnotes."""

from collections.abc import Sequence
from dataclasses import replace

from bot.i18n import is_right_to_left
from bot.views.card import credit_line, told_before, written_local
from bot.views.markup import bullet_text, paragraph_text
from bot.views.page import Frame, Page, Rich
from bot.views.rich import Block, fits, write_blocks
from bot.views.sources import source_entry
from bot.views.story import UNTOUCHED, story_buttons
from bot.views.story import story as classic_story
from bot.views.text import Entity, Style, Text, bold, italic, join, local_date
from storage.model import Article, Label, Neighbours, Source, Status, StoryState

PARAGRAPHS_AHEAD = 8  # the rest of a longer story opens by a tap


def story(
    frame: Frame, article: Article, neighbours: Neighbours, *, state: StoryState = UNTOUCHED, page: int = 1
) -> Page:
    """Return a story's page, with its native form where the chat wants that and Telegram takes it."""
    classic = classic_story(frame, article, neighbours, state=state, page=page)
    forms = rich_forms(frame, article) if frame.has_rich and article.status is Status.PUBLISHED else ()
    if not forms:
        return classic
    buttons = story_buttons(frame, article, neighbours, state=state)
    return replace(classic, rich=Rich(forms, buttons, is_right_to_left(article.text.language)))


def rich_forms(frame: Frame, article: Article) -> tuple[str, ...]:
    """Return a story's native page in its forms, the best one first: with its picture, and without.

    None at all where it is beyond what Telegram takes.
    """
    address = frame.picture_address(article.text.picture)
    forms = [_blocks(frame, article, address)] if address else []
    forms.append(_blocks(frame, article, None))
    return tuple(write_blocks(blocks) for blocks in forms if fits(blocks))


def _blocks(frame: Frame, article: Article, address: str | None) -> list[Block]:
    text, words = article.text, frame.words
    ahead, behind = _split(text.body)
    notes = [note for note in article.notes if note.label is not Label.REFILE]
    blocks = [
        Block(tag="h1", text=Text(text.headline).strip()),
        Block(tag="p", text=_under_headline(frame, article)),
        _figure(article, address) if address else None,
        Block(
            tag="ul",
            blocks=tuple(
                Block(tag="li", text=bullet_text(each, text.sources, sign="", mark=_reference)) for each in text.bullets
            ),
        ),
        *(_paragraph(each, text.sources) for each in ahead),
        _details(words("rich-more"), [_paragraph(each, text.sources) for each in behind]),
        _details(
            words("rich-changes"),
            [Block(tag="p", text=Text(words("story-note", label=each.label.value, note=each.text))) for each in notes],
        ),
        *(_footnotes(frame, article) if text.sources else ()),
        Block(tag="footer", text=_footer(frame, article)),
    ]
    return [block for block in blocks if block is not None and not _is_empty(block)]


def _footer(frame: Frame, article: Article) -> Text:
    words, credit = frame.words, credit_line(frame.words, article.text)
    said = " · ".join(words.apart(each) for each in (frame.publication, credit) if each)
    return Text(words.line("", credit) + said if said else "")


def _is_empty(block: Block) -> bool:
    """Whether nothing of it could be read: Telegram refuses a page for one such block."""
    return not block.is_void and not block.text.plain.strip() and all(map(_is_empty, block.blocks))


def _split(body: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands open of a story, and what a tap opens; one paragraph alone is not hidden."""
    if len(body) <= PARAGRAPHS_AHEAD + 1:
        return body, ()
    return body[:PARAGRAPHS_AHEAD], body[PARAGRAPHS_AHEAD:]


def _under_headline(frame: Frame, article: Article) -> Text:
    dated = Text()
    if article.published_at:
        dated = local_date(written_local(frame, article.published_at), article.published_at)
    return join("\n", [italic(credit_line(frame.words, article.text)), dated, told_before(frame, article)])


def _figure(article: Article, address: str) -> Block:
    picture = article.text.picture
    caption, credit = (picture.caption or "", picture.credit or "") if picture else ("", "")
    cite = (Block(tag="cite", text=Text(credit)),) if credit else ()
    captioned = (Block(tag="figcaption", text=Text(caption), blocks=cite),) if caption or credit else ()
    image = Block(tag="img", attributes=(("src", address), ("alt", caption)), is_void=True)
    return Block(tag="figure", blocks=(image, *captioned))


def _paragraph(paragraph: str, sources: tuple[Source, ...]) -> Block:
    is_quotation = paragraph.startswith(">")
    words = paragraph[1:].lstrip() if is_quotation else paragraph
    return Block(tag="aside" if is_quotation else "p", text=paragraph_text(words, sources, mark=_reference).strip())


def _details(summary: str, blocks: Sequence[Block]) -> Block | None:
    filled = tuple(block for block in blocks if not _is_empty(block))
    if not filled:
        return None
    return Block(tag="details", blocks=(Block(tag="summary", text=Text(summary)), *filled))


def _reference(number: int, _sources: tuple[Source, ...]) -> Text:
    """Set a mark that leads to its footnote."""
    label = f"[{number}]"
    return Text(label, (Entity(Style.REFERENCE, 0, len(label), url=f"#s{number}"),))


def _footnotes(frame: Frame, article: Article) -> tuple[Block, ...]:
    notes = (
        Block(tag="tg-reference", text=source_entry(frame, article, number), attributes=(("name", f"s{number}"),))
        for number in range(1, len(article.text.sources) + 1)
    )
    heading = Block(tag="h3", text=bold(frame.words("sources-title")))
    return Block(tag="hr", is_void=True), heading, *(Block(tag="p", blocks=(note,)) for note in notes)
