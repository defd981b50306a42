"""A large library of invented articles, and a ledger; how common each word is, is known in advance."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import Table

from storage import schema
from storage.model import Preferences, Slot
from storage.preferences import to_json
from storage.words import section_slug
from tests.make import NOW

SECTIONS = tuple(f"Section {letter}{digit}" for letter in "ABC" for digit in range(10))
LANGUAGES = ("en", "es", "ru", "ar", "zh", "pt-BR", "fr", "de", "it", "tr")
OUTLETS = 40
DELIVERIES_OF_CHAT = 10
FIRST_CHAT = 10_000_000_000
AT_ONCE_SHARE = 0.7  # the oldest of them were imported in one moment; the others are spread over years
SPREAD = timedelta(days=3 * 365)

# Words put into a share of the articles; all others follow a Zipf distribution.
FREQUENT = tuple(f"quar{end}" for end in ("en", "ista", "oda", "umi", "elo", "ani", "ost", "ivo"))
HIDDEN = tuple(f"vexo{end}" for end in ("ra", "lin", "dum", "tis", "kel", "mo", "pa", "sur"))  # in bodies only
FREQUENT_SHARE = 0.25
MEDIUM = tuple(f"zimu{end}{n}" for n in "ab" for end in ("lo", "ta", "ren", "dik", "pas", "vor", "gul", "nem"))
MEDIUM_SHARE = 0.01
RARE = tuple(f"xyro{a}{b}" for a in "aeiou" for b in "bdfg")
RARE_SHARE = 0.0002

_SYLLABLES = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("", "n", "r", "s")]
_VOCABULARY = 40_000
_POOL = 1_000_000
_HEADLINE, _BULLETS, _BODY = 8, (14, 12, 13), (45, 38, 44, 40, 36)  # words
_AT_ONCE = 2000

Rows = dict[Table, list[dict[str, Any]]]


@dataclass(slots=True)
class Writer:
    """Writes articles, the same ones each time; words only, as the index has them."""

    dice: random.Random = field(default_factory=lambda: random.Random(12))
    pool: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        choices = self.dice.choices
        lengths = choices((1, 2, 3, 4), (1, 3, 3, 1), k=_VOCABULARY)
        words = ["".join(choices(_SYLLABLES, k=length)) for length in lengths]
        weights = list(accumulate(1 / rank for rank in range(3, _VOCABULARY + 3)))
        self.pool = choices(words, cum_weights=weights, k=_POOL)

    def write(self) -> tuple[str, list[str], list[str]]:
        """Write the next article's headline, bullets and paragraphs."""
        headline = self._some(_HEADLINE)
        bullets, body = [[self._some(count) for count in counts] for counts in (_BULLETS, _BODY)]
        for word in self._planted():
            chance = self.dice.random()
            place = self.dice.choice(body)
            if word not in HIDDEN and chance < 0.3:
                place = headline if chance < 0.1 else self.dice.choice(bullets)
            place[int(chance * 8)] = word
        return " ".join(headline), list(map(" ".join, bullets)), list(map(" ".join, body))

    def _some(self, count: int) -> list[str]:
        start = int(self.dice.random() * (_POOL - count))
        return self.pool[start : start + count]

    def _planted(self) -> Iterator[str]:
        chance = self.dice.random
        yield from (word for word in (*FREQUENT, *HIDDEN) if chance() < FREQUENT_SHARE)
        yield from (word for word in MEDIUM if chance() < MEDIUM_SHARE)
        yield from (word for word in RARE if chance() < RARE_SHARE)


def iter_articles(count: int) -> Iterator[Rows]:
    """Yield the rows of so many articles, a few thousand at a time; nearly all are published."""
    yield {schema.sections: [{"slug": section_slug(name), "name": name} for name in SECTIONS]}
    writer = Writer()
    for start in range(1, count + 1, _AT_ONCE):
        rows: Rows = {table: [] for table in (schema.articles, schema.revisions, schema.bullets, schema.sources)}
        for number in range(start, min(start + _AT_ONCE, count + 1)):
            _add_article(rows, number, _publication(number, count), *writer.write())
        yield rows


def _publication(number: int, count: int) -> datetime:
    share = max(0.0, number / count - AT_ONCE_SHARE) / (1 - AT_ONCE_SHARE)
    return NOW - timedelta(hours=1) - SPREAD * (1 - share)


