"""The short story of a draft: it opens with the lede, a paragraph for each matter, and says which outlets report it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.newsroom.drafts.introductions import takes_for_known
from bot.newsroom.drafts.sentences import Material, Sentence, cosine, share_terms
from bot.newsroom.outlets.wording import can_credit, credit
from bot.newsroom.text.markup import escape_markup

MOST_SENTENCES = 9
MOST_PARAGRAPHS = 4
MOST_OF_A_PARAGRAPH = 3
SAME_MATTER = 0.14  # cosine of sentences that belong to one paragraph

HELD = 0.6  # of the terms of one that another one has: they say the same
TELLS_THE_NEWS = 0.6  # of what the first sentence says of the titles that says most of them

Bearers = Callable[[Sentence], tuple[int, ...]]


def write_story(
    reports: Sequence[Material],
    ranked: Sequence[Sentence],
    bullets: Sequence[Sentence],
    bearers: Bearers,
    language: str,
) -> tuple[str, ...]:
    """Return the paragraphs of a story, of sentences that the bullets leave out, behind the lede.

    `ranked` are the sentences, the best first.
    """
    lede = _find_lede(ranked, bullets, language)
    if lede is None:
        return ()
    picked = _pick(ranked, lede, bullets, language)
    if not picked and lede in bullets:
        return ()  # it would only say again what the bullets say
    writing = _Writing(reports, bearers, language)
    is_one = len({each.report for each in ranked}) == 1
    return tuple(writing.write(paragraph, begins_anew=not is_one) for paragraph in _arrange(lede, picked))


def _find_lede(ranked: Sequence[Sentence], bullets: Sequence[Sentence], language: str) -> Sentence | None:
    """Return the best first sentence of a report; one that is no bullet where reports offer several."""
    firsts = [each for each in ranked if each.place == 0 and not each.leans and can_credit(each.text, language)]
    most = max((each.told for each in firsts), default=0.0)
    firsts = [each for each in firsts if each.told >= TELLS_THE_NEWS * most]
    others = [each for each in firsts if each not in bullets]
    return next(iter(others or firsts), next((each for each in ranked if can_credit(each.text, language)), None))


def _pick(ranked: Sequence[Sentence], lede: Sentence, bullets: Sequence[Sentence], language: str) -> list[Sentence]:
    """Return what is told besides the lede: nothing that it or the bullets say, and nothing that hangs in the air."""
    told, picked = [lede, *bullets], [lede]
    left = [each for each in ranked if each not in told]
    left = [each for each in left if not any(_says_again(each, other) for other in told)]
    while len(picked) < MOST_SENTENCES:
        known = frozenset[str]().union(*(each.terms for each in told))
        names = frozenset[str]().union(*(each.names.words for each in told))
        found = next((each for each in left if _can_follow(each, picked, known, names, language)), None)
        if found is None:
            break
        left = [each for each in left if not _says_again(each, found)]  # without itself, too
        told.append(found)
        picked.append(found)
    return picked[1:]


def _says_again(sentence: Sentence, other: Sentence) -> bool:
    """Whether a sentence says what another one says, with more or with fewer words."""
    return share_terms(sentence.terms, other.terms, held=HELD)


def _can_follow(
    sentence: Sentence, picked: Sequence[Sentence], known: frozenset[str], names: frozenset[str], language: str
) -> bool:
    """Whether a sentence stands behind the one before it, or speaks of what a reader knows by then."""
    if any(sentence.follows(other) for other in picked):
        return True
    if sentence.leans or not can_credit(sentence.text, language):
        return False
    return sentence.unintroduced <= names and not takes_for_known(sentence.text, known, language)


def _arrange(lede: Sentence, picked: Sequence[Sentence]) -> list[list[Sentence]]:
    """Put sentences of one matter together, whichever report they are of; the lede's matter comes first."""
    paragraphs = [[lede]]
    for each in _with_introductions(sorted(picked, key=lambda each: (each.leans, each.place, each.report))):
        if _insert_behind(each, paragraphs):
            continue
        introduced = _find_introduction(each, paragraphs)
        likeness, best = max(
            (
                (max(cosine(each, other) for other in own), own)
                for own in paragraphs[introduced:]
                if len(own) < MOST_OF_A_PARAGRAPH
            ),
            key=lambda found: found[0],
            default=(0.0, None),
        )
        if len(paragraphs) == MOST_PARAGRAPHS:
            (paragraphs[-1] if best is None else best).append(each)
        elif best is not None and likeness >= SAME_MATTER:
            best.append(each)
        else:
            paragraphs.append([each])
    return paragraphs


def _with_introductions(ordered: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences with whoever tells a whole name before those that tell a part of it."""
    placed: list[Sentence] = []
    for each in ordered:
        introducing = (other for other in ordered if not other.leans and each.names.introduced_in(other.names))
        placed += [other for other in (*introducing, each) if other not in placed]
    return placed


def _find_introduction(sentence: Sentence, paragraphs: Sequence[Sequence[Sentence]]) -> int:
    """Return the number of the paragraph by which all that a sentence names are introduced, from 0."""
    first: dict[str, int] = {}
    for number, own in enumerate(paragraphs):
        for each in own:
            for name in sentence.names.introduced_in(each.names):
                first.setdefault(name, number)
    return max(first.values(), default=0)


def _insert_behind(sentence: Sentence, paragraphs: list[list[Sentence]]) -> bool:
    """Put a sentence right behind the one before it, where that is there and has room, or what leans needs it."""
    for own in paragraphs:
        for place, each in enumerate(own):
            has_room = len(own) < MOST_OF_A_PARAGRAPH and cosine(each, sentence) > 0
            if sentence.follows(each) and (sentence.leans or has_room):
                own.insert(place + 1, sentence)
                return True
    return False


@dataclass(slots=True)
class _Writing:
    """Writes paragraphs: their words say who reports them, anew wherever that changes; their marks say it each time."""

    reports: Sequence[Material]
    bearers: Bearers
    language: str
    named: tuple[int, ...] = ()  # who was credited last
    is_again: bool = False  # the two phrases take turns

    def write(self, paragraph: Sequence[Sentence], *, begins_anew: bool) -> str:
        if begins_anew:
            self.named = ()
        return " ".join(self._write_sentence(each) for each in paragraph)

    def _write_sentence(self, sentence: Sentence) -> str:
        numbers = self.bearers(sentence)
        said = escape_markup(sentence.text)
        if numbers != self.named and can_credit(sentence.text, self.language):
            names = tuple(dict.fromkeys(escape_markup(self.reports[number - 1].outlet) for number in numbers))
            said = credit(said, names, self.language, again=self.is_again)
            self.named, self.is_again = numbers, not self.is_again
        return f"{said} {''.join(f'[{number}]' for number in numbers)}"
