"""The gold reports are well formed: what they claim can be said in the catalogue's own terms."""

import json
import re
from pathlib import Path

import pytest

from amicity.kinds import kinds
from amicity.terms.kind import Holds
from amicity.terms.measure import MEASURES
from amicity.terms.partial_date import PartialDate
from amicity.terms.status import Status

GOLD = Path(__file__).parent.parent / "gold"
ANNOTATIONS = sorted(GOLD.glob("*/*.json"))
SIDES = ["dev", "held", "fresh"]
PLACE = re.compile(r".+\|[A-Z]{2}")


def _findings(file: Path) -> list[dict]:
    return json.loads(file.read_text(encoding="utf-8"))["findings"]


@pytest.mark.parametrize("side", SIDES)
def test_each_report_has_its_annotation_and_each_kind_occurs(side: str) -> None:
    files = sorted((GOLD / side).glob("*.json"))
    assert [f.stem for f in files] == sorted(f.stem for f in (GOLD / side).glob("*.txt"))
    assert len(files) >= 30
    assert set(kinds()) == {finding["kind"] for file in files for finding in _findings(file)}


@pytest.mark.parametrize("side", SIDES)
def test_a_quarter_of_the_reports_require_no_tie(side: str) -> None:
    ties = {"agreement", "relation", "renewal", "suspension", "termination"}
    files = list((GOLD / side).glob("*.json"))
    without = [f for f in files if not any(x["kind"] in ties and not x.get("optional") for x in _findings(f))]
    assert len(without) >= len(files) / 4


@pytest.mark.parametrize("file", ANNOTATIONS, ids=lambda file: file.stem)
def test_an_annotation_speaks_the_catalogue(file: Path) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document["report"] == file.stem
    assert not document["published"] or PartialDate(document["published"])
    for finding in document["findings"]:
        roles = {role.name: role for role in kinds()[finding["kind"]].roles}
        Status(finding["status"])
        for accepted in finding.get("when", []):
            PartialDate(accepted)
        for name, values in finding["roles"].items():
            for accepted in values:
                assert accepted and all(accepted), f"{name} of {finding['kind']} is empty"
                if roles[name].terms:
                    assert set(accepted) & set(roles[name].terms), f"{accepted} is no {name}"
                if finding["kind"] == "figure" and name == "measure":
                    assert set(accepted) & set(MEASURES), f"{accepted} is no measure"
                if roles[name].holds is Holds.PLACE and name in {"party", "visitor", "host", "guest", "giver", "learner", "sender"}:
                    assert any(PLACE.fullmatch(spelling) for spelling in accepted), f"{accepted} has no country"
