"""Which characters bytes stand for: by mark, by validity, by header, by what the file says (WHATWG Encoding §4.2)."""

import codecs

import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_BARE = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"), (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"))
_HEADER = regex.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", regex.IGNORECASE)
_XML = regex.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_META = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", regex.IGNORECASE)
_LANGUAGE = regex.compile(rb"<html[^>]{0,300}?\slang\s*=\s*[\"']?([a-z]{2})", regex.IGNORECASE)
# How old pages of a language are written that say nothing of it (WHATWG HTML, encoding sniffing).
_OLD_PAGES = {
    **dict.fromkeys("da de en es fi fr is it nb nl nn no pt sv".split(), "cp1252"), "ru": "cp1251", "uk": "cp1251",
    "bg": "cp1251", "be": "cp1251", "sr": "cp1251", "mk": "cp1251", "el": "cp1253", "tr": "cp1254", "az": "cp1254",
    "he": "cp1255", "ar": "cp1256", "fa": "cp1256", "ur": "cp1256", "lt": "cp1257", "lv": "cp1257", "et": "cp1257",
    "vi": "cp1258", "pl": "iso8859-2", "cs": "cp1250", "sk": "cp1250", "hu": "iso8859-2", "sl": "cp1250",
    "hr": "cp1250",
    "ja": "cp932", "zh": "gb18030", "ko": "cp949", "th": "cp874",
}  # fmt: skip
_MOST_STRAY = 0.02  # of what is no ASCII: a file in UTF-8 that somebody pasted into
_ESCAPED = regex.compile(rb"\x1b\$[@B]")  # of ISO-2022-JP, which is ASCII to look at
_DEFAULTS = ("iso-8859-1", "latin1", "us-ascii")  # what servers say of files that they know nothing about
_WINDOWS = regex.compile(r"(?:x-)?(?:cp|win|windows)[-_]?(\d{3,4})")
# What is labelled with the smaller set holds letters of the larger one (WHATWG Encoding §4.2).
_LARGER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "tis-620": "cp874", "utf8": "utf-8", "utf8mb4": "utf-8",
    "unicode-1-1-utf-8": "utf-8", "big5": "big5hkscs", "x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "logical": "iso8859-8", "visual": "iso8859-8",
    "csiso88598i": "iso8859-8", "windows-31j": "cp932", "ms_kanji": "cp932", "x-euc-jp": "euc-jp", "gb_2312": "gb18030",
    "gb_2312-80": "gb18030", "cn-gb": "gb18030", "csgb2312": "gb18030", "iso-ir-58": "gb18030", "chinese": "gb18030",
    "dos-874": "cp874", "iso-8859-11": "cp874", "iso-ir-166": "cp874", "koi8": "koi8-r", "koi": "koi8-r",
    "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic", "x-mac-roman": "mac-roman",
    "x-macroman": "mac-roman", "dos-866": "cp866", "csibm866": "cp866", "sun_eu_greek": "iso8859-7",
    "korean": "cp949", "ksc5601": "cp949", "ksc_5601": "cp949", "ks_c_5601-1989": "cp949", "csisolatin5": "cp1254",
    "l1": "cp1252", "ansi": "cp1252", "ansi_x3.4-1968": "cp1252", "iso_8859-1": "cp1252", "iso88591": "cp1252",
    "x-cp1252": "cp1252", "l5": "cp1254", "iso_8859-9": "cp1254", "unicode": "utf-16-le", "ucs-2": "utf-16-le",
    "utf-16": "utf-16-le", "csunicode": "utf-16-le", "iso-10646-ucs-2": "utf-16-le",
}  # fmt: skip
_LOOKED_AT = 4096
_DECLARATION = regex.compile(r"<\?xml[^>]{0,200}\?>")
_BLANK = "\ufeff\u200b \t\r\n"
_NO_CHARSETS = ("idna", "punycode", "undefined", "unicode_escape", "unicode-escape", "raw_unicode_escape")


def decode_text(body: bytes, content_type: str = "") -> str | None:
    """Return a file's text; None where nothing says how to read it, and it is not UTF-8."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    for beginning, encoding in _BARE:
        if body.lstrip(b"\r\n\t ").startswith(beginning):
            return body.decode(encoding, "replace")
    declared, header = _declared(body), _HEADER.search(content_type)
    labels = [header[1] if header else "", declared]
    if labels[0].lower() in _DEFAULTS and declared:
        labels.reverse()
    if (not body.isascii() or _find_codec(declared) in (None, "utf-8")) and not _ESCAPED.search(body):
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass  # it is something else
    for label in labels:
        codec = _find_codec(label)
        if codec is not None and codec != "utf-8" and not codec.startswith("utf-16"):
            return body.decode(codec, "replace")
    return _decode_undeclared(body)


def without_declaration(text: str) -> str:
    """Return an XML file's text without its declaration, which named the encoding that it had, and blanks before it."""
    return _DECLARATION.sub("", text.lstrip(_BLANK), count=1).lstrip(_BLANK)


def _decode_undeclared(body: bytes) -> str | None:
    """Return the text of a file that is nearly UTF-8, or of a page of a language whose old pages are all alike."""
    text = body.decode("utf-8", "surrogateescape")
    stray = len(regex.findall(r"[\udc80-\udcff]", text))
    sound = sum(char > "\x7f" for char in text) - stray
    if stray <= max(1, _MOST_STRAY * sound) and sound >= stray:
        return regex.sub(r"[\udc80-\udcff]", lambda found: _as_windows(found[0]), text)
    language = _LANGUAGE.search(body[:_LOOKED_AT])
    codec = _OLD_PAGES.get(language[1].decode().lower()) if language is not None else None
    return body.decode(codec, "replace") if codec else None


def _as_windows(char: str) -> str:
    return bytes([ord(char) - 0xDC00]).decode("cp1252", "replace")


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
