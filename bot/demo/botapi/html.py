"""Telegram's HTML, by the rules of tdlib (facts measured against its own test cases)."""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.urls import normalise_link

Entity = dict[str, Any]

_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link", "pre": "pre", "code": "code", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}  # fmt: skip
_PRIORITIES = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "date_time": 30, "text_link": 49,
    "text_mention": 49, "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94,
    "custom_emoji": 99,
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_DATE_FORMAT = re.compile(r"r|[tTdDwW]*")
_SPACES = " \t\r\n\0\v"


def sort_key(entity: Entity) -> tuple[int, int, int]:
    """Order entities as Telegram does: by offset, longest first, then by kind."""
    priority = 10 if entity.get("language") else _PRIORITIES.get(entity["type"], 50)
    return entity["offset"], -entity["length"], priority


def parse_html(text: str) -> tuple[str, list[Entity]]:
    """Return the text and its entities, in UTF-16 units. Raises ApiError with tdlib's words."""
    return _Parser(text).parse()


@dataclass
class _Tag:
    name: str
    offset: int
    start: int  # in the output's characters
    attributes: dict[str, str] = field(default_factory=dict)


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.output: list[str] = []
        self.offset = 0
        self.stack: list[_Tag] = []
        self.entities: list[Entity] = []

    def fail(self, reason: str, at: int | None = None, detail: str = "") -> NoReturn:
        place = "" if at is None else f" at byte offset {len(self.text[:at].encode('utf-8', 'surrogatepass'))}"
        raise bad_request(f"can't parse entities: {reason}{place}{detail}")

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.text):
            if self.text[self.at] != "<":
                self.emit(self.read_character())
            elif self.text[self.at + 1 : self.at + 2] == "/":
                self.read_end_tag()
            else:
                self.read_start_tag()
        if self.stack:
            self.fail(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        self.entities.sort(key=sort_key)
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return self.joined(0), self.entities

    def joined(self, start: int) -> str:
        try:
            raw = "".join(self.output[start:]).encode("utf-16-le", "surrogatepass")
            return raw.decode("utf-16-le")
        except UnicodeDecodeError:
            reason = "Text contains invalid Unicode characters after decoding HTML entities"
            self.fail(f"{reason}, check for unmatched surrogate code units")

    def emit(self, character: str) -> None:
        self.output.append(character)
        self.offset += 2 if character > "\uffff" else 1

    def read_character(self) -> str:
        """Read one character, decoding a reference; what is none stays as it stands."""
        match = _REFERENCE.match(self.text, self.at) if self.text[self.at] == "&" else None
        if match:
            hexadecimal, decimal, name = match.groups()
            code = ord(_NAMED[name]) if name else int(hexadecimal or decimal, 16 if hexadecimal else 10)
            if 0 < code < 0x10FFFF and len(match[0].rstrip(";")) < 10:
                self.at = match.end()
                return chr(code)
        self.at += 1
        return self.text[self.at - 1]

    def skip_spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in _SPACES:
            self.at += 1

    def read_name(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops and self.text[self.at] not in _SPACES:
            self.at += 1
        return self.text[start : self.at]

    def read_start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name = self.read_name(">").lower()
        if self.at >= len(self.text):
            self.fail("Unclosed start tag", begin)
        if name not in _STYLES:
            self.fail(f'Unsupported start tag "{name}"', begin)
        tag = _Tag(name, self.offset, len(self.output))
        while True:
            self.skip_spaces()
            if self.at >= len(self.text):
                self.fail(f'Unclosed start tag "{name}"', begin)
            if self.text[self.at] == ">":
                break
            self.read_attribute(tag, begin)
        self.at += 1
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            self.fail('Tag "span" must have class "tg-spoiler"', begin)
        self.stack.append(tag)

    def read_attribute(self, tag: _Tag, begin: int) -> None:
        attribute = self.read_name("=>")
        if not attribute:
            self.fail(f'Empty attribute name in the tag "{tag.name}"', begin)
        self.skip_spaces()
        value = ""
        if self.text[self.at : self.at + 1] == "=":
            self.at += 1
            self.skip_spaces()
            if self.at >= len(self.text):
                self.fail(f'Unclosed start tag "{tag.name}"', begin)
            value = self.read_value(begin)
        tag.attributes[attribute] = value

    def read_value(self, begin: int) -> str:
        quote = self.text[self.at]
        if quote not in "\"'":
            match = _TOKEN.match(self.text, self.at)
            end = match.end() if match else self.at
            if end >= len(self.text) or (self.text[end] not in _SPACES and self.text[end] != ">"):
                self.fail("Unexpected end of name token", self.at)
            token, self.at = self.text[self.at : end].lower(), end
            return token
        self.at += 1
        value = ""
        while self.at < len(self.text) and self.text[self.at] != quote:
            value += self.read_character()
        if self.at >= len(self.text):
            self.fail("Unclosed start tag", begin)
        self.at += 1
        return value

    def read_end_tag(self) -> None:
        begin = self.at
        if not self.stack:
            self.fail("Unexpected end tag", begin)
        self.at += 2
        name = self.read_name(">").lower()
        self.skip_spaces()
        if self.text[self.at : self.at + 1] != ">":
            self.fail("Unclosed end tag", begin)
        self.at += 1
        tag = self.stack.pop()
        if name and name != tag.name:
            self.fail("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        if self.offset > tag.offset:
            self.add(tag)

    def add(self, tag: _Tag) -> None:
        entity: Entity = {"type": _STYLES[tag.name], "offset": tag.offset, "length": self.offset - tag.offset}
        if tag.name == "a":
            url = normalise_link(tag.attributes.get("href") or self.joined(tag.start))
            if url is None:
                return
            entity |= _mention(url) or {"url": url}
        elif tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        elif tag.name == "tg-emoji":
            emoji_id = tag.attributes.get("emoji-id", "")
            if not emoji_id.isdecimal() or int(emoji_id) == 0:
                self.fail("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = emoji_id
        elif tag.name == "tg-time":
            self.add_date(entity, tag)
            return
        elif tag.name in ("pre", "code") and self.merge_code(entity, tag):
            return
        self.entities.append(entity)

    def add_date(self, entity: Entity, tag: _Tag) -> None:
        form = tag.attributes.get("format", "")
        if not _DATE_FORMAT.fullmatch(form):
            self.fail("Invalid date format used")
        unix_time = tag.attributes.get("unix", "")
        # A comma between the attributes spoils the date: so it stands in tdlib's own cases.
        if unix_time.isdecimal() and int(unix_time) > 0 and "," not in tag.attributes:
            self.entities.append(entity | {"unix_time": int(unix_time), "date_time_format": form})

    def merge_code(self, entity: Entity, tag: _Tag) -> bool:
        """Make `pre` and `code` with a language over the same range one entity; whether that was done."""
        class_ = tag.attributes.get("class", "")
        language = class_.removeprefix("language-") if class_.startswith("language-") else ""
        last = self.entities[-1] if self.entities else None
        twin = {"pre": "code", "code": "pre"}[tag.name]
        is_same = last is not None and (last["type"], last["offset"], last["length"]) == (
            twin, entity["offset"], entity["length"],
        )  # fmt: skip
        if last is not None and is_same and (last.get("language") or language):
            last["type"] = "pre"
            last["language"] = last.get("language") or language
            return True
        if tag.name == "code" and language:
            entity["language"] = language
        return False


def _mention(url: str) -> Entity | None:
    match = re.fullmatch(r"tg://user/?\?id=(\d+)", url)
    return {"type": "text_mention", "user": {"id": int(match[1]), "is_bot": False, "first_name": ""}} if match else None
