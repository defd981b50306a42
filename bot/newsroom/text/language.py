"""Which language a text is in."""

_LETTERS = 2  # of an ISO 639-1 code


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is most likely in."""
    import py3langid  # noqa: PLC0415 - with numpy, it takes longer to import than most commands take

    # It also knows Wu, Egyptian and other languages of three letters, beside the ones that they are written in.
    return next(str(code) for code, _ in py3langid.rank(text) if len(code) == _LETTERS)
