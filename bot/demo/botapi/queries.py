"""Answering pressed buttons and inline queries."""

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.keyboards import read_markup
from bot.demo.botapi.messages import text_content
from bot.demo.botapi.world import Json, World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MAX_TOAST = 200
MAX_RESULTS = 50
MAX_ID_BYTES = 64


async def answer_callback_query(world: World, parameters: Json) -> bool:
    """answerCallbackQuery."""
    if len(parameters.get("text", "")) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    waiting = world.presses.pop(parameters["callback_query_id"], None)
    if waiting is None or waiting.done():
        raise bad_request(TOO_OLD)
    waiting.set_result({key: parameters[key] for key in ("text", "show_alert", "url") if key in parameters})
    return True


async def answer_inline_query(world: World, parameters: Json) -> bool:
    """answerInlineQuery."""
    results = [_result(result) for result in parameters["results"]]
    ids = [result["id"] for result in results]
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(parameters.get("next_offset", "").encode()) > MAX_ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    waiting = world.inline_queries.pop(parameters["inline_query_id"], None)
    if waiting is None or waiting.done():
        raise bad_request(TOO_OLD)
    answer = {"results": results, "next_offset": parameters.get("next_offset", "")}
    waiting.set_result(answer | ({"button": parameters["button"]} if "button" in parameters else {}))
    return True


def _result(result: Json) -> Json:
    if not 1 <= len(result["id"].encode()) <= MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    content = result.get("input_message_content")
    if content is None or "message_text" not in content:
        raise bad_request("can't parse inline query result: the local Bot API knows articles with text")
    checked = {**result, "content": text_content(content, "message_text")}
    if "reply_markup" in result:
        checked["reply_markup"] = read_markup(result["reply_markup"])
    return checked
