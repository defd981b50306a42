"""`python -m bot` is `dateline`; both begin here."""

import gc
import sys

from bot.libraries import advice, find_unimportable


def main() -> None:
    """Run the command line; where a library that it needs is missing, say so in one line."""
    gc.disable()  # what is imported stays; looking for garbage in it takes a fifth of a short command's time
    try:
        from bot.cli import main as run  # noqa: PLC0415 - its failure is caught here

        run()  # it imports what its command needs
    except Exception:  # a broken library raises anything
        failures = find_unimportable()
        if not failures:
            raise
        sys.stderr.write(f"dateline: {advice(failures)}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
