"""Logs, with every secret taken out of them, wherever it came from."""

import logging
import sys
from collections.abc import Iterable
from typing import TextIO

import structlog

from bot.redaction import Redactor

_QUIET = ("httpx", "httpcore", "aiohttp", "aiosqlite", "asyncio", "telegram", "apscheduler", "alembic", "sqlalchemy")


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, tracebacks included: nothing is written behind its back."""

    redact = Redactor()

    def format(self, record: logging.LogRecord) -> str:
        return self.redact(super().format(record))


def set_up_logs(*, level: str, form: str, secrets: Iterable[str], stream: TextIO | None = None) -> None:
    """Send every log line to `stream` (standard error), as text or JSON."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: list[structlog.typing.Processor] = [
        # Without the values of variables: they hold what readers wrote, and secrets cut in half.
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    ]
    if form == "json":
        renderer = [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    formatter = _RedactingFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
    )
    formatter.redact = Redactor(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # a tick that lasts skips the next: no news
    sys.excepthook = lambda kind, error, traceback: logging.getLogger("dateline").critical(
        "stopped by an error of ours", exc_info=(kind, error, traceback)
    )
