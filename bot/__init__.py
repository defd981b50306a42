"""Dateline, a newsroom in a Telegram bot."""
