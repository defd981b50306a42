"""Updates by webhook: Telegram is told where to bring them, and looked after that nobody tells it otherwise.

They come in at bot.http.webhook, in any process; the one that keeps the webhook only says where.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import timedelta

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.clock import Clock
from bot.errors import AnotherInstance, TelegramRefused
from bot.pauses import pause
from bot.updates.reception import ALLOWED_UPDATES

log = logging.getLogger("dateline.updates")

LOOK_SECONDS = 10.0
PAUSES_SECONDS = (1.0, 30.0)
RECENT = timedelta(seconds=3 * LOOK_SECONDS)
CONTEST_SECONDS = 60.0  # so long another program's webhook is put up with
MOST_CONNECTIONS = 40


class Webhook:
    """Keeps Telegram's webhook ours."""

    finds_others = False  # two programs with one address look alike to Telegram

    def __init__(
        self,
        bot: Bot,
        url: str,
        secret: str,
        *,
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
        look_seconds: float = LOOK_SECONDS,
        pauses_seconds: tuple[float, float] = PAUSES_SECONDS,
        contest_seconds: float = CONTEST_SECONDS,
    ) -> None:
        self._bot = bot
        self._url = url
        self._secret = secret
        self._clock = clock
        self._monotonic = monotonic
        self._look_seconds = look_seconds
        self._pauses_seconds = pauses_seconds
        self._contest_seconds = contest_seconds
        self._stopping = asyncio.Event()
        self._contested_since: float | None = None
        self.problem: str | None = "the webhook is not set yet"
        self.is_of_copy = False
        self.is_uncontested = asyncio.Event()
        self.is_contested = asyncio.Event()

    def stop(self) -> None:
        """Look after it no more; it stays set, and Telegram keeps what it cannot bring."""
        self._stopping.set()

    async def run(self) -> None:
        """Set the webhook, and look after it until stopped. Raises TelegramRefused, or AnotherInstance."""
        waiting, longest = self._pauses_seconds
        while not self._stopping.is_set():
            try:
                await self._look()
                waiting = self._pauses_seconds[0]
                await pause(self._look_seconds, self._stopping)
            except (InvalidToken, BadRequest) as error:
                is_token = isinstance(error, InvalidToken)
                raise TelegramRefused(f"Telegram refuses the webhook: {error.message}", is_token=is_token) from None
            except TelegramError as error:
                self._say(error.message)
                await pause(waiting, self._stopping)
                waiting = min(waiting * 1.5, longest)

    async def _look(self) -> None:
        info = await self._bot.get_webhook_info()
        if info.url not in ("", self._url) and self.is_uncontested.is_set():
            self._note_contest()
            return
        if info.url != self._url or not self.is_uncontested.is_set():  # at the start too: the secret may be another
            await self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=list(ALLOWED_UPDATES),
                max_connections=MOST_CONNECTIONS,
            )
            log.info("Telegram brings updates to the webhook")
        self._contested_since = None
        self.is_uncontested.set()
        self._say(info.last_error_message if info.url == self._url and self._is_new(info) else None)

    def _is_new(self, info: WebhookInfo) -> bool:
        """Whether Telegram could not bring something just now: it tells of its last error, however old."""
        at = info.last_error_date
        return bool(info.pending_update_count) and at is not None and self._clock() - at < RECENT

    def _say(self, problem: str | None) -> None:
        if problem and problem != self.problem:
            log.warning("updates do not come: %s", problem)
        self.problem = problem

    def _note_contest(self) -> None:
        """Another program has set its own: this one ends, rather than fight for it."""
        now = self._monotonic()
        self._contested_since = now if self._contested_since is None else self._contested_since
        self.is_contested.set()
        self._say("another program has set another webhook for this bot")
        if now - self._contested_since >= self._contest_seconds:
            raise AnotherInstance("another program has set another webhook for this bot; give this one its own token")
