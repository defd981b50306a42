"""Where sentences begin and end."""

import regex

from bot.newsroom.text.abbreviations import LONGEST, is_closing, is_opening

_CLOSERS = "”\"’')\\]»›』」》“«）】｣"
# Who says it, behind what is said: “我们会付钱。”市长说，
_GOES_ON = r"[^。！？，：“”「」]{0,14}(?:说|說|表示|称|稱|道|喊|问|問|补充|補充|指出|强调|強調|写|寫|回答|一文)"
_BOUNDARY = regex.compile(
    rf"(?<=[.!?…؟।۔።։။។][{_CLOSERS}]{{0,4}}|[.!?…]\s[»”])\s+"
    r"(?=(?:[—–]\s?|«\s?|[“”\"‘'(\[‹„‚»¿¡「『›<])*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|[$€£¥₹₽]\s?\p{N}|\p{Ll}\p{Lu}))"
    # Unspaced scripts: behind all its signs, and not where the sentence goes on behind a quotation.
    rf"|(?<=[。！？…｡．][{_CLOSERS}]{{0,4}})(?<![{_CLOSERS}])(?![。！？…｡．{_CLOSERS}])"
    rf"|(?<=[。！？…｡．][{_CLOSERS}]{{1,4}})(?![{_CLOSERS}。、，]|\p{{Hiragana}}|{_GOES_ON}|[「『][^「」『』]{{1,80}}[」』]と)"
    r"(?<!》)"
)
_STARTER = regex.compile(
    r"[“\"‘«„]|(?:The|It|Its|He|She|They|We|I|This|That|These|Those|There|But|And|In|On|At|A|An|As|For|His|Her|Their|"
    r"El|La|Los|Las|Er|Sie|Es|Die|Der|Das|Il|Elle|Le|Les|В|На|По|Он|Она|Они)\s"
)
_ORDINAL = regex.compile(r"(?<![\p{L}\p{N}.,])\p{N}{1,2}\.$")
_DATE = regex.compile(r"(?<!\p{N})\p{N}{1,2}\.\p{N}{1,2}\.$")  # 7.10.
_MONTH = regex.compile(r"(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{Ll}*\b")  # dem 3. November
_BEFORE_ORDINAL = regex.compile(
    r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Aa]m|[Vv]om|[Zz]um|[Zz]ur|[Ii]m|[Bb]eim)\s\p{N}{1,2}\.$"
)
_NUMBERED = regex.compile(r"(?:^|\s)(?:[Nn]os?|[Nn]r|Art)\.\s+(?=\p{N})")  # No. 4
_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "《": "》", "（": "）", "【": "】", "｢": "｣"}
# Marks that open in some languages and close in others: ”Swedish”, »German«, ‘English’.
_TURNED = {"”": "”", "»": "«", "‘": "’"}
_LONGEST_QUOTATION = 600  # characters: what is not closed by then was never meant to be


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each sentence, end exclusive, without the blanks between them.

    A quotation of several sentences stays whole, with the sentence that it stands in.
    """
    spans, start = [], 0
    for boundary in _BOUNDARY.finditer(paragraph):
        if not _ends_sentence(paragraph, boundary.start(), boundary.end()):
            continue
        spans.append((start, boundary.start()))
        start = boundary.end()
    if paragraph[start:].strip():
        spans.append((start, len(paragraph)))
    return _with_whole_quotations(paragraph, spans)


def _ends_sentence(paragraph: str, stop: int, following: int) -> bool:
    """Whether a sentence ends before `stop`, where the next word begins at `following`."""
    begin = max(0, stop - LONGEST)
    if is_opening(paragraph, begin, stop) or _DATE.search(paragraph, begin, stop):
        return False
    if is_closing(paragraph, begin, stop) and not _STARTER.match(paragraph, following):
        return False
    if _ORDINAL.search(paragraph, begin, stop) and (
        _MONTH.match(paragraph, following) or _BEFORE_ORDINAL.search(paragraph, begin, stop)
    ):
        return False
    return not _NUMBERED.search(paragraph, max(0, stop - 5), following + 1)


def _with_whole_quotations(paragraph: str, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join sentences over which one quotation goes; one that is never closed joins nothing."""
    joined: list[tuple[int, int]] = []
    place = 0
    while place < len(spans):
        start, end = spans[place]
        last, waiting = place, _closers_due(paragraph[start:end], [])
        while waiting and last + 1 < len(spans) and spans[last + 1][1] - start <= _LONGEST_QUOTATION:
            waiting = _closers_due(paragraph[spans[last][1] : spans[last + 1][1]], waiting)
            last += 1
        if waiting:
            last = place
        joined.append((start, spans[last][1]))
        place = last + 1
    return tuple(joined)


def _closers_due(text: str, waiting: list[str]) -> list[str]:
    """Return the signs that are still to close a quotation behind a text, the innermost last."""
    for place, character in enumerate(text):
        if waiting and character in waiting[-1]:
            waiting.pop()
        elif character in _TURNED and _opens(text, place):
            waiting.append(_TURNED[character])
        elif character == '"' and not _is_unit(text, place):
            waiting.append('"')
        elif character in _PAIRS:
            waiting.append(_PAIRS[character])
    return waiting


def _opens(text: str, place: int) -> bool:
    """Whether a mark that may open or close stands before a word, and behind none."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "(–—") and after.isalnum()


def _is_unit(text: str, place: int) -> bool:
    """Whether a straight sign behind a number is inches or seconds."""
    return place > 0 and text[place - 1].isdigit()


def opened(text: str) -> bool:
    """Whether a quotation that begins in a text does not end in it."""
    return bool(_closers_due(text, []))


def ends_another(text: str) -> bool:
    """Whether a quotation ends in a text that did not begin there."""
    open_ones = 0
    for place, character in enumerate(text):
        if character in "“„" or (character == "”" and _opens(text, place)):
            open_ones += 1
        elif character == "”":
            open_ones -= 1
            if open_ones < 0:
                return True
    return False


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(paragraph[start:end] for start, end in sentence_spans(paragraph))
