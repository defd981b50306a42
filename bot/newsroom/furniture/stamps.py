"""Stamps: lines that say when something was posted, or count what others did with it, and tell nothing."""

from functools import cache

import regex
from babel import Locale

_LANGUAGES = "en es pt fr de it ru uk tr ar fa hi id zh ja ko nl pl".split()
# What stands beside numbers and names of days in a stamp, in the languages that pages are pasted from most.
_BESIDE = frozenset(
    """at on of the ago just now yesterday today tonight hours hour hrs hr h minutes minute mins min m
    days day d weeks week w seconds sec s am pm a.m p.m gmt p utc cet cest est edt bst ist et pt
    published updated posted last modified edited first read de del à le um uhr stand vor stunden
    minuten tagen hace horas minutos días há ayer hoy ontem hoje il y a heures jours hier
    aujourd'hui publié mis jour fa ore giorni ieri oggi aggiornato в назад час часа часов минуту
    день дня дней минут вчера сегодня обновлено года г год saat önce dakika dün bugün son güncelleme
    güncellenme güncellendi yayınlanma yayın giriş tarihi zuletzt aktualisiert veröffentlicht
    dernière modification modifié actualizado actualizada publicado publicada última actualización
    atualizado pubblicato ultimo aggiornamento опубликовано оновлено опубліковано 입력 수정 오전 오후 등록
    최종수정 기사입력 منذ ساعة ساعات دقيقة دقائق أمس اليوم تحديث بتاريخ पहले घंटे मिनट jam lalu menit
    kemarin wib diperbarui geleden uur godzin temu""".split()
)
_WORD = regex.compile(r"[\p{L}\p{M}.'’]+")
_CJK_STAMP = regex.compile(
    r"[\p{N}\s年月日时時分秒前点:：/.\-]+(?:[上下]午|更新|发布|发表|公開|配信|전|시간|분)?[\p{N}\s时分:：]*"
)
_SIGNED = regex.compile(r"(\p{Lu}[^,|·—–]{1,40})\s*[,|·—–]\s*(.*\b(?:19|20)\d\d\b.*)")
_COUNTER = regex.compile(
    r"(?:\p{N}[\p{N}.,\u00a0]*\s?(?:[kKmM]|тыс\.?|млн\.?|mil|Tsd\.?|Mio\.?)?\s+"
    r"\p{L}[\p{L}’']*\s*[|·•]?\s*){1,4}"  # 2.1K Reposts  4,512 Likes
    r"|\p{L}[\p{L} ]{0,24}[:：]\s*\p{N}[\p{N}.,]*\s?[kKmM]?"  # All reactions: 214
)
_SHORT_AGO = regex.compile(r"\d{1,2}\s?(?:s|m|min|h|d|w|mo|yr?)(?:\s*[·•|].{0,20})?", regex.IGNORECASE)  # 2d • Edited •
_PICTOGRAPHS = regex.compile(r"[\p{Extended_Pictographic}\uFE0F\u200D]")
_DIVIDED = regex.compile(r"\s[·|•]\s")
_OTHERS_OF_PIECES = 1 / 3
_LONGEST = 100  # characters
_MOST_WORDS = 8
_SHORTEST_TELLING = 3  # letters
_MOST_WORDS_OF_NAME = 4


def is_stamp(line: str) -> bool:
    """Whether a line is a date, a time, or how long ago something was, whatever the language."""
    if len(line) > _LONGEST:
        return False
    if _SHORT_AGO.fullmatch(line):
        return True
    if not any(character.isnumeric() for character in line):
        return _is_relative(line)
    if _CJK_STAMP.fullmatch(line):
        return True
    words = [word for each in _WORD.findall(line) if (word := each.strip(".'’").casefold())]
    return len(words) <= _MOST_WORDS and all(map(_is_of_stamp, words))


def count_telling_words(line: str) -> int:
    """Count the words of a line, written small, that no stamp has."""
    words = (each.strip(".'’") for each in _WORD.findall(line))
    return sum(len(word) > _SHORTEST_TELLING and word[0].islower() and not _is_of_stamp(word) for word in words)


def _is_of_stamp(word: str) -> bool:
    return word in _BESIDE or word in _names()


def is_signed_stamp(line: str) -> bool:
    """Whether a line names whoever published it, and when: `Harbour Ledger, 18 November 2026`."""
    match = _SIGNED.fullmatch(line) if len(line) <= _LONGEST else None
    return match is not None and len(match[1].split()) <= _MOST_WORDS_OF_NAME and is_stamp(match[2])


def is_counter(line: str) -> bool:
    """Whether a line counts what others did: likes, comments, a number beside a pictograph."""
    if len(line) > _LONGEST:
        return False
    pieces = [each.strip() for each in _DIVIDED.split(line)]
    if len(pieces) > 1:
        others = [each for each in pieces if not (is_stamp(each) or is_counter(each))]
        if len(others) <= _OTHERS_OF_PIECES * len(pieces) and all(len(_WORD.findall(each)) <= 1 for each in others):
            return True  # Nov 21, 2026 · Web · 12 boosts · 34 favourites
    if _PICTOGRAPHS.search(line) and any(character.isnumeric() for character in line):
        return not any(character.isalpha() for character in line)
    return _COUNTER.fullmatch(line) is not None and len(line.split()) <= _MOST_WORDS


def is_relative_stamp(line: str) -> bool:
    """Whether a line says when as social media do: `Yesterday at 18:22 · 🌐`, `2 hours ago`."""
    words = {word.casefold() for word in _WORD.findall(line)}
    if _SHORT_AGO.fullmatch(line):
        return True
    is_said = _PICTOGRAPHS.search(line) is not None or bool(words & {"yesterday", "ago", "just"})
    return is_said and is_stamp(line)


def _is_relative(line: str) -> bool:
    words = line.casefold().split()
    return bool(words) and len(words) <= 2 and all(word in ("yesterday", "today", "just", "now") for word in words)


@cache
def _names() -> frozenset[str]:
    """Return the names of months and days, long and short."""
    found = set()
    for language in _LANGUAGES:
        locale = Locale.parse(language)
        for kinds in (locale.months, locale.days):
            for widths in kinds.values():
                for width in ("wide", "abbreviated"):
                    for name in widths.get(width, {}).values():
                        found.update(_WORD.findall(str(name).casefold()))
    return frozenset(word.strip(".'’") for word in found)
