"""What stands before a headline and only says how new or how loud it is: pictographs, `BREAKING:`, `【速報】`."""

import regex

_SIGN = r"\p{Extended_Pictographic}\p{Regional_Indicator}"
_PICTOGRAPHS = rf"[{_SIGN}][\uFE0F\u200D\p{{Emoji_Modifier}}\s{_SIGN}]*"
_WORDS = (
    r"breaking(?:\s+news)?|just\s+in|developing|thread|urgent|news\s+alert|alert|exclusive|live|update|latest|urgente"
    r"|última\s+hora|al\s+momento"
    r"|exclusiv[oae]|exclusif|alerte(?:\s+info)?|flash(?:\s+info)?|en\s+direct|en\s+vivo|en\s+directo|ao\s+vivo"
    r"|ultim['’]ora|ultime\s+notizie"
    r"|esclusiva|eil(?:meldung|t)?|liveticker|срочно|молния|эксклюзив|обновлено|терміново|ексклюзив|son\s+dakika"
    r"|özel\s+haber"
    r"|عاجل|خبر\s+عاجل|حصري|فوری|ब्रेकिंग(?:\s+न्यूज़?)?|ताज़ा\s+खबर|terkini"
    r"|快讯|快訊|突发|突發|最新|独家|獨家|即时|即時|速報|独自|속보|단독|긴급"
)
_ALARM = regex.compile(
    rf"(?:{_PICTOGRAPHS})?(?:(?:[+#*!]{{1,3}}\s*)?(?:{_WORDS})(?:\s*[+*!]{{1,3}}|\s*[:：|–—]|\s+-\s|(?=\s*{_PICTOGRAPHS}))\s*"
    rf"|[\[【(（〔［]\s*(?:{_WORDS})\s*[\]】)）〕］]\s*[:：|–—-]?\s*)?(?:{_PICTOGRAPHS})?",
    regex.IGNORECASE,
)
_TAGS = regex.compile(r"(?:#\w{2,40}\s*){1,5}[|:：–—-]\s*")
_NUMBERED = regex.compile(r"\s*(?:🧵.{0,12}|\(\d{1,2}/\d{0,2}\))$")
_BEHIND = regex.compile(rf"(?<![\s{_SIGN}])\s+{_PICTOGRAPHS}$")


def is_alarm(line: str) -> bool:
    """Whether a line only calls for attention: `🚨URGENTE🚨`."""
    called = _ALARM.match(f"{line} :")
    return called is not None and not line[called.end() :].strip() and any(map(str.isalpha, line))


def without_alarm(headline: str) -> str:
    """Return a headline without what calls for attention; as it is where that is all."""
    text = _ALARM.sub("", headline, count=1)
    tags = _TAGS.match(text)
    return _BEHIND.sub("", _NUMBERED.sub("", text[tags.end() :] if tags else text)).strip() or headline
