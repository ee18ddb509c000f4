"""The tables of fields as JSON Schemas (draft 2020-12), so that editors explain and check while somebody types."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from build_site.fields import withdrawal
from build_site.fields.parts import CORRECTION, REDACTION, REVIEW, Access
from build_site.fields.rights import PARTS, SPDX, STATEMENTS
from build_site.fields.table import FIELDS, PERSONAL_DATA
from build_site.registers.entries import PERSON, SOURCE, TOPIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_site.fields.field import Field

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LINE: Schema = {"type": ["string", "number", "boolean", "null"]}
_NEEDED: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_TRUTH: Schema = {"enum": [True, False, "true", "false", "yes", "no"]}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}
_ONE = r"(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?)?[?~%]?"
_EDTF: Schema = {
    "anyOf": [
        {"type": "null"},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "string", "pattern": rf"^(?:|~|{_ONE}(?:/(?:|\.\.|{_ONE}))?)$"},
    ]
}
_URL: Schema = {"type": "string", "pattern": r"^https?://[^\s<>\"'`\\@/?#]+(?:[/?#][^\s<>\"'`\\]*)?$"}
_WIKIDATA: Schema = {"type": "string", "pattern": r"^Q[1-9]\d{0,11}$"}
_LANGUAGE: Schema = {"type": "string", "pattern": r"^[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|\d{3}))?$"}
_SHA256: Schema = {"type": "string", "pattern": r"^[0-9a-fA-F]{64}$"}
_PLACE: Schema = {"type": "string", "pattern": r"^[a-z0-9]+(?:-[a-z0-9]+)*$"}
_HOST: Schema = {"type": "string", "pattern": r"^(?!www\.)(?:[a-z0-9-]+\.)+[a-z]{2,}$"}
_PHRASE: Schema = {"type": "string", "pattern": r"^\w[\w'’-]*\*?(?: \w[\w'’-]*\*?)*$"}


def _list(item: Schema) -> Schema:
    """One item alone is a list of one; no item stands twice."""
    return {"anyOf": [{"type": "array", "items": item, "uniqueItems": True}, item, {"type": "null"}]}


def _object(fields: Mapping[str, Field], kinds: Mapping[str, Schema]) -> Schema:
    """Make an object of a table: names, rules and examples are the table's own; `kinds` gives each value's form."""
    properties = {
        name: {"description": field.rule, "examples": [field.example], **kinds.get(name, {})}
        for name, field in fields.items()
    }
    needed = [name for name, field in fields.items() if field.required]
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": needed} if needed else made


# An address may be written with or without scheme, www. and the last slash, as the parser reads it.
_ADDRESSES = "|".join(re.escape(uri.partition("://")[2].rstrip("/")) for uri in STATEMENTS)
_STATEMENT: Schema = {
    "anyOf": [
        {"enum": [*STATEMENTS, *SPDX]},
        {"type": "string", "pattern": rf"^(?:https?://(?:www\.)?)?(?:{_ADDRESSES})/*$"},
    ]
}
_RIGHTS: Schema = {
    "anyOf": [_STATEMENT, _object(PARTS, {"statement": _STATEMENT, "holder": _LINE, "note": _LINE})],
}
_REVIEW = _object(REVIEW, {"by": _NEEDED, "on": _DAY})
_REDACTION = _object(REDACTION, {"passage": {"type": "string", "minLength": 3}, "reason": _NEEDED})
_CORRECTION = _object(CORRECTION, {"on": _DAY, "note": _NEEDED})
_WITHDRAWAL = _object(withdrawal.PARTS, {"on": _DAY, "reason": {"enum": list(withdrawal.REASONS)}})

_RECORD: dict[str, Schema] = {
    "title": _NEEDED,
    "subtitle": _LINE,
    "source": _NEEDED,
    "url": _URL,
    "archived_url": _URL,
    "byline": _list(_NEEDED),
    "published": _EDTF,
    "language": _LANGUAGE,
    "topics": _list(_NEEDED),
    "people": _list(_NEEDED),
    "summary": _LINE,
    "rights": _RIGHTS,
    "access": {"enum": [str(option) for option in Access]},
    "withdrawn": _WITHDRAWAL,
    "formerly": _list(_NEEDED),
    "notes": _LINE,
    "text_sha256": _SHA256,
    "accessioned": _DAY,
    "reviewed": _REVIEW,
    "names_checked": _REVIEW,
    "embargo": _DAY,
    "redactions": _list(_REDACTION),
    "corrections": _list(_CORRECTION),
    "editors_note": _LINE,
    "personal_data": _list({"enum": list(PERSONAL_DATA)}),
    "sensitivity": _list(_NEEDED),
    "outcome": _LINE,
    "noindex": _TRUTH,
    "draft": _TRUTH,
}
_PERSON: dict[str, Schema] = {
    "name": _NEEDED,
    "sort_name": _NEEDED,
    "aliases": _list(_NEEDED),
    "note": _LINE,
    "wikidata": _WIKIDATA,
    "unlisted": _TRUTH,
    "page": _TRUTH,
}
_TOPIC: dict[str, Schema] = {
    "label": _NEEDED,
    "scope": _LINE,
    "broader": _NEEDED,
    "aliases": _list(_NEEDED),
    "match": {
        "type": "object",
        "properties": {"iptc": {"type": "string", "pattern": r"^medtop:\d{8}$"}, "wikidata": _WIKIDATA},
        "additionalProperties": False,
    },
    "words": {"type": "object", "patternProperties": {"^[1-5]$": _list(_PHRASE)}, "additionalProperties": False},
}
_SOURCE: dict[str, Schema] = {
    "name": _NEEDED,
    "kind": _LINE,
    "aliases": _list(_NEEDED),
    "domains": _list(_HOST),
    "note": _LINE,
    "wikidata": _WIKIDATA,
}


def record_schema() -> Schema:
    """Return the schema of a record."""
    return {"$schema": _DIALECT, "title": "Record of an article", **_object(FIELDS, _RECORD)}


def register_schema(name: str) -> Schema:
    """Return the schema of a register: `people`, `topics` or `sources`."""
    entry = {
        "people": lambda: _object(PERSON, _PERSON),
        "topics": lambda: _object(TOPIC, _TOPIC),
        "sources": lambda: _object(SOURCE, _SOURCE),
    }[name]()
    entries = {"type": ["object", "null"], "propertyNames": _PLACE, "additionalProperties": entry}
    others: Schema = {"not_people": _list(_NEEDED)} if name == "people" else {}
    return {
        "$schema": _DIALECT,
        "title": f"Register of {name}",
        "type": ["object", "null"],
        "properties": {name: entries, **others},
        "additionalProperties": False,
    }


def schema_files() -> dict[str, bytes]:
    """Return path → content of the schemas, as they stand in every archive."""
    schemas = {"record": record_schema(), **{name: register_schema(name) for name in ("people", "topics", "sources")}}
    return {
        f"schemas/{name}.schema.json": f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()
        for name, schema in schemas.items()
    }
