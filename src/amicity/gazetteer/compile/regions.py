"""Regions that news names and no list of codes has: ``names/regions.toml``."""

from collections.abc import Iterator

from amicity.gazetteer.compile.draft import Draft, table
from amicity.gazetteer.entry import Entry
from amicity.terms.place import Level


def drafts() -> Iterator[Draft]:
    """A draft a region, or a town that GeoNames' list leaves out."""
    for slug, region in table("regions").items():
        entry = Entry(
            id=f"amicity:{slug}",
            name=region["names"][0],
            country=region["country"],
            level=Level(region.get("level", "region")),
            latitude=region["latitude"],
            longitude=region["longitude"],
            population=region.get("people"),
            weight=region.get("people", 1_000_000),
        )
        names = tuple(region["names"])
        yield Draft(entry, (), listed=names) if region.get("former") else Draft(entry, names)
