"""What a table would state if it were imported: counts, first rows, and why rows are unsure or refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from amicity.review import tie_id
from amicity.sources import SourceError
from amicity.sources.table import Columns, first_rows, outlined, stating
from amicity.terms.finding import Finding
from amicity.terms.report import Report
from amicity.terms.source import Refusal
from amicity_web.store.load import ties_known
from amicity_web.wording.claims import claim
from amicity_web.wording.dates import in_words

MOST_ROWS = 5_000
_SHOWN = 25
_DOUBTS = {
    "place_unknown": "a place that the gazetteer does not know",
    "place_rivalled": "a place with a rival as likely",
    "date_unread": "a date that cannot be told",
    "status_unread": "a status in unknown words",
}


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of the preview in words, with the kinds of finding that it states."""

    headline: str
    when: str
    kinds: tuple[str, ...]
    confidence: str
    quote: str
    places: tuple[str, ...]
    doubts: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """``sample`` are the first rows as cells; ``problem`` says why no row can be read yet."""

    columns: Columns
    sample: tuple[tuple[str, ...], ...]
    findings: tuple[Finding, ...] = ()
    refused: tuple[Refusal, ...] = ()
    rows: int = 0
    known: int = 0
    unsure: int = 0
    first: tuple[RowShown, ...] = ()
    doubtful: tuple[RowShown, ...] = ()
    problem: str = ""

    @property
    def new(self) -> int:
        """How many rows tell a tie that neither the register nor a row above tells."""
        return self.rows - self.known - len(self.refused)


def preview(table: Report, columns: Mapping[str, str] | None) -> Preview:
    """What the table would state, its columns read as told or as a person says. Raises SourceError where it is no table at all."""
    if table.text.count("\n") > MOST_ROWS + 50:
        raise SourceError(
            f"has more than {MOST_ROWS:,} rows", table.source, "import it by the command line: amicity import table, then import-findings"
        )
    outline = outlined(table, columns)
    sample = first_rows(table, outline, most=3)
    try:
        stated = list(stating(table, columns))
    except SourceError as error:
        return Preview(outline.columns, sample, problem=f"The table {error.what}.")
    return _counted(outline.columns, sample, stated)


def _counted(columns: Columns, sample: tuple[tuple[str, ...], ...], stated: list[Finding | Refusal]) -> Preview:
    findings = tuple(each for each in stated if isinstance(each, Finding))
    refused = tuple(each for each in stated if isinstance(each, Refusal))
    rows = {finding.quote.start: finding for finding in reversed(findings)}
    kinds: dict[int, tuple[str, ...]] = {}
    for finding in findings:
        kinds[finding.quote.start] = (*kinds.get(finding.quote.start, ()), finding.kind.replace("_", " "))
    ties = {start: tie_id(place.key for place in rows[start].places("party")) for start in sorted(rows)}
    standing = ties_known(ties.values())
    known = _repeated(ties, standing)
    shown = [_row(rows[start], kinds=kinds[start], known=start in known) for start in sorted(rows)]
    unsure = [row for row in shown if row.doubts]
    return Preview(
        columns,
        sample,
        findings,
        refused,
        rows=len(rows) + len(refused),
        known=len(known),
        unsure=len(unsure),
        first=tuple(shown[:_SHOWN]),
        doubtful=tuple(row for row in shown[_SHOWN:] if row.doubts)[:_SHOWN],
    )


def _repeated(ties: Mapping[int, str], standing: set[str]) -> set[int]:
    """The rows whose tie the register holds, or a row above told."""
    seen, known = set(standing), set[int]()
    for start, tie in ties.items():
        if tie in seen:
            known.add(start)
        seen.add(tie)
    return known


def _row(finding: Finding, *, kinds: tuple[str, ...], known: bool) -> RowShown:
    return RowShown(
        headline=claim(finding),
        when=in_words(finding.when.value) if finding.when else "",
        kinds=kinds,
        confidence=finding.confidence.value,
        quote=finding.quote.text.replace("\t", " · "),
        places=tuple(place.label if place.id else f"{place.label}, unknown" for place in finding.places("party")),
        doubts=tuple(_DOUBTS.get(flag, flag.replace("_", " ")) for flag in finding.flags),
        known=known,
    )
