"""Plain words: what a text may consist of that nobody answers for. Whatever is not known to be plain is refused.

So no address, handle, command or mark-up stays, in whatever spelling somebody thinks of next.
"""

import regex

_NUMBER = r"[+\-−–]?\p{Sc}?\p{N}+(?:[.,:/'’–-]\p{N}+)*(?:[%‰°]\p{L}?|\p{L}{1,6}(?:/\p{L}{1,3})?)?"
_ABBREVIATION = r"(?:\p{L}\.){2,}(?!\p{L})"
_WORD = r"\p{L}[\p{L}\p{M}\p{N}\u200C\u200D]*(?:['’·&/‑–-][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D]*)*"
# A full stop in the middle of letters may be an address; a stroke before a word a command.
_BETWEEN = r"[\s,;:!?…()\"“”„«»‘’‚‹›'「」『』《》、。，！？：；（）؟،؛।۔–—-]|\.(?![\p{L}\p{N}])|\p{Sc}|[%‰°+&§]"
_PLAIN = regex.compile(rf"(?:{_NUMBER}|{_ABBREVIATION}|{_WORD}|{_BETWEEN})*+")


def is_plain(text: str) -> bool:
    """Whether a text is words, numbers and the signs between them, and nothing that leads or does anything."""
    return _PLAIN.fullmatch(text) is not None
