"""Which conditions last and which pass: "history of diabetes" is present, "history of pneumonia" is past."""

from functools import cache

#: Categories of conditions that a history list means as present ones. Ranges include both ends.
_LASTING = """
B18 B20 C81-C96 D45-D47 D55-D58 D63-D64 D66-D69 D80-D89 E00-E07 E08-E13 E20-E46 E50-E85 E88 F01-F04
F06-F09 F20-F42 F44-F99 G10-G37 G40 G43-G44 G47 G50 G52-G83 G89-G95 H02 H15-H54 H60-H61 H72-H95
I05-I16 I20 I25 I27 I34-I45 I47-I52 I65-I67 I70-I79 I83-I89 J30-J47 J60-J84 K04-K05 K20-K31 K44
K50-K52 K57-K59 K64 K70-K76 K86 K90 L20 L40 L50 L70-L73 L80 L93-L95 M05-M99 N02-N08 N18-N19 N25-N29
N32 N39 N40 N46 N52 N80-N81 N83 N94-N97 Q00-Q99 R01 R06 R32 R35 R51 R52 R53 R73 Z79 Z88-Z89 Z91-Z95
Z97 Z99 Z66 Z68 Z21 Z72 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19
"""

#: What is never over: "type 1 diabetes at age 9" tells when it was found.
LIFELONG = (
    "B20",
    "D57",
    "D66",
    "D67",
    "E10.9",
    "E10.6",
    "E84",
    "F20",
    "F84",
    "G12",
    "G35",
    "G71",
    "G80",
    "K50",
    "K51",
    "M05",
    "M32",
    "Q90",
)


def _read(table: str) -> tuple[tuple[str, str], ...]:
    return tuple((part[:3], part[-3:]) for part in table.split())


LASTING = _read(_LASTING)
#: Acute forms inside lasting ranges, by the start of their code.
_ACUTE = """
I21 I22 I24 I26 I46 I49.0 I60 I61 I62 I63 J44.1 J45.901 K25.0 K35 K56 K57.2 K57.3 K85 M86 N17 N20
F05 G03 G04 M84 E10.1 E11.1 E16 E86 E87 H10 H66 N39.0 K92 K52 G45 G51 Z87 Z86 Z85 Z98 F10.13 F10.23
F10.93 F23 F53 M30.3 M48.4 M48.5 M66 M70 M71 M76 M77 M80 M84 I86.1 K64.5 N80.A N83 Q21.1 Z89 Z90 Z94
Z95.1 Z95.5 Z96.6 H16 H60 I47.2 J36 J81 K05.1 K61 N87
"""
ACUTE = tuple(_ACUTE.split())
#: Codes of the state after a procedure: loss of an organ, transplant, implant.
DONE = ("Z23", "Z89", "Z90", "Z92", "Z93", "Z94", "Z95", "Z96", "Z97", "Z98", "Z99.1", "Z99.2")
#: Those of what the patient wears or depends on now, and those of an operation that is over.
WORN = ("Z23", "Z93", "Z95.0", "Z95.81", "Z96.1", "Z96.2", "Z96.4", "Z97", "Z99")
OVER = (
    "Z62.81",
    "Z85",
    "Z86",
    "Z87",
    "Z89",
    "Z90",
    "Z94",
    "Z95.1",
    "Z95.5",
    "Z96.6",
    "Z98",
    "Z91.4",
    "Z91.5",
    "I25.2",
)
#: Diseases that an operation doesn't end: "s/p CABG for CAD".
SYSTEMIC = ("E", "F", "I1", "I20", "I25", "I4", "I5", "J4", "G40", "G43", "N18")


@cache
def is_lasting(code: str) -> bool:
    """A chronic condition or a state: a history list means it as present."""
    category = code[:3]
    return not code.startswith(ACUTE) and any(low <= category <= high for low, high in LASTING)


@cache
def default(code: str) -> str:
    """What a diagnosis code says by itself: the history codes are about the past or the family."""
    if "Z80" <= code[:3] <= "Z84":
        return "family"
    if "Z11" <= code[:3] <= "Z13":
        return "hypothetical"  # screening
    return "historical" if code.startswith(OVER) else "present"


def is_done(code: str) -> bool:
    """A diagnosis code that says that a procedure was done."""
    return code.startswith(DONE)


def is_worn(code: str) -> bool:
    """A code of what a procedure left that is in use, such as a pacemaker."""
    return code.startswith(WORN)


def is_systemic(code: str) -> bool:
    """A disease that goes on after the operation that was done for it."""
    return code.startswith(SYSTEMIC)


def is_lifelong(code: str) -> bool:
    """A disease that nobody outgrows."""
    return code.startswith(LIFELONG)


def is_passing(code: str) -> bool:
    """An event or an acute condition: in a history list it is over."""
    return not is_lasting(code) and code[0] not in "RZ"
