"""The words of the interface, one Fluent file per language (https://projectfluent.org)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

DEFAULT_LANGUAGE = "en"
_LOCALES = {"en": "en-150"}  # as Europe writes it, days before months
MAX_VALUE_CHARACTERS = 2000  # fluent.runtime puts {???} in place of values over 2500


@dataclass(frozen=True)
class Words:
    """The catalogue in one language: `words("story-sources", count=5)`."""

    language: str
    bundle: FluentBundle
    fallback: FluentBundle

    def __call__(self, key: str, /, **values: str | int) -> str:
        """Return the text of a key with its values filled in. Raises KeyError for a key no language has."""
        bundle = self.bundle if self.bundle.has_message(key) else self.fallback
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, _errors = bundle.format_pattern(message.value, {name: _short(value) for name, value in values.items()})
        return str(text)

    @cached_property
    def locale(self) -> Locale:
        """The language's CLDR data, for dates and lists."""
        return Locale.parse(_LOCALES.get(self.language, self.language), sep="-")


def _short(value: str | int) -> str | int:
    """Shorten what the library would refuse to put into a text."""
    if isinstance(value, int) or len(value) <= MAX_VALUE_CHARACTERS:
        return value
    return value[:MAX_VALUE_CHARACTERS] + "…"


class Catalog:
    """Every language we speak."""

    def __init__(self, sources: dict[str, str]) -> None:
        self._bundles = {language: _bundle(language, source) for language, source in sources.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, sorted."""
        return tuple(sorted(self._bundles))

    def words(self, language: str | None) -> Words:
        """Return the words of a language, by IETF tag; of English where we do not speak it."""
        known = next((code for code in _broader(language or "") if code in self._bundles), DEFAULT_LANGUAGE)
        return Words(known, self._bundles[known], self._bundles[DEFAULT_LANGUAGE])


def _broader(tag: str) -> Iterable[str]:
    yield tag
    yield tag.split("-", maxsplit=1)[0].casefold()


def _bundle(language: str, source: str) -> FluentBundle:
    is_right_to_left = Locale.parse(language, sep="-").text_direction == "rtl"
    bundle = FluentBundle([language], use_isolating=is_right_to_left)
    bundle.add_resource(FluentResource(source))
    return bundle


def load_catalog() -> Catalog:
    """Read the catalogue that ships with Dateline."""
    files = [file for file in resources.files("bot.i18n").iterdir() if file.name.endswith(".ftl")]
    return Catalog({file.name.removesuffix(".ftl"): file.read_text("utf-8") for file in files})
