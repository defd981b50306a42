"""The child in which others' files are parsed: short of memory on purpose, and killed when it takes too long.

Standard input has one line of JSON a task, with the length of the bytes behind it; standard output the same back.
"""

import json
import resource
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from bot.errors import FetchError
from bot.ingest.feed_file import parse_feed
from bot.ingest.page_file import extract_feed_links, parse_page
from bot.ingest.robots_file import may_fetch
from bot.libraries import reason

MEMORY_BYTES = 1536 * 1024 * 1024


def answer(task: dict[str, Any], body: bytes) -> dict[str, Any]:
    """Carry out one task."""
    url = str(task["url"])
    if task["kind"] == "feed":
        return asdict(parse_feed(body, url=url, content_type=str(task.get("content_type", ""))))
    if task["kind"] == "links":
        return {"links": extract_feed_links(body, url=url)}
    if task["kind"] == "robots":
        return {"may": may_fetch(body, url=url, agent=str(task["agent"]))}
    return asdict(parse_page(body, url=url, content_type=str(task.get("content_type", ""))))


def serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    """Answer tasks until there are no more."""
    while line := tasks.readline():
        task = json.loads(line)
        body = tasks.read(int(task["length"]))
        try:
            found: dict[str, Any] = {"found": answer(task, body)}
        except FetchError as error:
            found = {"error": error.reason, "is_refused": error.is_refused}
        except MemoryError:
            found = {"error": "too large to be read", "is_refused": True}
        except ImportError as error:
            found = {"error": f"a library cannot be imported: {reason(error)}"}
        except Exception as error:  # noqa: BLE001 - parsers raise anything; the parent tells of it
            found = {"error": f"it cannot be read ({type(error).__name__})"}
        content = json.dumps(found, default=str).encode()
        answers.write(b"%d\n" % len(content) + content)
        answers.flush()


def main() -> None:
    """Limit ourselves, and serve."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
