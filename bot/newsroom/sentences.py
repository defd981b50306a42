"""Where sentences begin and end."""

import regex

_CLOSERS = "”\"’')\\]»›』」"
_BOUNDARY = regex.compile(
    rf"(?<=[.!?…؟।][{_CLOSERS}]{{0,4}})\s+(?=[“\"‘'(\[«‹]*[\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}])|(?<=[。！？][{_CLOSERS}]{{0,4}})(?![{_CLOSERS}])"
)
# A full stop after these, or after a single capital, ends no sentence.
_ABBREVIATION = regex.compile(
    r"(?:^|[\s(“\"‘'])(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Capt|Prof|Rev|Hon|Inc|Ltd|Co|Corp|vs|etc|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|cf|ca|approx|Sr|Jr|Sra|Ud|Uds|z\.B|d\.h|M|Mme|"
    r"(?:\p{Lu}\.)*\p{Lu})\.$"
)
_LONGEST_ABBREVIATION = 16
_NUMBERED = regex.compile(r"(?:^|\s)Nos?\.\s+(?=\p{N})")  # No. 4


def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each sentence, end exclusive, without the blanks between them."""
    spans, start = [], 0
    for boundary in _BOUNDARY.finditer(paragraph):
        if _ABBREVIATION.search(paragraph, max(start, boundary.start() - _LONGEST_ABBREVIATION), boundary.start()):
            continue
        if _NUMBERED.search(paragraph, max(start, boundary.start() - 5), boundary.end() + 1):
            continue
        spans.append((start, boundary.start()))
        start = boundary.end()
    if paragraph[start:].strip():
        spans.append((start, len(paragraph)))
    return tuple(spans)


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(paragraph[start:end] for start, end in sentence_spans(paragraph))
