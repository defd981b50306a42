"""A log record as a line: text for people, JSON for programs, every secret taken out of either."""

import logging
from collections.abc import Iterable

import structlog

from bot.redaction import Redactor


class LineFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, tracebacks included: nothing is written behind its back."""

    def __init__(self, *, form: str, secrets: Iterable[str]) -> None:
        """`form` is text or json."""
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
        super().__init__(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
        )
        self._redact = Redactor(secrets)

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))
