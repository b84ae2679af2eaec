"""Answers of a service, kept in a folder for a while, so that asking twice troubles nobody."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

A_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Cache:
    """Keeps what addresses answered. ``folder`` None keeps nothing; ``now`` tells the time in seconds, ``keep`` for how many of them an
    answer holds."""

    folder: Path | None
    now: Callable[[], float]
    keep: float = A_DAY

    def get(self, address: str) -> bytes | None:
        """What the address answered not long ago; None where it did not, or where the folder cannot be read."""
        if self.folder is None:
            return None
        file = self._file(self.folder, address)
        try:
            return file.read_bytes() if 0 <= self.now() - file.stat().st_mtime < self.keep else None
        except OSError:
            return None

    def put(self, address: str, content: bytes) -> None:
        """Keeps the answer, whole or not at all. A folder that cannot be written keeps nothing."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                os.utime(name, (self.now(), self.now()))
                Path(name).replace(self._file(self.folder, address))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    @staticmethod
    def _file(folder: Path, address: str) -> Path:
        return folder / f"{sha256(address.encode()).hexdigest()}.json"
