"""Files that hold what readers wrote."""

import os


def open_private(path: str, flags: int) -> int:
    """Open a file, as `open` does with an opener; one that is made is for nobody else to read."""
    return os.open(path, flags | os.O_CREAT, 0o600)
