"""Identifying numbers of every kind and shape."""

from __future__ import annotations

from random import Random

from .pick import Maker, ranked, shape, spoken_digits, weighted


def from_shapes(*shapes: str) -> Maker:
    """A maker that draws one of the shapes, those in front oftener."""
    return lambda rng: shape(rng, ranked(rng, shapes))


# Shapes of numbers that have no public format: figures, prefixes, letters, separators, check letters.
_ANY_SHAPES = (
    "999999", "9999999", "99999999", "9999999999", "99999", "@@999999", "@9999999", "999-99-99", "99-99-99", "@@@-99999",
    "@-99999", "99-99999", "99-999999", "@@-99-9999", "999999-9", "99999999-@", "999 999 999", "99 99 99", "99 9999 99",
    "9999-9999-9999", "@99-999999", "999.999.99", "99/99999", "999/9999/9", "@@9999@@", "@9@9@9", "9@99999", "99@@9999",
    "000999999", "00-99-99", "E9999999", "@9999-99", "@@@9999999", "99999/99", "99_9999", "@@-999.99", "999999@",
    "H99999999", "@@@@-9999-99", "99.999.999-9", "9999 99999", "@ 9999 99", "9-999-999", "999-999-9999-9", "@@@ 99 999",
    "99999-@@-99", "^^^^^^^^-^^^^-4^^^-8^^^-^^^^^^^^^^^^", "^^^^^^^^^^^^", "@@99-@@99-99", "@9-B9-99999", "9999/@",
    "999999 9999", "@.99999", "99@-999", "X9X-9999-ZZ", "@@@9@@9", "99999 99999 99999", "9 9 9 9 9 9",
)  # fmt: skip

_MRN_SHAPES = (
    "9999999", "999999", "99999999", "00999999", "MR999999", "E9999999", "999-99-99", "99-99-99", "999999999", "9999999999",
    "M9999999", "@99999999", "99999", "@@999999", "H99999999", "999 999 99", "99 99 99", "000999999", "MRN-999999", "999-999",
    "99-999999", "@-999999", "9999-9999", "99.99.99", "MRN999999", "Z999999", "999999-@", "9999999-9", "@@@99999", "9@99999",
    "999/99/99", "99999-99", "CH-9999999", "P99-99999", "BH-99-9999", "999-9999", "99 999 999", "U999.999",
    "VA-99999", "@9999", "@@-9999-99", "0000999999", "E 99 99 99", "9 999 999", "10-99-99-9", "CLT-9999", "X999999X",
)  # fmt: skip

