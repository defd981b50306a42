"""Loose post text: an article as pasted from a page. Chrome is dropped and listed, outlets are inferred."""

from dataclasses import dataclass

import regex

from bot.errors import ArticleFileError
from bot.newsroom.attribution import extract_outlets, split_names
from bot.newsroom.chrome import is_chrome, is_label, is_prose
from bot.newsroom.cleaning import clean_text
from bot.newsroom.directory import Directory, better_spelling
from bot.newsroom.language import guess_language
from bot.newsroom.markup import escape_markup, lift_marks, marks_in, write_marks
from bot.newsroom.posttext import BULLET, KEY, LANGUAGE, SOURCES, check_mark, read_picture, read_source
from bot.newsroom.sentences import sentence_spans
from storage.model import ArticleText, Bullet, Source
from storage.words import squash

_CREDIT = regex.compile(
    r"(?:credited\s+(?:from|to|by)|credits?|source|fuente|quelle|fonte|kaynak|sumber|المصدر|источник|来源)\s*[:：]\s*(\S.*)",
    regex.IGNORECASE,
)
_SITE_SUFFIX = regex.compile(r"\s+[-–—|·]\s+([^-–—|·]+)$")
_MIN_WORDS_OF_BULLET = 2
_WRAPPED_AT = range(55, 101)  # characters in a line of a paragraph that was broken by hand or by mail


@dataclass(frozen=True, slots=True)
class LooseArticle:
    """What was read, and the lines that were dropped as chrome."""

    text: ArticleText
    dropped: tuple[str, ...]


def parse_loose(document: str, directory: Directory) -> LooseArticle:
    """Read loose post text. Raises ArticleFileError."""
    lines = [line.strip() for line in clean_text(document).split("\n")]
    layout = _lay_out(lines)
    sources = _Sources(directory, layout)
    bullets = tuple(sources.mark_bullet(line) for line in layout.bullets)
    body = tuple(sources.mark_paragraph(paragraph) for paragraph in layout.paragraphs)
    headline = _without_site(layout.headline, layout.dropped, directory)
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


@dataclass(slots=True)
class _Layout:
    headline: str
    credit: str | None
    keys: dict[str, str]
    bullets: list[str]
    paragraphs: list[str]
    sources: list[Source]
    dropped: list[str]


def _lay_out(lines: list[str]) -> _Layout:
    headline_at, rest_at, credit = _find_headline(lines)
    between = [line for line in lines[headline_at + 1 : rest_at] if line and not KEY.fullmatch(line)]
    dropped = [line for line in lines[:headline_at] if line]
    dropped += [line for line in between if not _CREDIT.fullmatch(line)]
    rest, sources = _split_sources(lines, rest_at)
    keys: dict[str, str] = {}
    bullets: list[str] = []
    blocks: list[list[str]] = [[]]
    for line in [line for line in lines[headline_at + 1 : rest_at] if KEY.fullmatch(line)] + rest:
        if not line:
            blocks.append([])
        elif not any(blocks) and (match := KEY.fullmatch(line)):
            keys[match[1].casefold()] = match[2].strip()
        elif (bullet := BULLET.match(line)) and not any(blocks):
            bullets.append(line[bullet.end() :])
        elif bullets and not any(blocks) and len(blocks) == 1 and line[0].islower():
            bullets[-1] += f" {line}"
        else:
            blocks[-1].append(line)
        if line and bullets and not any(blocks):
            blocks = [[]]
    paragraphs, after = _paragraphs([paragraph for block in blocks for paragraph in _join_wrapped(block)])
    if not bullets and not paragraphs:
        raise ArticleFileError("nothing but a headline was found", expected="bullets or a body under it")
    language = keys.get("language")
    if language and not LANGUAGE.fullmatch(language):
        del keys["language"]
    return _Layout(lines[headline_at], credit, keys, bullets, paragraphs, sources, dropped + after)


