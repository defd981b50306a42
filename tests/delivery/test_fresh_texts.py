"""What was corrected or withdrawn after it was composed: no later send shows the old text."""

from datetime import timedelta
from typing import Any

from bot.delivery.bodies import Bodies
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.planning import Planner
from bot.delivery.prepared import FRESH_SECONDS
from bot.publishing import Publishing
from storage.model import Bullet, Claim, Outcome, Preferences, Profile, Result, Slot, Subscription
from storage.store import Storage
from tests.make import NOW, make_frame, make_text

LATER = NOW + timedelta(minutes=1)
LONG = "A point that is long enough to matter when messages are cut. " * 6


class Ages:
    """A monotonic clock by which everything known is old at every look."""

    seconds = 0.0

    def __call__(self) -> float:
        self.seconds += FRESH_SECONDS * 2
        return self.seconds


def frames(_: Profile) -> Any:
    return make_frame()


async def planned(storage: Storage, *headlines: str, **changes: Any) -> list[Claim]:
    await storage.articles.add([make_text(headline, **changes) for headline in headlines], now=NOW, publish=True)
    await storage.chats.ensure(5, kind="private", language="en", now=NOW)
    reader = Subscription(
        id=0,
        chat_id=5,
        thread_id=None,
        language="en",
        preferences=Preferences(slots=(Slot(NOW.time()),), max_articles=20),
    )
    await storage.subscriptions.ensure(reader, now=NOW)
    planner = Planner(storage=storage, cache=BriefingCache(storage.candidates), frames=frames, grace=timedelta(hours=3))
    assert await planner.plan_now(NOW) == 1
    return await claimed(storage)


async def claimed(storage: Storage, *results: Result) -> list[Claim]:
    return list(await storage.deliveries.turn("w", results, limit=5, now=LATER, resends=False))


def said(bodies: tuple[bytes, ...]) -> str:
    return "\n--\n".join(body.decode() for body in bodies)


async def test_corrected_text_goes_out_and_the_old_one_does_not(storage: Storage) -> None:
    (claim,) = await planned(storage, "Old words", "Others")
    bodies = Bodies(storage, frames, lambda: LATER, Ages())
    (before,) = await bodies.prepare([claim])
    await Publishing(storage, "17").revise(1, make_text("New words"), revision=1, note="a slip", now=LATER)
    (after,) = await bodies.prepare([claim])
    assert ("Old words" in said(before.bodies), "Old words" in said(after.bodies)) == (True, False)
    assert ("New words" in said(after.bodies), "Others" in said(after.bodies)) == (True, True)
    await claimed(storage, Result(after.claim, Outcome.SENT, LATER, message_id=9))
    message = await storage.messages.find(5, 9)
    assert message is not None
    assert sorted((each.number, each.revision) for each in message.articles) == [(1, 2), (2, 1)]


async def test_withdrawn_story_is_left_out_and_without_any_nothing_is_sent(storage: Storage) -> None:
    (claim,) = await planned(storage, "One", "Two")
    bodies = Bodies(storage, frames, lambda: LATER, Ages())
    await Publishing(storage, "17").withdraw(2, reason="It was not true.", now=LATER)
    (prepared,) = await bodies.prepare([claim])
    assert ("One" in said(prepared.bodies), "Two" in said(prepared.bodies)) == (True, False)
    await Publishing(storage, "17").withdraw(1, reason="Nor was this.", now=LATER)
    (prepared,) = await bodies.prepare([prepared.claim])
    assert prepared.bodies == ()


async def test_begun_briefing_keeps_its_stories_in_their_messages(storage: Storage) -> None:
    (claim,) = await planned(storage, *(f"Story {n}" for n in range(1, 15)), body=(), bullets=(Bullet(text=LONG),) * 2)
    bodies = Bodies(storage, frames, lambda: LATER, Ages())
    (first,) = await bodies.prepare([claim])
    assert len(first.bodies) >= 2
    again = LATER + timedelta(seconds=-1)
    (second,) = await claimed(storage, Result(claim, Outcome.SENT, LATER, message_id=9, retry_at=again))
    in_second = [n for n in range(1, 15) if f"Story {n}\\n" in first.bodies[1].decode()]
    corrected, withdrawn = in_second[0], in_second[1]
    await Publishing(storage, "17").revise(corrected, make_text("Mended " + LONG), revision=1, note="a slip", now=LATER)
    await Publishing(storage, "17").withdraw(withdrawn, reason="no", now=LATER)
    (prepared,) = await bodies.prepare([second])
    text = prepared.bodies[1].decode()
    assert len(prepared.bodies) == len(first.bodies)
    assert [n for n in range(1, 15) if f"Story {n}\\n" in text] == in_second[2:]
    assert ("Mended" in text, "This story has been withdrawn." in text) == (True, True)


async def test_composition_from_before_profiles_were_kept_is_skipped_once_it_is_wrong(storage: Storage) -> None:
    (claim,) = await planned(storage, "One")
    async with storage.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE compositions SET profile = NULL")
    bodies = Bodies(storage, frames, lambda: LATER, Ages())
    (right,) = await bodies.prepare([claim])
    await Publishing(storage, "17").revise(1, make_text("Two"), revision=1, note="a slip", now=LATER)
    (wrong,) = await bodies.prepare([claim])
    assert (len(right.bodies), wrong.bodies) == (1, ())
