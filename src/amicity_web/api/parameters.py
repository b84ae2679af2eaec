"""What the API is asked with: the types of its parameters, and of the texts that are sent to it."""

import re
from datetime import date
from typing import Annotated

from ninja import Field
from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, StringConstraints
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


def sound(text: str) -> str:
    """The text, where it holds no NUL. Raises ValueError."""
    if "\0" in text:
        raise ValueError("holds a NUL character")
    return text


def _dated(text: str) -> str:
    return PartialDate(text).edtf


def _web(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError("is no web address: it begins with https:// or http://")
    return text


Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(sound)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(sound)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=5_000_000), AfterValidator(sound)]


def _day(given: object) -> object:
    """A day is written out: a bare number, which pydantic takes for seconds, is none."""
    if isinstance(given, str) and not _WRITTEN.fullmatch(given):
        raise ValueError("is no day: write 2022-10-17")
    return given


_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d")
Dated = Annotated[str, StringConstraints(max_length=40), AfterValidator(_dated)]
Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(sound), AfterValidator(_web)]
Limit = Annotated[int, Field(ge=1, le=MOST), Says("How many at most.")]
Within = Annotated[int, Field(ge=0, le=3660), Says("Days, where the question looks ahead.")]
Cursor = Annotated[str, Field(max_length=1024), Says("Where the page before ended: follow `next` instead of writing one.")]
Key = Annotated[str, Field(max_length=300), Says("A place’s key, slug or name; a name may be followed by its country (Karachi,PK).")]
Day = Annotated[date | None, BeforeValidator(_day), Says("As of this day: 2022-10-17. Today where none is given.")]
Known = Annotated[
    date | None,
    BeforeValidator(_day),
    Says("As was known at the end of this day (UTC): 2022-10-17. All that is known where none is given."),
]
Since = Annotated[date | None, BeforeValidator(_day), Says("The earlier day, where the question is about two.")]
Country = Annotated[str, Field(pattern="^[A-Za-z]{2}$|^$"), Says("ISO 3166-1 alpha-2.")]
Batch = Annotated[str, Field(max_length=8000), Says("JSON, as the Reconciliation Service API 0.2 has it; send what is longer by POST.")]
Offset = Annotated[int, Field(ge=0, le=1000), Says("How many suggestions to pass over.")]
Search = Annotated[str, Field(max_length=300), Says("A part of a name, whatever its accents and case.")]
Name = Annotated[str, Field(max_length=100), Says("One of those that the list gives.")]
KindName = Annotated[str, Field(max_length=100), Says("The kind, such as `relation` or `agreement`.")]
TieKey = Annotated[str, Field(max_length=600), Says("A tie’s id: geonames-1174872+geonames-2034937 (in a query write + as %2B).")]
DayText = Annotated[str, Field(max_length=40), Says("As of this day: 2022-10-17.")]
KnownText = Annotated[str, Field(max_length=40), Says("As was known at the end of this day (UTC): 2022-10-17.")]
TypeName = Annotated[str, Field(max_length=300), Says("City, Region or Country.")]
Identity = Annotated[str, Field(max_length=300), Says("The id of a place, a type or a property.")]
Digest = Annotated[str, Field(max_length=64), Says("A report’s digest: the SHA-256 of its text.")]
FindingKey = Annotated[str, Field(max_length=20), Says("A finding’s id.")]
