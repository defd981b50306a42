"""What is read and checked before any of it is stored: aside on disk, so that nothing is too large for memory."""

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")

MAX_MEMORY_BYTES = 16 * 1024 * 1024


class Spool(Generic[T]):
    """Items in the order in which they were put, in memory while they are few."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=MAX_MEMORY_BYTES)  # noqa: SIM115 - closed on leaving
        self._count = 0

    def put(self, item: T) -> None:
        """Add an item behind the others."""
        pickle.dump(item, self._file)
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 - put wrote it, and nobody else can

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()
