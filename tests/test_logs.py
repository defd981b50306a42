"""No secret in any log line."""

import io
import json
import logging
import sys

import pytest

from bot.logs import set_up_logs
from bot.redaction import Redactor

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz01234"


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_are_taken_out_of_messages_tracebacks_and_fields(form: str) -> None:
    stream, root = io.StringIO(), logging.getLogger()
    before, hook, level = root.handlers[:], sys.excepthook, root.level
    try:
        set_up_logs(level="debug", form=form, secrets=["hush"], stream=stream)
        log = logging.getLogger("dateline.test")
        log.info("calling /bot%s/getMe and hush", TOKEN)
        try:
            raise ValueError(f"The token {TOKEN} was rejected")
        except ValueError:
            log.exception("failed", extra={"token": TOKEN})
        sys.excepthook(ValueError, ValueError(TOKEN), None)
    finally:
        root.handlers[:], sys.excepthook = before, hook
        root.setLevel(level)
    written = stream.getvalue()
    assert "[secret]" in written
    assert TOKEN not in written
    assert "hush" not in written
    if form == "json":
        lines = [json.loads(line) for line in written.splitlines()]
        assert [line["level"] for line in lines] == ["info", "error", "critical"]
        assert "ValueError" in lines[1]["exception"]


def test_addresses_with_an_encoded_token_are_redacted_too() -> None:
    assert Redactor()("/bot" + TOKEN.replace(":", "%3A") + "/x") == "/bot[secret]/x"
