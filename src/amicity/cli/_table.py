"""Findings as people read them: who, what, when, how sure, and the quote."""

from collections.abc import Iterable

from amicity.terms.finding import Finding
from amicity.terms.mention import Mention

HEADS = ("who", "what", "when", "sure", "quote")
_LONG = 240


def cells(finding: Finding) -> tuple[str, str, str, str, str]:
    """The finding's row under HEADS; where it did not happen, its status stands with the kind."""
    status = "" if finding.status.value == "happened" else f" ({finding.status.value})"
    return (
        _who(finding),
        f"{finding.kind}{status}{_plain(finding)}",
        finding.when.value.edtf if finding.when else "",
        finding.confidence.value,
        _short(finding.quote.text),
    )


def tabbed(findings: Iterable[Finding]) -> Iterable[str]:
    """One line a finding for another program: the source and the cells, tabs between."""
    for finding in findings:
        yield "\t".join((finding.source, *cells(finding))) + "\n"


def _who(finding: Finding) -> str:
    placed = {role: [m.place.label for m in mentions if m.place] for role, mentions in finding.roles.items()}
    alone = len([role for role, labels in placed.items() if labels]) == 1
    return "; ".join((", ".join(labels) if alone else f"{role}: {', '.join(labels)}") for role, labels in placed.items() if labels)


def _plain(finding: Finding) -> str:
    values = [
        f"{role}: {', '.join(_value(m) for m in mentions if not m.place)}"
        for role, mentions in finding.roles.items()
        if any(not m.place for m in mentions)
    ]
    return f" – {'; '.join(values)}" if values else ""


def _value(mention: Mention) -> str:
    return " ".join(str(mention.value if mention.value is not None else mention.span.text).split())


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"
