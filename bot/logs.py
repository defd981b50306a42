"""Where log lines go, and which are written."""

import logging
import sys
from collections.abc import Iterable
from typing import TextIO

_QUIET = ("httpx", "httpcore", "aiohttp", "aiosqlite", "asyncio", "telegram", "apscheduler", "alembic", "sqlalchemy")


class _LateFormatter(logging.Formatter):
    """Imports what renders a line with the first one: most commands write none, and it takes a tenth of a second."""

    def __init__(self, *, form: str, secrets: Iterable[str]) -> None:
        super().__init__()
        self._form, self._secrets = form, tuple(secrets)
        self._lines: logging.Formatter | None = None

    def format(self, record: logging.LogRecord) -> str:
        if self._lines is None:
            from bot.log_lines import LineFormatter  # noqa: PLC0415 - see above

            self._lines = LineFormatter(form=self._form, secrets=self._secrets)
        return self._lines.format(record)


def set_up_logs(*, level: str, form: str, secrets: Iterable[str], stream: TextIO | None = None) -> None:
    """Send every log line to `stream` (standard error), as text or JSON."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_LateFormatter(form=form, secrets=secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # a tick that lasts skips the next: no news
    sys.excepthook = lambda kind, error, traceback: logging.getLogger("dateline").critical(
        "stopped by an error of ours", exc_info=(kind, error, traceback)
    )
