"""Updates of any shape, presses with any data, links with any payload: answered or left, and nothing breaks."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.handlers import BUTTONS, COMMANDS
from bot.updates.envelopes import is_exempt, read_envelope
from storage.store import Storage
from tests.chatting import Chatting, chatting
from tests.fuzz.mutating import EXAMPLES, mutated_json, pieces
from tests.make import NOW, make_text

CHAT = {"id": 1001, "type": "private", "first_name": "Ada"}
PERSON = {"id": 1001, "is_bot": False, "first_name": "Ada", "language_code": "en"}
MESSAGE = {"message_id": 5, "date": 1795000000, "chat": CHAT, "from": PERSON, "text": "/story 1"}
GROUP = {"id": -100500, "type": "supergroup", "title": "Breakfast table", "is_forum": True}
SEEDS: tuple[Any, ...] = (
    {"update_id": 1, "message": MESSAGE},
    {"update_id": 1, "message": {**MESSAGE, "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}], "caption": "x"}},
    {"update_id": 1, "message": {**MESSAGE, "location": {"latitude": 1.0, "longitude": 2.0}}},
    {"update_id": 1, "message": {**MESSAGE, "chat": GROUP, "is_topic_message": True, "message_thread_id": 7, "text": "/settings@dateline_bot"}},
    {"update_id": 1, "message": {**MESSAGE, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"}}},
    {"update_id": 1, "message": {**MESSAGE, "reply_to_message": {**MESSAGE, "message_id": 4}, "text": "2"}},
    {"update_id": 1, "edited_message": MESSAGE},
    {"update_id": 1, "callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": "story:1", "message": MESSAGE}},
    {"update_id": 1, "inline_query": {"id": "1", "from": PERSON, "query": "gate", "offset": ""}},
    {"update_id": 1, "my_chat_member": {"chat": GROUP, "from": PERSON, "date": 1, "old_chat_member": {"user": PERSON, "status": "left"},
                                        "new_chat_member": {"user": PERSON, "status": "member"}}},
)  # fmt: skip
fuzzed = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip
patient = pytest.mark.timeout(120 + EXAMPLES)
arguments = st.lists(pieces | st.integers(-5, 10**12).map(str), max_size=4)


@fuzzed
@given(mutated_json(SEEDS))
def test_envelopes(raw: Any) -> None:
    if isinstance(raw, dict):
        read_envelope(raw)
        assert is_exempt(raw) in (True, False)


class Trying:
    """A running bot that hypothesis, in a thread of its own, tries things on; what one leaves behind, the next meets."""

    def __init__(self, chat: Chatting, story: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
        self._chat = chat
        self._story = story
        self._caplog = caplog
        self._loop = asyncio.get_running_loop()

    def run(self, trial: Coroutine[Any, Any, None]) -> None:
        """Wait for a trial in the bot's own loop."""
        asyncio.run_coroutine_threadsafe(trial, self._loop).result(30)

    async def bring(self, raw: Any) -> None:
        """Bring an update whose shape Telegram may never send: it may be set aside, and the next one is answered."""
        for kind, content in raw.items() if isinstance(raw, dict) else ():
            self._chat.world.queue_update(kind, content)
        await self._chat.ada.settled()
        assert await self._chat.ada.say("/help")
        self._caplog.clear()

    async def press(self, data: str) -> None:
        """Press a button with any data."""
        ada = self._chat.ada
        await people.press(self._chat.world, ada.person, ada.chat, self._story["message_id"], data)
        await ada.settled()
        assert self.find_errors() == []

    async def say(self, text: str) -> None:
        """Say something."""
        await self._chat.ada.say(text)
        assert self.find_errors() == []

    def find_errors(self) -> list[str]:
        """Return what was logged of errors of our own since the last time."""
        errors = [each.getMessage() for each in self._caplog.records if each.levelno >= logging.ERROR]
        self._caplog.clear()
        return errors


@pytest.fixture
async def trying(sqlite_storage: Storage, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Trying]:
    await sqlite_storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=NOW, publish=True)
    async with chatting(sqlite_storage, system_clock) as chat:
        (story,) = await chat.ada.say("/story 1")
        yield Trying(chat, story, caplog)


@patient
async def test_updates_of_any_shape(trying: Trying) -> None:
    @fuzzed
    @given(mutated_json(SEEDS))
    def bring(raw: Any) -> None:
        trying.run(trying.bring(raw))

    await asyncio.to_thread(bring)


@patient
async def test_presses_with_any_data(trying: Trying) -> None:
    @fuzzed
    @given(st.sampled_from(sorted(BUTTONS)) | pieces, arguments)
    def press(action: str, values: list[str]) -> None:
        trying.run(trying.press(":".join([action, *values])[:64]))

    await asyncio.to_thread(press)


@patient
async def test_commands_with_any_words(trying: Trying) -> None:
    @fuzzed
    @given(st.sampled_from([each.name for each in COMMANDS]), arguments)
    def say(name: str, values: list[str]) -> None:
        trying.run(trying.say(f"/{name} {' '.join(values)}"[:4096]))

    await asyncio.to_thread(say)


@patient
async def test_deep_links_with_any_payload(trying: Trying) -> None:
    @fuzzed
    @given(st.sampled_from(("story_", "sources_", "section_", "search_", "saved", "c", "")), pieces)
    def follow(kind: str, rest: str) -> None:
        trying.run(trying.say(f"/start {kind}{rest}"[:4096]))

    await asyncio.to_thread(follow)
