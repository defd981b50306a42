"""Feeds and pages as outlets publish them, of invented words: the same ones at every call."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from random import Random

FEEDS = 24
PAGES = 92
_START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
_SYLLABLES = "ba ce di fo gu la me ni ro su ta ve wi no har ter lin mor ket sel ven dra pol est ing and".split()
_DECLARATIONS = "color:#1d2b3a;margin:0 auto;padding:4px 12px;display:flex;font:400 16px/1.5 serif"


class _Writer:
    """Writes invented prose and the markup around it; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.words = ["".join(self.dice.choices(_SYLLABLES, k=self.dice.randint(1, 4))) for _ in range(3000)]
        self.host = f"{self.phrase(1, 1)}.example"

    def phrase(self, fewest: int, most: int) -> str:
        return " ".join(self.dice.choices(self.words, k=self.dice.randint(fewest, most)))

    def title(self) -> str:
        return self.phrase(6, 12).capitalize()

    def name(self) -> str:
        return self.phrase(2, 2).title()

    def sentence(self) -> str:
        return f"{self.phrase(9, 24).capitalize()}."

    def url(self) -> str:
        return f"https://{self.host}/{self.phrase(4, 8).replace(' ', '-')}"

    def attributes(self) -> str:
        """Write what a publishing system puts on every element."""
        block, variant = self.phrase(1, 1), self.phrase(1, 1)
        number = self.dice.randrange(10**6)
        return (
            f'class="{block} {block}__{variant} {block}--{variant} u-{self.dice.randrange(99)}" id="{block}-{number}"'
        )

    def link(self, fewest: int, most: int) -> str:
        return f'<a href="{self.url()}" {self.attributes()}>{self.phrase(fewest, most)}</a>'

    def picture(self) -> str:
        url = self.url()
        sizes = ", ".join(f"{url}-{width}.jpg {width}w" for width in (320, 640, 1280))
        image = f'<img src="{url}.jpg" srcset="{sizes}" alt="{self.title()}" width="1280" height="720" loading="lazy">'
        return f"<figure {self.attributes()}>{image}<figcaption>{self.title()}</figcaption></figure>"

    def paragraph(self) -> str:
        """Write one to four sentences, of which one has a link or an emphasis."""
        sentences = [self.sentence() for _ in range(self.dice.randint(1, 4))]
        sentences.insert(1, self.dice.choice([self.link(2, 5), f"<em>{self.phrase(1, 3)}</em>", self.phrase(3, 6)]))
        return f"<p {self.attributes()}>{' '.join(sentences)}</p>"

    def prose(self, words: int) -> str:
        """Write an article's text of so many words or a few more, with what stands between its paragraphs."""
        blocks: list[str] = []
        while words > 0:
            paragraph = self.paragraph()
            words -= paragraph.count(" ")
            between = self.dice.choices(
                ["", f"<h2>{self.title()}</h2>", self.picture(), self.quotation()], [12, 2, 1, 1]
            )
            blocks += [paragraph, *between]
        return "\n".join(blocks)

    def quotation(self) -> str:
        return f"<blockquote {self.attributes()}><p>{self.sentence()}</p><cite>{self.name()}</cite></blockquote>"

    def links(self, count: int) -> str:
        items = [f"<li {self.attributes()}>{self.link(1, 3)}</li>" for _ in range(count)]
        return f"<ul {self.attributes()}>{''.join(items)}</ul>"

    def teasers(self, count: int) -> str:
        return "\n".join(
            f"<div {self.attributes()}><div {self.attributes()}>{self.picture()}</div><h3>{self.link(6, 12)}</h3>"
            f"<span {self.attributes()}>{self.dice.randint(2, 59)} min</span></div>"
            for _ in range(count)
        )

    def comments(self, count: int) -> str:
        return "\n".join(
            f"<li {self.attributes()}><b>{self.name()}</b>{self.paragraph()}<button {self.attributes()}>Reply</button></li>"
            for _ in range(count)
        )

    def script(self, lines: int) -> str:
        return "\n".join(
            f'window.{self.phrase(1, 1)}=function(a,b){{return a<b&&{{"{self.phrase(1, 1)}":["{self.url()}"]}}}};'
            for _ in range(lines)
        )

    def style(self, rules: int) -> str:
        return "\n".join(f".{self.phrase(1, 1)}>.{self.phrase(1, 1)}{{{_DECLARATIONS}}}" for _ in range(rules))


def make_feeds() -> list[bytes]:
    """Return feeds of 50 to 200 entries, RSS and Atom, with summaries; half of them carry the whole texts too."""
    return [_feed(number) for number in range(FEEDS)]


