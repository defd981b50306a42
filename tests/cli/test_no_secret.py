"""No secret in any byte that the program writes: run at DEBUG through faults, and told bad configurations."""

import asyncio
import json
import signal
from pathlib import Path

import httpx
import pytest
from aiohttp import web

from bot.clock import system_clock
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import TOKEN, World
from tests.chatting import Reader, served
from tests.cli.test_run import dateline
from tests.desking import until
from tests.ingest.serving import serving
from tests.postgres import free_port

WEBHOOK_SECRET = "whsec-5d3f0a91c2b7"
KEY = "sk-9a8b7c6d5e4f3a2b1c0d"
PASSWORD = "tides-and-gates-77"
SECRETS = (TOKEN, TOKEN.split(":")[1], WEBHOOK_SECRET, KEY, PASSWORD)
ENTRY = "<item><title>Gate {n} holds</title><link>{url}/page{n}</link><guid>{n}</guid></item>"
PAGE = (
    "<html><head><title>Gate</title></head><body><article><h1>Gate holds</h1>"
    + "<p>The storm gate held back a tide of 4.1 metres on Tuesday night, and nobody in the old town was hurt.</p>" * 4
    + "</article></body></html>"
)


async def outside(request: web.Request) -> web.StreamResponse:
    """A feed, its pages, and a model that repeats the key it was given, as some do."""
    url = f"http://{request.host}"
    if request.path == "/feed":
        items = "".join(ENTRY.format(n=n, url=url) for n in range(3))
        feed = f'<rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'
        return web.Response(text=feed, content_type="application/rss+xml")
    if request.path.startswith("/page"):
        return web.Response(text=PAGE, content_type="text/html")
    said = f"Incorrect API key provided: {request.headers.get('Authorization')}"
    return web.json_response({"error": {"message": said, "code": "invalid_api_key"}}, status=401)


def find_secrets(text: bytes | str) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [secret for secret in SECRETS if secret.encode() in content]


def write_config(folder: Path, api_url: str, model_url: str, listen: str, form: str) -> None:
    file = folder / "config.toml"
    file.write_text(f"""
        [telegram]
        token = "{TOKEN}"
        api_url = "{api_url}"
        mode = "webhook"
        webhook_url = "http://{listen}/updates"
        webhook_secret = "{WEBHOOK_SECRET}"
        [http]
        listen = "{listen}"
        [newsroom]
        drafting = "llm"
        min_outlets = 1
        allow_private_addresses = true
        host_delay_seconds = 0
        [llm]
        base_url = "{model_url}/v1"
        api_key = "{KEY}"
        model = "m"
        [log]
        level = "debug"
        format = "{form}"
    """)
    file.chmod(0o600)


async def live(world: World, listen: str) -> str:
    """Let the running bot meet readers, strangers and faults; return what it said of itself over HTTP."""
    ada = world.people[min(world.people)]
    reader = Reader(world, ada, world.chats[ada.id])
    answers = []
    async with httpx.AsyncClient(base_url=f"http://{listen}", timeout=20) as client:

        async def is_up() -> bool:
            try:
                return (await client.get("/healthz")).status_code == 200
            except httpx.HTTPError:
                return False

        await until(is_up)
        await reader.say("/start")
        for odd in (b"<html>502 /bot" + TOKEN.encode() + b"/sendMessage</html>", b'{"ok":false,"description":"no"}'):
            world.faults.odd["sendMessage"].append(Odd(odd, status=502))
        await reader.say("/help")
        for header in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}):
            await client.post("/updates", content=b"{}", headers=header)
        await client.post(
            "/updates", content=b"\xff{", headers={"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET, "Content-Type": "application/json"}
        )  # fmt: skip
        answers += [(await client.get(path)).text for path in ("/metrics", "/readyz", "/healthz", f"/bot{TOKEN}/x")]
    return "".join(answers)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.timeout(150)
async def test_program_at_debug_writes_no_secret_anywhere(tmp_path: Path, form: str) -> None:
    world = World(system_clock)
    world.add_person("Ada")
    listen = f"127.0.0.1:{free_port()}"
    async with served(world) as url, serving(outside) as model_url:
        write_config(tmp_path, url, model_url, listen, form)
        said = [await (await dateline(tmp_path, "feed", "add", f"{model_url}/feed")).ended()]
        bot = await dateline(tmp_path, "run")
        reading = asyncio.ensure_future(bot.process.communicate())
        try:
            said.append((0, await live(world, listen)))
            commands = (("feed", "poll", "--read"), ("check",), ("stats", "--json"), ("db", "backup", "b.db"))
            said += [await (await dateline(tmp_path, *command)).ended() for command in commands]
        finally:
            bot.process.send_signal(signal.SIGTERM)
            out, err = await reading
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.name != "config.toml"}
    written |= {"standard output": out, "standard error": err, "commands": json.dumps(said).encode()}
    assert b"the model wrote no draft" in out + err + written["commands"]
    assert {"dateline.db", "b.db"} <= set(written)
    assert {name: found for name, content in written.items() if (found := find_secrets(content))} == {}


@pytest.mark.parametrize(
    "text",
    [
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "not an address {TOKEN}"',
        f'[telegram]\ntoken = ["{TOKEN}"]',
        f'[telegram]\ntokn = "{TOKEN}"',
        f'[telegram]\ntoken = "{TOKEN}',
        f'[telegram]\nmode = "webhook"\nwebhook_url = "http://x/"\nwebhook_secret = "{WEBHOOK_SECRET}!"',
        f'[telegram]\nwebhook_secret = ["{WEBHOOK_SECRET}"]',
        f'[storage]\nurl = "postgresql://dateline:{PASSWORD}@127.0.0.1:9/d"',
        f'[storage]\nurl = "mysql://dateline:{PASSWORD}@127.0.0.1:9/d"',
        f'[storage]\nurl = ["postgresql://dateline:{PASSWORD}@127.0.0.1:9/d"]',
        f'[storage]\nulr = "postgresql://dateline:{PASSWORD}@127.0.0.1:9/d"',
        f'[llm]\napi_key = ["{KEY}"]',
        f'[llm]\napi_key = {{ value = "{KEY}" }}',
        f'[llm]\nkey = "{KEY}"',
        f'[newsroom]\ndrafting = "llm"\n[llm]\nmodel = "m"\nbase_url = "http://me:{PASSWORD}@127.0.0.1:9"\napi_key = "{KEY}"',
        f'[http]\nlisten = "127.0.0.1:1"\npages = true\npublic_url = "https://me:{PASSWORD}@news.example"',
        f'[llm]\napi_key_file = "{KEY}"\n[telegram]\ntoken_file = "nowhere"',
    ],
)
async def test_bad_configuration_is_told_without_its_secrets(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.toml").write_text(text, "utf-8")
    _, said = await (await dateline(tmp_path, "check")).ended()
    assert "Traceback" not in said
    assert find_secrets(said) == [], said
