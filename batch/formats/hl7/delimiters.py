"""The separators and escapes of an HL7 version 2 message, as its MSH, BHS or FHS segment sets them."""

import re
from dataclasses import dataclass
from functools import cached_property

from ...errors import FixedNoteError

_HEX = re.compile(r"X(?:[0-9A-Fa-f]{2}){1,20}")


class NotHl7(FixedNoteError):
    """No message of version 2."""

    message = "the file is no HL7 version 2 message: it must begin with MSH, BHS or FHS and its separators"


@dataclass(frozen=True)
class Delimiters:
    """The characters that part fields, components, repetitions and subcomponents, and the escape."""

    field: str
    component: str
    repetition: str
    escape: str
    subcomponent: str

    def text(self, raw: str) -> str:
        """What a raw value says. Escapes that are unknown or broken stay as they are."""
        return self._escapes.sub(self._meaning, raw) if self.escape in raw else raw

    def raw(self, text: str) -> str:
        """A text as a raw value; line ends become line breaks of formatted text."""
        line_break = f"{self.escape}.br{self.escape}"
        escaped = self._special.sub(self._escaped, text)
        return re.sub(r"\r\n|[\r\n\v\x1c]", lambda _: line_break, escaped)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            "F": self.field,
            "S": self.component,
            "R": self.repetition,
            "E": self.escape,
            "T": self.subcomponent,
        }

    @cached_property
    def _escapes(self) -> re.Pattern[str]:
        escape = re.escape(self.escape)
        return re.compile(f"{escape}([A-Z.][^{escape}\r\n]{{0,40}}){escape}")

    @cached_property
    def _special(self) -> re.Pattern[str]:
        return re.compile("[" + re.escape("".join(self._names.values())) + "]")

    def _escaped(self, match: re.Match[str]) -> str:
        name = next(name for name, sign in self._names.items() if sign == match[0])
        return f"{self.escape}{name}{self.escape}"

    def _meaning(self, match: re.Match[str]) -> str:
        written = match[1]
        if written in self._names:
            return self._names[written]
        if written in ("H", "N"):  # highlighting begins and ends
            return ""
        if re.fullmatch(r"\.(?:br|sp[+-]?\d*|ce)", written):
            return "\n"
        if re.fullmatch(r"\.(?:in[+-]?\d*|ti[+-]?\d*|sk[+-]?\d*|fi|nf)", written):
            return " "
        return _from_hex(written) or match[0]


def delimiters(segment: str) -> Delimiters:
    """Those that a header segment sets. Raises NotHl7."""
    field = segment[3:4]
    signs = segment[4:].split(field)[0] if field else ""
    chosen = (field, *signs[:4])
    if (
        len(chosen) != 5
        or len(set(chosen)) != 5
        or len(signs) > 5
        or any(c.isalnum() or c.isspace() for c in chosen)
    ):
        raise NotHl7
    return Delimiters(*chosen)


def _from_hex(written: str) -> str | None:
    if not _HEX.fullmatch(written):
        return None
    raw = bytes.fromhex(written[1:])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
