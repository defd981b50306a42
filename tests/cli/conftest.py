"""The command line, as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


class Dateline:
    """The command line in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside = ""

    def __call__(self, *arguments: str, stdin: bytes = b"", code: int = 0, **environment: str) -> str:
        """Run a command; return what it printed, on standard error where it failed."""
        run = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent), **environment},
        )
        assert run.returncode == code, (run.stdout, run.stderr)
        self.aside = run.stderr.decode()
        return (run.stderr if code else run.stdout).decode()


@pytest.fixture
def dateline(tmp_path: Path) -> Dateline:
    return Dateline(tmp_path)
