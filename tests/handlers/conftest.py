"""A desk to work at."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import system_clock
from storage.store import Storage
from tests.chatting import Chatting, chatting
from tests.desking import OWNERS


@pytest.fixture
async def desk(storage: Storage) -> AsyncIterator[Chatting]:
    """A running bot whose owner is Ada."""
    async with chatting(storage, system_clock, owners=OWNERS) as chat:
        yield chat
