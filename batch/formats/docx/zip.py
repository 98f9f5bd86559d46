"""The parts of a DOCX file, read from its ZIP archive within bounds."""

import io
import posixpath
import re
import zipfile
import zlib
from typing import Final

from ...errors import FixedNoteError

MAX_MEMBERS: Final = 4_000
#: Of one part and of all parts read together, once expanded. Pictures are never expanded.
MAX_PART: Final = 32 * 1024 * 1024
MAX_TOTAL: Final = 64 * 1024 * 1024
#: A part may grow this much beyond what it takes in the archive; WordprocessingML stays far below.
MAX_RATIO: Final = 250
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
#: What zipfile raises for an archive that is damaged; ValueError where an offset points before the file.
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError),
)
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_MACROS: Final = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


class NotDocx(FixedNoteError):
    """No archive of a Word document."""

    message = "the file is no DOCX document; save it again in Word's own format"


class EncryptedDocument(FixedNoteError):
    """A document with a password, or of Word's old binary format."""

    message = "the document is encrypted or in an old binary format; save it as DOCX without a password"


class MacroDocument(FixedNoteError):
    """A document with macros."""

    message = "the document holds macros, which are refused; save it as plain DOCX"


class UnsafeArchive(FixedNoteError):
    """An archive whose parts leave their folder, have one name twice or expand without measure."""

    message = "the DOCX is a hostile or broken archive: its parts clash, escape or expand beyond the limit"


class Parts:
    """The parts of one archive, by name; what is expanded of them all together is bounded."""

    def __init__(self, raw: bytes) -> None:
        if raw.startswith(_OLE):
            raise EncryptedDocument
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise NotDocx from None
        self._left = MAX_TOTAL
        self._check()

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnsafeArchive beyond the bounds and NotDocx where it can't be read."""
        if name not in self:
            raise NotDocx
        info = self._archive.getinfo(name)
        most = min(MAX_PART, self._left, MAX_RATIO * max(info.compress_size, 4096))
        try:
            with self._archive.open(info) as part:
                data = part.read(most + 1)
        except _BROKEN:
            raise NotDocx from None
        if len(data) > most:
            raise UnsafeArchive
        self._left -= len(data)
        return data

    def _check(self) -> None:
        infos = self._archive.infolist()
        names = [info.orig_filename for info in infos]
        folded = {name.casefold() for name in names}
        if len(infos) > MAX_MEMBERS or len(folded) < len(names) or not all(map(_stays_inside, names)):
            raise UnsafeArchive
        if any(info.flag_bits & 1 for info in infos):
            raise EncryptedDocument
        if any(info.compress_type not in _METHODS for info in infos):
            raise UnsafeArchive  # other methods ask for memory by their headers
        if "[Content_Types].xml" not in self:
            raise NotDocx
        if any("vbaproject" in name for name in folded) or _MACROS.search(self.read("[Content_Types].xml")):
            raise MacroDocument


def _stays_inside(name: str) -> bool:
    plain = posixpath.normpath(name)
    return not (plain.startswith(("/", "..")) or "\\" in name or ":" in name or "\0" in name)
