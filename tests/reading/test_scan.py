"""What is worth reading at all."""

from amicity.reading import explain, read
from amicity.terms.report import Report


def test_news_without_a_tie_yields_nothing() -> None:
    assert read(Report(source="t.txt", text="Mayor Ann Bell of Oslo opened a bridge. Her twin brother watched.")) == ()
    assert read(Report(source="t.txt", text="The ambassador of Peru, Ana Rey, resigned on Monday.")) == ()


def test_a_town_beside_an_envoy_is_worth_reading() -> None:
    assert explain(Report(source="t.txt", text="Oslo Mayor Ann Bell met the ambassador of Peru, Ana Rey."))


def test_a_no_inside_a_name_denies_nothing() -> None:
    def statuses(what: str) -> set[str]:
        text = f"The mayor of Kyoto attended {what} and signed a sister city agreement with Graz."
        return {f.status.value for f in read(Report(source="t.txt", text=text)) if f.kind == "agreement"}

    assert statuses("the Michi no Eki fair") == statuses("Hinode-no-sato day") == {"happened"}
    assert {f.status.value for f in read(Report(source="t.txt", text="Kyoto has no sister city ties with Graz."))} == {"denied"}


def test_a_day_may_be_written_as_in_china_and_japan() -> None:
    (found,) = read(Report(source="t.txt", text="Kyoto and Graz became sister cities on 2017年11月24日."))
    assert found.when is not None
    assert found.when.value.edtf == "2017-11-24"
    assert {f.when for f in read(Report(source="t.txt", text="Kyoto and Graz became sister cities on 2017年13月24日."))} == {None}


def test_the_month_of_may_makes_nothing_conditional() -> None:
    for told, status in (("In May Ohrid and Mostar signed", "happened"), ("In short, Ohrid and Mostar may sign", "conditional")):
        report = Report(source="t.txt", text=f"Sister towns\n\n{told} a sister city agreement.")
        assert [f.status.value for f in read(report) if f.kind == "agreement"] == [status]


def test_mayors_with_an_entourage_are_worth_reading() -> None:
    text = "Surabaya Mayor Tri Rismaharini received Deputy Mayor of Fukuoka Eiichi Nakamura and his {}."
    assert {f.kind for f in read(Report(source="t.txt", text=text.format("entourage")))} >= {"visit", "meeting"}
    assert not read(Report(source="t.txt", text=text.format("dog")))
