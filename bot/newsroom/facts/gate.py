"""The fact gate: what a draft says that none of its cited sources does.

A figure or a quotation that no cited source has blocks; a name warns; sources that differ about a figure are told.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import regex

from bot.newsroom.facts.derived import iter_derived
from bot.newsroom.facts.evidence import (
    NAME,
    NUMBERED,
    Evidence,
    is_borne,
    make_evidence,
    plain_name,
    rounds,
    says_share,
)
from bot.newsroom.facts.figure_words import YEARS, date_of
from bot.newsroom.facts.figures import Figure, is_among, is_vague
from bot.newsroom.facts.quotations import Quotation, contains, extract_quotations
from bot.newsroom.facts.rounding import is_rounded
from bot.newsroom.facts.sense import NEAR, Said, find_nearest, is_near, iter_turned, read_said
from bot.newsroom.facts.shares import TIMES
from bot.newsroom.outlets.wording import CREDITING
from bot.newsroom.text.markup import lift_marks
from bot.newsroom.text.sentences import split_sentences
from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms
from storage.model import ArticleText

_FEWEST_SHARED, _ALIKE = 3, 0.5  # terms that sentences share which tell of the same; and of the shorter one's
_MARKS_BEHIND = regex.compile(r"([.!?…。！？؟।][”’\"')»]*)\s*((?:\[\d{1,3}\]\s*)+)")  # of the sentence before


class Kind(StrEnum):
    """What a finding is about."""

    FIGURE = "figure"
    QUOTATION = "quotation"
    SENSE = "sense"
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

    @property
    def is_certain(self) -> bool:
        """Whether nothing was found, not even sources that differ: it may go out without an editor."""
        return not self.findings


def check_sentence(
    sentence: str, sources: Mapping[int, Evidence], *, place: str = "", credited: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Return what one sentence says that none of these sources does.

    `credited` are the words of the outlets that it may credit: no source need name them.
    """
    searched = tuple(sources)
    quotations = extract_quotations(sentence)
    findings = [
        Finding(Kind.QUOTATION, place, text, searched)
        for text in dict.fromkeys(quotation.text for quotation in quotations)
        if not any(contains(source.words, text) for source in sources.values())
    ]
    reported = frozenset(finding.token for finding in findings)
    said = read_said(sentence)
    beside = _nearest(said, sources)
    moved = _list_moved(said, beside[0]) if beside and is_near(said, beside[0], NEAR) else frozenset()
    distinct: dict[tuple[str, str | None, str | None], Figure] = {}  # what stands there many times is looked up once
    for each in said.figures:
        distinct.setdefault((each.value, each.unit, each.noun), each)
    for figure in distinct.values():
        is_anywhere = any(is_borne(figure, source) for source in sources.values())
        if (not is_anywhere or figure.value in moved) and not _is_inside(figure, quotations, reported):
            findings.append(Finding(Kind.FIGURE, place, figure.token, searched, _seen_as(figure, sources)))
    unknown = _unknown_names(sentence, sources)
    findings += [Finding(Kind.NAME, place, name, searched) for name in unknown if plain_name(name) not in credited]
    if beside is not None:
        turned = iter_turned(said, beside[0], beside[1].terms - credited)
        findings += [Finding(Kind.SENSE, place, token, searched, detail) for token, detail in turned]
    return tuple(findings)


def _nearest(said: Said, sources: Mapping[int, Evidence]) -> tuple[Said, Evidence] | None:
    """Return the sentence of the sources that is nearest to one, and its source; None where none is near."""
    found = [
        (near, source) for source in sources.values() if (near := find_nearest(said, source.sentences, source.terms))
    ]
    return max(found, key=lambda each: len(each[0].terms & said.terms), default=None)


def _list_moved(said: Said, nearest: Said) -> frozenset[str]:
    """Return the figures that stand in the place of another: here the source has one that is left out."""
    own, theirs = (
        {each.value for each in side.figures if not each.value.startswith(TIMES)} for side in (said, nearest)
    )  # a multiple is of two others
    borne = {each for each in own if is_vague(each) and any(is_among(other, each) for other in theirs)}
    pairs = ((one, other) for one in said.figures for other in nearest.figures)
    reworded = {(one.value, other.value) for one, other in pairs if rounds(one, other) or says_share(one, other)}
    left_out = theirs - own - {exact for _, exact in reworded}
    derived = tuple(iter_derived(nearest.figures))
    borne |= {figure.value for figure in said.figures if any(each.is_said_by(figure) for each in derived)}
    return frozenset(own - theirs - borne - {each for each, _ in reworded}) if left_out else frozenset()


def _is_inside(figure: Figure, quotations: Sequence[Quotation], reported: frozenset[str]) -> bool:
    """Whether a figure stands in a quotation that is reported already; they stand in their order, side by side."""
    place = bisect(quotations, figure.start, key=lambda each: each.start) - 1
    return place >= 0 and quotations[place].text in reported and figure.start < quotations[place].end


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
    for match in NAME.finditer(sentence):
        name = plain_name(match[0])
        is_first = match.start() == 0
        if name not in known and not is_first and name not in FUNCTION_WORDS and date_of(match[0]) is None:
            found.append(match[0])
    return found + [name for name in NUMBERED.findall(sentence) if plain_name(name) not in known]


def extract_disagreements(sentence: str, sources: Mapping[int, Evidence], *, place: str = "") -> tuple[Finding, ...]:
    """Return the figures of a sentence for which other sources give another value of the same thing."""
    said = read_said(sentence)
    findings = []
    for figure in said.figures:
        for number, source in sources.items():
            other = None if is_borne(figure, source) else _find_differing(figure, said, source)
            if other is not None:
                detail = f"[{number}] says {other.token}"
                findings.append(Finding(Kind.DISAGREEMENT, place, figure.token, (number,), detail))
    return tuple(findings)


def _find_differing(figure: Figure, said: Said, source: Evidence) -> Figure | None:
    """Return what a source counts otherwise where it says nearly the same; roundings and dates do not differ."""
    if figure.noun is None or " " in figure.value:
        return None
    alike = (
        other
        for each in source.sentences
        if len(each.terms & said.terms) >= max(_FEWEST_SHARED, _ALIKE * min(len(each.terms), len(said.terms)))
        for other in each.figures
    )
    own = {each.value for each in (*said.figures, *said.unsure)}
    return next((other for other in alike if other.value not in own and _counts_otherwise(figure, other)), None)


def _counts_otherwise(figure: Figure, other: Figure) -> bool:
    if " " in other.value or other.noun != figure.noun or other.unit != figure.unit:
        return False
    one, two = Decimal(figure.value), Decimal(other.value)
    return not is_rounded(one, two) and YEARS.isdisjoint((int(one), int(two)))


def check_article(article: ArticleText, texts: Mapping[int, str], *, unread: frozenset[int] = frozenset()) -> Verdict:
    """Check a draft against its sources' texts, by number; what carries no marks may be in any of them.

    What may rest on a source of `unread` is left out: nobody knows what that one says.
    """
    evidence = {number: make_evidence(text) for number, text in texts.items()}
    outlets = sorted({source.outlet for source in article.sources}, key=len, reverse=True)
    credited = CREDITING | {term for source in article.sources for term in iter_terms(source.outlet)}
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
            for name in outlets:  # whose name may have figures in it: 20 Minutos
                plain = plain.replace(name, " ")
            findings += check_sentence(plain, cited, place=f"paragraph {number}", credited=credited)
    return Verdict(tuple(findings))
