"""Whose report it is."""

from amicity.reading import read
from amicity.terms.report import Report


def _mayors_town(text: str) -> str | None:
    post = next(f for f in read(Report(source="t.txt", text=text)) if f.kind == "post")
    place = post.roles["place"][0].place
    return place.name if place else None


def test_the_dateline_speaks_for_its_town() -> None:
    text = "OSLO, May 3 (NTB) - The city and its sister city Bergen renewed their ties. Mayor Ann Bell spoke."
    assert _mayors_town(text) == "Oslo"
