"""What every reader raises for a file that is damaged or not of its format."""

from ...errors import UsageError


class ImportFileError(UsageError):
    """A file can't be imported: `line` says where it is wrong (counted from 1, 0 for the whole file)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line
