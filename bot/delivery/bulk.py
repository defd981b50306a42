"""Bulk: bytes that are ready, with nothing changed but the chat."""

from bot.delivery.answers import Answer, read_answer, read_edited
from bot.delivery.transport import NotSent, Transport, Uncertain
from storage.model import Claim, Outcome

SECONDS_BEFORE_RETRY = 5.0


class Bulk:
    """Posts claimed messages, and edits."""

    def __init__(self, transport: Transport, api_url: str, token: str) -> None:
        self._transport = transport
        self._url = f"{api_url}/bot{token}/"

    async def open(self) -> None:
        """Open the connections."""
        await self._transport.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.shutdown()

    async def send(self, claim: Claim, body: bytes, *, seconds: float, is_caption: bool = False) -> Answer:
        """Post one message or edit, a body that Bodies prepared; a failure is sorted by whether anything left."""
        head = f'{{"chat_id":{claim.chat_id},'
        method = "sendMessage"
        if claim.edits is not None:
            method = "editMessageCaption" if is_caption else "editMessageText"
            head += f'"message_id":{claim.edits},'
        elif claim.thread_id is not None:
            head += f'"message_thread_id":{claim.thread_id},'
        if claim.is_silent and claim.edits is None:
            head += '"disable_notification":true,'
        try:
            status, answer = await self._transport.call(
                "POST", self._url + method, head.encode() + body, seconds=seconds, is_json=True
            )
        except NotSent as error:
            return Answer(
                Outcome.LATER, reason=error.message, retry_after_seconds=SECONDS_BEFORE_RETRY, is_failure=True
            )
        except Uncertain as error:
            return Answer(Outcome.UNCERTAIN, reason=error.message, is_failure=True)
        return read_answer(status, answer) if claim.edits is None else read_edited(status, answer)
