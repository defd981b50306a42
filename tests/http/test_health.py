"""What is seen from outside: alive, ready, and counted."""

from pathlib import Path

import httpx
from prometheus_client.parser import text_string_to_metric_families

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.faults import Odd
from bot.http.health import Health
from bot.http.metrics import METRICS
from storage.errors import StorageUnavailable
from storage.store import Storage
from tests.chatting import chatting
from tests.desking import until
from tests.http.test_pages import answers, serving
from tests.make import make_text
from tests.postgres import free_port

DOCUMENTED = Path(__file__).parents[2] / "docs/metrics.md"


async def test_metrics_are_those_that_are_documented_and_count_what_is_there(storage: Storage) -> None:
    await storage.articles.add([make_text("One"), make_text("Two")], now=system_clock(), publish=True)
    async with serving(storage) as client:
        answer = await client.get("/metrics")
        families = {each.name: each for each in text_string_to_metric_families(answer.text)}
        ours = {name: each for name, each in families.items() if name.startswith("dateline_")}
        assert {name: each.documentation for name, each in ours.items()} == {
            name: metric.help for name, metric in METRICS.items()
        }
        assert [sample.value for sample in ours["dateline_articles_published"].samples] == [2.0]
        assert {tuple(sample.labels.items()) for sample in ours["dateline_subscriptions"].samples} == {
            (("state", "active"),), (("state", "stopped"),),
        }  # fmt: skip
    rows = [line for line in DOCUMENTED.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{name}` | {metric.label or ''} | {metric.help} |" for name, metric in METRICS.items()]


async def test_process_whose_telegram_does_not_answer_is_not_ready_and_is_again(sqlite_storage: Storage) -> None:
    keys = {"listen": f"127.0.0.1:{free_port()}"}
    async with (
        chatting(sqlite_storage, system_clock, http=keys) as chat,
        httpx.AsyncClient(base_url=f"http://{keys['listen']}") as client,
    ):
        await until(lambda: answers(client))
        chat.world.faults.odd["getUpdates"].extend([Odd(b"<html>502</html>", 502)] * 3)
        statuses: set[int] = set()

        async def has_been_both() -> bool:
            statuses.add((await client.get("/readyz")).status_code)
            assert (await client.get("/healthz")).status_code == 200
            return statuses == {200, 503}

        people.write(chat.world, chat.ada.person, chat.ada.chat, "/help")  # ends the poll that waits
        await until(has_been_both)
        await until(lambda: _is_ready(client))


async def _is_ready(client: httpx.AsyncClient) -> bool:
    return (await client.get("/readyz")).status_code == 200


async def test_probe_that_fails_names_no_address() -> None:
    async def fails() -> str | None:
        raise StorageUnavailable("postgresql://user:password@host/db is away")

    health = Health({"database": fails})
    answer = await health._answer_ready(None)  # type: ignore[arg-type]
    assert (answer.status, answer.text) == (503, '{"database": "StorageUnavailable"}')
