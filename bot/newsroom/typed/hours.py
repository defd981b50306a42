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
_ORDINAL = regex.compile(r"(?<!\d)([2-6])a(?=-| |$)")  # 2ª a 6ª, as Portuguese counts the days of a week
_ORDINAL_DAYS = {"2": "segunda", "3": "terca", "4": "quarta", "5": "quinta", "6": "sexta"}


def rewrite_clocks(text: str) -> str | None:
    """Return what was typed with its times as digits one reads alike; None where it names spans instead of times."""
    if _EVERY.search(text):
        return None
    text = _SECONDS.sub("", _BLANKS.sub(":", text))
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
    meant = (hour % _HALF_DAY, hour % _HALF_DAY + _HALF_DAY)
    return min(meant, key=lambda each: (min(_distance(each, *span) for span in spans), -each))


def _distance(hour: int, first: int, last: int) -> float:
    """Return how many hours lie between an hour and a span; its own end is nearer than what lies outside."""
    around = [hour + turn for turn in (-_DAY, 0, _DAY)]
    if any(first <= each < last for each in around):
        return 0
    return min(min(abs(each - first), abs(each - last)) for each in around) or 0.5
