"""Signs: what reports of one happening share whatever language they are in: figures, and names in Latin letters.

Other scripts write most names their own way, but put the Latin one behind those that readers would not know.
"""

import zlib
from array import array
from collections import Counter
from decimal import Decimal

import regex

from bot.newsroom.facts.figure_pieces import normal_number
from bot.newsroom.facts.figure_words import SCALES
from bot.newsroom.facts.unspaced_figures import LARGE
from bot.newsroom.text.digits import with_common_digits
from bot.newsroom.text.terms import FUNCTION_WORDS
from storage.words import UNSPACED, fold

CHARACTERS = 4000  # of a report that are looked at
MOST_SIGNS = 120  # of a report
_LEAST = 10  # smaller whole numbers stand in every report
_SCALES = {
    **{spelling: zeros for spelling, zeros in SCALES.items() if len(spelling) > 1},  # an m may be metres
    **LARGE,
}
_NUMBER = regex.compile(
    rf"(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?:\s?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})"
    r"(?![\p{Ll}\p{Lu}]))?",
    regex.IGNORECASE,
)
_NAME = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]{2,}")
_LATIN = regex.compile(r"[A-Za-z][A-Za-z0-9'’-]{2,}")
_NO_NAMES = FUNCTION_WORDS | _SCALES.keys()
_POSSESSIVE = regex.compile(r"['’]s?$")


def find_signs(title: str, text: str) -> bytes:
    """Return the hashes of a report's signs, the most frequent first, as an array of 32-bit numbers."""
    read = f"{title}\n{text[:CHARACTERS]}"
    counted = Counter(_figures(with_common_digits(read)))
    # Where the script has no capitals, whatever is Latin is a name.
    names = (_LATIN if UNSPACED.search(title) else _NAME).findall(read)
    counted.update(name for each in names if (name := _plain(each)) not in _NO_NAMES)
    hashes = (zlib.crc32(sign.encode("utf-8", "surrogatepass")) for sign, _ in counted.most_common(MOST_SIGNS))
    return array("I", dict.fromkeys(hashes)).tobytes()


def _figures(text: str) -> list[str]:
    found = []
    for match in _NUMBER.finditer(text):
        value = Decimal(normal_number(match["digits"])) * _SCALES.get((match["scale"] or "").casefold(), 1)
        if value >= _LEAST or value != int(value):
            found.append(f"{value.normalize():f}")
    return found


def _plain(name: str) -> str:
    return _POSSESSIVE.sub("", fold(name)).replace("'", "").replace("’", "")
