"""A report: one published text, as it was given."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from amicity.terms.partial_date import PartialDate


class Grade(StrEnum):
    """How near a source stands to the thing it tells, best first."""

    OFFICIAL = "official"
    CITY = "city"
    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    MIRROR = "mirror"
    MACHINE = "machine"
    UNGRADED = "ungraded"


def digest_of(text: str) -> str:
    """The SHA-256 of a source text, in hexadecimal; a lone surrogate counts as its three bytes."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """A source text with what its carrier says about it.

    ``text`` is the decoded content of a text file, or the text extracted from a page: all offsets count in it.
    ``title``, ``published`` and ``publisher`` are what the carrier's own metadata say (a page's JSON-LD, an entry form);
    the reader may still find them in the text. ``fetched`` is an ISO 8601 instant. ``owner`` names the place whose page it is.
    ``notes`` say what had to be guessed or mended to read it (an encoding, a cut-off end).
    """

    source: str
    text: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    address: str | None = None
    language: str | None = None
    media: str = "text/plain"
    fetched: str | None = None
    grade: Grade = Grade.UNGRADED
    owner: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the source text: the report's identity."""
        return digest_of(self.text)
