"""An answer as a site tells it → the answer."""

from collections.abc import Mapping
from typing import Any

from amicity.sources._site import SiteError
from amicity.terms.answer import Result, Row, Table
from amicity.terms.finding import FindingId


def result_of(told: Mapping[str, Any]) -> Result:
    """The answer. Raises SiteError where it is told in no way that we know."""
    try:
        tables = tuple(Table(str(t["title"]), dict(t["columns"]), tuple(map(_row, t["rows"]))) for t in told["tables"])
        return Result(str(told["title"]), tuple(map(str, told["sentences"])), tables, tuple(map(str, told["notes"])))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise SiteError("the site answers in a way that this version does not know: update amicity here or there") from None


def _row(told: Mapping[str, Any]) -> Row:
    cells = {name: cell for name, cell in told.items() if name not in ("findings", "entry")}
    return Row(cells, tuple(FindingId(str(id_)) for id_ in told.get("findings", ())), told.get("entry"))