mrn = from_shapes(*_MRN_SHAPES)
identifier = from_shapes(*_ANY_SHAPES)
accession = from_shapes(
    "S99-9999", "S99-99999", "@99999999", "99-@@@-9999", "SP-99-99999", "99:@@99999", "9999999", "C99-9999", "RAD-99999999",
    "H9999999", "AP99-9999", "99-99999", "CY-99-9999", "M-99-99999", "W999999", "NG99-999999", "FN99-99999", "E99999999",
    "99S-999@@9999", "US-9999999", "CT99999-99", "L-99999", "2 9999 99999", "MB99-99999", "B99-999 @", "99G-9999", "FLOW-99-999",
    "BX-9999", "99C999999", "XR-9999999.9", "99-999-9999", "HN99-9999", "ACC99999999", "99 S 9999", "KC99-99999", "9.9.999.999999",
    "SUR-99-99999", "P99:9999", "SL99-9999-@1",
)  # fmt: skip
order = from_shapes(
    "999999999", "ORD-999999", "99999999", "ORD99999999", "O-99999", "PO-9999-99", "9999-9999", "RQ99999", 
    "99-ORD-999", "@9999-99-9", "W-99999", "CPOE9999999", "99999.99", "SO99-99999", "DME-99999", "E9-99999999",
)  # fmt: skip
authorisation = from_shapes(
    "@999999999", "9999999999", "AUTH-99999", "PA-999999", "99-99999999", "@@99999999", "RX-PA-99999", 
    "UM999999", "REF-99999-99", "PA9999-9999", "99999999-99", "E99@@999", "BH9999999", "9@@-99999", "R 99999 99", "SCA-9999",
    "99999-ABA-99", "IP99999999", "9999@@99999",
)  # fmt: skip
prescription = from_shapes(
    "9999999", "99999-9999", "C 999999", "9999999-99999", "N999999", "999999", "Rx99999", "8-999999",
    "C9-999999", "7 999 999", "R-99-99999", "99999999999",
)  # fmt: skip
case = from_shapes(
    "99-@@-9999", "CV-99-9999", "2999-99999", "99-99999", "CR-2999-999999", "JV-99-999", "99CV9999", "PCR-99999999",
    "IR-99-999", "99-9-99999-9", "APS-9999999", "DCF-99-99999", "ME99-9999", "9999-@@-99999", "CASE-9999", "2999CV99999", "DR99-9999",
    "99MH999", "@-999-99", "F99999", "2999-MH-9999", "INC9999999", "99-0999", "GJ-99-99", "PD 99-99999", "EM-9-999",
)  # fmt: skip
badge = from_shapes("9999", "99999", "B-9999", "9-999", "RN9999", "E99999", "999@", "S-99", "T999", "P99-9")
employee = from_shapes("E999999", "99999", "EMP-99999", "0099999", "@99999", "9999-9")
unit = from_shapes(
    "W9999 99 999999", "W999999999999", "W9999 99 999999 9@", "99@@99999", "W0999-99-999999", "9999999", "99FX99999", "W1999 99 9999999",
    "=W99999999999900", "W 9999 99 999999 @", "39LT99999", "@9999 9 99999",
)  # fmt: skip
tax_id = from_shapes("99-9999999", "999999999", "99 9999999", "9X-9999999", "99-999999-9")
visit = from_shapes(
    "999999999", "V99999999", "9999999999", "99999999", "E99999-99", "99-999999-9", "V0099999999", "HAR99999999",
    "ENC-99999", "@99999999", "999-999-999", "VN999999", "9999.9999", "H99999999999",
)  # fmt: skip
lot = from_shapes(
    "@99999", "99@9999", "999999", "L-99999", "99-9999", "@@9999", "9999@", "LOT99-@", "H99@@99", "99999999", "@-9999-99", "9@99@@",
    "W99.999", "MX99999", "99999-9", "C999 99",
)  # fmt: skip
serial = from_shapes(
    "@@@999999", "99999999", "SN-99999", "@@@999999H", "9999999", "@99999999@", "PJN9999999", "999999@@", "99-99999-9", "@@99999",
    "9@@9@9999", "RNA999999S", "99999-999", "^^^^^^^^", "2999-99999", "@@@-9999-@", "W99-99999", "G9 99999", "99.99999",
    "@@ 999999", "U9999@99", "99@@9999999", "00-9999-99", "X9-99999X", "99999999999", "L9999/99", "BK99-9999@", "CGM-9@9@-99",
)  # fmt: skip
plan = from_shapes(
    "@@@999999999", "W999999999", "999999999", "@@@99999999999", "U99999999 99", "999-999-999", "H99999999", "99999999999",
    "XYA999@99999", "9999 9999 9999", "999999999@", "@@9999999", "999999999-01", "R99999999", "ZGP999999999", "99999999-@",
    "YPP 999 999 999", "MCD-99999999", "9@@9999999", "@99 999 9999", "999999999 02", "TX-999999999", "9999999999", 
    "P9999-99-99", "000999999999", "99-9999999-99", "E999999", "@@@-99-9999999", "99999999W", "9999-99999-9", "ME99999999@",
)  # fmt: skip
group = from_shapes(
    "999999", "0999999", "99999-999", "G9999", "@@9999", "99999", "GRP-9999", "9999999-010-00001", "@@@999", "76-999999", "999999-99-9",
    "R-9999", "99@@", "PPO9999", "0099999@9", "99 9999 9",
)  # fmt: skip
account = from_shapes(
    "9999999999", "99999999", "@99999999", "999999999", "ACCT-99999", "99-99999-9", "4999 9999 9999 9999", "9999-9999", "HSP99999999",
    "G999999", "999999-999", "99999", "X-99999", "H 9999 9999", "9999999-@@", "00099999999", "99.9999", "PB-9999999",
    "xxxx-9999", "****9999", "99/999999", "5999-9999-9999-9999", "LE9999",
)  # fmt: skip
claim = from_shapes(
    "999999999", "WC-99-99999", "99-999999", "CLM9999999", "2999999-99-9", "99-9999-@@", "029999999999", "@99999999-01", "WC999999",
    "99@@999999", "C-99999", "E99999999 00", "99-WC-9999", "2999-99999-WC", "999-@@-999999", "99999 99 999",
    "DOL-99999", "P99999-99-99", "9999999999-9", "BWC 99-999999", "AUTO-99-9999", "OWCP 99999999", "9 9999 99999", "LNI @@99999",
)  # fmt: skip
license_number = from_shapes(
    "@99999", "RN999999", "99999", "MD-99999", "ME999999", "G99999", "99-9999", "LCSW-99999", "PT99999", "@9999-9999", "999999",
    "RBT-99-999999", "1-99-99999", "9-99-9999", "D999-9999-9999", "@9999999", "@@999999@", "99 999 999",
    "S99-99-9999", "P-9999", "RPH99999", "@@-9999", "OT.999999", "35.999999", "TX9999", "SLP9999", "P9999999",
    "X9999999", "99@@99999", "C999-999-99-999-0", "AP999999", "V-9999-@", "999 999 9999", "R99999/@",
)  # fmt: skip
clia = from_shapes("99D9999999", "99D0999999", "99D2999999", "99 D 9999999", "99D-9999999")
plate = from_shapes(
    "@@@-9999", "@@@ 9999", "9@@@999", "@@@999", "999-@@@", "@@9 9@@", "@@-99999", "999 @@@", "@99-@@@", "@@@9999", "99@-9@@",
    "@@@ 999", "9999 @@", "99-@@-99", "@9@ 9@9", "@@@-999", "9@@-999", "@@ 9999 @", "N999@@", "N9999@", "VET 999", "9-@9999",
    "HP 99999", "DV9999", "9999-@@@", "@-999999", "@@@·999", "GR8 NAN", "LUV2FSH", "RN4LYFE", "M0M OF 4", "IM KRZY",
)  # fmt: skip


