"""Where sentences begin and end."""

import regex

_CLOSERS = "”\"’')\\]»›』」"
_BOUNDARY = regex.compile(
    rf"(?<=[.!?…؟।][{_CLOSERS}]{{0,4}})\s+(?=[“\"‘'(\[«‹]*[\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}])|(?<=[。！？][{_CLOSERS}]{{0,4}})(?![{_CLOSERS}])"
)
# What comes before what it stands for: a full stop after these ends no sentence.
_OPENING = (
    r"Mr|Mrs|Ms|Mx|Dr|St|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Cpl|Capt|Maj|Adm|Prof|Rev|Hon|vs|e\.g|i\.e|cf|ca|approx|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Sra?|Uds?|Nr|z\.B|d\.h|M|Mme|Mlle|EE|[Aa]rt|núm|pág|"
    r"ул|им|обл|просп|डॉ|प्रो|श्री|ए|बी|सी|डी|ई|एफ|जी|एच|आई|जे|के|एल|एम|एन|ओ|पी|आर|एस|टी|यू|वी|(?<!\.)\p{Ll}"
)
# These may end one, and do where a word follows that rarely is a part of a name.
_CLOSING = r"Inc|Ltd|Co|Corp|etc|Jr|a\.m|p\.m|UU|(?:\p{Lu}\.)*\p{Lu}"
_OPENING_ABBREVIATION = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{_OPENING})\.$")
_CLOSING_ABBREVIATION = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{_CLOSING})\.$")
_STARTER = regex.compile(
    r"[“\"‘«]|(?:The|It|Its|He|She|They|We|I|This|That|These|Those|There|But|And|In|On|At|A|An|As|For|His|Her|Their|"
    r"El|La|Los|Las|Er|Sie|Es|Die|Der|Das|Il|Elle|Le|Les)\s"
)
_LONGEST_ABBREVIATION = 16
_ORDINAL = regex.compile(r"(?<![\p{L}\p{N}.,])\p{N}{1,2}\.$")
_MONTH = regex.compile(r"(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{Ll}*\b")  # dem 3. November
_NUMBERED = regex.compile(r"(?:^|\s)Nos?\.\s+(?=\p{N})")  # No. 4


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each sentence, end exclusive, without the blanks between them."""
    spans, start = [], 0
    for boundary in _BOUNDARY.finditer(paragraph):
        if not _ends_sentence(paragraph, boundary.start(), boundary.end()):
            continue
        spans.append((start, boundary.start()))
        start = boundary.end()
    if paragraph[start:].strip():
        spans.append((start, len(paragraph)))
    return tuple(spans)


def _ends_sentence(paragraph: str, stop: int, following: int) -> bool:
    """Whether a sentence ends before `stop`, where the next word begins at `following`."""
    begin = max(0, stop - _LONGEST_ABBREVIATION)
    if _OPENING_ABBREVIATION.search(paragraph, begin, stop):
        return False
    if _CLOSING_ABBREVIATION.search(paragraph, begin, stop) and not _STARTER.match(paragraph, following):
        return False
    if _ORDINAL.search(paragraph, begin, stop) and _MONTH.match(paragraph, following):
        return False
    return not _NUMBERED.search(paragraph, max(0, stop - 5), following + 1)


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(paragraph[start:end] for start, end in sentence_spans(paragraph))
