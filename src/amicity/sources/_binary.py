"""Tells files that hold no text by their first bytes."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ODD = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"


def binary_kind(content: bytes) -> str | None:
    """What the bytes are where they are no text, e.g. ``a PDF``; None for text, UTF-16 and UTF-32 with a byte order mark included."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(_WIDE_MARKS):
        return None
    head = content[:65_536]
    if b"\x00" in head or len(head) - len(head.translate(None, _ODD)) > len(head) // 50:
        return "a binary file"
    return None