def _status(number: int) -> str:
    return {0: "withdrawn", 1: "draft"}.get(number % 500, "published")


def _add_article(
    rows: Rows, number: int, published_at: datetime, headline: str, bullets: list[str], body: list[str]
) -> None:
    status, language = _status(number), LANGUAGES[number % len(LANGUAGES)]
    key = {"article_number": number, "revision": 1}
    is_draft = status == "draft"
    article = {
        "number": number,
        "status": status,
        "revision": 1,
        "language": language,
        "primary_language": language[:2],
        "section_slug": section_slug(SECTIONS[number % len(SECTIONS)]),
        "created_at": published_at,
        "modified_at": published_at,
        "published_at": None if is_draft else published_at,
        "changed_at": None if is_draft else published_at + timedelta(microseconds=number),
        "withdrawal_reason": "It was not true." if status == "withdrawn" else None,
        "priority": 0,
        "outlets": 2,
        "search_headline": headline,
        "search_bullets": " ".join(bullets),
        "search_body": " ".join(body),
    }
    paragraphs = [f"{paragraph.capitalize()}. [{1 + place % 2}]" for place, paragraph in enumerate(body)]
    rows[schema.articles].append(article)
    rows[schema.revisions].append(
        {**key, "headline": headline.capitalize(), "body": json.dumps(paragraphs), "created_at": published_at}
    )
    rows[schema.bullets] += [
        {**key, "position": position, "text": f"{bullet.capitalize()}.", "sources": "[1, 2]"}
        for position, bullet in enumerate(bullets, 1)
    ]
    rows[schema.sources] += [
        {
            **key,
            "position": position,
            "outlet_id": 1 + (number * position) % OUTLETS,
            "title": bullets[position].capitalize(),
            "url": f"https://outlet{(number * position) % OUTLETS}.example/{number}",
        }
        for position in (1, 2)
    ]


def iter_ledger(chats: int) -> Iterator[Rows]:
    """Yield the rows of so many subscribed chats, each with ten deliveries; a thousandth of them waits."""
    preferences = json.dumps(to_json(replace(Preferences(), slots=(Slot(time(8)),))))
    for start in range(1, chats + 1, _AT_ONCE):
        ids = range(start, min(start + _AT_ONCE, chats + 1))
        yield {
            schema.chats: [
                {"id": _chat(n), "kind": "private", "language": "en", "created_at": NOW, "state": _chat_state(n)}
                for n in ids
            ],
            schema.subscriptions: [
                {
                    "id": n,
                    "chat_id": _chat(n),
                    "thread_id": 0,
                    "language": "en",
                    "preferences": preferences,
                    "is_stopped": n % 50 == 0,
                    "created_at": NOW,
                    "refused_days": 0,
                }
                for n in ids
            ],
            schema.deliveries: [_delivery(n, day, chats) for n in ids for day in range(DELIVERIES_OF_CHAT)],
        }


def _chat(number: int) -> int:
    return FIRST_CHAT + number


def _chat_state(number: int) -> str:
    return "blocked" if number % 40 == 0 else "active"


def _delivery(chat: int, day: int, chats: int) -> dict[str, Any]:
    due_at = NOW - timedelta(days=DELIVERIES_OF_CHAT - day)
    kinds = {0: "refused", 1: "expired", 2: "skipped"}
    state = kinds.get((chat * 7 + day) % 300, "sent")
    if day == DELIVERIES_OF_CHAT - 1 and chat % 100 == 0:
        state, due_at = "pending", NOW + timedelta(hours=1)
    elif chat % 10_000 == 17 and day == 0:
        state = "uncertain"
    is_sent = state == "sent"
    return {
        "id": day * chats + chat,
        "kind": "briefing",
        "subscription_id": chat,
        "occurrence": f"{due_at:%Y-%m-%d} 08:00",
        "chat_id": _chat(chat),
        "thread_id": 0,
        "is_silent": False,
        "state": state,
        "due_at": due_at,
        "expires_at": due_at + timedelta(hours=3),
        "part": 1 if is_sent else 0,
        "epoch": 1,
        "message_id": chat % 100_000 if is_sent else None,
        "settled_at": due_at if is_sent else None,
    }
