"""Where the parts of a pasted page stand: headline, credit, bullets, story; what is around them is furniture."""

from collections.abc import Iterator, Sequence

import regex

from bot.errors import ArticleFileError
from bot.newsroom.furniture.chrome import ends_sentence, is_chrome, is_label, is_prose
from bot.newsroom.furniture.walls import is_wall
from bot.newsroom.posts.alarms import is_alarm
from bot.newsroom.posts.credit_lines import find_credit, is_credit_line
from bot.newsroom.posts.headline_places import (
    count_sentences_before,
    find_above_prose,
    find_last_line,
    find_told,
    is_around,
    is_author,
    is_headline_above_dek,
    tells,
)
from bot.newsroom.posts.layout_parts import (
    Layout,
    without_blocks,
    without_captions,
    without_listed,
    without_small_sections,
)
from bot.newsroom.posts.openers import find_bullets, has_opener
from bot.newsroom.posts.posttext import BULLET, KEY, LANGUAGE
from bot.newsroom.text.sentences import sentence_spans

_END = regex.compile(
    r"(?:tags?|filed\s+under|categor(?:y|ies)|topics?|etiquetas|temas|schlagw[oö]rter|themen|mots[- ]clés|теги"
    r"|الوسوم|الكلمات\s+المفتاحية|标签|關鍵字|关键词|キーワード|タグ)\s*[:：].*",
    regex.IGNORECASE,
)
_AUTHORED = regex.compile(r"[^,。.:：]{2,30}[:：]\s?[^:：.。,，]{1,24}")  # `责任编辑：李明`
_NO_OPENER = "Source"
_LEDES = 2  # sentences before a list that do not make it part of the story
_MOST_WORDS_OF_HEADLINE = 30


def lay_out(lines: list[str]) -> Layout:
    """Find the parts of a page. Raises ArticleFileError where it has no headline, or nothing else."""
    found = Layout()
    lines = without_captions(lines, found)
    lines = without_small_sections(lines, found)
    lines = without_blocks(lines, found)
    lines = without_listed(lines, found)
    bullets = _find_bullets(lines)
    credit_at = next((place for place, line in enumerate(lines) if is_credit_line(line)), None)
    if credit_at is not None and _is_above_all(lines, credit_at):
        found.credit = find_credit(lines[credit_at])
        lines[credit_at] = ""
        credit_at = None
    if credit_at is not None and _is_header(lines, credit_at, bullets):
        rest_at = _take_header(lines, credit_at, bullets, found)
    else:
        rest_at = _take_headline(lines, bullets, found)
    _take_rest(lines, rest_at, _find_bullets(lines[rest_at:]), found)
    if not found.bullets and not found.paragraphs:
        raise ArticleFileError("nothing but a headline was found", expected="bullets or a body under it")
    if (language := found.keys.get("language")) and not LANGUAGE.fullmatch(language):
        del found.keys["language"]
    return found


def _find_bullets(lines: Sequence[str]) -> dict[int, str]:
    """Return the lines of the first list; what credits or invites ends one, whatever sign is before it."""
    return find_bullets([_NO_OPENER if has_opener(line) and is_around(line) else line for line in lines])


def _is_above_all(lines: Sequence[str], credit_at: int) -> bool:
    """Whether a credit line stands above the headline, too, as a page's address does."""
    below = [line for line in lines[credit_at + 1 :] if line and not is_around(line)]
    return find_last_line(lines, credit_at) is None and len(below) > 1 and not BULLET.match(below[0])


def _is_header(lines: Sequence[str], credit_at: int, bullets: dict[int, str]) -> bool:
    """Whether a credit line stands above the article: no bullet and no running text before it, but behind it."""
    if any(place < credit_at for place in bullets) or any(map(_runs, lines[:credit_at])):
        return False
    return bool(bullets) or any(map(tells, lines[credit_at + 1 :]))


def _runs(line: str) -> bool:
    """Whether a line is a paragraph, and no headline: several sentences, or very many words."""
    return tells(line) and (len(line.split()) > _MOST_WORDS_OF_HEADLINE or len(sentence_spans(line)) > 1)


def _take_header(lines: list[str], credit_at: int, bullets: dict[int, str], found: Layout) -> int:
    """Take the headline above a credit line, and what stands between them; return where the rest begins."""
    found.credit = find_credit(lines[credit_at])
    headline_at = find_last_line(lines, credit_at)
    if headline_at is None:
        raise ArticleFileError(
            "no headline above the credit line", expected="a headline on a line of its own", line=credit_at + 1
        )
    above = headline_at - 1
    if above >= 0 and is_headline_above_dek(lines[above], lines[headline_at]):
        found.bullets.append(lines[headline_at])
        headline_at = above
    else:
        headline_at = find_told(lines, headline_at, _iter_told(lines, credit_at, bullets))
    found.headline = lines[headline_at]
    found.dropped += [line for line in lines[:headline_at] if line]
    between = [line for line in lines[headline_at + 1 : credit_at] if line and line not in found.bullets]
    found.dropped += [line for line in between if not KEY.fullmatch(line) or is_credit_line(line)]
    _take_keys(between, found)
    return credit_at + 1


