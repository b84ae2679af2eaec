"""An imprint: what is known of a report besides its text."""

from dataclasses import dataclass

from amicity.terms.partial_date import PartialDate
from amicity.terms.report import Grade, Report


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which report (its digest), and who published it where and when; ``owner`` names the place whose own page it is."""

    report: str
    source: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    address: str | None = None
    grade: Grade = Grade.UNGRADED
    owner: str | None = None

    @classmethod
    def of(cls, report: Report) -> "Imprint":
        """The imprint of a report."""
        told = (report.digest, report.source, report.title, report.published, report.publisher, report.address, report.grade)
        return cls(*told, report.owner)
