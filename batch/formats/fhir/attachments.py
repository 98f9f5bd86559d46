"""Attachments of FHIR resources and Binary: text is redacted, what can't be read is withheld."""

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, Final

from ..draft import Drafts
from ..nested import Nested, document
from .json import DROPPED, MASKED, Number

MEDIA_TYPE: Final = re.compile(
    r"((?:application|audio|font|image|message|model|multipart|text|video)/[A-Za-z0-9][A-Za-z0-9.+-]{0,90})"
    r"(?:\s*;\s*charset=\"?([A-Za-z0-9_.:-]{1,40})\"?)?"
)
#: The base64 of a SHA-1.
SHA1: Final = re.compile(r"[A-Za-z0-9+/]{27}=")


def attachment(node: dict[str, Any], place: str, drafts: Drafts, nested: list[Nested]) -> tuple[str, ...]:
    """Take in an Attachment's or a Binary's data; the names of the elements that are done.

    Its size follows the new data. Its hash goes when the data changes, since it would tell what it was.
    """
    kind, data, hash = node.get("contentType"), node.get("data"), node.get("hash")
    match = MEDIA_TYPE.fullmatch(kind) if isinstance(kind, str) else None
    if kind is not None and match is None:
        node["contentType"] = DROPPED
    raw = _decoded(data)
    media, charset = (match[1].lower(), match[2]) if match else ("", None)
    redacted = None if raw is None else document(raw, media, charset, f"{place}.data", drafts, nested)
    if data is None or raw is None or redacted is None:
        node.update({name: MASKED for name in ("data",) if name in node})
        node.update({name: DROPPED for name in ("hash",) if name in node})
        return ("contentType", "data", "hash")

    def unless_changed(value: object, otherwise: Callable[[bytes], object]) -> Callable[[], object]:
        return lambda: value if redacted() == raw else otherwise(redacted())

    node["data"] = unless_changed(data, lambda new: base64.b64encode(new).decode("ascii"))
    size = node.get("size")
    if isinstance(size, Number):
        node["size"] = unless_changed(size, lambda new: Number(len(new)))
    if hash is not None:
        node["hash"] = unless_changed(hash if SHA1.fullmatch(str(hash)) else DROPPED, lambda _: DROPPED)
    return ("contentType", "data", "hash", "size")


def _decoded(data: object) -> bytes | None:
    if not isinstance(data, str) or isinstance(data, Number):
        return None
    try:
        return base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