def _take_headline(lines: list[str], bullets: dict[int, str], found: Layout) -> int:
    """Take the last line of words before the first bullet or prose; return where the rest begins."""
    if bullets and (count_sentences_before(lines, min(bullets)) > _LEDES or _has_label(lines, min(bullets))):
        bullets = {}  # the list is part of the story
    prose_at = next((place for place, line in enumerate(lines) if tells(line) and place not in bullets), None)
    headline_at = find_last_line(lines, min(bullets)) if bullets else None
    if headline_at is not None:
        headline_at = find_above_prose(lines, headline_at)
    if headline_at is None and prose_at is not None:
        headline_at = find_last_line(lines, prose_at)
    if headline_at is not None:
        last, headline_at = headline_at, find_told(lines, headline_at, _iter_told(lines, headline_at, bullets))
        found.dropped += [line for line in lines[headline_at + 1 : last + 1] if line]
        lines[headline_at + 1 : last + 1] = [""] * (last - headline_at)
    if headline_at is not None and not bullets and is_author(lines, headline_at):
        found.dropped += [line for line in lines[: headline_at + 1] if line]
        return _take_first_sentence(lines, headline_at + 1, found)
    if headline_at is None:
        # A headline may end in a full stop; then it is the first line, if anything follows it.
        filled = [index for index, line in enumerate(lines) if line and not (is_chrome(line) or is_alarm(line))]
        if len(filled) < 2:
            raise ArticleFileError("no headline was found", expected="a headline, then bullets or a body", line=1)
        headline_at = filled[0]
    found.headline = lines[headline_at]
    found.dropped += [line for line in lines[:headline_at] if line]
    return headline_at + 1


def _has_label(lines: Sequence[str], list_at: int) -> bool:
    """Whether a list in the story has a label of its own: `Votes by district:` behind sentences."""
    label = next((line for line in reversed(lines[:list_at]) if line), "")
    return label.endswith((":", "：")) and not is_around(label) and any(map(tells, lines[:list_at]))


def _iter_told(lines: Sequence[str], headline_at: int, bullets: dict[int, str]) -> Iterator[str]:
    """Yield what tells the story below a headline: its list, and running text."""
    below = range(headline_at + 1, len(lines))
    return (bullets.get(place, lines[place]) for place in below if place in bullets or tells(lines[place]))


def _take_first_sentence(lines: list[str], start: int, found: Layout) -> int:
    """Let the first sentence of a post without a headline be its headline."""
    place = next(place for place in range(start, len(lines)) if is_prose(lines[place]))
    found.dropped += [line for line in lines[start:place] if line]
    first = regex.match(r".{20,}?[.!?。！？]+[”\"»]?(?=\s|$)", lines[place])
    end = first.end() if first else len(lines[place])
    found.headline = lines[place][:end]
    found.paragraphs = [rest] if (rest := lines[place][end:].strip()) else []
    return place + 1


def _take_keys(lines: Sequence[str], found: Layout) -> None:
    for line in lines:
        if match := KEY.fullmatch(line):
            found.keys[match[1].casefold()] = match[2].strip()


def _take_rest(lines: list[str], rest_at: int, bullets: dict[int, str], found: Layout) -> None:
    """Take keys, bullets and paragraphs, and a credit below them."""
    rest = lines[rest_at:]
    blocks: list[list[str]] = [[]]
    first_bullet, last_bullet = min(bullets, default=0), max(bullets, default=-1)
    has_text = False
    for place, line in enumerate(rest):
        has_begun = bool(found.bullets and place > first_bullet) or has_text
        if not line:
            blocks.append([])
        elif not has_begun and KEY.fullmatch(line):
            _take_keys([line], found)
        elif place in bullets and sum(map(len, blocks)) <= _LEDES:
            found.bullets.append(bullets[place])
        elif found.bullets and place == last_bullet + 1 and line[0].islower():
            found.bullets[-1] += f" {line}"
            last_bullet += 1
        elif is_credit_line(line):
            _take_credit(line, found)
        elif has_begun and _END.fullmatch(line) and not (ends_sentence(line) and is_prose(line)):
            found.dropped += [each for each in rest[place:] if each]
            break
        elif place < first_bullet and (_AUTHORED.fullmatch(line) or is_chrome(line)):
            found.dropped.append(line)
        else:
            blocks[-1].append(line)
            has_text = True
    paragraphs, after = _paragraphs([paragraph for block in blocks for paragraph in _join_wrapped(block)])
    found.paragraphs += paragraphs
    found.dropped += after


def _take_credit(line: str, found: Layout) -> None:
    if found.credit is None:
        found.credit = find_credit(line)
    else:
        found.dropped.append(line)


_WRAPPED_AT = range(55, 101)  # characters in a line of a paragraph that was broken by hand or by mail


def _join_wrapped(block: list[str]) -> list[str]:
    """Join the lines of one paragraph that was wrapped; lines that are paragraphs themselves stay apart."""
    is_wrapped = len(block) > 1 and all(len(line) in _WRAPPED_AT for line in block[:-1])
    if is_wrapped and not is_label(block[0]) and not any(map(is_chrome, block)):
        return [" ".join(block)]
    return block


def _paragraphs(lines: list[str]) -> tuple[list[str], list[str]]:
    """Tell the story's paragraphs from the furniture in and behind them."""
    last = max((index for index, line in enumerate(lines) if is_prose(line)), default=-1)
    told: list[str] = []
    dropped: list[str] = []
    for line in lines[: last + 1]:
        (told if is_prose(line) or not (is_label(line) or is_wall(line)) else dropped).append(line)
    if len(told) > 1 and told[1].startswith(told[0].rstrip(".。… ")):
        dropped.append(told.pop(0))  # a standfirst that the story begins with
    return told, dropped + lines[last + 1 :]
