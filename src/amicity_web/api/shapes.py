"""What the API takes and gives, typed: the schemas of ``docs/openapi.json``."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from amicity.terms.partial_date import PartialDate

MOST = 200
"""How many things one page has at most."""


class Says:
    """The description of a parameter: ninja passes over the one in ``Field``."""

    def __init__(self, description: str) -> None:
        self.description = description

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The type's schema with the description."""
        return handler(core) | {"description": self.description}


def _sound(text: str) -> str:
    if "\0" in text:
        raise ValueError("holds a NUL character")
    return text


def _dated(text: str) -> str:
    return PartialDate(text).edtf


def _web(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError("is no web address: it begins with https:// or http://")
    return text


Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_sound)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(_sound)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5_000_000), AfterValidator(_sound)]


def _day(given: object) -> object:
    """A day is written out: a bare number, which pydantic takes for seconds, is none."""
    if isinstance(given, str) and not _WRITTEN.fullmatch(given):
        raise ValueError("is no day: write 2022-10-17")
    return given


_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d")
Dated = Annotated[str, StringConstraints(max_length=40), AfterValidator(_dated)]
Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_sound), AfterValidator(_web)]
Limit = Annotated[int, Field(ge=1, le=MOST), Says("How many at most.")]
Within = Annotated[int, Field(ge=0, le=3660), Says("Days, where the question looks ahead.")]
Cursor = Annotated[str, Field(max_length=1024), Says("Where the page before ended: follow `next` instead of writing one.")]
Key = Annotated[str, Field(max_length=300), Says("A place’s key, slug or name; a name may be followed by its country (Karachi,PK).")]
Day = Annotated[date | None, BeforeValidator(_day), Says("As of this day: 2022-10-17. Today where none is given.")]
Since = Annotated[date | None, BeforeValidator(_day), Says("The earlier day, where the question is about two.")]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$|^$"), Says("ISO 3166-1 alpha-2.")]
Batch = Annotated[str, Field(max_length=8000), Says("JSON, as the Reconciliation Service API 0.2 has it; send what is longer by POST.")]
Offset = Annotated[int, Field(ge=0, le=1000), Says("How many suggestions to pass over.")]
Search = Annotated[str, Field(max_length=300), Says("A part of a name, whatever its accents and case.")]
Name = Annotated[str, Field(max_length=100), Says("One of those that the list gives.")]
KindName = Annotated[str, Field(max_length=100), Says("The kind, such as `relation` or `agreement`.")]
TieKey = Annotated[str, Field(max_length=600), Says("A tie’s id: geonames-1174872+geonames-2034937 (in a query write + as %2B).")]
DayText = Annotated[str, Field(max_length=40), Says("As of this day: 2022-10-17.")]
TypeName = Annotated[str, Field(max_length=300), Says("City, Region or Country.")]
Identity = Annotated[str, Field(max_length=300), Says("The id of a place, a type or a property.")]
Digest = Annotated[str, Field(max_length=64), Says("A report’s digest: the SHA-256 of its text.")]
FindingKey = Annotated[str, Field(max_length=20), Says("A finding’s id.")]


