"""What can go wrong in storage.

StorageError
├── NotFound            no such thing
├── Conflict            it changed, or stands in a state that forbids the step
│   └── ConstraintBroken  a rule of the schema forbids the row: somebody else was first, or it names what is not there
├── StorageUnavailable  the database cannot be reached, read or written now
└── SchemaError         the database's schema is not the one this program knows
"""


class StorageError(Exception):
    """The root of storage's errors; its text is a sentence for a person."""


class NotFound(StorageError):
    """There is no such thing."""

    def __init__(self, noun: str, key: object) -> None:
        self.noun = noun
        self.key = key
        super().__init__(f"there is no {noun} {key}")


class Conflict(StorageError):
    """The thing stands in a state that forbids the step."""


class ConstraintBroken(Conflict):
    """A rule of the schema forbids the row."""


class StorageUnavailable(StorageError):
    """The database cannot be reached, read or written now."""


class SchemaError(StorageError):
    """The database's schema is older or newer than this program's, or is not ours."""
