"""The fact gate: what a draft says that none of its cited sources does.

A figure or a quotation that no cited source has blocks; a name warns; sources that differ about a figure are told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from bot.newsroom.figures import Figure, are_units_alike, extract_figures
from bot.newsroom.markup import lift_marks
from bot.newsroom.quotations import Quotation, contains, extract_quotations, searchable
from bot.newsroom.sentences import split_sentences
from bot.newsroom.terms import FUNCTION_WORDS
from storage.model import ArticleText
from storage.words import fold

_SHARED_WORDS = 1  # so many words around a figure must be around it in the source too, where the noun is not the same
_ALWAYS_TELLING = 1000  # such large numbers do not stand somewhere by chance; years do
_YEARS = range(1500, 2101)
_AGE_DIGITS = 2
_MARKS_BEHIND = regex.compile(r"([.!?…。！？؟।][”’\"')»]*)\s*((?:\[\d{1,3}\]\s*)+)")  # of the sentence before
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]+")


class Kind(StrEnum):
    """What a finding is about."""

    FIGURE = "figure"
    QUOTATION = "quotation"
    NAME = "name"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: where it stands, which words, in which sources it was looked for."""

    kind: Kind
    place: str
    token: str
    sources: tuple[int, ...]
    detail: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it stops publication, unless an editor overrides it."""
        return self.kind in (Kind.FIGURE, Kind.QUOTATION)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found in a draft."""

    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing blocks."""
        return not any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's text, prepared for looking things up."""

    words: str
    figures: dict[str, tuple[Figure, ...]]
    names: frozenset[str]


def make_evidence(text: str) -> Evidence:
    """Prepare a source's text."""
    figures: dict[str, list[Figure]] = {}
    sentences = tuple(sentence for paragraph in text.split("\n") for sentence in split_sentences(paragraph))
    for sentence in sentences:
        for figure in extract_figures(sentence):
            figures.setdefault(figure.value, []).append(figure)
    words = regex.findall(r"[\p{L}\p{M}’'-]+", text)
    # A name stands behind what is elided before it: `d'Arvik`.
    names = frozenset(
        fold(part).removesuffix("'s").removesuffix("’s")
        for word in words
        for part in (word, *regex.split(r"['’]", word)[1:])
    )
    found = {value: tuple(each) for value, each in figures.items()}
    return Evidence(searchable(text), found, names)


