"""What a table of comma-separated values says of itself: CSV on the Web metadata (W3C, 2015)."""

from typing import Any

from amicity.exports._credits import rights, title
from amicity.exports._tables import TABLE, Sort, Table, heading
from amicity.terms.export import Edition

CONTEXT = "http://www.w3.org/ns/csvw"
_DATATYPES = {Sort.TEXT: "string", Sort.INTEGER: "integer", Sort.NUMBER: "number", Sort.TRUTH: "boolean", Sort.DAY: "date"}


def whose(edition: Edition) -> dict[str, Any]:
    """Title, licence and rights, as CSVW's common properties."""
    told = {"dc:title": title(edition), "dc:license": {"@id": edition.licence.address}, "dc:rights": rights(edition)}
    return told | ({"dc:publisher": edition.publisher} if edition.publisher else {})


def described(table: Table, *, url: str) -> dict[str, Any]:
    """A table in the file at ``url``, with its columns, its key and where it refers to (CSVW lets no cell that refers be empty)."""
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "dc:title": heading(column),
            "dc:description": column.says,
            "datatype": _DATATYPES[column.sort],
        }
        | ({"required": True} if column.needed else {})
        for column in table.columns
    ]
    refers = [
        {"columnReference": column.name, "reference": {"resource": f"{column.refers}.csv", "columnReference": TABLE[column.refers].key[0]}}
        for column in table.columns
        if column.refers and column.needed
    ]
    schema = {"columns": columns, "primaryKey": list(table.key)} | ({"foreignKeys": refers} if refers else {})
    return {"url": url, "dc:description": table.says, "tableSchema": schema}