class Given(BaseModel):
    """What comes in: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class FieldError(BaseModel):
    """What is wrong with one field."""

    where: str
    says: str


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldError] = Field(default_factory=list)


class Place(BaseModel):
    """A place of the register."""

    key: str
    slug: str
    name: str | None
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    country_name: str
    level: str
    latitude: float | None
    longitude: float | None
    population: int | None
    ties: int = Field(description="How many ties it has, in whatever state")
    url: str


class Places(BaseModel):
    """A page of places."""

    items: list[Place]
    next: str | None


class Party(BaseModel):
    """A side of a tie."""

    key: str
    name: str | None
    country: str | None
    level: str
    latitude: float | None
    longitude: float | None


class TieLine(BaseModel):
    """A tie in a list."""

    id: str
    parties: list[Party]
    form: str | None
    status: Literal["standing", "suspended", "ended", "prospect"]
    since: str | None = Field(description="EDTF: since when in this form")
    domestic: bool
    findings: int = Field(description="How many findings tell of it")
    url: str


class Ties(BaseModel):
    """A page of ties; with ``as_of`` it may hold fewer than the limit and still have a next one."""

    items: list[TieLine]
    next: str | None


class Step(BaseModel):
    """A step in the life of a tie."""

    change: str
    status: str
    form: str | None
    paper: str | None
    when: str | None
    counts: bool
    findings: list[str]


class NoteShape(BaseModel):
    """What to be careful of."""

    concern: str
    says: str
    findings: list[str]


class Evidence(BaseModel):
    """The passage under a claim."""

    finding: str
    quote: str
    report: str
    title: str | None
    published: str | None
    start: int
    end: int
    status: str
    confidence: str
    judged_by: str | None
    judged_at: str | None
    by_policy: bool


class Tie(TieLine):
    """One tie with its life and its evidence."""

    begun: str | None = Field(description="EDTF: since when in any form")
    steps: list[Step]
    notes: list[NoteShape]
    evidence: list[Evidence]


class RulingShape(BaseModel):
    """What the judgements on a finding come to."""

    fate: Literal["accepted", "corrected", "rejected", "waiting"]
    by: str | None
    at: str | None
    reason: str
    by_policy: bool
    judgement: str | None


class FindingShape(BaseModel):
    """A finding as it was read (the codebook’s shape), and as corrected where somebody did."""

    id: str
    ruling: RulingShape
    finding: dict[str, Any] = Field(description="The codebook’s shape (docs/method.md)")
    correction: dict[str, Any] | None
    report: str
    url: str | None


class Findings(BaseModel):
    """A page of findings."""

    items: list[FindingShape]
    next: str | None


class ReportLine(BaseModel):
    """A report in a list."""

    digest: str
    title: str | None
    publisher: str | None
    published: str | None
    address: str | None
    language: str | None
    grade: str


class Reports(BaseModel):
    """A page of reports."""

    items: list[ReportLine]
    next: str | None


class Report(ReportLine):
    """One report; the digest is the SHA-256 of its text."""

    text: str
    media: str
    fetched: str | None


class ReportTaken(BaseModel):
    """What became of a report that was sent."""

    digest: str
    known: bool = Field(description="Whether it was here already; then nothing was added")
    findings: int = Field(description="How many findings are new. They wait for a judgement, but for those that a policy admits")
    waiting: str = Field(description="The address at which they wait")


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
    judgement: Annotated[str, StringConstraints(max_length=20), AfterValidator(_sound)] | None = None


class JudgementShape(BaseModel):
    """A judgement as it was passed."""

    id: str
    verdict: str
    subjects: list[str]
    by: str
    at: str
    reason: str = ""
    correction: dict[str, Any] | None = None
    policy: dict[str, Any] | None = None


class Judgements(BaseModel):
    """All judgements on a finding, and their withdrawals, in the order in which they were passed."""

    items: list[JudgementShape]
    state: str = Field(description="The ETag of the finding as it stands: what If-Match wants")


class Question(BaseModel):
    """A question that the register answers."""

    name: str
    question: str
    url: str


class Questions(BaseModel):
    """Every question."""

    items: list[Question]


class TableShape(BaseModel):
    """A table of an answer: ``columns`` are names with headings; each row has its cells by name, ``findings`` and perhaps ``entry``."""

    title: str
    columns: dict[str, str]
    rows: list[dict[str, Any]]


class AnswerShape(BaseModel):
    """An answer."""

    name: str
    place: str
    as_of: date
    title: str
    sentences: list[str]
    tables: list[TableShape]
    notes: list[str]


class Figure(BaseModel):
    """A published number."""

    id: str
    about: list[Party]
    measure: str
    value: int | float | str
    comparator: str
    unit: str | None
    scope: str | None
    counted_by: str | None
    when: str | None
    findings: list[str]


class Figures(BaseModel):
    """A page of figures."""

    items: list[Figure]
    next: str | None


class Promise(BaseModel):
    """A promise, as it stands on the day."""

    id: str
    by: list[Party]
    to: list[Party]
    action: str
    strength: str | None
    fields: list[str]
    due: str | None
    state: Literal["open", "kept", "lapsed", "withdrawn"]
    findings: list[str]
    kept_by: list[str]


class Promises(BaseModel):
    """A page of promises."""

    items: list[Promise]
    next: str | None


class Format(BaseModel):
    """A format in which the register is written."""

    name: str
    says: str
    suffix: str
    media: str
    url: str


class Formats(BaseModel):
    """Every format."""

    items: list[Format]


class Health(BaseModel):
    """Whether the site and its store answer."""

    status: Literal["ok"]
