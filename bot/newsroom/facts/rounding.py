"""Rounded figures: the words that say so, and whether one number is another, rounded."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import regex

_MOST, _MOST_OF_BOUND = Decimal("0.05"), Decimal("0.07")  # of the number may be lost
_MANY_DIGITS, _FEW_DIGITS = 5, 2  # a number of many may be said with a few alone, without a word that says so
_LOOKED_AT_BEFORE, _LOOKED_AT_BEHIND = 24, 14
_WORDS_BEFORE = (
    r"about|around|roughly|some|nearly|almost|over|more than|less than|fewer than|under|approximately|close to|"
    r"at least|exceed(?:s|ed|ing)?|super(?:ó|a|an|aron)|превы(?:сил|шает|сила|сили)\p{L}*|تجاوز\p{L}*|"
    r"up to|above|below|an estimated|unos|unas|casi|cerca de|alrededor de|más de|menos de|aproximadamente|en torno a|"
    r"al menos|quase|mais de|pelo menos|uns|umas|environ|près de|plus de|moins de|quelque|presque|au moins|rund|etwa|"
    r"knapp|fast|über|mehr als|weniger als|ungefähr|circa|gut|mindestens|quasi|oltre|più di|meno di|almeno|"
    r"около|почти|примерно|более|свыше|менее|порядка|больше|меньше|до|близько|майже|понад|менше|приблизно|yaklaşık|"
    r"neredeyse|نحو|حوالي|قرابة|زهاء|أكثر من|أقل من|ما يقرب من|ما يزيد على|حدود|نزدیک به|بیش از|کمتر از|تقریبا|تقریباً|"
    r"लगभग|करीब|क़रीब|तकरीबन|sekitar|hampir|lebih dari|lebih daripada|kurang dari|kira-kira"
)
_BEFORE = regex.compile(
    rf"(?:\b(?:{_WORDS_BEFORE})\s[^\p{{L}}\d]{{0,3}}|(?:大?[约約]|近|超过|超過|逾|[将將]近|不到|およそ|ほぼ|약|거의)\s?)$",
    regex.IGNORECASE,
)
_BEHIND = regex.compile(
    r"\s?(?:[多余餘](?!数)|[人名个個元]?(?:左右|以上|近く|超|余り|あまり|前後)|이상|civarında"
    r"|से (?:अधिक|ज़्यादा|ज्यादा|कम))"
)


def is_rounded_beside(text: str, start: int, end: int) -> bool:
    """Whether words beside a figure say that it is rounded, or a bound."""
    before = _BEFORE.search(text, max(0, start - _LOOKED_AT_BEFORE), start)
    return before is not None or _BEHIND.match(text, end, end + _LOOKED_AT_BEHIND) is not None


def is_rounded(one: Decimal, two: Decimal, *, most: Decimal = _MOST) -> bool:
    """Whether the coarser of two numbers is the finer one, rounded or cut: 100 for 102, and not 105 for 102."""
    if abs(one - two) > most * max(abs(one), abs(two)):
        return False
    places = [_exponent(each) for each in (one, two)]
    coarse, fine = (one, two) if places[0] >= places[1] else (two, one)
    step = Decimal(1).scaleb(max(places))
    return coarse in (fine.quantize(step, ROUND_HALF_UP), fine.quantize(step, ROUND_DOWN))


def may_stand_for(rounded: Decimal, exact: Decimal, *, is_about: bool) -> bool:
    """Whether a number may be said in the place of a finer one; `is_about` where words say that it is rounded."""
    most = _MOST_OF_BOUND if is_about else _MOST
    if _exponent(rounded) <= _exponent(exact) or not is_rounded(rounded, exact, most=most):
        return False
    return is_about or (_digits(exact) >= _MANY_DIGITS and _digits(rounded) <= _FEW_DIGITS)


def _exponent(number: Decimal) -> int:
    return int(number.normalize().as_tuple().exponent)


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)
