"""News of invented words: reports of 300 to 600 words, their frequencies as Zipf found them, many on the same events."""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, product

from bot.newsroom.events.clustering import Document

WORDS = 30_000
_SYLLABLES = [first + second for first, second in product("bdfgklmnprstvz", ("a", "e", "i", "o", "u", "an", "or"))]
_RUNNING = 300  # events at a time
_EVENT_WORDS = 40
_EVENT_SHARE = 0.2  # of a report's words, those of its event
_JOINS = 0.55  # of the reports, those on a running event
_COPIES = 0.2  # of these, those that are another's text behind a line of their own
_FOUND_AFTER_MINUTES = 30  # on average


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented report, and the number of the event it tells of."""

    number: int
    outlet: str
    event: int
    found_at: datetime
    document: Document


@dataclass(slots=True)
class _Event:
    number: int
    words: list[str]
    weight: float  # some events are on every front page
    first_text: str = ""


def invent_reports(count: int, *, seed: int, begin: datetime, window: timedelta) -> Iterator[Invented]:
    """Yield reports as they are found, at even distances over a window; they were published some time before."""
    dice = random.Random(seed)
    words = [a + b + c for a, b, c in dice.sample(list(product(_SYLLABLES, _SYLLABLES, ("", *_SYLLABLES[:9]))), WORDS)]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
    running: deque[_Event] = deque(maxlen=_RUNNING)
    for number in range(count):
        is_new = not running or dice.random() > _JOINS
        if is_new:
            event = _Event(number, dice.sample(words[300:], _EVENT_WORDS), weight=dice.paretovariate(1))
        else:
            (event,) = dice.choices(running, weights=[each.weight for each in running])
        text = _write(dice, words, weights, event.words)
        if is_new:
            running.append(event)
            event.first_text = text
        elif dice.random() < _COPIES:
            text = f"{_sentence(dice, dice.choices(words, cum_weights=weights, k=12))}\n{event.first_text}"
        title = " ".join(dice.sample(event.words[:15], 5) + dice.choices(words, cum_weights=weights, k=4))
        found_at = begin + window * (number / count)
        published_at = found_at - timedelta(minutes=dice.expovariate(1 / _FOUND_AFTER_MINUTES))
        document = Document(title=title.capitalize(), text=text, language="en", published_at=published_at)
        yield Invented(number, f"Outlet {dice.randrange(200)}", event.number, found_at, document)


def _write(dice: random.Random, words: list[str], weights: list[float], own: list[str]) -> str:
    length = dice.randint(300, 600)
    drawn = dice.choices(words, cum_weights=weights, k=length)
    for place in range(length):
        if dice.random() < _EVENT_SHARE:
            drawn[place] = own[int(len(own) * dice.random() ** 2)]
    sentences, place = [], 0
    while place < length:
        after = place + dice.randint(8, 28)
        sentences.append(_sentence(dice, drawn[place:after]))
        place = after
    return "".join(sentence + dice.choice((" ", " ", "\n")) for sentence in sentences).strip()


def _sentence(dice: random.Random, words: list[str]) -> str:
    return " ".join(words).capitalize() + dice.choice("....?!")
