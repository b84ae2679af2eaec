"""A licence: on what terms others may use what is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """``name`` is the SPDX identifier, ``address`` where the terms stand."""

    name: str
    title: str
    address: str


CC_BY = Licence("CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/")
_LICENCES = (
    CC_BY,
    Licence("CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International", "https://creativecommons.org/licenses/by-sa/4.0/"),
    Licence("CC0-1.0", "Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licence("ODbL-1.0", "Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence("ODC-By-1.0", "Open Data Commons Attribution License 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    Licence("OGL-UK-3.0", "Open Government Licence 3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
)
LICENCES = {licence.name: licence for licence in _LICENCES}
"""The licences that an office may choose from, by SPDX identifier."""


def licence_named(name: str) -> Licence:
    """The licence of that SPDX identifier. Raises ValueError with those there are."""
    if name not in LICENCES:
        raise ValueError(f"{name!r} is no licence known here: choose {', '.join(LICENCES)}")
    return LICENCES[name]
