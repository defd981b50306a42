"""A local Bot API that behaves like Telegram's for what the bot uses; the demo and the tests talk to it."""
