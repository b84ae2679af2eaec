"""What is worth reading at all."""

from amicity.reading import explain, read
from amicity.terms.report import Report


def test_news_without_a_tie_yields_nothing() -> None:
    assert read(Report(source="t.txt", text="Mayor Ann Bell of Oslo opened a bridge. Her twin brother watched.")) == ()
    assert read(Report(source="t.txt", text="The ambassador of Peru, Ana Rey, resigned on Monday.")) == ()


def test_a_town_beside_an_envoy_is_worth_reading() -> None:
    assert explain(Report(source="t.txt", text="Oslo Mayor Ann Bell met the ambassador of Peru, Ana Rey."))
