"""The wheel in an environment of its own, made by the oldest pip that README names: what somebody else gets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_run import ROOT

SENTENCES = (
    "The glass bridge over the Ostra was opened to walkers on Monday after three years of work.",
    "The council of Velmar will count the walkers until spring and then decide about bicycles.",
    "Its builders spent 41 million crowns on it, a tenth less than the council had granted.",
)
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Glass bridge opens to walkers</title></head><body>"
    "<nav><a href='/'>Home</a> <a href='/weather'>Weather</a></nav>"
    f"<article><h1>Glass bridge opens to walkers</h1><p>{' '.join(SENTENCES)}</p></article></body></html>"
)
UNREACHABLE = re.compile(r"connection broken by|Failed to establish a new connection|Max retries exceeded")


def clean_environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def pip(python: Path, *arguments: str) -> None:
    """Run pip; skip the test where no registry answers."""
    run = subprocess.run(
        [python, "-m", "pip", "--quiet", "--timeout=30", "--retries=2", *arguments],
        env=clean_environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode and UNREACHABLE.search(run.stdout + run.stderr):
        pytest.skip("no package registry is reached from here")
    assert run.returncode == 0, run.stdout + run.stderr


def install_dateline(folder: Path) -> Path:
    """Build the wheel and install it, both by the oldest pip; return the program."""
    oldest = re.search(r"pip\s(\d+\.\d+)\sor\snewer", (ROOT / "README.md").read_text("utf-8"))
    assert oldest is not None
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], env=clean_environment(), check=True)
    python = folder / "venv/bin/python"
    if sys.version_info < (3, 12):  # later ones cannot run a pip that old
        pip(python, "install", f"pip=={oldest[1]}")
    pip(python, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    pip(python, "install", str(wheel))
    return folder / "venv/bin/dateline"


@pytest.mark.install
@pytest.mark.timeout(600)
def test_wheel_installed_by_the_oldest_pip_is_the_whole_program(tmp_path: Path) -> None:
    dateline = install_dateline(tmp_path)
    here, home = tmp_path / "here", tmp_path / "home"
    here.mkdir()
    home.mkdir()
    (here / "page.html").write_text(PAGE, "utf-8")
    environment = {"PATH": os.defpath, "HOME": str(home)}

    def run(*arguments: str) -> tuple[int, str]:
        ended = subprocess.run([dateline, *arguments], cwd=here, env=environment, stdout=subprocess.PIPE, check=False)
        return ended.returncode, ended.stdout.decode()

    assert run("--version") == (0, "dateline 0.1.0\n")
    code, drafted = run("draft", "page.html")
    assert (code, [(draft["headline"], draft["abstract"]) for draft in json.loads(drafted or "[]")]) == (
        0, [("Glass bridge opens to walkers", [f"{sentence} [1]" for sentence in SENTENCES])],
    )  # fmt: skip
    assert run("config", "example") == (0, (ROOT / "config.example.toml").read_text("utf-8"))
    code, checked = run("check")
    assert (code, [line.split()[:2] for line in checked.splitlines()]) == (
        78,
        [
            ["ok", "configuration"],
            ["ok", "libraries"],
            ["FAILED", "secrets"],
            ["ok", "database"],
            ["ok", "disk"],
            ["FAILED", "telegram"],
            ["ok", "clock"],
            ["ok", "model"],
        ],
    )
    with subprocess.Popen(
        [dateline, "demo", "--no-browser"], cwd=here, env=environment, stdout=subprocess.PIPE
    ) as demo:
        assert demo.stdout is not None
        try:
            said = demo.stdout.readline()
        finally:
            demo.terminate()
            demo.communicate()
    assert (said.startswith(b"The chat is at http://127.0.0.1:"), demo.returncode) == (True, 0)
    assert list(home.iterdir()) == []
