import pytest
from django.test import Client
from stories import call, told

from amicity.terms.place import Place
from amicity_web.store import record
from builders import SHENYANG, agreement

pytestmark = pytest.mark.django_db
HOUSTON = Place("Houston", "US", "geonames:4699066")


def test_the_desk_tells_the_rule_before_a_relation_is_accepted_and_blocks_nothing(editor: Client) -> None:
    report, (claim,) = told("Houston and Shenyang are sister cities.", agreement(HOUSTON, SHENYANG, when="2020"))
    record.record_report(report, [claim], by="test")
    page = editor.get(f"/desk/findings/{claim.id}/").content.decode()
    assert "Texas law lets Houston (United States) establish, maintain or renew no sister-city agreement" in page
    assert "https://statutes.capitol.texas.gov/Docs/GV/htm/GV.795.htm" in page
    done = editor.post(f"/desk/findings/{claim.id}/accept/", {"seen": 0}, follow=True)
    assert "Accepted. See the tie" in done.content.decode()
    assert "What the rules say of it" not in editor.get(f"/desk/findings/{claim.id}/").content.decode()


def test_a_finding_of_no_tie_has_no_advice(editor: Client) -> None:
    report, (claim,) = call()
    record.record_report(report, [claim], by="test")
    assert "What the rules say of it" not in editor.get(f"/desk/findings/{claim.id}/").content.decode()
