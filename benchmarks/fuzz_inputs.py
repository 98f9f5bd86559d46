"""What the fuzzer feeds: invented clinical fragments, cut, joined, damaged and mixed with any Unicode."""

from collections.abc import Callable
from random import Random

from chartveil.redact.labels import LABELS

FRAGMENTS = (
    "Pt is a 67 y/o F with HTN, DM2 and CKD stage 3b",
    "seen by Dr. Imelda Okonkwo-Reyes on 3/14/2024 at 09:30",
    "MRN: 00482913",
    "DOB 12/01/1948",
    "Mrs. O'Halloran-Voss denies chest pain, fever, or cough",
    "call 555-0142 or (312) 555-0199 x12, fax 312.555.0101",
    "SSN 219-09-9999",
    "lives at 4120 W Larkspur Ave Apt 3B, Dunmore, PA 18512-1034",
    "e-mail p.okafor@example.org, see https://portal.example.org/p?id=8842",
    "Lantern Ridge Memorial Hospital, 4 West, bed 12B",
    "age 94, turned ninety-one in May",
    "BP 128/76 HR 72 RR 16 SpO2 97% on RA, T 98.6",
    "metformin 500 mg PO BID, lisinopril 10 mg daily",
    "E11.9, I10, Z79.4; CPT 97153 x 8 units",
    "PID|1||7741^^^LR^MR||VOSS^TAMSIN^Q||19480112|F",
    "OBX|3|TX|REPORT||Findings: mass in left upper lobe||||||F",
    "Last Name: Szczepański  First Name: Ngọc-Anh",
    "Will May see Dr. Price in the Hope clinic?",
    "serial no. SN-88-4412-KX, lot 7A99, VIN 1HGCM82633A004352",
    "NPI 1234567893, DEA BO1234563, license plate 7XKJ-221",
    "ip 10.22.8.14, fe80::1ff:fe23:4567:890a",
    "account #4471-0029-18, member id XQZ 889 100 22",
    "FAMILY HISTORY: mother had breast ca at 52",
    "[x] depression  [ ] anxiety  (-) SI",
    "Thanksgiving week; the 3rd of July; 2024-02-30; 31.12.99; 7/4",
    "d-i-c-t-a-t-e-d by J o h n s m i t h",
    "Spoke w/ jd, rn tm aware -- lk",
    "ALL CAPS NOTE PT WILLIAM PRICE SEEN IN ED",
    "señora Muñoz dice que le duele la cabeza",
    "ROOM 4\tBED 2\tNAME\tAGE\n12\tA\tVoss\t67",
    "\x0c Page 2 of 3  VOSS, TAMSIN  MRN 00482913\n",
    "left knee pain s/p fall, fx ruled out; r/o PE",
)
ENDS = ("\n", "\r\n", "\r", " ", "  ", "\t", "", ", ", ". ", "\u2028", "\x0b", "\x85", "\n\n\n")
ODD = (
    *(
        "\u200b",
        "\u00a0",
        "\ufeff",
        "\u202e",
        "\u0301",
        "\u0345",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\u00ad",
        "\ufffd",
    ),
    *("ß", "ı", "İ", "ﬁ", "Ǆ", "①", "٣", "१२", "𝟙𝟚", "𝕵𝖔𝖍𝖓", "👩‍⚕️", "🇺🇸", "한국", "王小明", "محمد", "Ωmega"),
    *(
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "<",
        ">",
        "&amp;",
        "\\",
        '"',
        "'",
        "`",
        "|",
        "^",
        "~",
        "%s",
        "$(",
        "/*",
    ),
)
TAGS = tuple(f"[{label}{end}]" for label in LABELS for end in ("", "_1", "_", "_9999999"))
MOST = 400


def any_text(chance: Random) -> str:
    """A short text, from nearly a note to nothing but noise."""
    pieces = [_piece(chance) for _ in range(chance.randint(0, 5))]
    text = "".join(piece + chance.choice(ENDS) for piece in pieces)
    for _ in range(chance.choice((0, 0, 1, 2, 4, 8))):
        text = chance.choice(DAMAGE)(text, chance)
    return text[:MOST]


