"""ICD-10-CM as the dependency simple-icd-10-cm carries it: codes, titles, inclusion terms.

The import parses ten megabytes of XML, so this module is loaded only while a dictionary is being compiled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

SYSTEM = "ICD-10-CM"
#: A code, never a block: the package takes 12 umbrella blocks such as "C00-C96" for leaves.
#: Its second character can be a letter since QA0 (fiscal 2027).
CODE_SHAPE = re.compile(r"[A-Z][0-9A-Z][0-9A-Z](?:\.[0-9A-Z]{1,4})?$")


@dataclass(frozen=True, slots=True)
class TabularCode:
    """One code of the tabular list; `terms` are its inclusion terms, `extended` says it ends in a 7th
    character.
    """

    code: str
    description: str
    billable: bool
    parent: str
    terms: tuple[str, ...]
    includes: tuple[str, ...]
    extended: bool


def version() -> str:
    """The version of the data package, e.g. '1.5.0'."""
    return metadata.version("simple-icd-10-cm")


def read() -> Iterator[TabularCode]:
    """Every category, subcategory and code in tabular order."""
    import simple_icd_10_cm as tabular  # type: ignore[import-untyped]

    for code in dict.fromkeys(tabular.get_all_codes()):  # a block such as Z68 bears its only category's name
        if CODE_SHAPE.match(code):
            extended = tabular.is_extended_subcategory(code)
            yield TabularCode(
                code,
                tabular.get_description(code),
                tabular.is_leaf(code),
                parent if (parent := tabular.get_parent(code)) != code else "",
                () if extended else tuple(tabular.get_inclusion_term(code)),
                () if extended else tuple(tabular.get_includes(code)),
                extended,
            )
