"""Numbers that people spell in several words, or in one long one, written as digits: `vingt-deux`, `yirmi bir`."""

from bot.newsroom.facts.number_words import iter_number_words

_LEAST, _LAST_HOUR, _MOST = 13, 23, 59  # what is smaller is in the catalogue, and more often another word


def write_spelled(text: str) -> str:
    """Return a text with the numbers as digits that no single word of the catalogue says.

    Of two that stand side by side the second is the minutes: `двадцать пятнадцать`.
    """
    written, done, before = [], 0, 0
    for number in iter_number_words(text, 0, len(text)):
        if number.is_sure and number.value.isdecimal() and _LEAST <= int(number.value) <= _MOST:
            is_minutes = 0 < before <= _LAST_HOUR and text[done : number.start] == " "
            written += [":" if is_minutes else text[done : number.start], number.value]
            done, before = number.end, 0 if is_minutes else int(number.value)
    return "".join([*written, text[done:]])
