"""What a received message brings, in our own terms."""

import regex
from telegram import Message, MessageEntity, MessageOriginChannel, MessageOriginUser

from bot.sharing import ForwardedFrom, SharedChannel

NUMBERED = ("story", "sources")  # commands that may carry their number: /story_12
MAX_ARGUMENT_CHARACTERS = 300
_UNSEEN = regex.compile(r"^[\p{Cf}\s]+")  # comes along when a command is pasted


def has_media(message: Message) -> bool:
    """Whether somebody sent what we cannot read."""
    return message.effective_attachment is not None or message.checklist is not None


def find_photo(message: Message) -> str | None:
    """Return Telegram's handle of a photo, sent as one or as a file."""
    if message.photo:
        return message.photo[-1].file_id
    sent = message.document
    return sent.file_id if sent is not None and (sent.mime_type or "").startswith("image/") else None


def find_shared_channel(message: Message) -> SharedChannel | None:
    """Return the channel that a person picked, or that the message is forwarded from."""
    if message.chat_shared is not None:
        return SharedChannel(message.chat_shared.chat_id, message.chat_shared.title or "")
    if isinstance(message.forward_origin, MessageOriginChannel):
        return SharedChannel(message.forward_origin.chat.id, message.forward_origin.chat.title or "")
    return None


def find_forwarded_from(message: Message) -> ForwardedFrom | None:
    """Return whose words a forwarded message has."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel):
        return ForwardedFrom(origin.chat.title or "", is_channel=True)
    if isinstance(origin, MessageOriginUser):
        return ForwardedFrom(origin.sender_user.full_name, origin.sender_user.id)
    return ForwardedFrom("") if origin is not None else None


def parse_command(text: str, username: str, *, is_private: bool = False) -> tuple[str | None, tuple[str, ...]]:
    """Return a command's name and arguments; no name where the text is no command, or another bot's.

    In a private chat nobody else can be meant.
    """
    first, *rest = _UNSEEN.sub("", text).split()[:50] or [""]
    if not first.startswith("/") or len(first) < 2:
        return None, ()
    name, _, addressee = first[1:].partition("@")
    if addressee and not is_private and addressee.casefold() != username.casefold():
        return None, ()
    name = name.casefold()
    base, _, number = name.partition("_")
    if base in NUMBERED and number.isdecimal():
        return base, (number,)
    return name, tuple(word[:MAX_ARGUMENT_CHARACTERS] for word in rest)


def find_first_bold(message: Message) -> str | None:
    """Return the first words set in bold."""
    bold = message.parse_entities([MessageEntity.BOLD])
    return next(iter(bold.values()), None)
