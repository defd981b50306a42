"""Making text from outside safe to store and show: what stays is what a reader can see."""

import unicodedata

import regex

# Controls, surrogates, private use; soft hyphen, zero-width and bidirectional controls; tags. ZWJ and ZWNJ stay:
# emoji and Indic and Persian words need them. Telegram itself deletes U+030A, U+0333, U+033F and U+2028-202E.
_DROPPED = regex.compile(
    r"[[\p{Cc}\p{Cs}\p{Co}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2028-\u202E"
    r"\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u030A\u0333\u033F\U000E0000-\U000E007F]--[\n]]",
    regex.V1,
)
_LINE_BREAK = regex.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_TOWERS = regex.compile(r"(\p{M}{16})\p{M}+")
_STACKED_MARKS = regex.compile(r"(\p{M}{4})\p{M}+")


def clean_text(text: str) -> str:
    """Return the text in NFC with `\\n` line breaks and nothing invisible in it; cleaning twice changes nothing."""
    # Marks first: putting thousands of them in order takes the square of their number.
    text = _TOWERS.sub(r"\1", _LINE_BREAK.sub("\n", text).replace("\t", " "))
    while True:
        cleaned = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFC", text)))
        cleaned = "\n".join(line.rstrip() for line in _STACKED_MARKS.sub(r"\1", cleaned).split("\n"))
        if cleaned == text:
            return cleaned
        text = cleaned


def clean_line(text: str) -> str:
    """Return the cleaned text on one line, without blanks around it."""
    return " ".join(part for line in clean_text(text).split("\n") if (part := line.strip()))
