"""Taking secrets out of text that is shown or logged."""

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"\d{5,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?<=://)([^/\s:@]*):[^/\s@]+@")  # of a user and a password
_HIDDEN = "[secret]"


class Redactor:
    """Takes secrets out of text: those it was told of, and whatever looks like a bot token."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, text: str) -> str:
        """Return the text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKEN.sub(_HIDDEN, _IN_ADDRESS.sub(rf"\1:{_HIDDEN}@", text))
