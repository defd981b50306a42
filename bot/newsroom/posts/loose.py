"""Loose post text: an article as pasted from a page. Chrome is dropped and listed, outlets are inferred."""

import html
from dataclasses import dataclass

import regex

from bot.newsroom.furniture.chrome import is_chrome
from bot.newsroom.furniture.datelines import without_dateline
from bot.newsroom.outlets.attribution import extract_outlets, split_names
from bot.newsroom.outlets.directory import Directory, better_spelling
from bot.newsroom.outlets.urls import find_host
from bot.newsroom.posts.alarms import without_alarm
from bot.newsroom.posts.credit_lines import with_credit_lines
from bot.newsroom.posts.layout import lay_out
from bot.newsroom.posts.layout_parts import Layout
from bot.newsroom.posts.posttext import BULLET, check_mark, read_picture, read_source
from bot.newsroom.text.cleaning import clean_text
from bot.newsroom.text.language import guess_language
from bot.newsroom.text.markup import escape_markup, lift_marks, marks_in, write_marks
from bot.newsroom.text.sentences import sentence_spans
from storage.model import ArticleText, Bullet, Source
from storage.words import squash

_SITE_SUFFIX = regex.compile(r"\s+[-–—|·]\s+([^-–—|·]+)$")
# Entities of HTML, in text that was copied out of a page's source.
_ENTITY = regex.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|bull|middot|[lr]squo|[lr]dquo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,4});"
)
_TAGGED = regex.compile(
    r"^\s*<(p|h[1-6]|li|ul|ol|div)\b[^<>]{0,300}>.{0,3000}?</\1>", regex.IGNORECASE | regex.DOTALL | regex.MULTILINE
)
# [21/11/2026, 18:04] Ada: as messengers write what is copied out of them.
_CHAT_STAMP = regex.compile(
    r"^\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\]| -) [^:\n]{1,40}: (?=\S)",
    regex.IGNORECASE,
)
# Marks of Markdown, as chats and editors of text write it.
_IMAGE = regex.compile(r"!\[([^\]]*)\]\([^)\s]*\)")
_LINK = regex.compile(r"\[([^\[\]]+)\]\(((?:https?://|mailto:|/)[^)\s]{0,2000})\)")
_EMPHASISED = regex.compile(r"(?<![\w*])(\*{1,3}|_{1,3}|~~)(?=\S)(?=[^*_~\n]*\p{L})([^*_~\n]{1,500})(?<=\S)\1(?![\w*])")
# A source of a list that is numbered otherwise than we write it, or has its address behind a dash.
_NUMBERED_NAME = regex.compile(r"\[\d{1,2}\]:?\s+|\d{1,2}\)\s+|\d{1,2}\.\s+(?=[^|]*\s[-–—:]\s*https?://[^|]*$)")
_HEADING = regex.compile(r"#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class LooseArticle:
    """What was read, and the lines that were dropped as chrome."""

    text: ArticleText
    dropped: tuple[str, ...]


def parse_loose(document: str, directory: Directory) -> LooseArticle:
    """Read loose post text. Raises ArticleFileError."""
    if _TAGGED.search(document):
        document = _read_tagged(document)
    if _ENTITY.search(document):
        document = html.unescape(document)
    lines = [_without_marks(line.strip()) for line in clean_text(document).split("\n")]
    layout = lay_out(with_credit_lines(lines, directory))
    sources = _Sources(directory, layout)
    bullets = tuple(sources.mark_bullet(line) for line in layout.bullets)
    body = tuple(sources.mark_paragraph(paragraph) for paragraph in layout.paragraphs)
    headline = _without_agency(_without_site(without_alarm(layout.headline), layout.dropped, directory), layout)
    if not sources.credited and not sources.listed():
        sources.credit_named(layout.dropped)
    prose = "\n".join([headline, *layout.bullets, *layout.paragraphs])
    text = ArticleText(
        headline=headline,
        bullets=bullets,
        body=body,
        credit_line=", ".join(sources.credited) or None,
        sources=sources.listed(),
        section=layout.keys.get("section"),
        language=layout.keys.get("language") or guess_language(prose),
        picture=read_picture(layout.keys["picture"]) if "picture" in layout.keys else None,
    )
    return LooseArticle(text, tuple(layout.dropped))


def _read_tagged(document: str) -> str:
    """Return what a piece of a page's source says, each of its blocks on lines of its own."""
    from lxml import html as pages  # noqa: PLC0415 - few paste a page's source, and a command line waits for it

    root = pages.fragment_fromstring(clean_text(document), create_parent="div")
    for element in root.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "br"):
        if element.tag == "li":
            element.text = f"• {element.text or ''}"
        element.tail = f"\n{'' if element.tag in ('br', 'li') else chr(10)}{element.tail or ''}"
    return str(root.text_content())


