"""The configuration: one TOML file, environment variables over it, secrets also from files."""

import datetime as dt
import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.errors import ConfigError

ENV_PREFIX = "DATELINE_"
_NO_ENV_KEYS = frozenset({"DATELINE_CONFIG", "DATELINE_TEST_PG"})


def _check_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("an IANA time zone such as Europe/Berlin")
    return name


def _check_origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("an address such as https://api.telegram.org")
    return url.rstrip("/")


def _read_secrets(values: Any, names: tuple[str, ...]) -> Any:
    """Fill secrets from their `…_file` keys."""
    for name in names:
        path = values.get(f"{name}_file") if isinstance(values, dict) else None
        if path and not values.get(name):
            try:
                values = {**values, name: Path(path).read_text("utf-8").strip()}
            except OSError as error:
                raise ValueError(f"a file that can be read: {error.strerror}") from None
    return values


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


class TelegramKeys(_Part):
    """The bot's account."""

    token: SecretStr | None = None
    token_file: Path | None = None
    api_url: Origin = "https://api.telegram.org"
    owner_ids: tuple[int, ...] = ()
    mode: Literal["polling"] = "polling"

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        return _read_secrets(values, ("token",))


class StorageKeys(_Part):
    """Where everything is kept."""

    url: str = "sqlite:///dateline.db"


class BriefingKeys(_Part):
    """What a new reader gets."""

    time: dt.time = dt.time(8)
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


class Config(BaseSettings):
    """Every key, with its default; config.example.toml says what each means."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    publication: Publication = Publication()
    telegram: TelegramKeys = TelegramKeys()
    storage: StorageKeys = StorageKeys()
    briefing: BriefingKeys = BriefingKeys()
    delivery: DeliveryKeys = DeliveryKeys()
    limits: LimitKeys = LimitKeys()
    newsroom: NewsroomKeys = NewsroomKeys()
    retention: RetentionKeys = RetentionKeys()
    llm: LlmKeys = LlmKeys()
    log: LogKeys = LogKeys()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is the library's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment go over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown."""
        kept = (self.telegram.token, self.llm.api_key)
        found = (*(each.get_secret_value() for each in kept if each), urlsplit(self.storage.url).password or "")
        return tuple(secret for secret in found if secret)

    @property
    def token(self) -> str:
        """The bot's token. Raises ConfigError if there is none."""
        if self.telegram.token is None or not self.telegram.token.get_secret_value():
            raise ConfigError("telegram.token is missing; run `dateline init`, or try `dateline demo` without one")
        return self.telegram.token.get_secret_value()


def find_config_file(named: Path | None) -> Path | None:
    """Return the file named, by flag or DATELINE_CONFIG, else ./config.toml if there is one.

    Raises ConfigError if the named one does not exist.
    """
    name = named or (Path(os.environ["DATELINE_CONFIG"]) if os.environ.get("DATELINE_CONFIG") else None)
    if name is not None and not name.is_file():
        raise ConfigError(f"{name}: there is no such file")
    default = Path("config.toml")
    return name or (default if default.is_file() else None)


def load_config(path: Path | None) -> Config:
    """Read the configuration. Raises ConfigError naming file, key and what is allowed."""
    _refuse_unknown_variables()
    config_class = type("Config", (Config,), {"model_config": {**Config.model_config, "toml_file": path}})
    try:
        config: Config = config_class()
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no TOML: {error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: this is no UTF-8 text") from None
    except OSError as error:
        raise ConfigError(f"{path}: it cannot be read: {error.strerror}") from None
    except SettingsError as error:
        raise ConfigError(f"environment: {error}; lists are written as [1, 2]") from None
    except ValidationError as error:
        raise ConfigError("\n".join(_describe(finding, path) for finding in error.errors(include_url=False))) from None
    return config


def _refuse_unknown_variables() -> None:
    sections = {f"{ENV_PREFIX}{name}".upper() for name in Config.model_fields}
    for variable in os.environ:
        name = variable.upper()
        is_ours = name.startswith(ENV_PREFIX) and name not in _NO_ENV_KEYS
        if is_ours and name.split("__")[0] not in sections:
            raise ConfigError(f"environment: {variable}: no such key; keys are {ENV_PREFIX}SECTION__KEY")


def _describe(finding: Any, path: Path | None) -> str:
    location = [str(part) for part in finding["loc"]]
    key = ".".join(location)
    variable = (ENV_PREFIX + "__".join(location)).upper()
    place = "environment" if variable in {name.upper() for name in os.environ} else str(path or "environment")
    if finding["type"] == "extra_forbidden":
        return f"{place}: {key}: no such key; allowed here: {', '.join(_allowed(location[:-1]))}"
    expected = str(finding["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
    is_secret = location[-1] in ("token", "api_key", "webhook_secret") or location == ["telegram"]
    value = "" if is_secret else f" is {_given(finding, location, path)!r},"
    return f"{place}: {key}{value} expected {expected}"


def _given(finding: Any, location: list[str], path: Path | None) -> object:
    """Return the value that was refused; pydantic hides it, for it might be a secret: the caller has ruled that out."""
    variable = (ENV_PREFIX + "__".join(location)).upper()
    for name, text in os.environ.items():
        if name.upper() == variable:
            return text
    value: object = tomllib.loads(path.read_text("utf-8")) if path else finding["type"]
    for part in location:
        if isinstance(value, dict):
            value = value.get(part)
    return value


def _allowed(section: list[str]) -> list[str]:
    model: type[BaseModel] = Config
    for part in section:
        annotation = model.model_fields[part].annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return sorted(model.model_fields)
