"""The form of an import: a table given as a file or pasted, carried from preview to confirmation, and what its columns hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError

from amicity.sources import SourceError, load_all_bytes
from amicity.sources.table import FIELDS, MEDIA
from amicity.terms.report import Grade, Report
from amicity_web.desk.forms import GRADES
from amicity_web.desk.preview import Preview

_SALT = "desk.import"
_DAY = 86_400
_COLUMN = re.compile(r"column-(\d{1,3})")
_TEXTS = ("text/plain", "text/csv", MEDIA)


class CarriedError(Exception):
    """What a preview carried cannot be read any more; the message says what to do."""


class TableForm(forms.Form):
    """A table: a file, rows pasted from a spreadsheet, or one that a preview carries."""

    file = forms.FileField(required=False, help_text="CSV, TSV, Excel (XLSX) or LibreOffice (ODS), up to 20 MB and 5,000 rows.")
    text = forms.CharField(
        required=False,
        label="Or paste",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "class": "mono", "wrap": "off"}),
        help_text="Mark the cells in your spreadsheet, heads included, copy, and paste them here.",
    )
    sheet = forms.CharField(required=False, max_length=100, help_text="Of a workbook with several, the sheet to take.")
    place = forms.CharField(
        required=False, max_length=200, label="Whose partners", help_text="If the table names the partners only: Shenyang (CN)."
    )
    grade = forms.ChoiceField(choices=GRADES, initial=Grade.UNGRADED.value, help_text="How near the table stands to what it tells.")
    carried = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """One of file, paste and what is carried."""
        given = super().clean() or {}
        ways = [bool(given.get("file")), bool((given.get("text") or "").strip()), bool(given.get("carried"))]
        if sum(ways) != 1:
            raise ValidationError("Give a file or paste the rows: one of the two.")
        if given.get("file") and given["file"].size > settings.UPLOAD_LIMIT:
            raise ValidationError(f"The file is larger than {settings.UPLOAD_LIMIT // 2**20} MB: import it by the command line.")
        return given


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column with what it is taken to hold and its first cells."""

    number: int
    head: str
    field: str
    cells: tuple[str, ...]


def given_table(form: TableForm, *, by: str) -> Report:
    """The table as a report; nothing is written. Raises SourceError and CarriedError."""
    given = form.cleaned_data
    if given["carried"]:
        table = _uncarried(given["carried"])
    elif given["file"]:
        table = _sheet(given["file"].read(), source=f"upload/{given['file'].name}", wanted=given["sheet"])
    else:
        text = given["text"].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        table = Report(source=f"paste/{by}", text=f"{text}\n", title="Pasted table")
    return replace(table, media=MEDIA, owner=given["place"].strip() or None)


def carried(table: Report) -> str:
    """The table in a hidden field, signed, so that what is confirmed is what was shown."""
    return signing.dumps({"text": table.text, "source": table.source, "title": table.title}, salt=_SALT, compress=True)


def chosen_columns(posted: Mapping[str, str]) -> dict[str, str] | None:
    """What each column holds, as the selects say; None where there were none yet."""
    chosen = {f"#{match.group(1)}": field for name, field in posted.items() if (match := _COLUMN.fullmatch(name))}
    return dict.fromkeys(FIELDS, "") | {field: number for number, field in chosen.items() if field} if chosen else None


def told_columns(shown: Preview) -> list[ColumnShown]:
    """The columns of a preview, for its selects."""
    fields = {number: field for field, number in shown.columns.fields.items()}
    return [
        ColumnShown(number + 1, head, fields.get(number, ""), tuple(row[number] for row in shown.sample if number < len(row))[:3])
        for number, head in enumerate(shown.columns.heads)
    ]


def _uncarried(written: str) -> Report:
    try:
        told = signing.loads(written, salt=_SALT, max_age=_DAY)
    except signing.BadSignature:
        raise CarriedError("This preview is older than a day or was changed on its way: give the table again.") from None
    return Report(source=told["source"], text=told["text"], title=told["title"])


def _sheet(content: bytes, *, source: str, wanted: str) -> Report:
    """The one sheet or text that is meant: that of the name, else the first that names partners. Raises SourceError."""
    found = [each for each in load_all_bytes(content, source=source) if isinstance(each, Report) and each.media in _TEXTS]
    named = [each for each in found if not wanted or (each.title or "").casefold() == wanted.strip().casefold()]
    if not named:
        sheets = ", ".join(each.title or each.source for each in found) or "none"
        raise SourceError("is no table" if not found else f"has no sheet {wanted!r}", source, f"its sheets are {sheets}")
    return next((each for each in named if each.media == MEDIA), named[0])
