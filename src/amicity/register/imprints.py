"""When reports were published, as far as their findings let it be known."""

from collections.abc import Iterable, Mapping

from amicity.terms.derivation import Derivation
from amicity.terms.finding import Finding
from amicity.terms.imprint import Imprint

_OF_THE_REPORT = (Derivation.INHERITED, Derivation.ADDRESS)


def inferred(findings: Iterable[Finding], known: Iterable[Imprint] = ()) -> Mapping[str, Imprint]:
    """An imprint for every report: the known one, else one whose day is the date that its findings inherited from it."""
    imprints = {imprint.report: imprint for imprint in known}
    made: dict[str, Imprint] = {}
    for finding in findings:
        if finding.report in imprints:
            continue
        day = finding.when.value if finding.when and finding.when.derivation in _OF_THE_REPORT else None
        held = made.get(finding.report)
        better = Imprint(finding.report, finding.source, published=day)
        if held is None or _rank(better) < _rank(held):
            made[finding.report] = better
    return imprints | made


def _rank(imprint: Imprint) -> tuple[bool, int, str, str]:
    day = imprint.published
    return (day is None, (day.latest - day.earliest).days if day else 0, day.edtf if day else "", imprint.source)
