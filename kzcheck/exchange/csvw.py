"""The sidecar of a CSV, which describes its columns (W3C CSV on the Web, tabular metadata)."""

import json
from collections.abc import Sequence

from kzcheck.exchange.columns import Column, Row

GUARD_NOTE = (
    "A cell that starts with an apostrophe before one of = + - @, tab, CR or LF was guarded against "
    "formula injection: the first apostrophe is not part of the value."
)


def sidecar_name(name: str) -> str:
    """Return the file name under which readers look for the metadata of the CSV called `name`."""
    return f"{name}-metadata.json"


def describe(name: str, columns: Sequence[Column[Row]], primary_key: Sequence[str]) -> str:
    """Return the sidecar of the CSV called `name`, as JSON."""
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:description": GUARD_NOTE,
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "lineTerminators": ["\r\n"],
        },
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "datatype": column.datatype,
                    "dc:description": column.description,
                }
                for column in columns
            ],
            "primaryKey": list(primary_key),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
