"""robots.txt as a host wrote it (RFC 9309). Runs in a child (bot.ingest.reading)."""

import regex

from bot.ingest.charsets import decode_text

# Rules are for a name, without its version (RFC 9309 §2.2.1).
_VERSION = regex.compile(r"(?im)^(\s*user-agent\s*:\s*[\w-]+)/[\w.]+")


def may_fetch(body: bytes, *, url: str, agent: str) -> bool:
    """Whether a host's rules let a program by this name fetch an address."""
    from protego import Protego  # noqa: PLC0415 - in the child only

    rules = _VERSION.sub(
        r"\1", (decode_text(body) or body.decode("utf-8", "replace")).replace("\ufeff", "").replace("\u200b", "")
    )
    return bool(Protego.parse(rules).can_fetch(url, agent))
