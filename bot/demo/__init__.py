"""The product without Telegram: a local Bot API, a page that shows the chat, an invented newsroom."""
