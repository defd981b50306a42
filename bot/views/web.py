"""Articles as the web shows them: values for templates, with every text escaped already where it is HTML."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.i18n import is_right_to_left
from bot.views.card import credit_line
from bot.views.dates import written_date, written_moment
from bot.views.inline_html import Tags, escape_html, write_inline
from bot.views.markup import bullet_text, paragraph_text, plain_paragraph
from bot.views.page import Frame
from bot.views.splitter import shorten
from bot.views.text import Entity, Style, Text, is_linkable
from storage.model import Article, ArticleText, Label, Source, Status, independent_outlets
from storage.words import section_slug

DESCRIPTION_UTF16, TITLE_UTF16 = 200, 300
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPicture:
    """A picture by address."""

    address: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """An article in a list: enough to choose by."""

    number: int
    headline: str
    first: str
    section: str
    section_slug: str
    written: str
    moment: str
    picture: WebPicture | None
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSource:
    """One entry of the source list."""

    number: int
    outlet: str
    title: str
    address: str | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebStory:
    """All of an article."""

    teaser: Teaser
    credit: str
    bullets: tuple[Markup, ...]
    paragraphs: tuple[tuple[bool, Markup], ...]  # whether it is a quotation, and what it says
    sources: tuple[WebSource, ...]
    outlets: int
    notes: tuple[str, ...]
    earlier: int | None
    withdrawn: str | None  # the reason, '' where none was given
    data: Markup  # schema.org's NewsArticle as JSON-LD


def teaser(frame: Frame, article: Article) -> Teaser:
    """Return an article as lists show it."""
    text = article.text
    moment = article.published_at or article.modified_at
    first = text.bullets[0].text if text.bullets else plain_paragraph(text.body[0]) if text.body else ""
    return Teaser(
        number=article.number,
        headline=shorten(text.headline, TITLE_UTF16),
        first=shorten(first, DESCRIPTION_UTF16),
        section=text.section or "",
        section_slug=slug_of(article),
        written=written_moment(frame.words.locale, moment.astimezone(frame.zone)),
        moment=moment.isoformat(timespec="seconds"),
        picture=_picture(frame, article),
        language=text.language,
        direction="rtl" if is_right_to_left(text.language) else "ltr",
    )


def slug_of(article: Article) -> str:
    """Return the name of an article's section in addresses, '' where it has none."""
    return section_slug(article.text.section) if article.text.section else ""


def web_story(frame: Frame, article: Article, *, address: str) -> WebStory:
    """Return all of an article, for its own page at an address."""
    text, words = article.text, frame.words
    is_withdrawn = article.status is not Status.PUBLISHED
    told = [note for note in article.notes if note.label is not Label.REFILE]
    shown = text
    if is_withdrawn:
        shown = ArticleText(headline=text.headline, section=text.section, language=text.language)
    own = teaser(frame, replace(article, text=shown))
    notes = [words("story-note", label=each.label.value, note=each.text) for each in told]
    return WebStory(
        teaser=own,
        credit=credit_line(words, shown),
        bullets=tuple(_html(bullet_text(each, text.sources, sign="", mark=_reference)) for each in shown.bullets),
        paragraphs=tuple(_paragraph(each, text.sources) for each in shown.body),
        sources=tuple(_source(frame, number, each) for number, each in enumerate(shown.sources, 1)),
        outlets=len(independent_outlets(shown.sources)),
        notes=() if is_withdrawn else tuple(notes),
        earlier=article.earlier,
        withdrawn=(article.withdrawal_reason or "") if is_withdrawn else None,
        data=json_ld(newsarticle(frame, article, own, address=address)),
    )


def _paragraph(paragraph: str, sources: tuple[Source, ...]) -> tuple[bool, Markup]:
    is_quotation = paragraph.startswith(">")
    words = paragraph[1:].lstrip() if is_quotation else paragraph
    return is_quotation, _html(paragraph_text(words, sources, mark=_reference))


def _reference(number: int, _sources: tuple[Source, ...]) -> Text:
    label = f"[{number}]"
    return Text(label, (Entity(Style.REFERENCE, 0, len(label), url=f"#source-{number}"),))


def _html(text: Text) -> Markup:
    return Markup(write_inline(text, _tags_of))  # noqa: S704 - written of escaped text


def _tags_of(entity: Entity) -> Tags:
    if entity.style is Style.REFERENCE:
        return f'<sup><a href="{escape_html(entity.url or "")}">', "</a></sup>"
    if entity.style is Style.LINK:
        return f'<a href="{escape_html(entity.url or "")}" rel="nofollow noopener">', "</a>"
    tag = _TAGS.get(entity.style)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _source(frame: Frame, number: int, source: Source) -> WebSource:
    return WebSource(
        number=number,
        outlet=source.outlet,
        title=source.title or "",
        address=source.url if source.url and is_linkable(source.url) else None,
        day=written_date(frame.words.locale, source.published_on) if source.published_on else "",
    )


def _picture(frame: Frame, article: Article) -> WebPicture | None:
    picture = article.text.picture
    address = frame.picture_address(picture)
    if picture is None or address is None or article.status is not Status.PUBLISHED:
        return None
    return WebPicture(address=address, caption=picture.caption or "", credit=picture.credit or "")


def newsarticle(frame: Frame, article: Article, own: Teaser, *, address: str) -> dict[str, Any]:
    """Return an article in schema.org's terms (https://schema.org/NewsArticle)."""
    text, publisher = article.text, {"@type": "Organization", "name": frame.publication}
    values: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": own.headline,
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": text.language,
        "articleSection": text.section,
        "datePublished": own.moment,
        "dateModified": _written(article.revised_at),
        "creditText": credit_line(frame.words, text),
        "publisher": publisher,
        "author": publisher,
        "image": own.picture.address if own.picture else None,
    }
    if article.status is Status.PUBLISHED:
        values |= {
            "abstract": " ".join(bullet.text for bullet in text.bullets),
            "articleBody": "\n\n".join(map(plain_paragraph, text.body)),
            "citation": [_citation(source) for source in text.sources],
            "correction": [note.text for note in article.notes if note.label is Label.CORRECTION],
        }
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _citation(source: Source) -> dict[str, Any]:
    values: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title or source.outlet,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.outlet},
        "datePublished": source.published_on.isoformat() if source.published_on else None,
    }
    return {key: value for key, value in values.items() if value}


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def json_ld(values: dict[str, Any]) -> Markup:
    """Return data as it can stand in a script element: nothing in it ends that."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
