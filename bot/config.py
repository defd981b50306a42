"""The configuration: one TOML file, environment variables over it, secrets also from files."""

import os
import tomllib
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from pydantic import BaseModel, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.config_keys import (
    BriefingKeys,
    DeliveryKeys,
    HttpKeys,
    LimitKeys,
    LlmKeys,
    LogKeys,
    NewsroomKeys,
    Publication,
    RetentionKeys,
    StorageKeys,
    TelegramKeys,
)
from bot.errors import ConfigError

ENV_PREFIX = "DATELINE_"
SHORTEST_SECRET = 4  # a shorter one would blot out half of every line; what stands in an address is hidden anyway
SECRET_KEYS = frozenset({"token", "api_key", "webhook_secret", "url"})
_EXPECTED = {  # by pydantic's names for what is wrong (https://docs.pydantic.dev/latest/errors/validation_errors/)
    "tuple_type": "a list such as [1001]",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "a text in quotes",
    "path_type": "a file's name in quotes",
    "model_type": "a section of keys",
}
_NO_ENV_KEYS = frozenset({"DATELINE_CONFIG", "DATELINE_TEST_PG"})


class _File(TomlConfigSettingsSource):
    """The TOML file, without secrets for which the environment names a file: that goes over it, too."""

    def __call__(self) -> dict[str, Any]:
        """Return the file's keys by section."""
        sections = super().__call__()
        named = {name.upper() for name, value in os.environ.items() if value}
        for section, keys in sections.items():
            for key in list(keys) if isinstance(keys, dict) else ():
                if f"{ENV_PREFIX}{section}__{key}_file".upper() in named:
                    del keys[key]
        return sections


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
    http: HttpKeys = HttpKeys()
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
        return init_settings, env_settings, _File(settings_cls)

    @model_validator(mode="after")
    def _check_listen(self) -> Self:
        if self.telegram.mode == "webhook" and not self.http.listen:
            raise ValueError("http.listen as an address, for telegram.mode is webhook")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown."""
        kept = (self.telegram.token, self.telegram.webhook_secret, self.llm.api_key)
        address = urlsplit(self.storage.url)
        passwords = (address.password or "", *parse_qs(address.query).get("password", ()))
        found = (*(each.get_secret_value() for each in kept if each), *passwords)
        return tuple(secret for secret in found if len(secret) >= SHORTEST_SECRET)

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
    except RecursionError:
        raise ConfigError(f"{path}: this is no configuration: it is nested too deeply") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: this is no UTF-8 text") from None
    except OSError as error:
        raise ConfigError(f"{path}: it cannot be read: {error.strerror}") from None
    except SettingsError as error:
        raise ConfigError(f"environment: {error}; lists are written as [1, 2]") from None
    except ValidationError as error:  # a ValueError, too
        raise ConfigError("\n".join(_describe(finding, path) for finding in error.errors(include_url=False))) from None
    except ValueError as error:  # a number of more digits than Python reads
        raise ConfigError(f"{path}: this is no configuration: {error}") from None
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
    said = str(finding["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
    expected = _EXPECTED.get(finding["type"], said)
    is_shown = len(location) > 1 and location[-1] not in SECRET_KEYS  # a section as a whole may hold secrets
    value = f" is {_given(finding, location, path)!r}," if is_shown else ""
    return f"{place}: {key}{value} expected {expected}".replace(":  ", ": ")


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
