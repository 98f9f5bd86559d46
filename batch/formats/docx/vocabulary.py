"""What of WordprocessingML passes into the copy of a document; whatever is not listed here does not.

Element and attribute names after ECMA-376, transitional; the strict namespace is read as if it were that.
"""

import re
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

#: What shows nothing or can't be read, with all that stands in it.
DROPPED: Final = frozenset(
    """
    del moveFrom delText delInstrText instrText fldData rPrChange pPrChange tblPrChange trPrChange
    tcPrChange sectPrChange tblGridChange numberingChange commentRangeStart commentRangeEnd
    commentReference annotationRef bookmarkStart bookmarkEnd proofErr permStart permEnd sdtPr sdtEndPr
    customXmlPr smartTagPr rubyPr fldChar lastRenderedPageBreak altChunk subDoc control movie ffData
    background
    """.split()
)
#: Properties, copied by the lists below.
PROPERTIES: Final = frozenset("pPr rPr tblPr tblGrid trPr tcPr sectPr tblPrEx".split())
PROPERTY_ELEMENTS: Final = PROPERTIES | frozenset(
    """
        pStyle rStyle tblStyle jc ind spacing numPr ilvl numId keepNext keepLines pageBreakBefore
        widowControl outlineLvl tabs tab pBdr shd bidi contextualSpacing textAlignment top left bottom
        right between bar start end insideH insideV b bCs i iCs u strike dstrike caps smallCaps vertAlign
        sz szCs color highlight rFonts rtl cs kern position w bdr tblW tblBorders tblLayout tblInd tblLook
        tblCellMar tblCellSpacing tblStyleRowBandSize tblStyleColBandSize gridCol tblHeader cantSplit
        trHeight gridBefore gridAfter wBefore wAfter tcW gridSpan vMerge tcBorders vAlign textDirection
        noWrap tcMar hideMark cnfStyle bidiVisual type pgSz pgMar cols col titlePg pgNumType pgBorders
        docGrid vertCell
        """.split()
)
#: Elements of a run that are no letters, and what the reader of a passage gets for each.
SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": " ",
    "footnoteReference": "", "endnoteReference": "", "footnoteRef": "", "endnoteRef": "", "separator": "",
    "continuationSeparator": "",
}  # fmt: skip
#: What may hold text boxes; else it is taken for a picture.
PICTURES: Final = frozenset("drawing pict object".split())
#: Elements whose value is the id of a style.
STYLE_REFERENCES: Final = frozenset("pStyle rStyle tblStyle basedOn next link".split())
#: Kinds of header, footer and note.
KINDS: Final = frozenset(
    "default first even normal separator continuationSeparator continuationNotice".split()
)

STYLE_ELEMENTS: Final = frozenset(
    "styles docDefaults rPrDefault pPrDefault style basedOn next link uiPriority qFormat unhideWhenUsed "
    "semiHidden tblStylePr".split()
)
NUMBERING_ELEMENTS: Final = frozenset(
    "numbering abstractNum multiLevelType lvl start numFmt lvlText lvlJc lvlRestart isLgl suff num "
    "abstractNumId lvlOverride startOverride".split()
)

_NUMBER: Final = re.compile(r"-?\d{1,5}(?:\.\d{1,3})?(?:pt|%)?")
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_LEVEL: Final = re.compile(r"(?:%[1-9]|[^\w%]){0,24}")
_BULLETS: Final = frozenset("o§·")
#: Values of enumerations that stand in the attributes copied.
WORDS: Final = frozenset(
    """
    auto none nil true false on off left right center both start end distribute single double thick dotted
    dashed dash dotDash dotDotDash wave words top bottom baseline superscript subscript clear pct5 pct10
    pct12 pct15 pct20 pct25 pct30 solid dxa pct fixed autofit atLeast exact restart continue nextPage
    nextColumn continuous evenPage oddPage portrait landscape default first even page column textWrapping
    all lrTb tbRl btLr decimal lowerLetter upperLetter lowerRoman upperRoman ordinal bullet decimalZero
    singleLevel multilevel hybridMultilevel space nothing num hyphen underscore middleDot lines
    linesAndChars paragraph character table numbering firstRow lastRow firstCol lastCol band1Vert
    band2Vert band1Horz band2Horz neCell nwCell seCell swCell wholeTable black blue cyan green magenta red
    yellow white darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow darkGray lightGray triple
    inset outset text offsetFrom margin
    """.split()
)
NAMES: Final = frozenset(
    """
    val w h type color fill sz space line lineRule before after beforeAutospacing afterAutospacing left
    right start end top bottom header footer gutter firstLine hanging firstLineChars leftChars
    hangingChars pos leader orient num equalWidth hRule themeShade linePitch firstRow lastRow firstColumn
    lastColumn noHBand noVBand ilvl abstractNumId numId default fmt offsetFrom
    """.split()
)
#: Fonts that come with office programs and systems; any other name is not written.
FONTS: Final = frozenset(
    (
        "Aptos", "Arial", "Arial Narrow", "Book Antiqua", "Calibri", "Calibri Light", "Cambria", "Candara",
        "Century Gothic", "Comic Sans MS", "Consolas", "Constantia", "Corbel", "Courier New", "Garamond",
        "Georgia", "Helvetica", "Lucida Console", "MS Gothic", "MS Mincho", "Palatino Linotype", "Segoe UI",
        "SimSun", "Symbol", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana", "Webdings", "Wingdings",
        "Wingdings 2", "Wingdings 3",
    )
)  # fmt: skip
FONT_NAMES: Final = frozenset("ascii hAnsi cs eastAsia font".split())
#: Names of Word's own styles, in lower case; a style of any other name gets a number for one.
STYLE_NAMES: Final = re.compile(
    r"normal|(?:heading|toc|index) [1-9]|title|subtitle|list paragraph|no spacing|quote|intense quote|strong"
    r"|emphasis|subtle emphasis|intense emphasis|caption|header|footer|footnote text|footnote reference"
    r"|endnote text|endnote reference|hyperlink|body text(?: [23])?|list(?: bullet| number)?(?: [2-5])?"
    r"|default paragraph font|normal table|table normal|no list|table grid|page number|plain text|date"
    r"|salutation|closing|signature|toc heading|placeholder text|balloon text|macro text",
)


def is_safe(name: str, value: str) -> bool:
    """Whether an attribute of a property may be copied."""
    if name in FONT_NAMES:
        return value in FONTS
    known = value in WORDS or _NUMBER.fullmatch(value) or _COLOUR.fullmatch(value)
    return name in NAMES and bool(known)


def level_text(value: str) -> str:
    """A list's label without letters of its own, which could be a name; a bullet of Word's stays."""
    if _LEVEL.fullmatch(value) or value in _BULLETS:
        return value
    return "".join(re.findall(r"%[1-9]|[^\w%]", value))[:24]
