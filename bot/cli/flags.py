"""Flags that commands share."""

from pathlib import Path
from typing import Annotated

import typer

ConfigFlag = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="The configuration file; else DATELINE_CONFIG, ./config.toml."),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
