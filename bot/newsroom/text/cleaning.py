"""Making text from outside safe to store and show: what stays is what a reader can see."""

import re
import unicodedata

import regex

# Controls, surrogates, private use, what is no character (XML forbids it); soft hyphen, zero-width and bidirectional
# controls; tags. ZWJ and ZWNJ stay: emoji and Indic and Persian words need them. Telegram itself deletes U+030A,
# U+0333, U+033F and U+2028-202E.
_DROPPED = regex.compile(
    r"[[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E"
    r"\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u030A\u0333\u033F\U000E0000-\U000E007F]--[\n]]",
    regex.V1,
)
# Most of what is written: nothing of it is dropped, and only blanks at the ends of lines are too many.
_PLAIN = re.compile(
    "[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u3001-\u3020\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff]*"
)
_LINE_BREAK = regex.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_TOWERS = regex.compile(r"(\p{M}{16})\p{M}+")
_STACKED_MARKS = regex.compile(r"(\p{M}{4})\p{M}+")


def clean_text(text: str) -> str:
    """Return the text in NFC with `\\n` line breaks and nothing invisible in it; cleaning twice changes nothing."""
    if _PLAIN.fullmatch(text) and unicodedata.is_normalized("NFC", text):
        return _strip_ends(text)
    return _clean_thoroughly(text)


def _clean_thoroughly(text: str) -> str:
    # Marks first: putting thousands of them in order takes the square of their number.
    text = _TOWERS.sub(r"\1", _LINE_BREAK.sub("\n", text).replace("\t", " "))
    while True:
        cleaned = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFC", text)))
        cleaned = _strip_ends(_STACKED_MARKS.sub(r"\1", cleaned))
        if cleaned == text:
            return cleaned
        text = cleaned


def _strip_ends(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


def clean_line(text: str) -> str:
    """Return the cleaned text on one line, without blanks around it."""
    return " ".join(part for line in clean_text(text).split("\n") if (part := line.strip()))
