"""What the API gives, typed: with ``given.py``, the schemas of ``docs/openapi.json``."""

from datetime import date
from typing import Any, Literal

from ninja import Field
from pydantic import BaseModel


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
    """An answer; ``known_at`` is the day at whose end it was known, where one was asked for."""

    name: str
    place: str
    as_of: date
    known_at: date | None
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
