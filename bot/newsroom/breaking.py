"""Breaking news: whom an article is worth waking, and for how long."""

from datetime import datetime, timedelta

from bot.newsroom.selection import is_chosen
from storage.model import Article, Candidate, Subscription

EXPIRES_AFTER = timedelta(hours=1)  # what was breaking is news like any other then


def alert_ends_at(article: Article, now: datetime) -> datetime:
    """Return until when an article's alert may be sent."""
    return (article.published_at or now) + EXPIRES_AFTER


def wants_alert(subscription: Subscription, candidate: Candidate, language: str, *, now: datetime) -> bool:
    """Whether a chat wants to be alerted to an article, in a language such as `pt-BR`, if it mutes nothing in it."""
    wishes = subscription.preferences
    return not subscription.is_paused(now) and wishes.has_alerts and is_chosen(wishes, candidate.section, language)
