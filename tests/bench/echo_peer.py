"""A peer: a bot of python-telegram-bot that says again what it reads; `python -m tests.bench.echo_peer ORIGIN TOKEN`."""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.cli.running import set_start_aside


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it again."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main(origin: str, token: str) -> None:
    """Run until ended."""
    logging.disable()
    application = Application.builder().token(token).base_url(f"{origin}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    set_start_aside()
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
