"""Encapsulated data (ED) in OBX-5: documents that can be read are redacted, all others are left out."""

import base64
import binascii
from collections.abc import Callable
from typing import Final

from ..draft import Drafts
from ..nested import Nested, document
from .delimiters import Delimiters
from .rules import MEDIA
from .tree import Leaf, Tree, leaves

#: The component that holds the data; before it stand source, type, subtype and encoding.
DATA: Final = 5


def encapsulated(value: Tree, signs: Delimiters, place: str, drafts: Drafts, nested: list[Nested]) -> None:
    """Take in the data of one ED value; what follows it is left out."""
    words = [
        signs.text("".join(leaf.raw for leaf in leaves(part))).strip().lower() for part in value.parts[1:4]
    ]
    kind, subtype, encoding = (*words, "", "", "")[:3]
    media = MEDIA.get(subtype) or MEDIA.get(kind) or ""
    for number, part in enumerate(value.parts[DATA - 1 :], start=DATA):
        data = Leaf(part.written())
        part.parts, part.leaf = [], data
        new = None
        if number == DATA:
            raw = _decoded(data.raw, encoding, signs)
            new = None if raw is None else document(raw, media, None, place, drafts, nested)
            if raw is not None and new is not None:
                data.new = _writer(data.raw, raw, encoding, new, signs)
                continue
        data.new = ""


def _decoded(raw: str, encoding: str, signs: Delimiters) -> bytes | None:
    try:
        if encoding == "base64":
            return base64.b64decode("".join(signs.text(raw).split()), validate=True)
        if encoding == "hex":
            return bytes.fromhex(signs.text(raw))
    except (binascii.Error, ValueError):
        return None
    return signs.text(raw).encode("utf-8") if encoding in ("a", "") else None


def _writer(
    before: str, raw: bytes, encoding: str, new: Callable[[], bytes], signs: Delimiters
) -> Callable[[], str]:
    def written() -> str:
        redacted = new()
        if redacted == raw:
            return before
        if encoding == "base64":
            return base64.b64encode(redacted).decode("ascii")
        return redacted.hex().upper() if encoding == "hex" else signs.raw(redacted.decode("utf-8"))

    return written
