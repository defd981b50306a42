"""Which outlet a spelling means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import regex

from bot.newsroom.outlets.names import outlet_name
from bot.newsroom.outlets.urls import find_host
from storage.model import Outlet
from storage.words import squash

# Names that are also everyday words count only when written with a capital.
_EVERYDAY = frozenset(
    """time fox metro mint stuff punch insider independent standard fortune wired dawn geo nation ria bild age vox tempo
    globo reforma vanguard globe star sun mirror guardian times welt zeit spiegel folha mail herald post""".split()
)


def is_everyday(name: str) -> bool:
    """Whether a name is also an everyday word."""
    return squash(name) in _EVERYDAY


@dataclass(frozen=True, slots=True)
class Directory:
    """Known outlets by squashed spelling and by domain."""

    by_spelling: Mapping[str, str]
    by_domain: Mapping[str, str]

    def find_name(self, spelling: str) -> str | None:
        """Return the name of the outlet spelt like this, or None; `time` is no outlet, `Time` is."""
        squashed = squash(spelling)
        name = self.by_spelling.get(squashed) or self.by_domain.get(spelling.casefold().removeprefix("www."))
        if name is None:
            return None
        if len(squashed) <= 2 and spelling != spelling.upper():
            return None
        core = spelling[4:] if spelling[:4].casefold() == "the " else spelling
        return None if is_everyday(core) and core.islower() else name

    def find_by_url(self, url: str) -> str | None:
        """Return the name of the outlet whose site an address is of, or None."""
        labels = find_host(url).split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.by_domain[domain] for domain in domains if domain in self.by_domain), None)

    def name_server(self, url: str) -> str:
        """Return the name of whoever serves an address: the outlet's whose site it is, else the host."""
        return self.find_by_url(url) or outlet_name("", url)

    def knows_beginning(self, spelling: str) -> bool:
        """Whether a longer name begins with a known outlet's, as `BBC Sport` does."""
        words = spelling.split()
        return any(
            self.find_name(" ".join(words[:end])) is not None and not is_everyday(" ".join(words[:end]))
            for end in range(1, len(words))
        )

    def extended(self, names: Iterable[str]) -> "Directory":
        """Return a directory that also knows these names; what is known already keeps its spelling."""
        added = {squash(name): name for name in names}
        return Directory(MappingProxyType({**added, **self.by_spelling}), self.by_domain)


def make_directory(outlets: Iterable[Outlet]) -> Directory:
    """Build the directory of these outlets."""
    by_spelling: dict[str, str] = {}
    by_domain: dict[str, str] = {}
    for outlet in outlets:
        for alias in (outlet.name, *outlet.aliases):
            by_spelling.setdefault(squash(alias), outlet.name)
        for domain in outlet.domains:
            by_domain.setdefault(domain, outlet.name)
    return Directory(MappingProxyType(by_spelling), MappingProxyType(by_domain))


_HAS_LOWER = regex.compile(r"\p{Ll}")
_HAS_UPPER = regex.compile(r"\p{Lu}")


def better_spelling(one: str, other: str) -> str:
    """Return the spelling that reads more like a name: with blanks, then with small and capital letters."""

    def rank(name: str) -> tuple[bool, bool, bool]:
        has_lower, has_upper = bool(_HAS_LOWER.search(name)), bool(_HAS_UPPER.search(name))
        return " " in name, has_lower and has_upper, has_upper

    return other if rank(other) > rank(one) else one
