"""The rules of the trade: pure functions on plain values; no clock, network, database or Telegram."""
