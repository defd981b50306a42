"""Rounded figures: the words that say so, and whether one number is another, rounded."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

import regex

# Of the number may be lost: nothing said, `about` and `nearly`; more than two billion are 2.3 too.
_MOST, _MOST_ABOUT, _MOST_OF_BOUND = Decimal("0.05"), Decimal("0.07"), Decimal("0.17")
_MANY_DIGITS, _FEW_DIGITS = 5, 2  # a number of many may be said with a few alone, without a word that says so
_LOOKED_AT_BEFORE, _LOOKED_AT_BEHIND = 24, 14


class Bound(StrEnum):
    """Where the exact number lies, as words beside a rounded one say: `over 3,900`, `nearly 3,900`."""

    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    NEARLY = "nearly"  # under, and not by much

    def is_met(self, rounded: Decimal, exact: Decimal) -> bool:
        """Whether the exact number lies on the side that the words say."""
        if self is Bound.ABOUT:
            return True
        return exact >= rounded if self is Bound.OVER else exact <= rounded


_WORDS_BEFORE = {
    Bound.ABOUT: (
        r"about|around|roughly|some|approximately|close to|an estimated|unos|unas|cerca de|alrededor de"
        r"|aproximadamente|en torno a|uns|umas|environ|près de|quelque|rund|etwa|ungefähr|circa|sekitar|kira-kira"
        r"|около|примерно|порядка|близько|приблизно|yaklaşık|نحو|حوالي|قرابة|زهاء|ما يقرب من|حدود|نزدیک به"
        r"|تقریبا|تقریباً|लगभग|करीब|क़रीब|तकरीबन"
    ),
    Bound.OVER: (
        r"(?:no|not) (?:less|fewer) than|over|more than|at least|exceed(?:s|ed|ing)?|above|super(?:ó|a|an|aron)"
        r"|(?:no menos|más) de|al menos|mais de|pelo menos|plus de|au moins|über|mehr als|gut|mindestens|oltre|più di"
        r"|almeno|не (?:менее|меньше|менше)(?: чем)?|(?:более|больше|більше)(?: чем)?|свыше|понад|превы(?:си|ша)\p{L}+"
        r"|أكثر من|ما يزيد على|تجاوز\p{L}*|بیش از|lebih dari|lebih daripada"
    ),
    Bound.UNDER: (
        r"(?:no|not) more than|less than|fewer than|under|up to|below|(?:no más|menos) de|moins de|pas plus de"
        r"|(?:nicht mehr|weniger) als|(?:non più|meno) di|не (?:более|больше|більше)(?: чем)?"
        r"|(?:менее|меньше|менше)(?: чем)?|до|أقل من|کمتر از|kurang dari"
    ),
    Bound.NEARLY: r"nearly|almost|casi|quase|presque|knapp|fast|quasi|почти|майже|neredeyse|hampir",
}
_UNSPACED_BEFORE = {
    Bound.ABOUT: "大?[约約]|およそ|약",
    Bound.OVER: "超过|超過|逾",
    Bound.UNDER: "不到",
    Bound.NEARLY: "[将將]?近|ほぼ|거의",
}
_WORDS_BEHIND = {
    Bound.ABOUT: r"[人名个個元]?(?:左右|前後)|civarında",
    Bound.OVER: r"[多余餘](?!数)|[人名个個元]?(?:以上|超|余り|あまり|を(?:超え|上回))|이상|से (?:अधिक|ज़्यादा|ज्यादा)",
    Bound.UNDER: r"[人名个個元]?(?:以下|を(?:下回|割り))|이하|से कम",
    Bound.NEARLY: r"[人名个個元]?近く",
}


def _any_of(words: dict[Bound, str]) -> str:
    return "|".join(f"(?P<{bound}>{each})" for bound, each in words.items())


_BEFORE = regex.compile(rf"\b(?:{_any_of(_WORDS_BEFORE)})\s[^\p{{L}}\d]{{0,3}}$", regex.IGNORECASE)
_BEFORE_UNSPACED = regex.compile(rf"(?:{_any_of(_UNSPACED_BEFORE)})\s?$")
_BEHIND = regex.compile(rf"\s?(?:{_any_of(_WORDS_BEHIND)})")


def find_bound(text: str, start: int, end: int) -> Bound | None:
    """Return what words beside a figure say of the exact one; None where they say nothing."""
    first = max(0, start - _LOOKED_AT_BEFORE)
    found = (
        _BEFORE.search(text, first, start)
        or _BEFORE_UNSPACED.search(text, first, start)
        or _BEHIND.match(text, end, end + _LOOKED_AT_BEHIND)
    )
    return Bound(found.lastgroup or "") if found else None


def is_rounded(one: Decimal, two: Decimal, *, most: Decimal = _MOST) -> bool:
    """Whether the coarser of two numbers is the finer one, rounded or cut: 100 for 102, and not 105 for 102."""
    if abs(one - two) > most * max(abs(one), abs(two)):
        return False
    places = [_exponent(each) for each in (one, two)]
    coarse, fine = (one, two) if places[0] >= places[1] else (two, one)
    step = Decimal(1).scaleb(max(places))
    return coarse in (fine.quantize(step, ROUND_HALF_UP), fine.quantize(step, ROUND_DOWN))


def may_stand_for(rounded: Decimal, exact: Decimal, bound: Bound | None) -> bool:
    """Whether a number may be said in the place of a finer one, with such words beside it."""
    is_wide = bound in (Bound.OVER, Bound.UNDER)
    most = _MOST if bound is None else _MOST_OF_BOUND if is_wide else _MOST_ABOUT
    if _exponent(rounded) <= _exponent(exact) or not is_rounded(rounded, exact, most=most):
        return False
    if bound is not None:
        return bound.is_met(rounded, exact)
    return _digits(exact) >= _MANY_DIGITS and _digits(rounded) <= _FEW_DIGITS


def _exponent(number: Decimal) -> int:
    return int(number.normalize().as_tuple().exponent)


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)
