"""Getting pages out to Telegram."""
