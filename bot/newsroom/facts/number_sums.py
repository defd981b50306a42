"""How the words of a number go together: which may follow which, and what they say by then."""

from fractions import Fraction
from typing import NamedTuple

_DOZEN = 12
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000
_OPEN = ("join", "turned_join", "article", "more")  # something must follow
_ADDS_TO_TEN = ("fr", "tr")  # dix-sept, on yedi
_JOINS = ("join", "turned_join")  # `and`; the other where units stand before tens: einundzwanzig, واحد وعشرون


class Part(NamedTuple):
    """What one word of a number says.

    `kind` is how it goes together with others: add, hundred, ten (id: puluh), teen (id: belas), ten_or_teen (ar: عشر),
    twenty (fr: vingt), scale, dozen, half, and_half (tr: buçuk), half_or_and_half (id: setengah), more (hi: साढ़े),
    article (en: a), join, turned_join; `many` for dozens, hundreds and thousands, nobody knows how many.
    """

    kind: str
    value: Fraction = Fraction(0)


class NumberSum:
    """A number as far as its words were read."""

    def __init__(self, language: str = "") -> None:
        self.is_whole = False  # whether it may end here
        self._language = language
        self._more = Fraction(0)  # साढ़े तीन: three, and a half more
        self._done = Fraction(0)  # thousands and above
        self._hundreds = Fraction(0)
        self._low = Fraction(0)  # below a hundred
        self._many = Fraction(0)
        self._scale_before: Fraction | None = None
        self._before = ""

    @property
    def value(self) -> str:
        """What was read, as figures have it: `250`, `1.5`, or `many 100`."""
        if self._many:
            return f"many {self._many}"
        total = self._done + self._hundreds + self._low
        return f"{total}" if total.denominator == 1 else f"{float(total):g}"

    def take(self, part: Part) -> bool:
        """Read one word more; return whether it goes together with those before: if not, nothing more can be read."""
        is_taken: bool = getattr(self, f"_take_{part.kind}")(part.value)
        self.is_whole = is_taken and part.kind not in _OPEN and (not part.kind.endswith("half") or self._is_begun)
        self._before = part.kind
        return is_taken

    @property
    def _is_begun(self) -> bool:
        return bool(self._done or self._hundreds or self._low >= 1)

    def _take_add(self, value: Fraction) -> bool:
        if self._many or self._before == "article":
            return False
        if value >= _HUNDRED:
            return self._add_large(value)
        low, is_joined = self._low, self._before in _JOINS
        self._low += value + self._more
        self._more = Fraction(0)
        if 0 < low < 10 and self._before == "turned_join":
            return value >= 20 and value % 10 == 0
        if low == 10 and (is_joined or self._language not in _ADDS_TO_TEN):
            return False
        is_soixante_dix = self._language == "fr" and low in (60, 80) and value < 20
        return low == 0 or (low % 10 == 0 and (value < 10 or is_soixante_dix))

    def _take_twenty(self, _: Fraction) -> bool:
        if self._low == 4 and self._before == "add":
            self._low = Fraction(80)  # quatre-vingts
            return True
        return self._take_add(Fraction(20))

    def _take_more(self, value: Fraction) -> bool:
        self._more = value
        return self._before == ""

    def _add_large(self, value: Fraction) -> bool:
        if value == _HUNDRED and 1 < self._low < 10 and not self._hundreds:  # ثلاث مئة
            self._hundreds, self._low = self._low * _HUNDRED, Fraction(0)
            return True
        is_free = not self._hundreds and not self._low
        if value >= _THOUSAND:
            is_free = is_free and not self._done
            self._done, self._scale_before = value, Fraction(_THOUSAND if value < _MILLION else _MILLION)
        else:
            self._hundreds = value
        return is_free

    def _take_hundred(self, _: Fraction) -> bool:
        is_free = not self._hundreds and self._low < 20 and not self._many
        self._hundreds, self._low = (self._low or Fraction(1)) * _HUNDRED, Fraction(0)
        return is_free

    def _take_ten(self, _: Fraction) -> bool:
        is_unit = 0 < self._low < 10
        self._low *= 10
        return is_unit

    def _take_teen(self, _: Fraction) -> bool:
        is_unit = 0 < self._low < 10
        self._low += 10
        return is_unit

    def _take_ten_or_teen(self, _: Fraction) -> bool:
        """Take what is ten by itself, and makes a unit before it one of the teens: أحد عشر."""
        return self._take_teen(_) if self._before == "add" and 0 < self._low < 10 else self._take_add(Fraction(10))

    def _take_scale(self, scale: Fraction) -> bool:
        if self._many:
            self._many *= scale  # tens of thousands
            return self._before == "many"
        is_smaller = self._scale_before is None or scale < self._scale_before
        self._done += (self._hundreds + self._low or 1) * scale
        self._hundreds = self._low = Fraction(0)
        self._scale_before = scale
        return is_smaller

    def _take_dozen(self, _: Fraction) -> bool:
        is_free = self._low < 20 and not self._hundreds and not self._done
        self._low = (self._low or Fraction(1)) * _DOZEN
        return is_free

    def _take_half(self, _: Fraction) -> bool:
        """Take half of what follows (half a million), or of what stands before it (two millions and a half)."""
        if self._done and not self._low and self._scale_before and self._before in (*_JOINS, "article"):
            self._done += self._scale_before / 2
            return True
        is_first = self._low in (0, 1) and not self._hundreds and not self._done and self._before in ("", "article")
        self._low = Fraction(1, 2) if is_first else self._low + Fraction(1, 2)
        return is_first or (self._before in (*_JOINS, "article") and self._low.denominator == 2)

    def _take_and_half(self, _: Fraction) -> bool:
        self._low += Fraction(1, 2)
        return self._before == "add"

    def _take_half_or_and_half(self, _: Fraction) -> bool:
        return self._take_and_half(_) if self._before == "add" else self._take_half(_)

    def _take_article(self, _: Fraction) -> bool:
        """Take an `a`: one where a hundred, a dozen or a million follows, nothing where a half stands beside it."""
        if self._before == "":
            self._low = Fraction(1)
            return True
        return self._before in ("half", *_JOINS)

    def _take_many(self, value: Fraction) -> bool:
        if self._many:
            return self._before == "many" and self._take_scale(value)
        before = self._hundreds + self._low  # yüz binlerce
        self._many = value * (before or 1)
        return not self._done and (not before or (before % 10 == 0 and value >= _THOUSAND))

    def _take_join(self, _: Fraction) -> bool:
        return bool(self._low or self._hundreds or self._done) and self._before not in (*_JOINS, "article")

    _take_turned_join = _take_join
