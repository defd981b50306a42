"""Digits and signs of any script in their common form, one character for one."""

import unicodedata

import regex

_NATIVE = regex.compile(r"[[\p{Nd}٫٬٪％]--[0-9]]", regex.V1)
_SIGNS = {"٫": ".", "٬": ",", "٪": "%", "％": "%"}


def with_common_digits(text: str) -> str:
    """Return a text of the same length with `٣٫٥٪` written `3.5%`."""
    return _NATIVE.sub(_common, text)


def _common(match: "regex.Match[str]") -> str:
    return _SIGNS.get(match[0]) or str(unicodedata.decimal(match[0]))
