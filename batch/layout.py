"""What lies where in OUT.

    notes/            the redacted notes
    results.jsonl     one row a note, there only when the run is finished
    manifest.json     counts, there only when the run is finished
    report/           HTML pages, if a run was asked for them
    .chartveil/       the run's own record
      run.json        settings, and the random key of all fingerprints, those of the manifest too
      journal.jsonl   during a run: what is finished
      parts/          during a run: what is finished of files of many records
      entries.jsonl   after a run: the notes' entries, in the order of results.jsonl
      reported        there if a run wrote report/
      tmp/            files being written
      lock

Files are readable by their user only (0600), and so are the folders that a run makes (0700).
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one output folder."""

    root: Path

    @property
    def notes(self) -> Path:
        """The redacted notes."""
        return self.root / "notes"

    @property
    def results(self) -> Path:
        """The rows."""
        return self.root / "results.jsonl"

    @property
    def manifest(self) -> Path:
        """The counts; written last, so that it marks a finished run."""
        return self.root / "manifest.json"

    @property
    def report(self) -> Path:
        """The HTML pages."""
        return self.root / "report"

    @property
    def reported(self) -> Path:
        """The mark that a run wrote `report`, so that the next may take it away."""
        return self.state / "reported"

    @property
    def state(self) -> Path:
        """The folder of the run's own record."""
        return self.root / ".chartveil"

    @property
    def run(self) -> Path:
        """Settings and key."""
        return self.state / "run.json"

    @property
    def journal(self) -> Path:
        """The finished notes of a run under way."""
        return self.state / "journal.jsonl"

    @property
    def parts(self) -> Path:
        """What is finished of files of many records."""
        return self.state / "parts"

    @property
    def entries(self) -> Path:
        """The entries of a finished run."""
        return self.state / "entries.jsonl"

    @property
    def scratch(self) -> Path:
        """Files being written."""
        return self.state / "tmp"

    @property
    def lock(self) -> Path:
        """The file that a run locks."""
        return self.state / "lock"
