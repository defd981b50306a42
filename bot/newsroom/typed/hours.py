"""Which hour of the day digits mean beside a part of it, and digits that are no time, or another than they seem."""

import regex

from bot.newsroom.typed.lexicon import Lexicon

_HALF_DAY, _DAY = 12, 24
_BLANKS = regex.compile(r"(?<=\d)\s*:\s*(?=\d\d(?!\d))")  # 7 : 30
_SECONDS = regex.compile(r"(?<=\d:\d\d):00(?!\d)")
_AT_HEAD = regex.compile(r"(\d{1,2})'?[iu] (\d{1,2}) gece(?!\p{L})")  # 8'i 10 geçe, as Turkish says 8:10
# As every 2 hours: a span, no time of the day.
_EVERY = regex.compile(
    r"(?<!\p{L})(?:every|each|cada|toutes les|alle|ogni|каждые|кожні|her|كل|هر|हर|setiap|tiap|每隔?) ?\d+ ?"
    r"(?:hours?|hrs?|horas?|heures?|stunden|ore|часа?|часов|годин[иу]?|saat|saatte|ساعات?|ساعت|घंटे|जम|jam|小时)(?!\p{L})"
)
# In two hours: once, and no time of the day.
_FROM_NOW = regex.compile(
    r"(?<!\p{L})(?:in|en|dentro de|em|daqui a|dans|fra|tra|через|dalam|بعد|خلال) ?\d+ ?"
    r"(?:hours?|hrs?|horas?|heures?|stunden?|or[ae]|час(?:а|ов)?|годин[иу]?|ساعات?|ساعت|jam|h)(?!\p{L})"
    r"|\d+ ?(?:saat sonra|ساعت دیگر|घंटे बाद|घंटे में|小时后|小时之后|jam lagi)"
)
_HALF = regex.compile(r"(?<=(?<!\d)\d{1,2}) 1/2(?!\d)")
_RUSSIAN_HOURS = (
    "первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого", "девятого",
    "десятого", "одиннадцатого", "двенадцатого",
)  # fmt: skip
_HALF_TO = regex.compile(rf"(?<!\p{{L}})пол[- ]?({'|'.join(_RUSSIAN_HOURS)})(?!\p{{L}})")  # полвосьмого is 7:30
_ORDINAL = regex.compile(r"(?<!\d)([2-6])a(?=[-, ]|$)")  # 2ª a 6ª, as Portuguese counts the days of a week
_ORDINAL_DAYS = {"2": "segunda", "3": "terca", "4": "quarta", "5": "quinta", "6": "sexta"}


def rewrite_clocks(text: str) -> str | None:
    """Return what was typed with its times as digits one reads alike; None where it names spans instead of times."""
    if _EVERY.search(text) or _FROM_NOW.search(text):
        return None
    text = _HALF.sub(":30", _SECONDS.sub("", _BLANKS.sub(":", text)))
    text = _HALF_TO.sub(lambda found: f"{_RUSSIAN_HOURS.index(found[1]) or _HALF_DAY}:30", text)
    text = _ORDINAL.sub(lambda found: _ORDINAL_DAYS[found[1]], text)
    return _AT_HEAD.sub(lambda found: f"{found[1]}:{int(found[2]):02}", text)


def find_hour(hour: int, part: str, lexicon: Lexicon) -> int | None:
    """Return the hour that is meant: of 8 and 20 the one nearer to the part of the day, by CLDR's hours of it.

    None for a slip, as `20 pm`.
    """
    spans = lexicon.hours_of(part) if part else None
    if spans is None:
        return hour
    if not 1 <= hour <= _HALF_DAY:
        return None if part in ("am", "pm") else hour  # `20 in the evening` is said
    if hour < _HALF_DAY and all(last == _HALF_DAY for _, last in spans):
        return hour  # of the morning, however early: `3 de la mañana`
    meant = (hour % _HALF_DAY, hour % _HALF_DAY + _HALF_DAY)
    return min(meant, key=lambda each: (min(_distance(each, *span) for span in spans), -each))


def _distance(hour: int, first: int, last: int) -> float:
    """Return how many hours lie between an hour and a span; its own end is nearer than what lies outside."""
    around = [hour + turn for turn in (-_DAY, 0, _DAY)]
    if any(first <= each < last for each in around):
        return 0
    return min(min(abs(each - first), abs(each - last)) for each in around) or 0.5