def _without_marks(line: str) -> str:
    """Leave out the marks of Markdown, which neither headlines nor bullets have, and the addresses of links."""
    if _IMAGE.fullmatch(line):
        return ""
    line = _CHAT_STAMP.sub("", line, count=1)
    leading = _LINK.fullmatch(without_alarm(line))
    if leading and leading[2].startswith("http") and is_chrome(leading[1]):
        return f"Source: {leading[2]}"  # [Read more](https://…)
    if not any(map(str.isalpha, line)):
        return line
    line = _HEADING.sub("", _LINK.sub(r"\1", line), count=1) if line[:1] in "[#" or "](" in line else line
    return _EMPHASISED.sub(r"\2", line)


def _without_site(headline: str, dropped: list[str], directory: Directory) -> str:
    """Cut ` - Site name` off a headline, where the name is an outlet's or stands on the page by itself."""
    match = _SITE_SUFFIX.search(headline)
    if match is None:
        return headline
    names = {squash(line) for line in dropped}
    is_site = directory.find_name(match[1]) is not None or squash(match[1]) in names
    return headline[: match.start()] if is_site else headline


def _without_agency(headline: str, layout: Layout) -> str:
    """Cut a dateline off a first sentence that is the headline; the agency in it is dropped, and so credited."""
    bare = without_dateline(headline, is_head=True)
    if bare == headline:
        return headline
    layout.dropped += regex.findall(r"\(([^()]{2,20})\)", headline[: len(headline) - len(bare)])
    return bare


class _Sources:
    """The numbered source list as it grows, in order of mention."""

    def __init__(self, directory: Directory, layout: Layout) -> None:
        blocks = [Source(outlet=name, title=title) for title, name in layout.blocks]
        self._given = [*_read_listed(layout, directory), *blocks]
        explicit = [source.outlet for source in self._given]
        credited = split_names(layout.credit, directory) if layout.credit else ()
        self._directory = directory.extended([*explicit, *credited])
        self._numbers = {squash(name): number for number, name in reversed(list(enumerate(explicit, 1)))}
        self._names = dict(enumerate(explicit, 1))
        self._credited = [self._number(name) for name in credited]

    @property
    def credited(self) -> list[str]:
        return [self._names[number] for number in self._credited]

    def listed(self) -> tuple[Source, ...]:
        given = len(self._given)
        added = (Source(outlet=name) for number, name in sorted(self._names.items()) if number > given)
        return (*self._given, *added)

    def credit_named(self, lines: list[str]) -> None:
        """Credit the first outlet that a line of the page names and says nothing else."""
        name = next((known for line in lines if (known := self._directory.find_name(line))), None)
        if name is not None:
            self._credited = [self._number(name)]

    def mark_bullet(self, line: str) -> Bullet:
        """Read a bullet; its marks are those it has, else those of the outlets it names."""
        if self._given and marks_in(line):
            text, marks = lift_marks(line)
            for mark in marks:
                check_mark(mark, len(self._given))
            return Bullet(text=text, sources=marks)
        return Bullet(text=line, sources=self._find(line))

    def mark_paragraph(self, paragraph: str) -> str:
        """Write a paragraph as markup, each attributing sentence followed by its marks."""
        if self._given and marks_in(paragraph):
            for mark in marks_in(paragraph):
                check_mark(mark, len(self._given))
            return paragraph
        marked, end = "", 0
        for start, stop in sentence_spans(paragraph):
            sentence = paragraph[start:stop]
            marks = write_marks(self._find(sentence))
            marked += paragraph[end:start] + escape_markup(sentence) + (f" {marks}" if marks else "")
            end = stop
        return marked

    def _find(self, sentence: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(name) for name in extract_outlets(sentence, self._directory)))

    def _number(self, name: str) -> int:
        key = squash(self._directory.find_name(name) or name)
        number = self._numbers.setdefault(key, len(self._names) + 1)
        self._names[number] = better_spelling(self._names.get(number, name), name)
        return number


def _read_listed(layout: Layout, directory: Directory) -> list[Source]:
    """Read a source list: numbered as we write it, or one name or address a line."""
    sources: list[Source] = []
    for number, line in enumerate(layout.listed, layout.listed_at):
        if line[0].isdigit() and not _NUMBERED_NAME.match(line):
            sources.append(read_source(line, position=len(sources) + 1, line=number))
        else:
            sources.append(_read_named(_NUMBERED_NAME.sub("", line, count=1), directory))
    return sources


def _read_named(line: str, directory: Directory) -> Source:
    """Read `Name`, an address, or both, with a dash or the like between them."""
    line = BULLET.sub("", line, count=1)
    address = regex.search(r"https?://\S+", line)
    if address is None:
        return Source(outlet=directory.find_name(line) or line)
    name = line[: address.start()].strip(" -–—:|(")
    known, host = directory.find_by_url(address[0]), find_host(address[0])
    if not host:  # no address after all
        return Source(outlet=name or address[0][:100])
    url = address[0] if "(" in address[0] else address[0].rstrip(").,;")
    return Source(outlet=directory.find_name(name) or name or known or host, url=url)
