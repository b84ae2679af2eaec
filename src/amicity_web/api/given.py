"""What the API takes, typed: the bodies of what is sent to it."""

from typing import Annotated, Literal

from ninja import Field
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from amicity_web.api.parameters import Address, Dated, Line, Text, Words, sound


class Given(BaseModel):
    """What comes in: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class ReportGiven(Given):
    """A report to be read."""

    text: Text
    title: Line | None = None
    published: Dated | None = None
    publisher: Line | None = None
    address: Address | None = None
    grade: Literal["official", "city", "agency", "newspaper", "mirror", "machine", "ungraded"] = "ungraded"


class PlaceGiven(Given):
    """A place: by its key, or by its name, best with its country."""

    id: Line | None = None
    name: Line | None = None
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] | None = None


class EntryGiven(Given):
    """A fact entered by hand, and the document that it rests on."""

    kind: Line
    status: Literal["happened", "planned", "proposed", "hoped", "conditional", "denied"] = "happened"
    when: Dated | None = None
    roles: dict[Line, list[PlaceGiven | Line | Annotated[int, Field(ge=-(10**15), le=10**15)] | float]]
    words: Words = Field(description="What the document says, in one or two sentences")
    document: Words = Field(description="Which document: its title, its date, where it is kept")
    address: Address | None = None
    grade: Literal["official", "city", "agency", "newspaper", "mirror", "machine", "ungraded"] = "official"


class JudgementGiven(Given):
    """A judgement on a finding; ``judgement`` is what a withdrawal takes back."""

    verdict: Literal["accept", "reject", "withdraw"]
    reason: Line = ""
    judgement: Annotated[str, StringConstraints(max_length=20), AfterValidator(sound)] | None = None
