"""The words of the interface, one Fluent file per language (https://projectfluent.org)."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

DEFAULT_LANGUAGE = "en"
_LOCALES = {"en": "en-150"}  # as Europe writes it, days before months
_MENTION = re.compile("@\u2068([^\u2069]*)\u2069")  # a name that is set apart is no mention to Telegram
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _APART, _END = "\u200e", "\u200f", "\u2068", "\u2069"
_COMMAS = {"ar": "، ", "fa": "، ", "zh": "、"}
_HEBREW_OR_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
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
        return self._directed(_MENTION.sub(r"@\1", str(text)))

    def apart(self, value: str) -> str:
        """Return a value that keeps its own direction beside others, where one of them runs from right to left."""
        is_needed = is_right_to_left(self.language) or _HEBREW_OR_ARABIC.search(value) is not None
        return f"{_APART}{value}{_END}" if value and is_needed else value

    def line(self, opening: str, value: str) -> str:
        """Return the opening of a line, set to go in this language's direction though the value behind it may not."""
        if is_right_to_left(self.language):
            return _RIGHT_TO_LEFT + opening
        return _LEFT_TO_RIGHT + opening if _HEBREW_OR_ARABIC.search(value) else opening

    def _directed(self, text: str) -> str:
        # What begins with a value that is set apart has no direction of its own yet.
        return self.line(text, "") if text.startswith(_APART) else text

    def command(self, name: str) -> str:
        """Return a command as it is typed, its slash before it in every direction."""
        return f"{_LEFT_TO_RIGHT}/{name}" if is_right_to_left(self.language) else f"/{name}"

    def listed(self, names: Sequence[str]) -> str:
        """Return names one after another, with what the language writes between them."""
        listed = format_list([self.apart(name) for name in names], locale=self.locale) if names else ""
        return self._directed(str(listed))

    def joined(self, names: Iterable[str]) -> str:
        """Return names one after another with the language's comma between, as a credit line has them."""
        return self._directed(_COMMAS.get(self.language, ", ").join(map(self.apart, names)))

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
    """Every language we speak; each is read when it is first spoken."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._spoken: dict[str, Words] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, sorted."""
        return tuple(sorted(self._sources))

    @property
    def digest(self) -> str:
        """A mark of all that the catalogue says."""
        said = "\0".join(f"{language}\0{self._sources[language]}" for language in self.languages)
        return hashlib.sha256(said.encode()).hexdigest()

    def words(self, language: str | None) -> Words:
        """Return the words of a language, by IETF tag; of English where we do not speak it."""
        known = next((code for code in _broader(language or "") if code in self._sources), DEFAULT_LANGUAGE)
        if known not in self._spoken:
            bundle = _bundle(known, self._sources[known])
            fallback = bundle if known == DEFAULT_LANGUAGE else self.words(DEFAULT_LANGUAGE).bundle
            self._spoken[known] = Words(known, bundle, fallback)
        return self._spoken[known]


def _broader(tag: str) -> Iterable[str]:
    yield tag
    yield tag.split("-", maxsplit=1)[0].casefold()


def _bundle(language: str, source: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=is_right_to_left(language))
    bundle.add_resource(FluentResource(source))
    return bundle


@cache
def load_catalog() -> Catalog:
    """Read the catalogue that ships with Dateline, once."""
    files = [file for file in resources.files("bot.i18n").iterdir() if file.name.endswith(".ftl")]
    return Catalog({file.name.removesuffix(".ftl"): file.read_text("utf-8") for file in files})


@lru_cache(maxsize=512)  # asked for every word and command of a screen
def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left; one that CLDR does not know is not."""
    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
