"""Bulk: bytes that are ready, with nothing changed but the chat."""

import json
import logging
from dataclasses import replace
from typing import Any

import aiohttp

from bot.delivery.answers import Answer, read_answer, read_edited
from bot.delivery.prepared import Edit
from bot.delivery.transport import NotSent, Transport, Uncertain
from storage.model import Claim, Outcome, StoredPicture

log = logging.getLogger("dateline.delivery")

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

    async def send(self, claim: Claim, body: bytes, *, seconds: float) -> Answer:
        """Post one message, a body that Bodies prepared; a failure is sorted by whether anything left."""
        head = f'{{"chat_id":{claim.chat_id},'
        if claim.thread_id is not None:
            head += f'"message_thread_id":{claim.thread_id},'
        if claim.is_silent:
            head += '"disable_notification":true,'
        answer = await self._post("sendMessage", head.encode() + body, seconds, is_json=True)
        return answer if isinstance(answer, Answer) else read_answer(*answer)

    async def edit(self, claim: Claim, edit: Edit, *, seconds: float) -> Answer:
        """Edit a claimed message."""
        head = f'{{"chat_id":{claim.chat_id},"message_id":{claim.edits},'
        data: Any = head.encode() + edit.body
        if edit.upload is not None:
            data = _form(json.loads(data), edit.upload)
        answer = await self._post(edit.method, data, seconds, is_json=edit.upload is None)
        sorted_answer = answer if isinstance(answer, Answer) else read_edited(*answer)
        if sorted_answer.outcome is Outcome.REFUSED:
            log.warning("%s in chat %d was refused: %s", edit.method, claim.chat_id, sorted_answer.reason)
        # A photo in the answer is the uploaded one only where one was uploaded: else it may be what stood there before.
        return sorted_answer if edit.upload is not None else replace(sorted_answer, file_id=None)

    async def _post(self, method: str, data: Any, seconds: float, *, is_json: bool) -> Answer | tuple[int, bytes]:
        try:
            return await self._transport.call("POST", self._url + method, data, seconds=seconds, is_json=is_json)
        except NotSent as error:
            return Answer(
                Outcome.LATER, reason=error.message, retry_after_seconds=SECONDS_BEFORE_RETRY, is_failure=True
            )
        except Uncertain as error:
            return Answer(Outcome.UNCERTAIN, reason=error.message, is_failure=True)


def _form(parameters: dict[str, Any], upload: StoredPicture) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    form.add_field("picture", upload.content, filename=upload.name, content_type="application/octet-stream")
    return form
