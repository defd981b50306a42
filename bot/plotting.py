"""The statistics as a picture, drawn in a process of its own: what draws it takes more memory than the bot."""

import asyncio
import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import bot
from bot.errors import BotError
from bot.views.stats import chart
from storage.model import Statistics

PLOT_SECONDS = 30.0
_PASSED_ON = ("PATH", "LANG", "HOME", "TMPDIR")  # no secret can reach it


async def plot(statistics: Statistics, *, today: date) -> bytes:
    """Return the statistics as a PNG. Raises BotError where they cannot be drawn."""
    with tempfile.TemporaryDirectory(prefix="dateline-plot-") as folder:  # else it leaves a cache in somebody's home
        return await _draw(json.dumps(chart(statistics, today=today)).encode(), folder)


async def _draw(content: bytes, folder: str) -> bytes:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "bot.plot_child",
        env={**environment, "PYTHONPATH": str(Path(bot.__file__).parents[1]), "MPLCONFIGDIR": folder},
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PLOT_SECONDS):
            drawn, said = await child.communicate(content)
    except TimeoutError:
        raise BotError(f"drawing took longer than {PLOT_SECONDS:.0f} s") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        reason = said.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise BotError(f"the picture could not be drawn: {''.join(reason)}")
    return drawn
