"""First and last visits, from evidence."""

from amicity.register import fold
from amicity.register.visits import visits
from builders import BELFAST, KARACHI, SAPPORO, SHENYANG, accept_all, finding, relation, visit


def told(*findings: "object") -> list[tuple[str, str, str, str, int]]:
    register = fold([relation(SHENYANG, KARACHI, when="2018"), *findings], [accept_all()])  # type: ignore[list-item]
    tie = next(tie for tie in register.relations if len(tie.parties) == 2 and KARACHI in tie.parties)
    return [(each.who, each.host, str(each.first), str(each.last), each.number) for each in visits(tie, register)]


def test_no_visit_without_a_day_nor_of_others_nor_a_meeting() -> None:
    assert told(visit(SHENYANG, KARACHI), visit(SAPPORO, SHENYANG, "2019", report="b"), visit(BELFAST, SAPPORO, "2019", report="c")) == []
    assert told(finding("meeting", when="2019", report="d", guest=KARACHI, host=SHENYANG)) == []


def test_first_and_last_of_each_place_and_each_person() -> None:
    there = visit(SHENYANG, KARACHI, "2018-12", report="a", leader="Li Na")
    again = visit(SHENYANG, KARACHI, "2022-05-03", report="b", leader="Li Na")
    back = visit(KARACHI, SHENYANG, "2019", report="c")
    assert told(again, back, there) == [
        ("Karachi", "Shenyang", "2019", "2019", 1),
        ("Shenyang", "Karachi", "2018-12", "2022-05-03", 2),
        ("Li Na", "Karachi", "2018-12", "2022-05-03", 2),
    ]
