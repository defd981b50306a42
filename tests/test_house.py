"""The house rules that a program can check."""

import ast
import re
from pathlib import Path

import pytest

from bot.handlers import COMMANDS, READERS_COMMANDS
from bot.i18n import load_catalog

ROOT = Path(__file__).parent.parent
PYTHON = sorted(path for folder in ("bot", "storage", "tests") for path in (ROOT / folder).rglob("*.py"))
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 50
KEY = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    source = path.read_text("utf-8")
    functions = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: length for node in functions if (length := _length(node)) > MAX_FUNCTION_LINES}
    assert (long, source.count("\n") <= MAX_FILE_LINES) == ({}, True)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its decorators and docstring."""
    docstring = node.body[0]
    has_docstring = ast.get_docstring(node) is not None
    skipped = (docstring.end_lineno or 0) - docstring.lineno + 1 if has_docstring else 0
    return (node.end_lineno or 0) - node.lineno + 1 - skipped


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    catalog = load_catalog()
    keys = set(KEY.findall((ROOT / "bot/i18n/en.ftl").read_text("utf-8")))
    sources = [path for path in PYTHON if "tests" not in path.parts]
    sources += (ROOT / "bot/http/templates").iterdir()
    code = "\n".join(path.read_text("utf-8") for path in sources)
    used = set(re.findall(r"""["']([a-z]+(?:-[a-z]+)+)["']""", code)) & keys | {
        f"command-{command.name}" for command in READERS_COMMANDS
    }
    asked = set(re.findall(r"""(?:words|ReaderError|_say|\bt)\((?:request, )?["']([a-z-]+)["']""", code))
    assert (keys - used, asked - keys) == (set(), set())
    for language in catalog.languages:
        assert set(KEY.findall((ROOT / f"bot/i18n/{language}.ftl").read_text("utf-8"))) == keys


def test_requirements_name_no_registry_and_pin_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        assert text.count("--hash=sha256:") > text.count("==")


def test_every_command_of_the_table_is_described() -> None:
    words = load_catalog().words("en")
    assert all(command.description or words(f"command-{command.name}") for command in COMMANDS)
