"""A minimal Bot API in a process of its own: it answers every POST with a sent message, over bare sockets.

`python -m tests.bench.stub PORT [LATENCY_SECONDS]`
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from tests.postgres import free_port

_ANSWER = '{"ok":true,"result":{"message_id":%d,"date":0,"chat":{"id":1,"type":"private","first_name":"x"},"text":"x"}}'
_ME = b'{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"x","username":"x_bot"}}'


async def serve_stub(port: int, latency_seconds: float) -> None:
    """Serve until ended."""
    count = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
                )
                await reader.readexactly(length)
                count += 1
                if latency_seconds:
                    await asyncio.sleep(latency_seconds)
                body = _ME if b"/getMe " in head else (_ANSWER % count).encode()
                head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
                writer.write(head + body)
                await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", port) as server:
        await server.serve_forever()


@asynccontextmanager
async def stub(latency_seconds: float = 0.0) -> AsyncIterator[str]:
    """Run the stub; give its origin."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.stub", str(port), str(latency_seconds)
    )
    try:
        for _ in range(200):
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                break
            await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(serve_stub(int(sys.argv[1]), float(sys.argv[2])))
