"""Every language is complete: keys, placeables, plural forms, and Telegram's limits."""

from collections.abc import Iterator
from importlib import resources

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.i18n import load_catalog

LANGUAGES = load_catalog().languages
COUNTED = {"count", "stories", "more", "minutes"}  # placeables that are numbers
LIMITS = {"profile-about": 120, "profile-description": 512}  # https://core.telegram.org/bots/api#setmyshortdescription
COMMAND_CHARACTERS = 256  # https://core.telegram.org/bots/api#botcommand
TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery
BUTTON_CHARACTERS = 30  # what a phone shows of a button that stands alone


def parse(language: str) -> dict[str, ast.Message]:
    source = resources.files("bot.i18n").joinpath(f"{language}.ftl").read_text("utf-8")
    resource = FluentParser().parse(source)
    assert [entry.content for entry in resource.body if isinstance(entry, ast.Junk)] == []
    messages = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len(messages) == len({message.id.name for message in messages}), "a key stands there twice"
    return {message.id.name: message for message in messages}


class Found(Visitor):
    """The placeables of a message, and its selectors with their variants."""

    def __init__(self, message: ast.Message) -> None:
        self.placeables: set[str] = set()
        self.selectors: list[tuple[str, frozenset[str]]] = []
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.placeables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ast.VariableReference)
        keys = (variant.key for variant in node.variants)
        names = frozenset(key.name if isinstance(key, ast.Identifier) else key.value for key in keys)
        self.selectors.append((node.selector.id.name, names))
        self.generic_visit(node)


ENGLISH = {key: Found(message) for key, message in parse("en").items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_every_key_with_every_placeable(language: str) -> None:
    found = {key: Found(message).placeables for key, message in parse(language).items()}
    assert found == {key: each.placeables for key, each in ENGLISH.items()}


def selectors(language: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    for key, message in parse(language).items():
        for name, variants in Found(message).selectors:
            yield key, name, variants


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_of_the_language_is_there(language: str) -> None:
    forms = set(Locale.parse(language).plural_form.tags) | {"other"}
    plural = [
        (key, variants) for key, name, variants in selectors(language) if name in COUNTED and variants != {"0", "other"}
    ]
    assert [(key, forms - variants) for key, variants in plural if not forms <= variants] == []
    counted = {key for key, name, _ in selectors("en") if name in COUNTED}
    assert counted <= {key for key, name, _ in selectors(language) if name in COUNTED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_that_are_no_plurals_are_the_english_ones(language: str) -> None:
    def choices(of: str) -> set[tuple[str, str, frozenset[str]]]:
        return {each for each in selectors(of) if each[1] not in COUNTED}

    assert choices(language) == choices("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_keep_telegrams_limits(language: str) -> None:
    words = load_catalog().words(language)
    names = {name: "x" for each in ENGLISH.values() for name in each.placeables} | {
        "publication": "The Harbour Gazette"
    }
    for key in ENGLISH:
        values: dict[str, str | int] = {**names, **dict.fromkeys(COUNTED, 3)}
        text = words(key, **values)
        most = LIMITS.get(key, COMMAND_CHARACTERS if key.startswith("command-") else None)
        assert most is None or len(text) <= most, key
        assert not key.startswith(("error-", "story-no-", "times-full", "mute-too")) or len(text) <= TOAST_CHARACTERS, (
            key
        )
        assert "{" not in text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short(language: str) -> None:
    words = load_catalog().words(language)
    buttons = ("story-share", "story-save", "story-saved", "story-older", "story-newer", "story-mistake", "settings-button",
               "settings-times", "settings-zone", "settings-sections", "settings-silent", "settings-alerts", "settings-pause",
               "settings-resume", "settings-back", "settings-language", "settings-language-client", "list-recent",
               "mistake-cancel", "sources-back", "channel-connect", "zone-here", "forget-yes", "forget-no", "story-full")  # fmt: skip
    assert [words(key) for key in buttons if len(words(key)) > BUTTON_CHARACTERS] == []


def test_names_and_lines_go_in_the_direction_of_their_language() -> None:
    arabic, german = load_catalog().words("ar"), load_catalog().words("de")
    # Set apart within what is set apart: without a mark of its own, nothing would say that the list goes to the left.
    assert arabic.joined(["صحيفة", "Post"]) == "\u200f\u2068صحيفة\u2069، \u2068Post\u2069"
    assert arabic.listed(["1", "2"]).startswith("\u200f\u20681\u2069 و")
    assert german.joined(["صحيفة", "Post"]) == "\u2068صحيفة\u2069, Post"
    assert (arabic.line("1. ", "Post"), german.line("1. ", "Post")) == ("\u200f1. ", "1. ")
    assert german.line("1. ", "صحيفة") == "\u200e1. "
