"""American states as news agencies shorten them: "Norfolk, Va.", "Galveston (Tex.)"."""

import re

COUNTRY = "US"
_STATES = {
    **{"Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Cal": "California", "Colo": "Colorado"},
    **{"Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana"},
    **{"Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan"},
    **{"Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada"},
    **{"N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina"},
    **{"N.D": "North Dakota", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island"},
    **{"S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia"},
    **{"Wash": "Washington", "W.Va": "West Virginia", "Wis": "Wisconsin", "Wyo": "Wyoming"},
}
_SHORT = re.compile(rf"(?:, | \()({'|'.join(re.escape(name) for name in sorted(_STATES, key=len, reverse=True))})\.\)?")


def state_behind(text: str, end: int) -> tuple[str, int] | None:
    """The state that stands shortened behind a town's name, and where it ends; None where none does."""
    match = _SHORT.match(text, end)
    return (_STATES[match[1]], match.end()) if match else None
