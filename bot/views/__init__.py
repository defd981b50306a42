"""The screens: data in, pages out; no Telegram, network, database or clock."""
