"""What handlers are given."""

from telegram import Bot

from bot.clock import Clock
from bot.config import Config
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.telegram import Telegram
from bot.handlers import COMMANDS
from bot.i18n import load_catalog
from bot.ingest.links import Links
from bot.opens import Opens
from bot.services import Services
from bot.views.privacy import Imprint
from storage.store import Storage


def make_services(
    config: Config,
    storage: Storage,
    telegram: Telegram,
    bot: Bot,
    clock: Clock,
    picture_origin: str | None,
    links: Links | None = None,
) -> Services:
    """Wire what handlers are given; `picture_origin` is where stored pictures are served, if they are."""
    pages_url = config.http.public_url if config.http.pages and config.http.public_url else None
    return Services(
        storage=storage,
        briefings=BriefingCache(storage.candidates),
        telegram=telegram,
        catalog=load_catalog(),
        clock=clock,
        publication=config.publication.name,
        username=bot.username,
        has_inline=bool(bot.supports_inline_queries),
        zone=config.briefing.timezone,
        briefing_time=config.briefing.time,
        max_articles=config.briefing.max_articles,
        picture_origin=picture_origin or pages_url,
        pages_url=pages_url,
        offers_rich=config.telegram.rich_messages,
        owner_ids=frozenset(config.telegram.owner_ids),
        editors_menu=tuple((each.name, each.description) for each in COMMANDS if not each.is_for_owners),
        owners_menu=tuple((each.name, each.description) for each in COMMANDS),
        imprint=Imprint(
            about=config.publication.about,
            contact=config.publication.contact,
            corrections_policy=config.publication.corrections_policy,
        ),
        kept_days={
            "privacy-messages": config.retention.messages_days,
            "privacy-deliveries": config.retention.deliveries_days,
            "privacy-updates": config.retention.updates_days,
        },
        links=links,
        opens=Opens(storage.stats, clock),
    )