def _plain_name(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s")


def check_sentence(sentence: str, sources: Mapping[int, Evidence], *, place: str = "") -> tuple[Finding, ...]:
    """Return what one sentence says that none of these sources does, and in what they differ."""
    searched = tuple(sources)
    quotations = extract_quotations(sentence)
    findings = [
        Finding(Kind.QUOTATION, place, quotation.text, searched)
        for quotation in quotations
        if not any(contains(source.words, quotation.text) for source in sources.values())
    ]
    for figure in extract_figures(sentence):
        bearing = [source for source in sources.values() if is_borne(figure, source)]
        if not bearing and not _is_inside(figure, quotations, findings):
            findings.append(Finding(Kind.FIGURE, place, figure.token, searched, _seen_as(figure, sources)))
    findings += [Finding(Kind.NAME, place, name, searched) for name in _unknown_names(sentence, sources)]
    return tuple(findings)


def is_borne(figure: Figure, source: Evidence) -> bool:
    """Whether a source has this figure: the value, the unit, and what it counts or what is said around it."""
    return any(_is_same(figure, other) for other in source.figures.get(figure.value, ()))


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.value.startswith("month ") and None in (figure.unit, other.unit):
        return bool(figure.near & other.near)  # a month with its day in one text, without it in the other
    if {figure.unit, other.unit} == {None, "year"} and len(figure.value) <= _AGE_DIGITS:
        return bool(figure.near & other.near)  # an age: `a girl of 14`, `the 14-year-old`
    if not are_units_alike(figure.unit, other.unit):
        return False
    is_date = (figure.unit or "").startswith(("month ", "day "))
    is_noun = figure.noun is not None and figure.noun == other.noun and figure.unit is None
    if is_date or is_noun or _tells_by_itself(figure):
        return True
    shared = figure.near & other.near
    return len(shared) >= min(_SHARED_WORDS, len(figure.near), len(other.near))


def _tells_by_itself(figure: Figure) -> bool:
    """Whether a value hardly stands somewhere by chance: a result, a large number, one with a decimal; years do."""
    if figure.value.startswith("score "):
        return True
    if not figure.value.replace(".", "").isdecimal():
        return False
    number = float(figure.value)
    is_year = number in _YEARS and figure.unit is None
    return (number >= _ALWAYS_TELLING or "." in figure.value) and not is_year


def _is_inside(figure: Figure, quotations: Sequence[Quotation], findings: Sequence[Finding]) -> bool:
    """Whether a figure stands in a quotation that is reported already."""
    reported = {finding.token for finding in findings if finding.kind is Kind.QUOTATION}
    return any(each.text in reported and each.start <= figure.start < each.end for each in quotations)


def _seen_as(figure: Figure, sources: Mapping[int, Evidence]) -> str:
    """Tell where the bare number does stand, for the editor."""
    seen = [
        f"[{number}] {other.token} {other.noun or other.unit or ''}".strip()
        for number, source in sources.items()
        for other in source.figures.get(figure.value, ())
    ]
    return "; ".join(seen[:3])


def _unknown_names(sentence: str, sources: Mapping[int, Evidence]) -> list[str]:
    known = frozenset().union(*(source.names for source in sources.values())) if sources else frozenset()
    found = []
    for match in _NAME.finditer(sentence):
        name = _plain_name(match[0])
        is_first = match.start() == 0
        if name not in known and not is_first and name not in FUNCTION_WORDS:
            found.append(match[0])
    return found


def extract_disagreements(sentence: str, sources: Mapping[int, Evidence], *, place: str = "") -> tuple[Finding, ...]:
    """Return the figures of a sentence for which other sources give another value of the same thing."""
    findings = []
    for figure in extract_figures(sentence):
        for number, source in sources.items():
            other = _differing(figure, source)
            if other is not None and not is_borne(figure, source):
                detail = f"[{number}] says {other.token} {other.noun or other.unit or ''}".strip()
                findings.append(Finding(Kind.DISAGREEMENT, place, figure.token, (number,), detail))
    return tuple(findings)


def _differing(figure: Figure, source: Evidence) -> Figure | None:
    if figure.noun is None or " " in figure.value:
        return None
    candidates = (
        other
        for value, figures in source.figures.items()
        for other in figures
        if value != figure.value and other.noun == figure.noun and other.unit == figure.unit and " " not in value
    )
    return next((other for other in candidates if len(other.near & figure.near) > _SHARED_WORDS), None)


def check_article(article: ArticleText, texts: Mapping[int, str], *, unread: frozenset[int] = frozenset()) -> Verdict:
    """Check a draft against its sources' texts, by number; what carries no marks may be in any of them.

    What may rest on a source of `unread` is left out: nobody knows what that one says.
    """
    evidence = {number: make_evidence(text) for number, text in texts.items()}
    findings: list[Finding] = []
    if not unread:
        findings += check_sentence(article.headline, evidence, place="headline")
    for number, bullet in enumerate(article.bullets, 1):
        if unread.intersection(bullet.sources or unread):
            continue
        place = f"bullet {number}"
        cited = {mark: evidence[mark] for mark in bullet.sources if mark in evidence} or evidence
        findings += check_sentence(bullet.text, cited, place=place)
        findings += extract_disagreements(bullet.text, evidence, place=place)
    for number, paragraph in enumerate(article.body, 1):
        for sentence in split_sentences(_MARKS_BEHIND.sub(r" \2\1 ", paragraph)):
            plain, marks = lift_marks(sentence)
            if unread.intersection(marks or unread):
                continue
            cited = {mark: evidence[mark] for mark in marks if mark in evidence} or evidence
            findings += check_sentence(plain, cited, place=f"paragraph {number}")
    return Verdict(tuple(findings))
