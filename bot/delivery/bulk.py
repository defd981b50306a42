"""Bulk messages: bodies encoded once per composition, posted with nothing changed but the chat."""

from collections import OrderedDict
from collections.abc import Sequence

from bot.delivery.answers import Answer, read_answer
from bot.delivery.transport import NotSent, Transport, Uncertain
from storage.deliveries import Deliveries
from storage.model import Claim, Outcome

KEPT_COMPOSITIONS = 256
SECONDS_BEFORE_RETRY = 5.0


class Bulk:
    """Posts claimed messages."""

    def __init__(self, transport: Transport, api_url: str, token: str, deliveries: Deliveries) -> None:
        self._transport = transport
        self._url = f"{api_url}/bot{token}/sendMessage"
        self._deliveries = deliveries
        self._bodies: OrderedDict[int, tuple[bytes, ...]] = OrderedDict()

    async def open(self) -> None:
        """Open the connections."""
        await self._transport.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.shutdown()

    async def prepare(self, claims: Sequence[Claim]) -> list[tuple[bytes, ...]]:
        """Return for each claim the bodies of its composition; each composition is read once."""
        needed = {claim.composition_id for claim in claims}
        for composition_id in needed - self._bodies.keys():
            composition = await self._deliveries.get_composition(composition_id)
            self._bodies[composition_id] = tuple(body[1:].encode() for body in composition.bodies)
        for composition_id in needed:
            self._bodies.move_to_end(composition_id)
        found = [self._bodies[claim.composition_id] for claim in claims]
        while len(self._bodies) > KEPT_COMPOSITIONS:
            self._bodies.popitem(last=False)
        return found

    async def send(self, claim: Claim, body: bytes, *, seconds: float) -> Answer:
        """Post one message, a body of prepare's; every failure is sorted by whether anything left."""
        head = f'{{"chat_id":{claim.chat_id},'
        if claim.thread_id is not None:
            head += f'"message_thread_id":{claim.thread_id},'
        if claim.is_silent:
            head += '"disable_notification":true,'
        try:
            status, answer = await self._transport.call(
                "POST", self._url, head.encode() + body, seconds=seconds, is_json=True
            )
        except NotSent as error:
            return Answer(Outcome.LATER, reason=error.message, retry_after_seconds=SECONDS_BEFORE_RETRY)
        except Uncertain as error:
            return Answer(Outcome.UNCERTAIN, reason=error.message)
        return read_answer(status, answer)
