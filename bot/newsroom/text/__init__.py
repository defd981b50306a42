"""Text of any script: cleaned, cut into sentences, compared."""
