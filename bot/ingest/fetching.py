"""Fetching what others publish: politely, within limits, and never from inside our own network."""

import asyncio
import re
import typing
import zlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore
import httpx

from bot.errors import FetchError
from bot.ingest.addresses import is_public
from bot.ingest.lookups import Lookups

MAX_WIRE_BYTES = 5 * 1024 * 1024
MAX_BODY_BYTES = 10 * 1024 * 1024
MAX_RATIO = 100  # decoded to wire; what unpacks to more is a bomb
TOTAL_SECONDS = 30.0
STEP_SECONDS = 10.0
MAX_REDIRECTS = 5
MAX_URL_CHARACTERS = 2048
HOSTS_REMEMBERED = 2000
AT_ONCE_PER_HOST = 2
CONNECTIONS = 400  # more than are ever asked for: most wait for a name or a site
BODIES_AT_ONCE = 16  # whatever their size, they have room
_PORTS = (80, 443)
_GZIP = b"\x1f\x8b"
_PIECE = 64 * 1024
_UNPACKED = ("gzip", "x-gzip", "deflate")
_TEXT = re.compile(rb"[\s\xef\xbb\xbf]*[<{\[]")  # some servers say that they packed what they did not
_PLAIN = ("identity", "none", "utf-8", "binary", "8bit", "")
MOST_PACKINGS = 3  # one in the other
USER_AGENT = "Dateline/0.1 (news briefings by Telegram)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: where it came from in the end, its status, its headers by lower-case name, its body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved_to: str | None = None  # where it lives from now on, by nothing but permanent redirects


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves a host once, checks every address it has, and dials one of exactly those."""

    def __init__(self, *, allow_private: bool, lookups: Lookups) -> None:
        self._allow_private = allow_private
        self._lookups = lookups
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._lookups.find(host, port)
        if not self._allow_private and not all(is_public(address) for address in addresses):
            raise FetchError("the address is not one of the public internet", is_refused=True)
        error: Exception | None = None
        for address in addresses[:3]:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
        raise error or httpcore.ConnectError("no address")

    async def connect_unix_socket(self, *_: typing.Any, **__: typing.Any) -> httpcore.AsyncNetworkStream:
        raise FetchError("no sockets", is_refused=True)

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


class _Stream(httpx.AsyncByteStream):
    def __init__(self, stream: AsyncIterator[bytes]) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._stream:
            yield piece

    async def aclose(self) -> None:
        if hasattr(self._stream, "aclose"):
            await self._stream.aclose()


class _GuardedTransport(httpx.AsyncBaseTransport):
    """httpx over our own connections; a transport of one's own also turns proxies of the environment off."""

    def __init__(self, *, allow_private: bool, lookups: Lookups) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=CONNECTIONS,
            max_keepalive_connections=10,
            keepalive_expiry=15,
            network_backend=_GuardedBackend(allow_private=allow_private, lookups=lookups),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
            )
        )
        stream = typing.cast("AsyncIterator[bytes]", answer.stream)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(stream), extensions=answer.extensions
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class Fetcher:
    """Gets what is published at an address."""

    def __init__(
        self, *, allow_private: bool = False, host_delay_seconds: float = 1.0, lookups: Lookups | None = None
    ) -> None:
        self._allow_private = allow_private
        self._delay = host_delay_seconds
        self._hosts: OrderedDict[str, _Host] = OrderedDict()
        self._bodies = asyncio.Semaphore(BODIES_AT_ONCE)
        self._client = httpx.AsyncClient(
            transport=_GuardedTransport(allow_private=allow_private, lookups=lookups or Lookups()),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
            timeout=STEP_SECONDS,
            trust_env=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def fetch(self, url: str, *, headers: Mapping[str, str] | None = None, accept: str = "*/*") -> Fetched:
        """Get an address, redirects followed. Raises FetchError with the reason, within half a minute."""
        try:
            return await self._follow(url, {**(headers or {}), "Accept": accept})
        except TimeoutError:
            raise FetchError(f"no complete answer within {TOTAL_SECONDS:.0f} s") from None
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
            raise FetchError(f"no answer ({type(error).__name__})") from None
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(f"no address: {error}", is_refused=True) from None

    async def _follow(self, url: str, headers: Mapping[str, str]) -> Fetched:
        left, loop, moved_to, is_permanent = TOTAL_SECONDS, asyncio.get_running_loop(), None, True
        cookies = httpx.Cookies()  # some redirect until theirs comes back; none is kept for the next time
        for _ in range(MAX_REDIRECTS + 1):
            self._check(url)
            async with self._politely(urlsplit(url).netloc):
                began = loop.time()  # our own politeness is not the server's slowness
                async with asyncio.timeout(left):
                    answer = await self._get(url, headers, cookies)
                left -= loop.time() - began
            location = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or location is None:
                return replace(answer, moved_to=moved_to)
            url = urldefrag(urljoin(url, location)).url  # no server sees what is behind a #
            is_permanent = is_permanent and answer.status in (301, 308)
            moved_to = url if is_permanent else moved_to
        raise FetchError(f"more than {MAX_REDIRECTS} redirects")

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > MAX_URL_CHARACTERS:
            raise FetchError("only http and https addresses are fetched", is_refused=True)
        if parts.username is not None or parts.password is not None:
            raise FetchError("addresses with a password in them are not fetched", is_refused=True)
        if parts.port not in (None, *_PORTS) and not self._allow_private:
            raise FetchError("only ports 80 and 443 are fetched from", is_refused=True)

    async def _get(self, url: str, headers: Mapping[str, str], cookies: httpx.Cookies) -> Fetched:
        request = self._client.build_request("GET", url, headers=dict(headers))
        cookies.set_cookie_header(request)
        async with aclosing(await self._client.send(request, stream=True, follow_redirects=False)) as response:
            cookies.extract_cookies(response)
            found = {name.lower(): value for name, value in response.headers.items()}
            length = found.get("content-length", "")
            if length.isdecimal() and int(length) > MAX_WIRE_BYTES:
                raise FetchError(f"larger than {MAX_WIRE_BYTES // 1024 // 1024} MiB", is_refused=True)
            async with self._bodies:
                body = await _read(response, found.get("content-encoding", "identity").strip().lower())
            return Fetched(url, response.status_code, found, body)

    @asynccontextmanager
    async def _politely(self, host: str) -> AsyncIterator[None]:
        """Ask one host for little at a time, and not at once again."""
        known = self._hosts.pop(host, None) or _Host(asyncio.Semaphore(AT_ONCE_PER_HOST))
        self._hosts[host] = known
        while len(self._hosts) > HOSTS_REMEMBERED:
            self._hosts.popitem(last=False)
        async with known.turn:
            loop = asyncio.get_running_loop()
            wait = known.next_at - loop.time()
            known.next_at = max(known.next_at, loop.time()) + self._delay
            if wait > 0:
                await asyncio.sleep(wait)
            yield


@dataclass(slots=True)
class _Host:
    turn: asyncio.Semaphore
    next_at: float = 0.0


async def _read(response: httpx.Response, encoding: str) -> bytes:
    """Read a body within limits, and unpack it. Raises FetchError."""
    named = [each.strip() for each in encoding.split(",")]
    if any(each not in (*_UNPACKED, *_PLAIN) for each in named):
        raise FetchError(f"packed as {encoding[:20]}, which was not asked for", is_refused=True)
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > MAX_WIRE_BYTES:
            raise FetchError(f"larger than {MAX_WIRE_BYTES // 1024 // 1024} MiB", is_refused=True)
    return await asyncio.to_thread(_unpack_body, body, named) if body else b""  # of megabytes: longer than a moment


def _unpack_body(body: bytearray, named: Collection[str]) -> bytes:
    """Unpack a body, however it is packed, whatever was said of it. Raises FetchError."""
    wire = len(body)
    is_packed = any(each in _UNPACKED for each in named) and not body.startswith(_GZIP) and not _TEXT.match(body)
    if is_packed and "deflate" in named:
        is_wrapped = body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2]) % 31 == 0  # RFC 1950 §2.2
        body = _unpack_all(body, wire, zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS)
    elif is_packed:
        raise FetchError("packed badly")
    for _ in range(MOST_PACKINGS):  # a server packs what is a packed file already
        if not body.startswith(_GZIP):
            break
        body = _unpack_all(body, wire, zlib.MAX_WBITS | 32)
    return bytes(body)


def _unpack_all(packed: bytearray, wire: int, bits: int) -> bytearray:
    """Unpack a body piece by piece, never more than may be kept. Raises FetchError."""
    unpacker, body = zlib.decompressobj(bits), bytearray()
    for start in range(0, len(packed), _PIECE):
        unpacker = _unpack(unpacker, bytes(packed[start : start + _PIECE]), body, wire)
    if not unpacker.eof:
        raise FetchError("it ends in the middle")
    return body


def _unpack(unpacker: "zlib._Decompress", piece: bytes, body: bytearray, wire: int) -> "zlib._Decompress":
    """Unpack a piece behind what is there; return what unpacks the next one: gzip may have several members."""
    rest = piece
    while rest:
        try:
            body += unpacker.decompress(rest, _PIECE)
        except zlib.error:
            raise FetchError("packed badly") from None
        rest = unpacker.unconsumed_tail
        if unpacker.eof and unpacker.unused_data.startswith(_GZIP):
            rest = unpacker.unused_data
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        if len(body) > MAX_BODY_BYTES or (len(body) > _PIECE * 16 and len(body) > MAX_RATIO * wire):
            raise FetchError("unpacks to more than may be kept", is_refused=True)
    return unpacker
