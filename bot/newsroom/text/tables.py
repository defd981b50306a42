"""Tables of words and patterns that stand beside the code, as TOML."""

import tomllib
from importlib import resources
from typing import Any


def read_table(package: str, name: str) -> dict[str, Any]:
    """Return what a TOML file of a package says."""
    return tomllib.loads(resources.files(package).joinpath(name).read_text("utf-8"))