def _feed(number: int) -> bytes:
    writer = _Writer(number)
    is_atom, is_whole = number % 2 == 1, number % 4 >= 2
    write_entry = _atom_entry if is_atom else _rss_item
    entries = ""
    for age in range(writer.dice.randint(50, 100 if is_whole else 200)):
        text = writer.prose(writer.dice.randint(200, 1600)) if is_whole else ""
        entries += write_entry(writer, _START - timedelta(minutes=17 * age), text) + "\n"
    if is_atom:
        return (
            f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
            f"<title>{writer.name()}</title><id>https://{writer.host}/</id><updated>{_START.isoformat()}</updated>"
            f'<link href="https://{writer.host}/"/>\n{entries}</feed>'
        ).encode()
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>{writer.name()}</title><link>https://{writer.host}/</link><language>en</language>\n{entries}</channel></rss>"
    ).encode()


def _rss_item(writer: _Writer, published: datetime, text: str) -> str:
    url = writer.url()
    categories = "".join(f"<category><![CDATA[{writer.name()}]]></category>" for _ in range(3))
    content = f"<content:encoded><![CDATA[{text}]]></content:encoded>" if text else ""
    return (
        f'<item><title><![CDATA[{writer.title()}]]></title><link>{url}</link><guid isPermaLink="false">{url}#1</guid>'
        f"<pubDate>{format_datetime(published)}</pubDate><dc:creator>{writer.name()}</dc:creator>{categories}"
        f"<description><![CDATA[{writer.sentence()} {writer.sentence()}]]></description>{content}"
        f'<media:content url="{writer.url()}.jpg" medium="image" width="1280" height="720">'
        f"<media:credit>{writer.name()}</media:credit></media:content></item>"
    )


def _atom_entry(writer: _Writer, published: datetime, text: str) -> str:
    url = writer.url()
    categories = "".join(f'<category term="{writer.name()}"/>' for _ in range(3))
    content = f'<content type="html">{escape(text)}</content>' if text else ""
    return (
        f'<entry><id>{url}#1</id><title type="html">{writer.title()}</title>'
        f'<link rel="alternate" type="text/html" href="{url}"/><published>{published.isoformat()}</published>'
        f"<updated>{published.isoformat()}</updated><author><name>{writer.name()}</name></author>{categories}"
        f'<summary type="html">{writer.sentence()} {writer.sentence()}</summary>{content}</entry>'
    )


def make_pages() -> list[bytes]:
    """Return article pages of 55 to 160 kB, of which 400 to 900 words are the article."""
    return [_page(1000 + number) for number in range(PAGES)]


def _page(seed: int) -> bytes:
    writer = _Writer(seed)
    dice = writer.dice
    title, author = writer.title(), writer.name()
    return f"""<!DOCTYPE html>
<html lang="en"><head>{_head(writer, title, author, _START + timedelta(minutes=seed))}
<style>{writer.style(dice.randint(20, 120))}</style><script>{writer.script(dice.randint(20, 170))}</script></head>
<body {writer.attributes()}><header {writer.attributes()}><a href="/">{writer.host}</a>
<nav {writer.attributes()}>{writer.links(dice.randint(15, 90))}</nav></header>
<div {writer.attributes()}><main><article {writer.attributes()}><h1>{title}</h1>
<p {writer.attributes()}>By <a rel="author" href="/people">{author}</a></p>{writer.picture()}
<div {writer.attributes()}>{writer.prose(dice.randint(200, 450))}
<aside {writer.attributes()}><h4>Read more</h4>{writer.links(4)}</aside>
{writer.prose(dice.randint(200, 450))}</div></article>
<section id="comments"><h2>Comments</h2><ol>{writer.comments(dice.randint(0, 50))}</ol></section></main>
<aside {writer.attributes()}>{writer.teasers(dice.randint(4, 48))}</aside></div>
<footer {writer.attributes()}>{writer.links(dice.randint(20, 50))}<p>{writer.sentence()}</p></footer>
<script>{writer.script(dice.randint(20, 170))}</script></body></html>""".encode()


def _head(writer: _Writer, title: str, author: str, published: datetime) -> str:
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
             "datePublished": published.isoformat(), "author": {"@type": "Person", "name": author}}  # fmt: skip
    ld = f'<script type="application/ld+json">{json.dumps(about)}</script>' if writer.dice.random() < 0.5 else ""
    return f"""<meta charset="utf-8"><title>{title} | {writer.host}</title><link rel="canonical" href="{writer.url()}">
<meta name="description" content="{writer.sentence()}"><meta property="og:title" content="{title}">
<meta property="og:image" content="{writer.url()}.jpg"><meta property="og:site_name" content="{writer.host}">
<meta property="article:published_time" content="{published.isoformat()}">{ld}
<link rel="alternate" type="application/rss+xml" href="https://{writer.host}/feed">"""
