"""The sections of the configuration: every key, its default, and what it may be."""

import datetime as dt
import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator


def _check_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("an IANA time zone such as Europe/Berlin")
    return name


def _check_origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("an address such as https://api.telegram.org")
    return url.rstrip("/")


def _check_site(url: str) -> str:
    parts = urlsplit(url)
    is_plain = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc
    if url and (not is_plain or parts.path.strip("/")):
        raise ValueError("an address without a path such as https://news.example")
    return url.rstrip("/")


def _check_database(url: str) -> str:
    if not _DATABASE.match(url):
        raise ValueError("sqlite:///file or postgresql://host/database, with user and password")
    return url


def _read_time(value: Any) -> Any:
    """Take a time as people write it; a bare number would be read as seconds after midnight."""
    if isinstance(value, dt.time):
        return value
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError('a time such as "08:00"')
    return dt.time(int(found[1]), int(found[2]))


def _read_secrets(values: Any, names: tuple[str, ...]) -> Any:
    """Fill secrets from their `…_file` keys."""
    for name in names:
        path = values.get(f"{name}_file") if isinstance(values, dict) else None
        if path and not values.get(name):
            try:
                values = {**values, name: Path(path).read_text("utf-8").strip()}
            except OSError as error:
                reason = f"{_shown_file(str(path))}: {error.strerror}"
                raise ValueError(f"{name}_file as a file that can be read; {reason}") from None
            except TypeError:
                raise ValueError(f"{name}_file as the name of one file") from None
            except ValueError:
                raise ValueError(f"{name}_file as a file with a line of text in it") from None
    return values


def _shown_file(path: str) -> str:
    """Return a file's name, or no more than that where somebody may have put the secret itself."""
    return path if "/" in path or "." in path or len(path) < _SHORTEST_SECRET else "what it names"


def _is_local(listen: str) -> bool:
    return listen.rpartition(":")[0] in ("127.0.0.1", "localhost", "[::1]")


def _check_listen(value: str) -> str:
    host, separator, port = value.rpartition(":")
    if value and not (separator and host and port.isdecimal() and int(port) < 65536):
        raise ValueError("a host and a port such as 127.0.0.1:8080, or nothing")
    return value


def _check_webhook_keys(url: str, secret: SecretStr | None) -> None:
    """Raise ValueError where these cannot be a webhook (https://core.telegram.org/bots/api#setwebhook)."""
    parts = urlsplit(url)
    is_local = parts.hostname in ("127.0.0.1", "localhost")
    if not (parts.scheme == "https" or (parts.scheme == "http" and is_local)) or len(parts.path) < 2:
        raise ValueError("webhook_url as an https address with a path of its own, such as https://bot.example/updates")
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value() if secret else ""):
        raise ValueError("webhook_secret of 16 to 256 letters, digits, _ and -")


# Hosts and SQLAlchemy write PostgreSQL's in other ways too: postgres://, postgresql+asyncpg://
_DATABASE = re.compile(r"sqlite(\+\w+)?:///|postgres(ql)?(\+\w+)?://")
_SHORTEST_SECRET = 16
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::00)?")
Origin = Annotated[str, AfterValidator(_check_origin)]
Zone = Annotated[str, AfterValidator(_check_zone)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Publication(_Part):
    """Who publishes."""

    name: str = Field("Dateline", min_length=1, max_length=64)
    about: str = ""
    contact: str = ""
    corrections_policy: str = ""


# https://core.telegram.org/bots/api#user: at most 52 significant bits
PersonId = Annotated[int, Field(strict=True, ge=1, lt=2**52)]


class TelegramKeys(_Part):
    """The bot's account."""

    token: SecretStr | None = None
    token_file: Path | None = None
    api_url: Origin = "https://api.telegram.org"
    owner_ids: tuple[PersonId, ...] = ()
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    webhook_secret_file: Path | None = None
    rich_messages: bool = True

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        return _read_secrets(values, ("token", "webhook_secret"))

    @model_validator(mode="after")
    def _check_webhook(self) -> Self:
        if self.mode == "webhook":
            _check_webhook_keys(self.webhook_url, self.webhook_secret)
        return self


class StorageKeys(_Part):
    """Where everything is kept."""

    url: Annotated[str, AfterValidator(_check_database)] = "sqlite:///dateline.db"
    url_file: Path | None = None
    backups: str = ""

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        return _read_secrets(values, ("url",))


class BriefingKeys(_Part):
    """What a new reader gets."""

    time: Annotated[dt.time, BeforeValidator(_read_time)] = dt.time(8)
    timezone: Zone = "UTC"
    max_articles: int = Field(5, ge=1, le=20)
    grace_minutes: int = Field(180, ge=1, le=1440)


class DeliveryKeys(_Part):
    """How briefings are delivered."""

    on_uncertain: Literal["skip", "resend"] = "skip"
    in_flight: int = Field(16, ge=1, le=256)
    lease_seconds: int = Field(60, ge=3, le=3600)


class LimitKeys(_Part):
    """Telegram's limits; 0 lifts one, for servers that have none."""

    overall_per_second: float = Field(30, ge=0, le=1000)
    chat_per_second: float = Field(1, ge=0, le=1000)
    group_per_minute: float = Field(20, ge=0, le=60000)


class NewsroomKeys(_Part):
    """From feeds to drafts."""

    drafting: Literal["extractive", "llm"] = "extractive"
    auto_publish: bool = False
    min_outlets: int = Field(2, ge=1, le=50)
    allow_private_addresses: bool = False
    poll_minutes: float = Field(15, gt=0, le=1440)
    window_hours: int = Field(72, ge=1, le=720)
    host_delay_seconds: float = Field(1, ge=0, le=60)


class HttpKeys(_Part):
    """What is served over HTTP: nothing, unless an address is named."""

    listen: Annotated[str, AfterValidator(_check_listen)] = ""
    pages: bool = False
    public_url: Annotated[str, AfterValidator(_check_site)] = ""

    @model_validator(mode="after")
    def _check_pages(self) -> Self:
        if self.pages and not self.listen:
            raise ValueError("listen as an address such as 127.0.0.1:8080, for pages are on")
        if self.pages and not self.public_url and not _is_local(self.listen):
            raise ValueError("public_url as the address under which the world reaches the pages")
        return self


class RetentionKeys(_Part):
    """How long what is not published is kept, in days."""

    reports_days: int = Field(30, ge=7, le=3650)
    deliveries_days: int = Field(30, ge=2, le=3650)
    messages_days: int = Field(90, ge=2, le=3650)
    updates_days: int = Field(2, ge=2, le=60)


class LlmKeys(_Part):
    """The model that writes drafts, where newsroom.drafting is llm."""

    base_url: Origin = "https://api.openai.com/v1"
    api_key: SecretStr | None = None
    api_key_file: Path | None = None
    model: str = ""
    timeout_seconds: float = Field(60, gt=0, le=600)
    max_tokens: int = Field(2000, ge=200, le=20000)

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        return _read_secrets(values, ("api_key",))


class LogKeys(_Part):
    """What is written about the work."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"
