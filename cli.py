"""The command line: the group of all commands.

Results go to standard output, everything else to standard error. Exit codes: 0 all done; 1 some note
failed; 2 wrong use.
"""

import click

from .commands.batch import batch
from .commands.detect import detect
from .commands.redact import redact


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chartveil")
def main() -> None:
    """Redact protected health information from clinical notes and list their codes, offline.

    \b
    Examples:
      chartveil redact note.txt
      chartveil detect note.txt
      chartveil batch notes/ out/
    """


for command in (redact, detect, batch):
    main.add_command(command)
