"""The local Bot API's text rules, against tdlib's own cases and Telegram's limits."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.formatting import read_text
from bot.demo.botapi.html import parse_html
from bot.demo.botapi.urls import normalise_link

TDLIB_NAMES = {
    "bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
    "spoiler": "Spoiler", "text_link": "TextUrl", "pre": "Pre", "code": "Code", "blockquote": "BlockQuote",
    "expandable_blockquote": "ExpandableBlockQuote", "custom_emoji": "CustomEmoji", "date_time": "FormattedDate",
}  # fmt: skip


def parsed(html: str) -> dict[str, Any]:
    try:
        text, entities = parse_html(html)
    except ApiError as error:
        return {"error": error.description.removeprefix("Bad Request: can't parse entities: ")}
    return {"text": text, "entities": [as_tdlib(entity) for entity in entities]}


def as_tdlib(entity: dict[str, Any]) -> list[Any]:
    name = "PreCode" if entity.get("language") else TDLIB_NAMES[entity["type"]]
    arguments = [f'"{entity[key]}"' for key in ("url", "language") if key in entity]
    if "custom_emoji_id" in entity:
        arguments = [f"td::CustomEmojiId(static_cast<td::int64>({entity['custom_emoji_id']}))"]
    return [name, entity["offset"], entity["length"], *arguments]


def test_html_is_parsed_as_tdlib_parses_it(shared: Path) -> None:
    cases = json.loads((shared / "telegram-parse-html.json").read_text("utf-8"))
    assert len(cases) == 89
    assert [{"html": case["html"], **parsed(case["html"])} for case in cases] == cases


def test_html_of_our_own_cases() -> None:
    assert parsed('<b>a<i>b</i></b> <a href="https://x.example">c</a>') == {
        "text": "ab c",
        "entities": [["Bold", 0, 2], ["Italic", 1, 1], ["TextUrl", 3, 1, '"https://x.example/"']],
    }
    assert parsed("a < b") == {"error": 'Unsupported start tag "" at byte offset 2'}
    assert parsed("<x@y>") == {"error": 'Unsupported start tag "x@y" at byte offset 0'}
    assert parsed("é<b>") == {"error": 'Can\'t find end tag corresponding to start tag "b"'}
    text, entities = parse_html('<tg-time unix="1763884800" format="dt">then</tg-time>')
    assert (text, entities) == (
        "then", [{"type": "date_time", "offset": 0, "length": 4, "unix_time": 1763884800, "date_time_format": "dt"}],
    )  # fmt: skip


def test_text_is_cleaned_and_trimmed_around_its_entities() -> None:
    assert read_text({"text": " \na\tb\r<b> c </b> \n", "parse_mode": "HTML"}, "text", "entities", 4096) == (
        "a b c",
        [{"type": "bold", "offset": 3, "length": 2}],
    )


def test_length_is_counted_in_code_points() -> None:
    text, _ = read_text({"text": "😀" * 4096}, "text", "entities", 4096)
    assert len(text) == 4096
    with pytest.raises(ApiError, match="Bad Request: message is too long"):
        read_text({"text": "😀" * 4097}, "text", "entities", 4096)
    with pytest.raises(ApiError, match="Bad Request: text is too long"):
        read_text({"text": "x" * 32769}, "text", "entities", 4096)


def test_entities_beyond_a_hundred_are_dropped_and_heavy_ones_refused() -> None:
    many = [{"type": "bold", "offset": 2 * index, "length": 1} for index in range(120)]
    _, kept = read_text({"text": "x " * 120, "entities": many}, "text", "entities", 4096)
    assert len(kept) == 100
    heavy = [
        {"type": "text_link", "offset": i, "length": 1, "url": "https://a.example/" + "y" * 950} for i in range(10)
    ]
    with pytest.raises(ApiError, match="Bad Request: ENTITIES_TOO_LONG"):
        read_text({"text": "x" * 10, "entities": heavy}, "text", "entities", 4096)


@pytest.mark.parametrize(
    ("entity", "error"),
    [
        ({"type": "bold", "offset": 9, "length": 1}, "receive an entity with incorrect offset 9"),
        (
            {"type": "bold", "offset": 1, "length": 9},
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:x"},
            "entity URL 'javascript:x' is invalid: Wrong HTTP URL",
        ),
        (
            {"type": "date_time", "offset": 0, "length": 1, "unix_time": 0},
            "can't parse MessageEntity: invalid unix_time",
        ),
    ],
)
def test_bad_entities_are_refused(entity: dict[str, Any], error: str) -> None:
    with pytest.raises(ApiError) as caught:
        read_text({"text": "abc", "entities": [entity]}, "text", "entities", 4096)
    assert caught.value.description == f"Bad Request: {error}"


def test_nothing_stands_inside_code_and_no_link_in_a_link() -> None:
    html = "<code>a<b>b</b></code> <a href='x.example'>c<a href='y.example'>d</a></a>"
    _, entities = read_text({"text": html, "parse_mode": "HTML"}, "text", "entities", 4096)
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("code", 0, 2), ("text_link", 3, 2),
    ]  # fmt: skip


def test_commands_and_addresses_are_found() -> None:
    _, entities = read_text({"text": "/story_12 at https://x.example/a. By @ada #news"}, "text", "entities", 4096)
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bot_command", 0, 9), ("url", 13, 19), ("mention", 37, 4), ("hashtag", 42, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "stored"),
    [
        ("telegram.org", "http://telegram.org/"),
        ("HTTPS://Example.ORG/Path?q#f", "https://example.org/Path?q#f"),
        ("http://127.0.0.1:80/x", "http://127.0.0.1:80/x"),
        ("tg://user?id=1", "tg://user?id=1"),
        ("http://localhost", None),
        ("ftp://example.org", None),
        ("a b.example", None),
        ("", None),
    ],
)
def test_links_are_stored_as_telegram_does(url: str, stored: str | None) -> None:
    assert normalise_link(url) == stored