def _find_headline(lines: list[str]) -> tuple[int, int, str | None]:
    """Return where the headline is, where the rest begins, and the credit line's names."""
    credit_at = next((index for index, line in enumerate(lines) if _CREDIT.fullmatch(line)), None)
    if credit_at is not None:
        match = _CREDIT.fullmatch(lines[credit_at])
        headline_at = _last_line(lines, credit_at)
        credit = match[1] if match else None
        if headline_at is not None:
            return headline_at, credit_at + 1, credit
        raise ArticleFileError(
            "no headline above the credit line", expected="a headline on a line of its own", line=credit_at + 1
        )
    bullet_at = next((index for index, line in enumerate(lines) if _is_key_point(line)), None)
    prose_at = next((index for index, line in enumerate(lines) if is_prose(line)), None)
    headline_at = _last_line(lines, bullet_at) if bullet_at is not None else None
    if headline_at is None and prose_at is not None:
        headline_at = _last_line(lines, prose_at)
    if headline_at is None:
        # A headline may end in a full stop; then it is the first line, if anything follows it.
        filled = [index for index, line in enumerate(lines) if line and not is_chrome(line)]
        if len(filled) < 2:
            raise ArticleFileError("no headline was found", expected="a headline, then bullets or a body", line=1)
        headline_at = filled[0]
    return headline_at, headline_at + 1, None


def _is_key_point(line: str) -> bool:
    match = BULLET.match(line)
    return match is not None and len(line[match.end() :].split()) >= _MIN_WORDS_OF_BULLET


def _last_line(lines: list[str], before: int) -> int | None:
    candidates = [
        index
        for index in range(before)
        if lines[index]
        and not KEY.fullmatch(lines[index])
        and not is_chrome(lines[index])
        and not BULLET.match(lines[index])
    ]
    return candidates[-1] if candidates else None


def _split_sources(lines: list[str], start: int) -> tuple[list[str], list[Source]]:
    """Cut off a `Sources:` list, if the text has one."""
    at = next((index for index in range(start, len(lines)) if SOURCES.fullmatch(lines[index])), None)
    if at is None:
        return lines[start:], []
    sources: list[Source] = []
    for number, line in enumerate(lines[at + 1 :], at + 2):
        if line and not line[0].isdigit():
            break
        if line:
            sources.append(read_source(line, position=len(sources) + 1, line=number))
    return lines[start:at], sources


def _join_wrapped(block: list[str]) -> list[str]:
    """Join the lines of one paragraph that was wrapped; lines that are paragraphs themselves stay apart."""
    if len(block) > 1 and all(len(line) in _WRAPPED_AT for line in block[:-1]) and not is_label(block[0]):
        return [" ".join(block)]
    return block


def _paragraphs(lines: list[str]) -> tuple[list[str], list[str]]:
    """Tell the story's paragraphs from the chrome in and behind them."""
    last = max((index for index, line in enumerate(lines) if is_prose(line)), default=-1)
    kept = [line for line in lines[: last + 1] if is_prose(line) or not is_label(line)]
    dropped = [line for line in lines[: last + 1] if not is_prose(line) and is_label(line)]
    return kept, dropped + lines[last + 1 :]


def _without_site(headline: str, dropped: list[str], directory: Directory) -> str:
    """Cut ` - Site name` off a headline, where the name is an outlet's or stands on the page by itself."""
    match = _SITE_SUFFIX.search(headline)
    if match is None:
        return headline
    names = {squash(line) for line in dropped}
    is_site = directory.find_name(match[1]) is not None or squash(match[1]) in names
    return headline[: match.start()] if is_site else headline


class _Sources:
    """The numbered source list as it grows, in order of mention."""

    def __init__(self, directory: Directory, layout: _Layout) -> None:
        explicit = [source.outlet for source in layout.sources]
        credited = split_names(layout.credit, directory) if layout.credit else ()
        self._directory = directory.extended([*explicit, *credited])
        self._given = layout.sources
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
