"""Pages in the Bot API's terms: what a call says, apart from making it."""

import json

from telegram import (
    ChatAdministratorRights,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    KeyboardButtonRequestChat,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    SwitchInlineQueryChosenChat,
)

from bot.views.inline import InlineResult
from bot.views.page import Ask, Button, Page, Rich, Wish
from bot.views.text import Entity, Text, utf16_length


def encode_page(page: Page) -> str:
    """Return a page as sendMessage's JSON parameters, without the chat."""
    markup = keyboard(page)
    body = {
        "text": page.text.plain,
        "entities": [_entity_json(entity) for entity in entities(page.text)],
        "link_preview_options": preview(page).to_dict(),
        "reply_markup": markup.to_dict() if markup else None,
    }
    return json.dumps({key: value for key, value in body.items() if value}, ensure_ascii=False, separators=(",", ":"))


def encode_rich(rich: Rich, form: str) -> str:
    """Return a native page in one of its forms as sendRichMessage's JSON parameters, without the chat."""
    markup = keyboard_of(rich.buttons)
    body: dict[str, object] = {"rich_message": rich_message(rich, form)}
    if markup:
        body["reply_markup"] = markup.to_dict()
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def rich_message(rich: Rich, form: str) -> dict[str, object]:
    """Return a native page in one of its forms; what looks like a command or an amount in it stays as it is."""
    return {"html": form, "skip_entity_detection": True, "is_rtl": rich.is_rtl}


def encode_caption(text: Text) -> str:
    """Return a photo's caption as editMessageCaption's JSON parameters, without the chat."""
    return json.dumps(_caption(text), ensure_ascii=False, separators=(",", ":"))


def encode_media(photo: str, text: Text) -> str:
    """Return a photo by handle, address or `attach://` name as editMessageMedia's JSON parameters, with its caption."""
    body = {"media": {"type": "photo", "media": photo, **_caption(text)}}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _caption(text: Text) -> dict[str, object]:
    return {"caption": text.plain, "caption_entities": [_entity_json(entity) for entity in entities(text)]}


def _entity_json(entity: MessageEntity) -> dict[str, object]:
    return {key: value for key, value in entity.to_dict().items() if value is not None}


def entities(text: Text) -> list[MessageEntity]:
    """Return a text's entities as Telegram counts them, in UTF-16 units."""
    return [_entity(text.plain, entity) for entity in text.entities]


def _entity(plain: str, entity: Entity) -> MessageEntity:
    return MessageEntity(
        type=entity.style,
        offset=utf16_length(plain[: entity.start]),
        length=utf16_length(plain[entity.start : entity.end]),
        url=entity.url,
        unix_time=entity.moment,
        date_time_format="Dt" if entity.moment is not None else None,
    )


def keyboard(page: Page) -> InlineKeyboardMarkup | None:
    """Return a page's buttons as an inline keyboard."""
    return keyboard_of(page.buttons)


def keyboard_of(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Return rows of buttons as an inline keyboard; None for none."""
    if not buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in buttons])


def asking(ask: Ask) -> ReplyKeyboardMarkup | ReplyKeyboardRemove:
    """Return the keyboard that asks a phone for something, or that takes such a one away."""
    if ask.wish is Wish.NOTHING:
        return ReplyKeyboardRemove()
    if ask.wish is Wish.LOCATION:
        button = KeyboardButton(ask.label, request_location=True)
    else:
        # Telegram offers only channels of theirs, and makes the bot an administrator there.
        button = KeyboardButton(
            ask.label,
            request_chat=KeyboardButtonRequestChat(
                request_id=1,
                chat_is_channel=True,
                user_administrator_rights=_rights(can_promote_members=True),
                bot_administrator_rights=_rights(),
                request_title=True,
            ),
        )
    return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)


def _rights(*, can_promote_members: bool = False) -> ChatAdministratorRights:
    return ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=False,
        can_manage_video_chats=False,
        can_restrict_members=False,
        can_promote_members=can_promote_members,
        can_change_info=False,
        can_invite_users=False,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_post_messages=True,
        can_edit_messages=True,
    )


def _button(button: Button) -> InlineKeyboardButton:
    chosen = None
    if button.inline is not None:
        chosen = SwitchInlineQueryChosenChat(
            button.inline,
            allow_user_chats=True,
            allow_bot_chats=False,
            allow_group_chats=True,
            allow_channel_chats=True,
        )
    return InlineKeyboardButton(
        button.label,
        url=button.url,
        callback_data=button.press,
        switch_inline_query_chosen_chat=chosen,
    )


def preview(page: Page) -> LinkPreviewOptions:
    """Show the page's picture large above the text, or no preview at all."""
    if page.preview is None:
        return LinkPreviewOptions(is_disabled=True)
    return LinkPreviewOptions(url=page.preview, prefer_large_media=True, show_above_text=True)


def inline_article(result: InlineResult) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=result.id,
        title=result.title,
        description=result.description,
        thumbnail_url=result.thumbnail,
        input_message_content=InputTextMessageContent(
            result.page.text.plain,
            entities=entities(result.page.text),
            link_preview_options=preview(result.page),
        ),
        reply_markup=keyboard(result.page),
    )
