"""Drafts: bullets and a story of the sentences that reports themselves contain."""
