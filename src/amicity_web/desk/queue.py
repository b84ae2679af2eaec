"""What waits for review: lists of findings, and the way from one to the next."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from amicity_web.store.models import FindingPlace, FindingRow, PlaceRow
from amicity_web.store.rows import folded

STANDINGS = ("waiting", "accepted", "corrected", "rejected")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; an empty field admits everything."""

    standing: str = "waiting"
    kind: str = ""
    confidence: str = ""
    place: str = ""

    @property
    def query(self) -> str:
        """The same as the query string of an address."""
        from django.utils.http import urlencode

        return urlencode({name: getattr(self, name) for name in ("standing", "kind", "confidence", "place") if getattr(self, name)})


def wanted(asked: dict[str, str]) -> Wanted:
    """What a query string asks for; unknown values admit everything."""
    standing = asked.get("standing", "waiting")
    return Wanted(
        standing if standing in STANDINGS else "waiting",
        asked.get("kind", "")[:30],
        asked.get("confidence", "")[:1],
        asked.get("place", "")[:100],
    )


def listed(want: Wanted) -> QuerySet[FindingRow]:
    """The findings wanted, of the latest reports first, in the order of the text."""
    rows = FindingRow.objects.select_related("standing").order_by("-report__published", "report_id", "start", "id")
    rows = rows.filter(standing=None) if want.standing == "waiting" else rows.filter(standing__verdict=want.standing)
    if want.kind:
        rows = rows.filter(kind=want.kind)
    if want.confidence:
        rows = rows.filter(confidence=want.confidence)
    if want.place.strip():
        named = PlaceRow.objects.filter(Q(search__contains=folded(want.place)) | Q(key=want.place))
        rows = rows.filter(id__in=FindingPlace.objects.filter(place__in=named).values("finding"))
    return rows


def next_after(finding: str, *, want: Wanted) -> str | None:
    """The id of the next finding wanted after this one, else of the first; None where nothing is left."""
    row = FindingRow.objects.filter(id=finding).values("report_id", "report__published", "start").first()
    rows = listed(want).exclude(id=finding)
    if row:
        here = Q(report_id=row["report_id"], start__gte=row["start"]) | Q(
            report_id__gt=row["report_id"], report__published=row["report__published"]
        )
        if row["report__published"]:
            here |= Q(report__published__lt=row["report__published"])
        found = rows.filter(here).values_list("id", flat=True).first()
        if found:
            return found
    return rows.values_list("id", flat=True).first()
