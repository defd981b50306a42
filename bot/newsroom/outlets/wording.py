"""How each language credits outlets for a sentence.

Names stand in their basic form, so only phrases that ask for no other are used; attribution.py reads each of them back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from bot.newsroom.text.terms import iter_terms, language_group

MOST_NAMES = 3  # in one phrase; the marks behind it name all
_PLAIN_END = regex.compile(r"(?<![.…])[.。।۔]$")
_OF_ITS_WORD = regex.compile(r"(?<![\p{L}\p{M}])\p{L}{1,2}\.\p{L}{1,2}\.$")  # a stop that is the last word's too: p.m.


@dataclass(frozen=True, slots=True)
class Wording:
    """`credit` is a phrase for one outlet and for several, `again` where a sentence has such a phrase already."""

    credit: tuple[str, str]
    again: tuple[str, str]
    last: str  # between the last two names
    comma: str

    @property
    def begins_with_names(self) -> bool:
        """Whether outlets are credited before the sentence, so that however it ends does not matter."""
        return not self.credit[0].startswith("{said}")


def _behind(credit: str, again: tuple[str, str], last: str, *, many: str = "", comma: str = ", ") -> Wording:
    """Return the words of a language that credits behind the sentence: `, according to`; `, {names} reports`."""
    phrases = tuple(f"{{said}}{each} {{names}}." for each in (credit, many or credit))
    return Wording((phrases[0], phrases[1]), (f"{{said}}{again[0]}.", f"{{said}}{again[1]}."), last, comma)


def _before(phrase: str, last: str, *, comma: str = ", ") -> Wording:
    return Wording((phrase, phrase), (phrase, phrase), last, comma)


WORDINGS = {
    "en": _behind(", according to", (", {names} reports", ", {names} report"), " and "),
    "es": _behind(", según", (", informa {names}", ", informan {names}"), " y "),
    "pt": _behind(", segundo", (", informa {names}", ", informam {names}"), " e "),
    "fr": _behind(", selon", (", rapporte {names}", ", rapportent {names}"), " et "),
    "de": _behind(", laut", (", wie {names} berichtet", ", wie {names} berichten"), " und "),
    "it": _behind(", secondo", (", riferisce {names}", ", riferiscono {names}"), " e "),
    "ru": _behind(", сообщает", (", пишет {names}", ", пишут {names}"), " и ", many=", сообщают"),
    "uk": _behind(", повідомляє", (", пише {names}", ", пишуть {names}"), " та ", many=", повідомляють"),
    "tr": _before("{names} haberine göre {said}", " ve "),
    "ar": _behind("، بحسب", ("، وفق {names}", "، وفق {names}"), " و", comma="، "),
    "fa": _before("به گزارش {names}، {said}", " و ", comma="، "),
    "hi": _before("{names} के अनुसार, {said}", " और "),
    "ms": _behind(", menurut", (", lapor {names}", ", lapor {names}"), " dan "),
    "zh": _before("据{names}报道，{said}", "和", comma="、"),
    "ja": _before("{names}によると、{said}", "と", comma="、"),
    "ko": _before("{names}에 따르면 {said}", " 및 "),
}
# The terms of all these phrases.
CREDITING = frozenset(
    term for each in WORDINGS.values() for phrase in (*each.credit, *each.again) for term in iter_terms(phrase)
)
_ELSEWHERE = _before("{names}: {said}", ", ")


def find_wording(language: str) -> Wording:
    """Return the words of a language; for those not in the table, names and a colon."""
    return WORDINGS.get(language_group(language), _ELSEWHERE)


def can_credit(sentence: str, language: str) -> bool:
    """Whether outlets can be credited in a sentence's own words: it ends plainly, or they stand before it."""
    return find_wording(language).begins_with_names or _PLAIN_END.search(sentence) is not None


def credit(sentence: str, names: Sequence[str], language: str, *, again: bool = False) -> str:
    """Return a sentence that says which outlets report it: `The gate held, according to A and B.`

    `again` takes the language's other phrase, for where the first one was just used; so does a sentence that has it.
    """
    wording = find_wording(language)
    stays = wording.begins_with_names or _OF_ITS_WORD.search(sentence) is not None
    said = sentence if stays else _PLAIN_END.sub("", sentence)
    opening = wording.credit[0].removeprefix("{said}").split("{")[0].strip(" ،,.")
    has_one = not wording.begins_with_names and opening.casefold() in said.casefold()
    phrase = (wording.again if again or has_one else wording.credit)[len(names) > 1]
    return phrase.format(said=said, names=_join(names[:MOST_NAMES], wording))


def _join(names: Sequence[str], wording: Wording) -> str:
    if len(names) < 2:
        return "".join(names)
    return wording.comma.join(names[:-1]) + wording.last + names[-1]
