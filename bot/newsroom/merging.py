"""Two editors' changes of one text, put together: what only one of them changed is as that one has it."""

from dataclasses import dataclass, replace
from typing import Any

from storage.model import ArticleText

_SINGLE = ("headline", "credit_line", "section", "language", "picture")
_LISTS = ("bullets", "body", "sources")
_NAMES = {"credit_line": "credit line", "body": "story"}


@dataclass(frozen=True, slots=True)
class Merged:
    """A text with both changes in it; `both` names what both changed: there it says what the second one wrote."""

    text: ArticleText
    both: tuple[str, ...]


def merge_texts(base: ArticleText, mine: ArticleText, theirs: ArticleText) -> Merged:
    """Return what two editors made of one text.

    Bullets and story name their sources by number: where anybody changed the sources, the three belong together.
    """
    fields: list[tuple[str, ...]] = [(name,) for name in _SINGLE]
    are_sources_kept = base.sources == mine.sources == theirs.sources
    fields += [(name,) for name in _LISTS] if are_sources_kept else [_LISTS]
    values: dict[str, Any] = {}
    both: list[str] = []
    for names in fields:
        was, own, other = ({name: getattr(text, name) for name in names} for text in (base, mine, theirs))
        if own != was and other not in (was, own):
            both += [_NAMES.get(name, name) for name in names if own[name] != other[name]]
        values |= other if own == was else own
    return Merged(replace(theirs, **values), tuple(both))
