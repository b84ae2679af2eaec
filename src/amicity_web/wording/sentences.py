"""What the library says, as a page says it: dates and countries in words."""

from amicity_web.wording.countries import countries_named
from amicity_web.wording.dates import spelled


def plainly(text: str) -> str:
    """The sentence with no code left in it: "Karachi (PK) since 2021-12-09" as "Karachi (Pakistan) since 9 December 2021"."""
    return countries_named(spelled(text))
