"""What befalls a running bot: each fault begins, lasts and ends as one awaitable."""

import asyncio
import resource
from dataclasses import dataclass

UNLIMITED = resource.RLIM_INFINITY


@dataclass(slots=True)
class Gate:
    """A way to the local Bot API that can be closed: then nobody listens at its port."""

    port: int
    to_port: int
    server: asyncio.Server | None = None
    writers: set[asyncio.StreamWriter] = None  # type: ignore[assignment]

    @property
    def url(self) -> str:
        """Where the bot finds the Bot API."""
        return f"http://127.0.0.1:{self.port}"
