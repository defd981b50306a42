"""Terms: the units by which texts are compared, in any script."""

from collections.abc import Iterable, Iterator

import regex

from storage.words import UNSPACED_SCRIPTS, fold

# Scripts written without spaces are cut into overlapping pairs of characters.
_RUN = regex.compile(rf"(?P<unspaced>[{UNSPACED_SCRIPTS}]+)|[\p{{L}}\p{{N}}\p{{M}}--[{UNSPACED_SCRIPTS}]]+", regex.V1)

# Languages so close that one cannot be told from the other, or need not be: they share events.
_GROUPS = {"id": "ms", "nb": "no", "nn": "no", "hr": "sr", "bs": "sr"}

# Words that carry no subject, in the languages of the interface; folded.
FUNCTION_WORDS = frozenset(
    """
    a an and are as at be been but by for from had has have he her his i if in into is it its more not of on or our
    over above below said say says she so some than that the their them then there these they this to up was we were
    what when
    which who will with would you your about after also before being could did do does during had how may might no
    only other out should such us very while whom why all any because both can down each him just me most my new now
    one own same two first last year years day days time told according
    de la el los las un una en y que del se por con para su al lo como es mas o le les des et un une du dans est pour
    qui sur pas au aux ce cette avec plus par der die das und in den von zu mit ist im dem nicht ein eine als auch es
    an auf fur sich des il di che e la per un una del della con non sono da le si o os as um uma em no na do da dos das
    yang dan di ini itu untuk dengan dari pada ke oleh dalam akan telah tidak juga kepada adalah
    """.split()
)


def iter_terms(text: str) -> Iterator[str]:
    """Yield the terms of a text, folded: words of two letters and more, and pairs of unspaced ones."""
    for match in _RUN.finditer(fold(text)):
        run = match[0]
        if match["unspaced"] is not None:
            yield from (run[start : start + 2] for start in range(len(run) - 1))
        elif len(run) > 1:
            yield run


def content_terms(text: str) -> frozenset[str]:
    """Return the terms of a text that say what it is about."""
    return frozenset(term for term in iter_terms(text) if term not in FUNCTION_WORDS)


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """Return how much two sets of terms share: 0 for nothing, 1 for all."""
    ones, others = frozenset(one), frozenset(other)
    united = len(ones | others)
    return len(ones & others) / united if united else 0.0


def language_group(language: str) -> str:
    """Return the group of languages in which reports may tell of one event, by primary tag."""
    primary = language.split("-", maxsplit=1)[0].casefold()
    return _GROUPS.get(primary, primary)
