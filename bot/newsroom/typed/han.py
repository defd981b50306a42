"""Times and days in Chinese words, written as those of other languages are: 八点, 七点十五分, 周一三五, 周一到五."""

import regex

_UNITS = {"〇": 0, "零": 0, **{char: value for value, char in enumerate("一二三四五六七八九", 1)}, "两": 2, "兩": 2}
_NUMERAL = "[〇零一二两兩三四五六七八九十]{1,4}"
_NUMBER = regex.compile(rf"(?<!周|週|星期|礼拜|禮拜){_NUMERAL}(?=[点點时時分])|(?<=[点點时時]){_NUMERAL}(?!刻)")
_DAYS = "[一二三四五六日天]"
_LIST = regex.compile(rf"(周|週|星期|礼拜|禮拜)({_DAYS}{{2,7}})(?!{_DAYS}|[点點时時])")
_RANGE = regex.compile(rf"(周|週|星期|礼拜|禮拜)({_DAYS})[-到]({_DAYS})(?![点點时時])")
_COUNTED = regex.compile(rf"{_NUMERAL}(?=[个個]?(?:天|日|周|週|星期|礼拜|月|年))")
_APART = regex.compile(rf"(周|週|星期|礼拜|禮拜)({_DAYS}(?:、{_DAYS})+)(?![点點时時])")  # 周一、三、五
_DIGIT = regex.compile(r"(?<=周|週|星期|礼拜|禮拜)[1-7](?!\d)")  # 周5
MOST_MINUTES = 59


def write_plainly(text: str) -> str:
    """Return the text with its numerals of times as two digits or one, and each day of a list named in full."""
    text = _APART.sub(lambda found: found[1] + found[2].replace("、", ""), write_days(text))
    text = _RANGE.sub(r"\1\2-\1\3 ", text)
    text = _LIST.sub(lambda found: "".join(f"{found[1]}{day} " for day in found[2]), text)
    return _NUMBER.sub(_digits, text)


def write_days(text: str) -> str:
    """Return the text with days that are counted in digits named as others are: 周5 as 周五."""
    return _DIGIT.sub(lambda found: "一二三四五六日"[int(found[0]) - 1], text)


def write_numbers_of_days(text: str) -> str:
    """Return the text with the numerals before days, weeks and months as digits: 十天, 两个星期."""
    return _COUNTED.sub(lambda found: str(_read_number(found[0])), text)


def _digits(found: regex.Match[str]) -> str:
    number = _read_number(found[0])
    if number > MOST_MINUTES:
        return found[0]
    return f"{number:02}" if found.start() and found.string[found.start() - 1] in "点點时時" else str(number)


def _read_number(numerals: str) -> int:
    tens, is_tens, units = numerals.partition("十")
    return (_UNITS.get(tens, 1) * 10 if is_tens else 0) + _read_units(units if is_tens else tens)


def _read_units(numerals: str) -> int:
    return int("".join(str(_UNITS.get(char, 0)) for char in numerals) or "0")