def any_bytes(chance: Random) -> bytes:
    """A short text in some encoding, whole or with damaged bytes, or bytes of no origin."""
    if chance.random() < 0.1:
        return chance.randbytes(chance.randint(0, 80))
    codec = chance.choice(
        ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "gb18030")
    )
    return damaged(any_text(chance).encode(codec, "replace"), chance, chance.choice((0, 0, 1, 3)))


def damaged(raw: bytes, chance: Random, times: int) -> bytes:
    """`raw` with some bytes changed, cut, repeated or moved."""
    for _ in range(times):
        first, last = sorted(chance.randint(0, len(raw)) for _ in range(2))
        way = chance.randrange(6)
        if way == 0:
            raw = raw[:first] + chance.randbytes(chance.randint(1, 4)) + raw[first:]
        elif way == 1:
            raw = raw[:first] + raw[last if last - first < 40 else first + 40 :]
        elif way == 2:
            raw = raw[:first] + raw[first : first + 60] * 3 + raw[first + 60 :]
        elif way == 3:
            raw = raw[:first]
        elif way == 4:
            raw = raw[:first] + chance.choice(SYNTAX) + raw[first:]
        else:
            raw = raw[:first] + bytes([chance.randrange(256)]) + raw[first + 1 :]
    return raw


#: What means something to one reader or another.
SYNTAX = (
    *(
        b'"',
        b",",
        b"\n",
        b"\r",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b":",
        b"null",
        b"1e999",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"&",
        b"&#0;",
        b"&x;",
        b"<?",
        b"<!DOCTYPE x[",
    ),
    *(
        b"\\par ",
        b"{\\*",
        b"\\'e9",
        b"\\u-10179?",
        b"\\bin99999 ",
        b"|",
        b"^",
        b"&",
        b"~",
        b"\r",
        b"MSH|",
        b"\x0b",
    ),
)


def _piece(chance: Random) -> str:
    way = chance.random()
    if way < 0.65:
        return chance.choice(FRAGMENTS)
    if way < 0.75:
        return chance.choice(TAGS)
    if way < 0.85:
        return "".join(chance.choice(ODD) for _ in range(chance.randint(1, 6)))
    return "".join(any_character(chance) for _ in range(chance.randint(1, 20)))


def any_character(chance: Random) -> str:
    """One code point of any plane, never half of a pair."""
    highest = chance.choice((0x7F, 0xFF, 0x24F, 0xFFFF, 0x10FFFF))
    point = chance.randint(0, highest)
    return "\ufffd" if 0xD800 <= point <= 0xDFFF else chr(point)


def _insert(text: str, chance: Random) -> str:
    place = chance.randint(0, len(text))
    new = chance.choice((chance.choice(ODD), chance.choice(TAGS), any_character(chance)))
    return text[:place] + new + text[place:]


def _delete(text: str, chance: Random) -> str:
    place = chance.randint(0, len(text))
    return text[:place] + text[place + chance.randint(1, 12) :]


def _repeat(text: str, chance: Random) -> str:
    place, size = chance.randint(0, len(text)), chance.randint(1, 8)
    return text[:place] + text[place : place + size] * chance.randint(2, 12) + text[place + size :]


def _recase(text: str, chance: Random) -> str:
    return chance.choice((str.upper, str.lower, str.swapcase, str.title))(text)


def _swap(text: str, chance: Random) -> str:
    place = chance.randint(0, len(text))
    return text[place:] + text[:place]


def _space(text: str, chance: Random) -> str:
    return chance.choice(
        (" ".join(text), text.replace(" ", ""), text.replace(" ", "\n"), text.replace("-", " "))
    )


DAMAGE: tuple[Callable[[str, Random], str], ...] = (
    _insert,
    _insert,
    _delete,
    _repeat,
    _recase,
    _swap,
    _space,
)
