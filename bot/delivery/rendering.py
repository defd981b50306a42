"""Briefings rendered again: as they read today, whatever was corrected or withdrawn since they were composed."""

import hashlib
from collections.abc import Mapping

from bot.delivery.composing import Frames, make_composition, render, text_key
from bot.newsroom.selection import Selection
from bot.views.briefing import briefing
from bot.views.page import Page
from storage.model import Article, Composition, Profile, Status
from storage.store import Storage


async def render_today(
    storage: Storage, frames: Frames, composition: Composition, *, in_parts: bool
) -> Composition | None:
    """Return a composition as it is today; None where nothing of it is left to show.

    `in_parts` keeps each story in its message, a withdrawn one's place too: some of them stand in chats already.
    """
    rendered = await render_pages(storage, frames, composition, in_parts=in_parts)
    return rendered[0] if rendered else None


async def render_pages(
    storage: Storage, frames: Frames, composition: Composition, *, in_parts: bool
) -> tuple[Composition, tuple[Page, ...]] | None:
    """Return a composition as it is today, as `render_today` does, with its pages."""
    profile = composition.profile
    if profile is None:
        return None
    shown = [article for part in composition.articles for article in part]
    loaded = await storage.articles.list_numbered(article.number for article in shown)
    if in_parts:
        return _in_parts(frames, profile, composition, {article.number: article for article in loaded})
    current = tuple(article for article in loaded if article.status is Status.PUBLISHED)
    if not current and not profile.notices:
        return None
    numbers = tuple(article.number for article in current)
    selection = Selection(numbers, composition.updates & set(numbers), composition.more, composition.has_more)
    pages = render(frames(profile), profile, selection, current)
    return make_composition(text_key(profile, selection, current), profile, selection, pages), pages


def _in_parts(
    frames: Frames, profile: Profile, composition: Composition, loaded: Mapping[int, Article]
) -> tuple[Composition, tuple[Page, ...]]:
    articles = tuple(loaded[each.number] for part in composition.articles for each in part)
    numbers = tuple(article.number for article in articles)
    selection = Selection(numbers, composition.updates, composition.more, composition.has_more)
    revisions = ",".join(f"{article.number}.{article.revision}.{article.status}" for article in articles)
    key = hashlib.sha256(f"{composition.key} in parts {revisions}".encode()).hexdigest()[:32]
    if profile.is_alert:
        alerts = render(frames(profile), profile, selection, articles)
        return make_composition(key, profile, selection, alerts), alerts
    pages = briefing(
        frames(profile),
        articles,
        now=profile.at,
        more=composition.more,
        has_more=composition.has_more,
        updates=composition.updates,
        followed=profile.followed,
        parts=tuple(len(part) for part in composition.articles),
        notices=profile.notices,
        thin_sections=profile.thin_sections,
    )
    return make_composition(key, profile, selection, pages), pages
