"""What Dateline remembers: outlets, articles, chats. Knows nothing of Telegram."""
