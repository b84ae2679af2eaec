"""The register as tables that refer to each other: CSV (RFC 4180) with a Data Package (version 2) and CSVW metadata, in one ZIP."""

import json
from typing import Any

from amicity.exports._archive import zipped
from amicity.exports._credits import PLACES, provenance, rights, title
from amicity.exports._csvw import CONTEXT, described, whose
from amicity.exports._rfc4180 import written
from amicity.exports._tables import TABLE, TABLES, Column, Sort, Table, rows_of
from amicity.exports._then import then
from amicity.register.wording import plain
from amicity.terms.export import Edition, Export
from amicity.terms.register import Register

_PROFILE = "https://datapackage.org/profiles/2.0/"
_TYPES = {Sort.TEXT: "string", Sort.INTEGER: "integer", Sort.NUMBER: "number", Sort.TRUTH: "boolean", Sort.DAY: "date"}


def write(edition: Edition) -> bytes:
    """A CSV a table, ``datapackage.json``, ``csv-metadata.json``, the licence and a page that says what is what."""
    held = then(edition)
    tables = {table: written([c.name for c in table.columns], rows_of(table, edition, held)) for table in TABLES}
    described_ = [described(table, url=f"{table.name}.csv") for table in TABLES]
    return zipped(
        {
            "README.md": _readme(edition, held).encode(),
            "LICENCE.txt": f"{rights(edition)}\n".encode(),
            "datapackage.json": _json(_package(edition, held)),
            "csv-metadata.json": _json({"@context": CONTEXT} | whose(edition) | {"tables": described_}),
            **{f"{table.name}.csv": content for table, content in tables.items()},
        }
    )


def _package(edition: Edition, held: Register) -> dict[str, Any]:
    licence = edition.licence
    return {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": "register",
        "title": title(edition),
        "description": provenance(edition, held),
        "version": edition.day.isoformat(),
        "licenses": [{"name": licence.name, "path": licence.address, "title": licence.title}],
        "sources": [{"title": PLACES, "path": "https://www.geonames.org/"}],
        **({"contributors": [{"title": edition.publisher, "roles": ["publisher"]}]} if edition.publisher else {}),
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    refers = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": [TABLE[column.refers].key[0]]}}
        for column in table.columns
        if column.refers
    ]
    schema = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": refers,
    }
    return {
        "$schema": f"{_PROFILE}dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.says,
        "schema": schema if refers else {name: said for name, said in schema.items() if name != "foreignKeys"},
    }


def _field(column: Column) -> dict[str, Any]:
    needed = {"constraints": {"required": True}} if column.needed else {}
    return {"name": column.name, "type": _TYPES[column.sort], "description": column.says} | needed


def _readme(edition: Edition, held: Register) -> str:
    listed = "".join(f"- `{table.name}.csv`: {table.says}\n" for table in TABLES)
    columns = "".join(
        f"\n## {plain(table.name).capitalize()}\n\n" + "".join(f"- `{column.name}`: {column.says}\n" for column in table.columns)
        for table in TABLES
    )
    notes = (
        "`datapackage.json` (Data Package 2) and `csv-metadata.json` (CSV on the Web) say the same to programs.\n"
        "A cell that a spreadsheet would take for a formula begins with an apostrophe.\n"
    )
    return f"# {title(edition)}\n\n{provenance(edition, held)}\n\n{rights(edition)}\n\n{listed}\n{notes}{columns}"


def _json(said: dict[str, Any]) -> bytes:
    return f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()


EXPORT = Export(
    "datapackage",
    "all tables of the register as CSV in one archive, each column described",
    "zip",
    "application/zip",
    write,
    "for R, pandas, Frictionless and archives (Data Package 2, CSV on the Web)",
    "https://datapackage.org/standard/data-package/",
)
