"""What `dateline` says of a library that is missing or broken; a folder before all others holds the broken one."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.cli.trials import TRIALS
from bot.libraries import MODULES
from tests.cli.test_run import ROOT, configure, dateline, reader

MISSING = "raise ModuleNotFoundError('gone')"


def install(folder: Path, module: str, source: str) -> None:
    """Put a module before the real one, also for the child that reads pages: it is started from where `bot` is."""
    for package in ("bot", "storage"):
        (folder / package).symlink_to(ROOT / package)
    (folder / f"{module}.py").write_text(source)


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("lxml_html_clean", MISSING, "lxml-html-clean: gone"),
        ("asyncpg", "raise RuntimeError('built for\\n another Python')", "asyncpg: built for another Python"),
        ("trafilatura", MISSING, "trafilatura: a library cannot be imported: gone"),
        ("feedparser", "parse = None", "feedparser: this is no feed (TypeError)"),
        ("tzfpy", "get_tz = lambda longitude, latitude: 'Asia/Tokyo'", "tzfpy: it works otherwise than expected"),
    ],
)
async def test_library_that_does_not_work_is_named_by_check(
    tmp_path: Path, module: str, source: str, said: str
) -> None:
    install(tmp_path, module, source)
    async with reader() as (_, url):
        configure(tmp_path, url)
        code, lines = await (await dateline(tmp_path, "check", PYTHONPATH=str(tmp_path))).ended()
    name = said.split(":", maxsplit=1)[0]
    assert (code, [line for line in lines.splitlines() if line.startswith("FAILED")]) == (
        1, [f"FAILED  libraries      {said}; run pip install --force-reinstall {name}"],
    )  # fmt: skip


async def test_library_that_a_command_cannot_do_without_is_named_by_it(tmp_path: Path) -> None:
    install(tmp_path, "telegram", MISSING)
    environment = {"PYTHONPATH": str(tmp_path), "DATELINE_TELEGRAM__TOKEN": "1:x"}
    outcomes = [await (await dateline(tmp_path, command, **environment)).ended() for command in ("check", "init")]
    line = "dateline: python-telegram-bot: gone; run pip install --force-reinstall python-telegram-bot\n"
    assert outcomes == [(1, line)] * 2


async def test_command_imports_only_what_it_needs(tmp_path: Path) -> None:
    install(tmp_path, "telegram", MISSING)
    (tmp_path / "aiohttp.py").write_text(MISSING)
    environment = {"PYTHONPATH": str(tmp_path), "DATELINE_STORAGE__URL": f"sqlite:///{tmp_path / 'dateline.db'}"}
    assert await (await dateline(tmp_path, "chats", "list", **environment)).ended() == (
        0, f"there is no database yet: {tmp_path}/dateline.db\nno chats\n",
    )  # fmt: skip


def test_every_dependency_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[\[<>=~]", dependency)[0] for dependency in project["dependencies"]}
    assert MODULES.keys() | TRIALS.keys() == names
