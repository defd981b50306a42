"""Figures in scripts without blanks, and in Korean: 1250万, 3億5000万, 三十二人, 百分之30, 9月22日, 星期三."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from bot.newsroom.facts.figure_clocks import clock_of
from bot.newsroom.facts.figure_words import YEARS

DIGITS = {character: value for value, each in enumerate("〇一二三四五六七八九") for character in each} | {
    "零": 0, "两": 2, "兩": 2,
}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000, "백": 100, "천": 1000}
LARGE = {
    "万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12,
}  # fmt: skip
_SCALES = "".join((*_SMALL, *LARGE))
# What stands behind a number, the longest first; a month and a day are dates.
_UNITS = {
    spelling: unit
    for unit, spellings in {
        "percent": "% 个百分点 個百分點 百分点 パーセント 퍼센트 프로",
        "dollar": "美元 美金 ドル 달러",
        "euro": "欧元 歐元 ユーロ 유로",
        "yen": "日元 日圓 円 엔",
        "yuan": "元 人民币 人民幣 块",
        "won": "원 韩元 韓元",
        "km": "公里 千米 キロメートル キロ 킬로미터",
        "metre": "米 公尺 メートル 미터",
        "cm": "厘米 公分 センチ",
        "kg": "公斤 千克 キログラム 킬로그램",
        "ton": "吨 噸 トン 톤",
        "celsius": "℃ 摄氏度 攝氏度 °C",
        "fahrenheit": "℉ 华氏度 華氏度 °F",
        "degree": "度 도",
        "hectare": "公顷 公頃 ヘクタール 헥타르",
        "year": "年 岁 歲 歳 才 周岁 年間 살 세 년",
        "month": "个月 個月 か月 カ月 ヶ月 개월",
        "week": "个星期 周 週間 週 주일 주",
        "day": "天 日間 일간",
        "hour": "小时 小時 個小時 个小时 時間 시간",
        "minute": "分钟 分鐘 分 분",
        "second": "秒 초",
        "clock": "时 時 点 點 시",
        "date": "日 号 號 일",
        "month of the year": "月份 月 월",
    }.items()
    for spelling in spellings.split()
}  # fmt: skip
# 千米 and 千克 are units.
_NUMBER = rf"[0-9]+(?:[,.][0-9]+)*(?:\s?(?!千[米克瓦])[{_SCALES}]+(?:\s?[0-9]+(?:[,.][0-9]+)*)?)*"
_IN_WORDS = rf"[{''.join(DIGITS)}十][{''.join(DIGITS)}{_SCALES}]+"
# One numeral alone counts where what is counted stands behind it: 三人; 第三 is a place in an order.
_COUNTERS = (
    "[人名位个個只隻艘辆輛架座栋棟家次起条條岁歲歳天年周週件台月日号號]|小时|小時|時間|分钟|分鐘|公里|[吨噸米秒]"
)
_SINGLE = rf"(?<![第几幾数數{''.join(DIGITS)}{_SCALES}])[二两兩三四五六七八九十](?=\s?(?:{_COUNTERS}))"
_UNIT = "|".join(regex.escape(each) for each in sorted(_UNITS, key=len, reverse=True))
_FIGURE = regex.compile(
    rf"""(?:(?P<am>上午|早上|早晨|清晨|凌晨|午前|오전)|(?P<pm>下午|晚上|傍晚|午後|오후))?\s?(?P<hour>[01]?[0-9]|2[0-4])\s?[时時点點시]
    (?:\s?(?P<minute>[0-5]?[0-9])\s?[分분])?(?![0-9])
    |(?P<minus>零下|负|負|マイナス|氷点下|영하\s?|(?<![0-9A-Za-z%.)])[-−])?(?P<percent>百分之)?(?:(?P<number>{_NUMBER})|(?P<words>{_IN_WORDS})|(?P<single>{_SINGLE}))
    (?:\s?(?P<unit>{_UNIT}))?
    |(?:星期|礼拜|禮拜|周|週)(?P<chinese>[一二三四五六日天])|(?P<japanese>[月火水木金土日])曜|(?<=日)[（(](?P<japanese>[月火水木金土日])[）)]|(?P<korean>[월화수목금토일])요일""",
    regex.VERBOSE,
)
_WEEKDAYS = ("一二三四五六日", "月火水木金土日", "월화수목금토일")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure: where it stands, its value, and its unit where one stands with it."""

    start: int
    end: int
    value: str
    unit: str | None


def has_unspaced(text: str) -> bool:
    """Whether a text has such a script at all."""
    return _UNSPACED.search(text) is not None


def iter_counted(text: str) -> Iterator[Counted]:
    """Yield the figures that such a script writes its own way, in order; others are left to figures.py."""
    month: Counted | None = None
    for match in _FIGURE.finditer(text):
        found = _read(match)
        if found is None:
            continue
        if found.value.startswith("month "):
            if month is not None:
                yield month
            month = found
            continue
        if month is not None:
            is_day = found.unit == "date" and text[month.end : found.start].strip() == ""
            yield Counted(month.start, month.end, month.value, f"day {found.value}" if is_day else None)
            if is_day:
                found = Counted(found.start, found.end, found.value, month.value)
            month = None
        yield found
    if month is not None:
        yield month


def _read(match: "regex.Match[str]") -> Counted | None:
    start, end = match.span()
    for days, name in zip(_WEEKDAYS, ("chinese", "japanese", "korean"), strict=True):
        if match[name]:
            return Counted(start, end, f"weekday {days.index(match[name].replace('天', '日'))}", None)
    if match["hour"]:
        half = "am" if match["am"] else "pm" if match["pm"] else None
        return Counted(start, end, *clock_of(match["hour"], (match["minute"] or "00").zfill(2), half))
    number, unit = match["number"] or match["words"] or match["single"], _UNITS.get(match["unit"] or "")
    has_scale = any(each in number for each in _SCALES)
    if match["words"] is not None and not has_scale:
        return None
    if unit is None and not match["percent"] and match["number"] is not None and not has_scale:
        return None  # a plain number
    value = _parse(number)
    if unit == "month of the year":
        is_month = value == int(value) and 1 <= value <= 12
        return Counted(start, end, f"month {int(value)}", None) if is_month else None
    if unit == "year" and match["unit"] in ("年", "년") and int(value) in YEARS:
        unit = None  # a year, not so many
    written = f"{'-' if match['minus'] else ''}{value.normalize():f}"
    return Counted(start, end, written, "percent" if match["percent"] else unit)


def _parse(number: str) -> Decimal:
    """Return what digits, scales and Chinese numerals say together: 3億5000万 is 350,000,000."""
    total = section = Decimal(0)
    current: Decimal | None = None
    for part in regex.findall(rf"[0-9]+(?:[,.][0-9]+)*|[{''.join(DIGITS)}{_SCALES}]", number):
        if part in _SMALL:
            section += (1 if current is None else current) * _SMALL[part]
            current = None
        elif part in LARGE:
            total += (section + (current or 0) or 1) * LARGE[part]
            section, current = Decimal(0), None
        elif part in DIGITS:
            current = Decimal(DIGITS[part])
        else:
            current = _plain(part)
    return total + section + (current or 0)


def _plain(digits: str) -> Decimal:
    in_thousands = regex.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", digits)
    whole, _, part = (digits.replace(",", "") if in_thousands else digits.replace(",", ".")).partition(".")
    return Decimal(f"{whole}.{part.replace('.', '') or 0}")
