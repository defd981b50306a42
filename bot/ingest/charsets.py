"""Which characters bytes stand for: by mark, by validity, by header, by what the file says (WHATWG Encoding §4.2)."""

import codecs

import regex

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = regex.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", regex.IGNORECASE)
_XML = regex.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_META = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", regex.IGNORECASE)
_WINDOWS = regex.compile(r"(?:x-)?(?:cp|win|windows)[-_]?(\d{3,4})")
# What is labelled with the smaller set holds letters of the larger one (WHATWG Encoding §4.2).
_LARGER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "tis-620": "cp874", "utf8": "utf-8", "utf8mb4": "utf-8",
    "unicode-1-1-utf-8": "utf-8", "big5": "big5hkscs", "x-big5": "big5hkscs",
}  # fmt: skip
_LOOKED_AT = 4096
_NO_CHARSETS = ("idna", "punycode", "undefined", "unicode_escape", "unicode-escape", "raw_unicode_escape")


def decode_text(body: bytes, content_type: str = "") -> str | None:
    """Return a file's text; None where nothing says how to read it, and it is not UTF-8."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    declared = _declared(body)
    if not body.isascii() or _find_codec(declared) in (None, "utf-8"):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass  # it is something else
    header = _HEADER.search(content_type)
    for label in (header[1] if header else "", declared):
        if (codec := _find_codec(label)) is not None and codec != "utf-8":
            return body.decode(codec, "replace")
    return None


def _declared(body: bytes) -> str:
    found = _XML.search(body[:_LOOKED_AT]) or _META.search(body[:_LOOKED_AT])
    return found[1].decode("ascii") if found else ""


def _find_codec(label: str) -> str | None:
    """Return Python's name of an encoding, however it is spelt; None where it is none."""
    name = label.strip().lower()
    windows = _WINDOWS.fullmatch(name)
    name = f"cp{windows[1]}" if windows else _LARGER.get(name, name)
    try:
        codec = codecs.lookup(name).name if name else None
        return codec if codec and codec not in _NO_CHARSETS and isinstance(b"a".decode(codec, "replace"), str) else None
    except (LookupError, UnicodeError):
        return None
