"""The control words of RTF that bear on what a reader of the document sees, after Microsoft's RTF 1.9.1."""

from typing import Final

#: Destinations that show nothing, or nothing that text could stand for.
DROPPED: Final = frozenset(
    """
    fonttbl filetbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info generator xmlnstbl
    themedata colorschememapping datastore latentstyles mmathpr template userprops docvar private pict
    nonshppict shprslt objdata objclass objname objalias objsect objtime fldinst fldtype datafield formfield
    annotation atnid atnauthor atntime atndate atnicn atnref atnparent atrfstart atrfend bkmkstart bkmkend
    xe tc tcn rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn background sp sn sv pn pntxta pntxtb
    pnseclvl falt panose fontemb fontfile nextfile passwordhash writereservation writereservhash protusertbl
    keycode fname htmltag mhtmltag bliptag blipuid picprop upr shpinst do nesttableprops mailmerge
    """.split()
)
#: Destinations marked with \\* that show their text all the same. Others so marked show none.
SHOWN_THOUGH_STARRED: Final = frozenset("cs ts ds momath momathpara ud shptxt dptxbxtext".split())
#: Inside one of the first, which are dropped, one of the second shows its text.
FRAMES: Final = frozenset("shpinst do upr".split())
FRAMED: Final = frozenset("shptxt dptxbxtext ud".split())
#: Text that stands beside the body or apart from the paragraph it is anchored in.
HEADERS: Final = frozenset("header headerl headerr headerf".split())
FOOTERS: Final = frozenset("footer footerl footerr footerf".split())
NOTES: Final = frozenset("footnote shptxt dptxbxtext".split())

CHARACTERS: Final = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "line": "\n", "lbr": "\n", "nestrow": "\n",
    "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "~": "\u00a0", "_": "‑", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
PARAGRAPH_ENDS: Final = frozenset(("par", "sect", "page", "column", "row", "\n", "\r"))
#: Within a cell these part paragraphs of one row.
CELL_BREAKS: Final = PARAGRAPH_ENDS - {"row", "sect", "page"}
#: Text with one of these on is not shown: hidden text, and text that a tracked change deleted.
HIDING: Final = frozenset(("v", "deleted"))

CODE_PAGES: Final = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
#: Code page of a font by its \\fcharset; others take the document's.
CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