def ssn(rng: Random) -> str:
    """A social security number, one in three of an area number that is never issued (000, 666, 9xx)."""
    area = rng.choice(("000", "666", "9")) if rng.random() < 0.33 else ""
    area = (area + "99") if area == "9" else (area or "899")
    form = ranked(rng, ("{}-{}-{}", "{}{}{}", "{} {} {}", "{}.{}.{}", "{}-{}{}", "{} - {} - {}", "{}/{}/{}", "{}–{}–{}"))
    number = shape(rng, form.format(area, "99", "9999"))
    roll = rng.random()
    if roll < 0.06:
        return shape(rng, rng.choice(("xxx-xx-9999", "XXX-XX-9999", "***-**-9999", "###-##-9999", "xxxxx9999", "*****9999")))
    return spoken_digits(rng, number) if roll < 0.08 else number


def luhn_digit(digits: str) -> str:
    """The Luhn check digit for the digits before it."""
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def npi(rng: Random) -> str:
    """A National Provider Identifier; nine in ten with a valid check digit (Luhn over 80840 and the number)."""
    body = shape(rng, rng.choice(("199999999", "199999999", "299999999")))
    check = luhn_digit("80840" + body) if rng.random() < 0.9 else shape(rng, "9")
    number = body + check
    return weighted(rng, ((92, number), (4, f"{number[:4]} {number[4:7]} {number[7:]}"), (4, f"{number[:4]}-{number[4:7]}-{number[7:]}")))


def dea(rng: Random) -> str:
    """A DEA number: two letters and seven figures with its check digit, one in ten wrong."""
    body = [rng.randrange(10) for _ in range(6)]
    total = body[0] + body[2] + body[4] + 2 * (body[1] + body[3] + body[5])
    check = total % 10 if rng.random() < 0.9 else rng.randrange(10)
    letters = rng.choice("ABFGMPR") + shape(rng, "A")
    return letters + rng.choice(("", "", "", "-", " ")) + "".join(map(str, body)) + str(check)


_MBI_LETTERS = "ACDEFGHJKMNPQRTUVWXY"
_MBI_KINDS = {"8": "123456789", "9": "0123456789", "L": _MBI_LETTERS, "E": _MBI_LETTERS + "0123456789"}


def mbi(rng: Random) -> str:
    """A Medicare Beneficiary Identifier (CMS format C A AN N A AN N A A N N), with or without its dashes."""
    chars = [rng.choice(_MBI_KINDS[kind]) for kind in "8LE9LE9LL99"]
    joiner = weighted(rng, ((50, ""), (40, "-"), (10, " ")))
    text = joiner.join(("".join(chars[:4]), "".join(chars[4:7]), "".join(chars[7:])))
    return text.lower() if rng.random() < 0.05 else text


_VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vin(rng: Random) -> str:
    """A vehicle identification number with its check character; now and then only its last eight or six."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    head = rng.choice("12345JKWSY") + "".join(rng.choice(letters + "0123456789") for _ in range(7))
    tail = rng.choice(letters + "123456789") + rng.choice(letters) + shape(rng, "999999")
    every = f"{head}0{tail[:8]}"
    total = sum((_VIN_VALUES.get(char) or int(char)) * weight for char, weight in zip(every, _VIN_WEIGHTS, strict=True))
    number = head + "0123456789X"[total % 11] + tail
    return weighted(rng, ((90, number), (4, number[-8:]), (3, f"{number[:3]} {number[3:9]} {number[9:]}"), (3, number.lower())))


def udi(rng: Random) -> str:
    """A unique device identifier of one of the three issuing agencies (GS1, HIBCC, ICCBBA)."""
    return shape(rng, ranked(rng, _UDI_SHAPES))


_UDI_SHAPES = (
    "(01)00899999999999(17)290831", "(01)00899999999999(17)270531(10)@999999(21)99999", "(01)10899999999999(11)240915(17)290915(10)99@@99",
    "01008999999999991727053110@9999999", "(01)00899999999999(21)@@@999999@", "+H999999999@9/$$529999999X9", "+A999@@@9999/$$3259915@99999/S@9999",
    "=/A9999@@999T9999=,029999=A99999999999900=>029999=}029999,1000000000000@@@999", "00899999999999", "(01) 00899999999999 (10) 99999999",
    "01 00899999999999 17 270531 10 @9@999", "(01)0 08 99999 99999 9", "+B999@9999999/$$7@9999/16D20299915C",
)  # fmt: skip


def last_four(number: str) -> str:
    """The last four figures of a number."""
    return "".join(char for char in number if char.isdigit())[-4:]
