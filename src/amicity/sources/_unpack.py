"""Archives that come packed with gzip: looked into without unpacking more than is asked for."""

import io
import zlib
from typing import Any, BinaryIO, cast

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16


def beginning(head: bytes, *, most: int = 65_536) -> bytes:
    """The first bytes of what is inside; those of the file itself where it is not packed, or in a way that is broken."""
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, most)
    except zlib.error:
        return head


def unpacked(file: BinaryIO) -> BinaryIO:
    """The file, unpacked as it is read.

    Where it breaks off, what stands before is given first; the reading after that raises EOFError, and zlib.error where it is broken.
    """
    packed = file.read(2) == _GZIP
    file.seek(0)
    return cast(BinaryIO, _Unpacking(file)) if packed else file


class _Unpacking(io.RawIOBase):
    """A gzip file of one member or many, with never more in memory than was asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._rest, self._given = file, b"", 0
        self._member: Any = None  # none between two members; zlib's objects have no public type

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """How much was given."""
        return self._given

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the next piece goes; 0 at the end."""
        wanted = memoryview(buffer)
        while True:
            ends = not self._rest and not self._refilled()
            content = self._next(len(wanted))
            if content:
                wanted[: len(content)] = content
                self._given += len(content)
                return len(content)
            if ends and self._member:
                raise EOFError("breaks off inside what is packed")
            if ends:
                return 0

    def _refilled(self) -> bool:
        self._rest = self._file.read(_CHUNK)
        return bool(self._rest)

    def _next(self, most: int) -> bytes:
        """The next bytes, of the member under way or of the one that begins here; perhaps none yet."""
        if self._member is None:
            self._rest = self._rest.lstrip(b"\x00")
            if not self._rest:
                return b""
            self._member = zlib.decompressobj(wbits=31)
        content: bytes = self._member.decompress(self._rest, most)
        self._rest = self._member.unconsumed_tail
        if self._member.eof:
            self._rest, self._member = self._member.unused_data, None
        return content
