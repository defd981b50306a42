"""`dateline run`, `init` and `check`: the program itself, against a local Bot API."""

import asyncio
import os
import signal
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.demo.botapi.world import TOKEN, World
from bot.newsroom.posts.posttext import write_strict
from tests.chatting import Reader, served
from tests.make import NOW, make_text
from tests.postgres import free_port

ROOT = Path(__file__).parent.parent.parent


class Program:
    """A running `dateline`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def ended(self, stdin: bytes | None = None) -> tuple[int, str]:
        """Wait for its end; return the exit code and everything it said."""
        async with asyncio.timeout(40):
            out, err = await self.process.communicate(stdin)
        return self.process.returncode or 0, (out + err).decode()


async def dateline(folder: Path, *arguments: str, **environment: str) -> Program:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        cwd=folder,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    return Program(process)


@asynccontextmanager
async def reader() -> AsyncIterator[tuple[Reader, str]]:
    world = World(lambda: NOW)
    ada = world.add_person("Ada")
    async with served(world) as url:
        yield Reader(world, ada, world.chats[ada.id]), url


def configure(folder: Path, url: str, token: str = TOKEN) -> None:
    path = folder / "config.toml"
    path.write_text(f'[telegram]\ntoken = "{token}"\napi_url = "{url}"\n[log]\nlevel = "debug"\n')
    path.chmod(0o600)


async def test_article_published_by_command_line_is_in_the_running_bot(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(write_strict(make_text("One")), "utf-8")
    async with reader() as (ada, url):
        configure(tmp_path, url)
        bot = await dateline(tmp_path, "run")
        await ada.say("/recent")
        code, _ = await (await dateline(tmp_path, "article", "import", "a.txt", "--publish")).ended()
        (recent,) = await ada.say("/recent")
        bot.process.send_signal(signal.SIGTERM)
        ended, said = await bot.ended()

    assert (code, ended, recent["text"].split("\n")[2]) == (0, 0, "One")
    assert "@dateline_bot is running" in said
    assert TOKEN not in said
    assert [call for call in ada.world.calls if call[2] >= 400] == []


@pytest.mark.parametrize("command", ["run", "check"])
async def test_refused_token_ends_with_its_code_and_no_token(tmp_path: Path, command: str) -> None:
    wrong = "7000000001:WRONG-token-of-a-bot-nobody-owns-000"
    async with reader() as (_, url):
        configure(tmp_path, url, token=wrong)
        code, said = await (await dateline(tmp_path, command)).ended()
    assert (code, wrong in said) == (78, False)
    assert "Telegram refuses this token; check telegram.token" in said


@pytest.mark.parametrize("command", ["run", "check"])
async def test_unreachable_api_ends_with_one_clear_line(tmp_path: Path, command: str) -> None:
    configure(tmp_path, f"http://127.0.0.1:{free_port()}")
    code, said = await (await dateline(tmp_path, command)).ended()
    assert (code, TOKEN in said) == (1, False)
    lines = [line for line in said.split("\n") if "cannot be reached" in line and "tried again" not in line]
    assert [line.split(":", 1)[-1].strip()[-58:] for line in lines] == [
        "(ClientConnectorError); check telegram.api_url and the network"[-58:]
    ]


async def test_run_without_a_token_says_what_to_do(tmp_path: Path) -> None:
    code, said = await (await dateline(tmp_path, "run")).ended()
    assert (code, said) == (
        78, "dateline: telegram.token is missing; run `dateline init`, or try `dateline demo` without one\n",
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


async def test_token_refused_while_running_ends_the_program(tmp_path: Path) -> None:
    async with reader() as (ada, url):
        configure(tmp_path, url)
        bot = await dateline(tmp_path, "run")
        await ada.say("/help")
        ada.world.token = "8:another"
        ada.world.update_arrived.set()
        code, said = await bot.ended()
    assert (code, TOKEN in said) == (78, False)


async def test_init_writes_a_private_configuration_that_check_accepts(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    async with reader() as (_, url):
        init = await dateline(tmp_path, "init", "--api-url", url, "--token-file", "token", "--owner", "1001")
        code, said = await init.ended()
        check_code, check_said = await (await dateline(tmp_path, "check")).ended()
        again_code, again_said = await (await dateline(tmp_path, "init", "--api-url", url)).ended()

    assert (code, "This is @dateline_bot." in said, TOKEN in said) == (0, True, False)
    assert stat.S_IMODE((tmp_path / "config.toml").stat().st_mode) == 0o600
    assert (check_code, [line.split()[:2] for line in check_said.splitlines()]) == (
        0, [["ok", "configuration"], ["ok", "libraries"], ["ok", "secrets"], ["ok", "database"], ["ok", "disk"],
            ["ok", "telegram"], ["ok", "clock"], ["ok", "model"]],
    )  # fmt: skip
    assert (again_code, again_said) == (
        78, "dateline: config.toml exists already; edit it, or name another with --config\n",
    )  # fmt: skip


async def test_init_with_a_refused_token_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:wrong")
    async with reader() as (_, url):
        code, _ = await (await dateline(tmp_path, "init", "--api-url", url, "--token-file", "token")).ended()
    assert (code, (tmp_path / "config.toml").exists()) == (78, False)


async def test_demo_prints_its_address_and_ends_with_sigterm(tmp_path: Path) -> None:
    demo = await dateline(tmp_path, "demo", "--no-browser")
    assert demo.process.stdout is not None
    async with asyncio.timeout(30):
        line = await demo.process.stdout.readline()
    demo.process.send_signal(signal.SIGTERM)
    code, said = await demo.ended()
    assert (line.startswith(b"The chat is at http://127.0.0.1:"), code) == (True, 0)
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


async def test_token_that_others_can_read_is_told_by_check_and_by_run(tmp_path: Path) -> None:
    async with reader() as (_, url):
        configure(tmp_path, url, token="1:refused")
        (tmp_path / "config.toml").chmod(0o644)
        _, checked = await (await dateline(tmp_path, "check")).ended()
        _, ran = await (await dateline(tmp_path, "run")).ended()
    advice = "config.toml can be read by others; run: chmod 600 "
    assert (f"FAILED  secrets        {advice}" in checked, advice in ran) == (True, True)
