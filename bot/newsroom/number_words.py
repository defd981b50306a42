"""Numbers written in words, in English; and small ones in the languages nearest to it."""

import regex

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(),
        3,
    )
}
_OTHERS = {
    word: value
    for words in (
        "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "deux trois quatre cinq six sept huit neuf dix onze douze",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "dois três quatro cinco seis sete oito nove dez onze doze",
        "due tre quattro cinque sei sette otto nove dieci undici dodici",
        "dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas",
    )
    for value, word in enumerate(words.split(), 2)
}
_AMBIGUOUS = frozenset(
    {"once", "six", "elf", "otto", "sei", "acht", "due", "dix", "tre", "lima"}
)  # other words elsewhere
_WORDS = {**{w: v for w, v in _OTHERS.items() if w not in _AMBIGUOUS}, **_ORDINALS, **_TENS, **_UNITS}

_ANY = "|".join(sorted({*_WORDS, *_SCALES}, key=len, reverse=True))
NUMBER_WORDS = regex.compile(rf"\b(?:{_ANY})(?:(?:\s+and\s+|[\s-]+)(?:{_ANY}))*\b", regex.IGNORECASE)


def parse_number_words(text: str) -> int | None:
    """Return what a run of number words says; None where it says no number, like a lone `one`."""
    total = current = 0
    words = [word for word in regex.split(r"[\s-]+", text.casefold()) if word != "and"]
    if words == ["one"] or (len(words) == 1 and words[0] in _SCALES):
        return None
    for word in words:
        if word in _WORDS:
            current += _WORDS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        else:
            return None  # a letter that only looks alike: İ in FİVE
    return total + current
