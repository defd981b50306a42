"""docs/commands.md and docs/configuration.md, written from the code: `python -m tests.documents` writes them anew."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.main import get_group

from bot.cli import COMMANDS, app

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def write_commands() -> str:
    """Return the reference of the command line."""
    lines = [
        "# Commands",
        "",
        "What `dateline COMMAND --help` says, in one place. Written from the code (CONTRIBUTING.md).",
    ]
    group = get_group(app)
    context = typer.Context(group, info_name="dateline")
    for name in COMMANDS:
        lines += _write_command(f"dateline {name}", group.get_command(context, name))
    return "\n".join(lines) + "\n"


def _write_command(name: str, command: Any) -> Iterator[str]:
    parts = getattr(command, "commands", None)
    yield from (
        ("", f"## {name}", "", _one_line(command.help)) if parts else ("", f"### {name}", "", _one_line(command.help))
    )
    if parts:
        for part in parts:
            yield from _write_command(f"{name} {part}", parts[part])
        return
    own = [each for each in command.params if each.name not in ("help",)]
    if own:
        yield from ("", "| | |", "|---|---|")
    for each in own:
        is_argument = each.param_type_name == "argument"
        named = each.metavar or (each.name or "").upper() if is_argument else ", ".join(each.opts + each.secondary_opts)
        default = each.default if not is_argument and each.default not in (None, False, ()) else None
        said = _one_line(getattr(each, "help", None))
        yield f"| `{named}` | {said}{f' Default: {_plain(default)}.' if default is not None else ''} |"


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def write_configuration() -> str:
    """Return the reference of the configuration, from config.example.toml."""
    example = (ROOT / "config.example.toml").read_text("utf-8")
    lines = [
        "# Configuration",
        "",
        "Every key, from [config.example.toml](../config.example.toml). Each can be set in the environment too, as",
        "`DATELINE_SECTION__KEY`, which goes over the file; a key ending in `_file` names a file with the value.",
    ]
    for line in example.splitlines():
        if section := re.fullmatch(r"\[(\w+)\](?:\s*#\s*(.*))?", line):
            lines += [
                "",
                f"## {section[1]}",
                "",
                *([section[2], ""] if section[2] else []),
                "| key | default | meaning |",
                "|---|---|---|",
            ]
        elif key := re.fullmatch(r"(# )?(\w+) = (\[.*?\]|\"[^\"]*\"|[^#\s]+)\s*(?:#\s*(.*))?", line):
            default = "" if key[1] else f"`{key[3]}`"
            lines.append(f"| `{key[2]}` | {default} | {(key[4] or '').replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"


def list_documented_keys(text: str) -> set[tuple[str, str]]:
    """Return the sections and keys that the reference names."""
    found, section = set(), ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif key := re.match(r"\| `(\w+)` \|", line):
            found.add((section, key[1]))
    return found


def list_example_keys() -> set[tuple[str, str]]:
    """Return the sections and keys of config.example.toml that are no comment."""
    parsed = tomllib.loads((ROOT / "config.example.toml").read_text("utf-8"))
    return {(section, key) for section, keys in parsed.items() for key in keys}


if __name__ == "__main__":
    (DOCS / "commands.md").write_text(write_commands(), "utf-8")
    (DOCS / "configuration.md").write_text(write_configuration(), "utf-8")
