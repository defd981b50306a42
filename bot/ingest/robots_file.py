"""robots.txt as a host wrote it (RFC 9309). Runs in a child (bot.ingest.reading)."""


def may_fetch(body: bytes, *, url: str, agent: str) -> bool:
    """Whether a host's rules let a program by this name fetch an address."""
    from protego import Protego  # noqa: PLC0415 - in the child only

    return bool(Protego.parse(body.decode("utf-8-sig", "replace")).can_fetch(url, agent))
