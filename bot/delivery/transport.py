"""The Bot API over aiohttp: one small transport for everything the bot sends."""

import json
from functools import cache
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
# Telegram holds back its own flood errors for 3 s and more: an answer is worth waiting for.
READ_SECONDS = 25.0
LONGEST_TOLD_SECONDS = 86_400  # what asks for a longer wait is no word of Telegram's
MAX_ANSWER_BYTES = 8 * 1024 * 1024  # getUpdates answers at most about 4 MiB


# No connection, no byte of the request; any later failure may have come after Telegram carried it out.
_NEVER_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
_JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):
    """The request failed before any byte of it left: it can be repeated safely."""


class Uncertain(TimedOut):
    """The request failed after bytes of it left: Telegram may have carried it out."""


class Transport(BaseRequest):
    """Posts calls to the Bot API, and tells for each failure whether anything was sent."""

    def __init__(self, *, connections: int = 64, is_local: bool = False) -> None:
        self._connections = connections
        self._is_local = is_local  # a server on this machine is never reached through a proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer is waited for, in seconds."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60),
                trust_env=not self._is_local,
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close the connection pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the signature is the library's
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make one call; return the HTTP status and the body. Raises NotSent or Uncertain, without the address."""
        seconds = read_timeout if isinstance(read_timeout, int | float) else READ_SECONDS
        status, answer = await self.call(method, url, _body(request_data), seconds=seconds)
        is_file = method == "GET"  # all other calls are posted
        return status, answer if is_file and status == 200 else _readable(status, answer)

    async def call(
        self, method: str, url: str, data: Any, *, seconds: float, is_json: bool = False
    ) -> tuple[int, bytes]:
        """Make one call with a body that is ready. Raises NotSent or Uncertain."""
        if self._session is None:
            raise NotSent("the transport is closed")
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                headers=_JSON if is_json else None,
                timeout=_timeout(seconds),
                allow_redirects=False,
            ) as response:
                return response.status, await _read(response)
        # Only the kind of error is told: its text may hold the address, and so the token.
        except _NEVER_CONNECTED as error:
            raise NotSent(f"Telegram cannot be reached ({type(error).__name__})") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Uncertain(f"no answer from Telegram ({type(error).__name__})") from None


def _readable(status: int, body: bytes) -> bytes:
    """Return an answer in a shape that the library knows. Raises Uncertain for what is no answer of the Bot API's."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or answer.get("ok") is not (status < 300):
        raise Uncertain(f"an answer that is none (HTTP {status})")
    result = answer.get("result")
    if answer["ok"] and not isinstance(result, bool) and not (isinstance(result, dict) and result):
        raise Uncertain("an answer without a result")
    if isinstance(answer.get("description", ""), str) and _is_known(answer.get("parameters", {})):
        return body
    return json.dumps({"ok": answer["ok"], "result": result, "description": str(answer.get("description"))}).encode()


def _is_known(parameters: Any) -> bool:
    """Whether what goes with a refusal are numbers that any clock and chat id can take."""
    return isinstance(parameters, dict) and all(
        isinstance(value, int) and abs(value) < 2**52 and (name != "retry_after" or 0 <= value <= LONGEST_TOLD_SECONDS)
        for name, value in parameters.items()
    )


@cache
def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    # The connection gives up first: that is surely not sent.
    return aiohttp.ClientTimeout(total=seconds, sock_connect=min(CONNECT_SECONDS, seconds / 2))


async def _read(response: aiohttp.ClientResponse) -> bytes:
    if response.content_length is not None and response.content_length <= MAX_ANSWER_BYTES:
        return await response.read()
    body = await response.content.read(MAX_ANSWER_BYTES + 1)
    while not response.content.at_eof() and len(body) <= MAX_ANSWER_BYTES:
        body += await response.content.read(MAX_ANSWER_BYTES)
    if len(body) > MAX_ANSWER_BYTES:
        raise aiohttp.ClientPayloadError("the answer is too large")
    return body


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form
