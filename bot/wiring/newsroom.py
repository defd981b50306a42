"""The way from feeds to drafts."""

from datetime import timedelta

from bot.clock import Clock
from bot.config import Config
from bot.errors import ConfigError
from bot.ingest.llm import LanguageModel
from bot.ingest.pipeline import Pipeline, PipelinePolicy
from storage.store import Storage


def make_pipeline(config: Config, storage: Storage, clock: Clock) -> Pipeline:
    """Wire the way from feeds to drafts."""
    keys = config.newsroom
    policy = PipelinePolicy(
        allow_private=keys.allow_private_addresses,
        fastest=timedelta(minutes=keys.poll_minutes),
        window=timedelta(hours=keys.window_hours),
        min_outlets=keys.min_outlets,
        auto_publish=keys.auto_publish,
        host_delay_seconds=keys.host_delay_seconds,
    )
    return Pipeline(storage, policy, clock, make_model(config))


def make_model(config: Config) -> LanguageModel | None:
    """Return the model that writes drafts, if one is to. Raises ConfigError where it is not named."""
    if config.newsroom.drafting != "llm":
        return None
    keys = config.llm
    if not keys.model:
        raise ConfigError("llm.model is missing; newsroom.drafting is llm")
    return LanguageModel(
        base_url=keys.base_url,
        api_key=keys.api_key.get_secret_value() if keys.api_key else "",
        name=keys.model,
        seconds=keys.timeout_seconds,
        most_tokens=keys.max_tokens,
    )
