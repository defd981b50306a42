"""What systemd is told: that the program is ready, that it lives, that it ends (man 3 sd_notify)."""

import asyncio
import logging
import os
import socket

log = logging.getLogger("dateline")

MICROSECONDS = 1_000_000


def notify(state: str) -> None:
    """Tell the supervisor, where there is one that wants to know."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    name = f"\0{address[1:]}" if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as supervisor:
            supervisor.connect(name)
            supervisor.sendall(state.encode())
    except OSError as error:
        log.warning("systemd was not told %s: %s", state, error)


async def say_alive(stopping: asyncio.Event) -> None:
    """Tell that the event loop turns, twice as often as the supervisor's watchdog asks, until stopped."""
    notify("READY=1")
    period_seconds = int(os.environ.get("WATCHDOG_USEC", "0")) / MICROSECONDS / 2
    while not stopping.is_set():
        if not period_seconds:
            await stopping.wait()
            break
        notify("WATCHDOG=1")
        try:
            async with asyncio.timeout(period_seconds):
                await stopping.wait()
        except TimeoutError:
            continue
    notify("STOPPING=1")
