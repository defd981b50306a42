"""Which language a text is in."""


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is most likely in."""
    import py3langid  # noqa: PLC0415 - with numpy, it takes longer to import than most commands take

    return str(py3langid.classify(text)[0])
