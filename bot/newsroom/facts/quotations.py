"""The quotations of a text, in the marks of many languages."""

from dataclasses import dataclass

import regex

from storage.words import fold

_PAIRS = {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "›": "‹", "‘": "’"}
_GAP = regex.compile(r"\.\.\.|…|\[[^\[\]]{0,300}\]|\([^()]{0,300}\)")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Hangul}ー]")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, and where they stand; the marks are not part of them."""

    text: str
    start: int
    end: int


def extract_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text; one that a sentence leaves open ends, or begins, with the sentence."""
    found = [*_paired(text), *_straight(text, '"'), *_straight(text, "'")]
    outer: list[Quotation] = []
    for each in sorted(found, key=lambda quotation: (quotation.start, -quotation.end)):
        is_inside = bool(outer) and each.end <= outer[-1].end  # each outer one ends later than those before it
        if each.text.strip() and not is_inside:
            outer.append(each)
    return tuple(outer)


def _paired(text: str) -> list[Quotation]:
    found = []
    opened: tuple[int, str] | None = None
    for position, character in enumerate(text):
        if opened is None and character in _PAIRS and _opens(text, position):
            opened = (position + 1, _PAIRS[character])
        elif opened is not None and character in opened[1] and _closes(text, position):
            found.append(Quotation(text[opened[0] : position], opened[0], position))
            opened = None
        elif opened is None and character == "”" and not found and _closes(text, position):
            # Closed without having been opened: the quotation began in a sentence before.
            found.append(Quotation(text[:position], 0, position))
    if opened is not None:
        found.append(Quotation(text[opened[0] :], opened[0], len(text)))
    return found


def _straight(text: str, mark: str) -> list[Quotation]:
    found = []
    opened: int | None = None
    for position, character in enumerate(text):
        if character != mark:
            continue
        if opened is None and _opens(text, position):
            opened = position + 1
        elif opened is not None and _closes(text, position):
            found.append(Quotation(text[opened:position], opened, position))
            opened = None
        elif opened is None and mark == '"' and not found and _closes(text, position):
            found.append(Quotation(text[:position], 0, position))
    if opened is not None and mark == '"':
        found.append(Quotation(text[opened:], opened, len(text)))
    return found


def _opens(text: str, position: int) -> bool:
    before, after = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    if text[position] == "”":  # Swedish and Finnish open with it; everywhere else it closes
        return not before.strip(" (\u00a0\n") and after.isalnum()
    return not _continues_word(before) and bool(after) and not after.isspace()


def _closes(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return bool(before) and not before.isspace() and not _continues_word(after)


def _continues_word(character: str) -> bool:
    """Whether a letter says that a mark is inside a word: where no blanks stand between words, none does."""
    return character.isalnum() and not _UNSPACED.match(character)


_CYRILLIC_NAME = regex.compile(r"\p{Lu}[\p{Cyrillic}-]{2,}")
_SHORTEST_STEM, _LONGEST_ENDING = 4, 2


def quoted_words(text: str) -> list[list[str]]:
    """Return the words of a quotation as they must stand in a source, in one piece for each gap it names."""
    pieces = (_words(piece) for piece in _GAP.split(text))
    return [piece for piece in pieces if piece]


def _words(text: str) -> list[str]:
    return [fold(word).replace("’", "'") for word in _WORD.findall(text)]


def searchable(text: str) -> str:
    """Return a source as quotations are looked up in it: its words, each between blanks."""
    return f" {' '.join(_words(_GAP.sub(' ', text)))} {' '.join(_words(text))} "


def contains(source: str, quotation: str) -> bool:
    """Whether a source, made searchable, has a quotation's words in it, one after the other."""
    return all(_has_words(source, piece) for piece in quoted_words(quotation)) or _is_inflected(source, quotation)


def _is_inflected(source: str, quotation: str) -> bool:
    """Whether a quotation is a name in another case: «Полярису» where the source has «Полярис»."""
    if not _CYRILLIC_NAME.fullmatch(quotation):
        return False
    stems = [word[: max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)] for word in _words(quotation)]
    return all(f" {stem}" in source for stem in stems)


def _has_words(source: str, words: list[str]) -> bool:
    joined = " ".join(words)
    if f" {joined} " in source:
        return True
    # Where no blanks stand between words, a quotation begins and ends inside what looks like one.
    return _UNSPACED.match(joined) is not None and joined.replace(" ", "") in source.replace(" ", "")
