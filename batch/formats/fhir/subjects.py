"""Whose record a resource is."""

from collections.abc import Iterator
from typing import Any, Final

#: Elements that say whose record a resource is.
SUBJECTS: Final = ("subject", "patient", "beneficiary", "for", "individual")


def patient_of(root: dict[str, Any]) -> str | None:
    """The id of the one patient that a resource or Bundle is about; None where it names none or several."""
    ids = {id for resource in resources(root) if (id := _patient_id(resource)) is not None}
    return ids.pop() if len(ids) == 1 else None


def resources(root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The resources of a Bundle, or the one resource."""
    if root.get("resourceType") != "Bundle":
        yield root
        return
    for entry in root.get("entry", []):
        resource = entry.get("resource")
        if isinstance(resource, dict):
            yield from resources(resource)


def subject_of(resource: dict[str, Any]) -> dict[str, Any] | None:
    """The reference by which a resource names its patient; None where it names none."""
    found = (resource.get(name) for name in SUBJECTS)
    return next((reference for reference in found if isinstance(reference, dict)), None)


def _patient_id(resource: dict[str, Any]) -> str | None:
    id = resource.get("id")
    if resource.get("resourceType") == "Patient":
        return id if isinstance(id, str) else None
    reference = (subject_of(resource) or {}).get("reference")
    if not isinstance(reference, str) or not ("Patient/" in reference or reference.startswith("urn:")):
        return None
    return reference.partition("/_history/")[0].rpartition("/")[2].removeprefix("urn:uuid:") or None
