"""The little world the local Bot API serves: people, chats, messages, files, and updates waiting for the bot."""

import asyncio
import copy
import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.demo.botapi.errors import ApiError, bad_request, forbidden
from bot.demo.botapi.faults import Faults, Flood

Json = dict[str, Any]

TOKEN = "7000000001:DEMO-token-of-a-bot-nobody-owns-000"  # noqa: S105 - of the local Bot API, for anybody
BOT_ID = 7000000001
FIRST_PERSON_ID = 1001


@dataclass(slots=True)
class Person:
    """Somebody with a phone."""

    id: int
    first_name: str
    language_code: str
    username: str | None = None
    has_blocked: bool = False
    has_started: bool = False
    is_deactivated: bool = False

    def user(self) -> Json:
        """Return the person as the Bot API's User."""
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": self.language_code}
        return user | ({"username": self.username} if self.username else {})


@dataclass(slots=True)
class Chat:
    """A chat of any type; a private chat has its person's id."""

    id: int
    type: str
    title: str
    username: str | None = None
    members: set[int] = field(default_factory=set)
    administrators: set[int] = field(default_factory=set)
    has_bot: bool = True
    is_forum: bool = False
    may_write: bool = True
    closed_threads: dict[int, str] = field(default_factory=dict)  # thread id → TOPIC_CLOSED or gone
    migrated_to: int | None = None

    def chat(self) -> Json:
        """Return the chat as the Bot API's Chat."""
        name = {"first_name": self.title} if self.type == "private" else {"title": self.title}
        return {"id": self.id, "type": self.type, **name} | ({"username": self.username} if self.username else {})


@dataclass(slots=True)
class Stored:
    """A file."""

    id: str
    content: bytes
    width: int = 0
    height: int = 0


class World:
    """Everything the server knows; one bot, any number of people."""

    def __init__(
        self, clock: Callable[[], datetime], *, bot_name: str = "Dateline", username: str = "dateline_bot"
    ) -> None:
        self.clock = clock
        self.token = TOKEN
        self.bot: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": bot_name,
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.files: dict[str, Stored] = {}
        self.commands: dict[str, list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.updates: list[Json] = []
        self.update_arrived = asyncio.Event()
        self.poller: asyncio.Future[None] | None = None
        self.allowed_updates: list[str] | None = None
        self.webhook: Json | None = None
        self.webhook_error: Json | None = None
        self.webhook_task: asyncio.Future[None] | None = None
        self.presses: dict[str, asyncio.Future[Json]] = {}
        self.pressers: dict[str, tuple[int, int]] = {}  # who pressed, and in which chat
        self.ephemeral: list[tuple[int, Json]] = []  # messages that one person sees
        self.knows_ephemeral = True  # a server from before 10.2 does not
        self.shows_ephemeral = True  # one from before 10.3 leaves the parameter unread
        self.inline_queries: dict[str, asyncio.Future[Json]] = {}
        self.listeners: set[asyncio.Queue[Json]] = set()
        self.flood = Flood(time.monotonic)
        self.faults = Faults()
        self.calls: list[tuple[str, Json, int]] = []  # method, parameters, status: what tests look at
        self._message_ids = itertools.count(1)
        self._own_message_ids: dict[int, Iterator[int]] = defaultdict(lambda: itertools.count(1))
        self._update_ids = itertools.count(100001)
        self._ids = itertools.count(1)

    def new_id(self, prefix: str) -> str:
        """Return an id nobody has yet."""
        return f"{prefix}{next(self._ids)}"

    def add_person(self, first_name: str, language_code: str = "en", username: str | None = None) -> Person:
        """Let somebody move in; their private chat exists from then on."""
        person = Person(FIRST_PERSON_ID + len(self.people), first_name, language_code, username)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, "private", first_name, username, {person.id})
        self.notify({"type": "person", "person": person.user()})
        return person

    def add_chat(self, chat_id: int, type_: str, title: str, members: set[int]) -> Chat:
        """Open a group or channel."""
        chat = Chat(chat_id, type_, title, None, members)
        self.chats[chat_id] = chat
        self.notify({"type": "chat", "chat": chat.chat()})
        return chat

    def get_chat(self, given: int | str) -> Chat:
        """Return a chat by id or @name. Raises ApiError."""
        chat_id = str(given)
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = None
        if chat_id.lstrip("-").isdecimal():
            chat = self.chats.get(int(chat_id))
        elif chat_id.startswith("@"):
            names = (each for each in self.chats.values() if each.username == chat_id[1:] and each.type != "private")
            chat = next(names, None)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def check_may_write(self, chat: Chat) -> None:
        """Raise ApiError where the bot may not write."""
        person = self.people.get(chat.id)
        if person is not None and person.is_deactivated:
            raise forbidden("user is deactivated")
        if person is not None and person.has_blocked:
            raise forbidden("bot was blocked by the user")
        if person is not None and not person.has_started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.migrated_to is not None:
            upgraded = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, upgraded, migrate_to_chat_id=chat.migrated_to)
        if not chat.has_bot:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if not chat.may_write:
            raise bad_request("not enough rights to send text messages to the chat")

    def get_message(self, chat: Chat, message_id: int, purpose: str) -> Json:
        """Return a message. Raises ApiError with the words for that purpose."""
        message = self.messages.get((chat.id, message_id))
        if message is None:
            raise bad_request(f"message to {purpose} not found")
        return message

    def post(self, chat: Chat, sender: Json, content: Json) -> Json:
        """Put a message into a chat, and show it to whoever looks."""
        message = {
            "message_id": self._next_message_id(chat),
            "date": int(self.clock().timestamp()),
            "chat": chat.chat(),
            "from": sender,
            **content,
        }
        self.messages[chat.id, message["message_id"]] = message
        self.notify({"type": "message", "message": message})
        return message

    def _next_message_id(self, chat: Chat) -> int:
        """Number a message: supergroups and channels count their own, all other chats share the bot's numbers."""
        if chat.type in ("supergroup", "channel"):
            return next(self._own_message_ids[chat.id])
        return next(self._message_ids)

    def change(self, message: Json, content: Json) -> Json:
        """Change a message in place."""
        message.update(content)
        for key in [key for key, value in message.items() if value is None]:
            del message[key]
        self.notify({"type": "edit", "message": message})
        return message

    def notify(self, event: Json) -> None:
        """Tell every page that looks on."""
        for listener in self.listeners:
            listener.put_nowait(event)

    def queue_update(self, kind: str, content: Json) -> None:
        """Let an update wait for the bot, if it asked for that kind."""
        if self.allowed_updates and kind not in self.allowed_updates:
            return
        # As it is now: an update that comes again says what it said.
        self.updates.append({"update_id": next(self._update_ids), kind: copy.deepcopy(content)})
        self.update_arrived.set()

    def confirm_updates(self, offset: int) -> None:
        """Forget the updates before an offset; a negative one keeps only so many."""
        if offset < 0:
            self.updates = self.updates[offset:]
        elif offset > 0:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
        if not self.updates:
            self.update_arrived.clear()

    def check_token(self, token: str) -> None:
        """Raise ApiError for any token but our bot's."""
        if token != self.token:
            raise ApiError(401, "Unauthorized" if ":" in token else "Unauthorized: invalid token specified")
