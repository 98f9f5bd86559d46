"""FHIR R4 in JSON: one resource or Bundle a file, or a resource a line (NDJSON, as bulk exports are).

Every value is taken by its type in R4. Names, addresses, telecoms, identifiers, dates and ids are fields;
narratives, notes, displays, attachments and all other text are passages. What R4 does not know is dropped;
attachments that can't be read, photographs and signatures are withheld with R4's data-absent-reason
"masked", and so is a typed value that can't hold what the policy puts there ("[DATE]").
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from ...encoding import Decoded, decode
from ...errors import FixedNoteError
from ..draft import known_values
from ..nested import with_nested
from ..record import Record
from .conditions import conditions as conditions_of
from .conditions import with_conditions
from .json import dump, parse
from .schema import is_resource
from .subjects import patient_of
from .walk import Walk

__all__ = ["NotFhir", "conditions_of", "read", "split"]


class NotFhir(FixedNoteError):
    """JSON that is no resource of R4."""

    message = "the JSON is no FHIR R4 resource: its resourceType or an entry is missing or unknown"


def read(raw: bytes, *, encoding: str | None = None, conditions: bool = False) -> Record:
    """One resource or Bundle. With `conditions`, the codes found come with it as Condition resources.

    Raises NotFhir, BrokenJson, and UndecodableNote or BinaryNote for bytes that are no text.
    """
    decoded = decode(raw, encoding)
    root = parse(decoded.text)
    if (
        not isinstance(root, dict)
        or not is_resource(root.get("resourceType"))
        or not _entries_are_objects(root)
    ):
        raise NotFhir
    patient = patient_of(root)
    walk = Walk()
    walk.resource(root, root["resourceType"])
    found = walk.intake
    record = found.drafts.record(known_values(found.known), patient, lambda: _written(root, decoded))
    record = with_nested(record, found.nested)
    return with_conditions(record, encoding) if conditions else record


def split(file: BinaryIO) -> Iterator[bytes]:
    """The resources of an NDJSON file, one a line; empty lines go with the line before them."""
    held = b""
    for line in file:
        if held.strip() and line.strip():
            yield held
            held = b""
        held += line
    if held:
        yield held


def _entries_are_objects(root: dict[str, Any]) -> bool:
    entries = root.get("entry", [])
    return root["resourceType"] != "Bundle" or (
        isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    )


def _written(root: dict[str, Any], decoded: Decoded) -> bytes:
    return decoded.encode(dump(root, decoded.text))
