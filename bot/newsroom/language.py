"""Which language a text is in."""

import py3langid


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is most likely in."""
    return str(py3langid.classify(text)[0])
