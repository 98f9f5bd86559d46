"""DOCX documents: what is offered for redaction, what stays of their form, and that nothing else does."""

import io
import zipfile
from collections.abc import Iterator

import docx as python_docx
import pytest
from chartveil.batch.formats import docx
from chartveil.batch.formats.docx import zip as bounds
from chartveil.batch.formats.docx.vocabulary import NAMES, PROPERTY_ELEMENTS, R, W
from chartveil.errors import NoteError
from document_stub import rebuilt, unchanged, without_text
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

CANARY = "Quillonfeather"
NUMBER = "5550148837"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="urn:math" xmlns:a="urn:drawing"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KINDS = ("header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings", "comments")


def part(root: str, inner: str) -> str:
    """The XML of a part."""
    return f"<w:{root} {SPACES}>{inner}</w:{root}>"


def relations(links: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> str:
    """Relationships of (kind, target), numbered from rId1."""
    rows = (
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def files(body: str, **parts: str) -> dict[str, str]:
    """The files of a document whose body is XML of WordprocessingML, with other parts by their kind."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations([(kind, f"{kind}.xml") for kind in parts]),
        **{f"word/{kind}.xml": xml for kind, xml in parts.items()},
    }


def packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(body: str, **parts: str) -> bytes:
    """A document file."""
    return packed(files(body, **parts))


def unpacked(raw: bytes) -> bytes:
    """All names and bytes of an archive, expanded, and the archive itself."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return b"\n".join([raw, *(i.filename.encode() + archive.read(i) for i in archive.infolist())])


def p(*texts: str) -> str:
    """A paragraph with a run a text."""
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def table(*rows: list[str]) -> str:
    """A table of cells."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


BOX = f"<w:txbxContent>{p('in a box')}</w:txbxContent>"
SHOWN = [
    (p("one") + p("two"), ["one", "two"]),
    (p("Jo", "hn", " Doe"), ["John Doe"]),
    ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
     ["a\tb\nc-d"]),
    (table([p("Name"), p("Ann") + p("Bell")], [p("x"), p("")]), ["Name\tAnn\nBell", "x"]),
    (table([p("out"), table([p("in"), p("ner")]) + p("side")]), ["out\tside", "in\tner"]),
    (f"<w:p><w:ins w:author='x'><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
     f"</w:del><w:moveFrom>{p('gone')}</w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>",
     ["new here"]),
    ("<w:p><w:hyperlink r:id='rId9'><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", ["link"]),
    (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('held')}</w:sdtContent></w:sdt>", ["held"]),
    ("<w:p><w:sdt><w:sdtContent><w:r><w:t>inline</w:t></w:r></w:sdtContent></w:sdt></w:p>", ["inline"]),
    ("<w:p><w:fldSimple w:instr='AUTHOR'><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>", ["7"]),
    ("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
     "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>shown</w:t></w:r></w:p>", ["shown"]),
    (f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
     f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
     "<w:t>anchor</w:t></w:r></w:p>" + p("next"), ["anchor", "in a box", "next"]),
    (f"<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:drawing>{BOX}</w:drawing><w:t>outer</w:t></w:r>"
     "</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>", ["outer", "in a box"]),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr>"
     "<w:t>seen</w:t></w:r></w:p>", ["seen"]),
    (table([p("no")]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>"), []),
    ("<w:p><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:p>", ["x+y"]),
    (f"<w:drawing>{BOX}</w:drawing>", ["in a box"]),
    ("<w:p><w:r><w:ruby><w:rt><w:r><w:t>over</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r>"
     "</w:rubyBase></w:ruby></w:r></w:p>", ["overbase"]),
    (f"<w:unheard><w:of>{p('kept')}</w:of></w:unheard><x:y xmlns:x='urn:x'><w:t>bare</w:t></x:y>",
     ["kept", "bare"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "passages"), SHOWN)
def test_the_words_that_a_reader_sees_are_passages(body: str, passages: list[str]) -> None:
    """Paragraphs, rows, boxes, tracked insertions, fields' results and text of unknown elements are read."""
    record = docx.read(document(body))
    assert [passage.text for passage in record.passages] == passages
    assert not record.fields
    again = docx.read(unchanged(record))
    assert sorted(t.text for t in again.passages) == sorted(passages)


DROPPED = [
    f"<!-- {CANARY} --><?{CANARY} x?>",
    f"<w:p w:rsidR='{CANARY}'><w:bookmarkStart w:name='{CANARY}'/><w:proofErr w:type='{CANARY}'/></w:p>",
    f"<w:p><w:r><w:instrText>{CANARY}</w:instrText></w:r><w:fldSimple w:instr='{CANARY}'/></w:p>",
    f"<w:p><w:del w:author='{CANARY}'><w:r><w:delText>{CANARY}</w:delText></w:r></w:del></w:p>",
    f"<w:p><w:ins w:author='{CANARY}' w:date='{CANARY}'/></w:p>",
    f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{CANARY}</w:t></w:r></w:p>",
    f"<w:p><w:r><w:rPr><w:rFonts w:ascii='{CANARY}'/><w:lang w:val='{CANARY}'/></w:rPr></w:r></w:p>",
    f"<w:p><w:pPr><w:pStyle w:val='{CANARY}'/><w:jc w:val='{CANARY}'/></w:pPr></w:p>",
    f"<w:p><w:hyperlink w:anchor='{CANARY}' w:tooltip='{CANARY}' r:id='{CANARY}'/></w:p>",
    f"<w:sdt><w:sdtPr><w:alias w:val='{CANARY}'/><w:text>{CANARY}</w:text></w:sdtPr></w:sdt>",
    f"<w:p><w:r><w:drawing><wps:docPr descr='{CANARY}'/><a:t>{CANARY}</a:t></w:drawing></w:r></w:p>",
    f"<w:p><w:r><w:object>{CANARY}</w:object><w:sym w:font='{CANARY}' w:char='{CANARY}'/></w:r></w:p>",
    f"<w:customXml w:uri='{CANARY}'><w:customXmlPr><w:attr w:val='{CANARY}'/></w:customXmlPr></w:customXml>",
    f"<w:p><w:r><w:footnoteReference w:id='{CANARY}'/><w:commentReference w:id='{CANARY}'/></w:r></w:p>",
    f"<w:{CANARY} w:{CANARY}='{CANARY}'>{CANARY}</w:{CANARY}><x:{CANARY} xmlns:x='urn:{CANARY}'/>",
    f"<w:p>{CANARY}<w:r>{CANARY}</w:r></w:p>{CANARY}",
]  # fmt: skip


@pytest.mark.parametrize("body", DROPPED)
def test_what_nobody_was_offered_is_gone(body: str) -> None:
    """Comments, authors, field codes, hidden text, alternative text, names and stray text don't survive."""
    record = docx.read(document(body))
    assert CANARY not in "".join(passage.text for passage in record.passages)
    assert CANARY.encode() not in unpacked(unchanged(record))


def rich() -> dict[str, bytes]:
    """The files of a document that has a bit of everything."""
    made = python_docx.Document()
    made.core_properties.author = "Someone"
    made.add_heading("Visit", 1)
    made.add_paragraph("Seen by ").add_run("Dr. Bell").bold = True
    made.add_paragraph("an item", style="List Number")
    made.add_table(2, 2, style="Light Grid Accent 1").cell(0, 0).text = "cell"
    made.sections[0].header.paragraphs[0].text = "head"
    made.sections[0].footer.paragraphs[0].text = "foot"
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    styles = etree.fromstring(members["word/styles.xml"])
    for style in styles.findall(f"{{{W}}}style")[8:]:
        styles.remove(style)  # a few will do
    for latent in styles.findall(f"{{{W}}}latentStyles"):
        for item in list(latent)[3:]:
            latent.remove(item)
    return members | {"word/styles.xml": etree.tostring(styles)}


def planted(canary: str) -> Iterator[dict[str, bytes]]:
    """The rich document with the canary in a few places at a time, until it has been in every one."""
    members = rich()
    for name, data in members.items():
        if not name.endswith((".xml", ".rels")):
            yield members | {name: canary.encode()}
            continue
        keys = ("Target", "Id", "Type", "TargetMode", "PartName", "ContentType", "Extension")
        size = sum(2 + len(e.attrib) for e in etree.fromstring(data).iter())
        step = 40
        for begin in range(0, size, step):
            root, place = etree.fromstring(data), 0
            for element in root.iter():
                for key in [*element.attrib, f"{{{W}}}unheardOf", "text"]:
                    if begin <= place < begin + step and str(key) not in keys:
                        if key == "text":
                            element.text = f"{element.text or ''}{canary}"
                        else:
                            element.set(key, canary)
                    place += 1
            yield members | {name: etree.tostring(root)}
    yield members | {f"word/{canary}.xml": canary.encode(), f"{canary}/x.bin": canary.encode()}


@pytest.mark.parametrize("canary", [CANARY, NUMBER])
def test_no_canary_gets_through_from_any_place_of_the_archive(canary: str) -> None:
    """In whatever part, attribute or text it stands: without what passages give back, it is gone."""
    count = 0
    for members in planted(canary):
        try:
            record = docx.read(packed(members))  # type: ignore[arg-type]
        except NoteError:
            continue
        count += 1
        assert canary.encode() not in unpacked(without_text(record))
    assert count > 50


def test_neither_comment_nor_time_nor_bytes_of_the_archive_survive() -> None:
    """The archive's own comment, extra fields and member times are not copied."""
    buffer = io.BytesIO(document(p("x")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = CANARY.encode()
        info = zipfile.ZipInfo("docProps/core.xml", (2024, 3, 12, 10, 15, 0))
        info.comment, info.extra = (
            CANARY.encode(),
            b"\x99\x99" + len(CANARY).to_bytes(2, "little") + CANARY.encode(),
        )
        archive.writestr(info, CANARY)
    output = unchanged(docx.read(buffer.getvalue()))
    assert CANARY.encode() not in unpacked(output)
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


PROPERTY = st.recursive(
    st.tuples(
        st.sampled_from(
            sorted({*PROPERTY_ELEMENTS, "p", "r", "t", "tbl", "tr", "tc", "sdt", "style", "drawing"})
        ),
        st.dictionaries(st.sampled_from(sorted(NAMES)), st.sampled_from([CANARY, NUMBER, "7"]), max_size=3),
        st.sampled_from([None, CANARY, NUMBER]),
        st.just([]),
    ),
    lambda inner: st.tuples(
        st.sampled_from(["p", "r", "tbl", "tr", "tc", "pPr", "rPr", "sectPr", "txbxContent", "footnote"]),
        st.just({}),
        st.sampled_from([None, CANARY]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PROPERTY, max_size=4))
def test_no_tree_of_known_names_carries_a_canary_through(trees: list[tuple]) -> None:  # type: ignore[type-arg]
    """However elements are nested, what was not offered is not in the output, which reads again."""
    root = etree.fromstring(part("x", ""))
    for tree in trees:
        grow(root, tree)
    body = "".join(etree.tostring(child).decode() for child in root)
    record = docx.read(document(body, footnotes=part("footnotes", body), styles=part("styles", body)))
    output = without_text(record)
    assert CANARY.encode() not in unpacked(output) and NUMBER.encode() not in unpacked(output)
    again = docx.read(unchanged(record))
    words, words_again = ("".join(q.text for q in x.passages) for x in (record, again))
    assert (words.count(CANARY), words.count(NUMBER)) == (
        words_again.count(CANARY),
        words_again.count(NUMBER),
    )


def grow(parent: etree._Element, tree: tuple) -> None:  # type: ignore[type-arg]
    """Add a tree of (name, attributes, text, children)."""
    name, attributes, text, children = tree
    element = etree.SubElement(parent, f"{{{W}}}{name}", {f"{{{W}}}{k}": v for k, v in attributes.items()})
    element.text = text
    for child in children:
        grow(element, child)


def test_a_document_given_back_unchanged_reads_the_same_in_another_reader() -> None:
    """Paragraphs, their styles and runs, tables, headers and footers stand as before."""
    raw = packed(rich())  # type: ignore[arg-type]
    before, after = (python_docx.Document(io.BytesIO(x)) for x in (raw, unchanged(docx.read(raw))))
    for one, other in zip(before.paragraphs, after.paragraphs, strict=True):
        assert [(r.text, r.bold) for r in one.runs] == [(r.text, r.bold) for r in other.runs]
    assert [x.style.name for x in after.paragraphs][:2] == ["Heading 1", "Normal"]
    assert [[c.text for c in row.cells] for row in before.tables[0].rows] == [
        [c.text for c in row.cells] for row in after.tables[0].rows
    ]
    assert after.sections[0].header.paragraphs[0].text == "head"
    assert after.sections[0].footer.paragraphs[0].text == "foot"
    assert after.core_properties.author != before.core_properties.author


def test_what_is_redacted_takes_its_place_in_the_runs() -> None:
    """A name over three runs gives its tag to the first; other runs keep their words and their form."""
    body = (
        "<w:p><w:r><w:t>By Jo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>hn Do</w:t></w:r>"
        "<w:r><w:rPr><w:i/></w:rPr><w:t>e, MD</w:t></w:r></w:p>"
    )
    raw = rebuilt(docx.read(document(body)), ["John Doe"])
    runs = python_docx.Document(io.BytesIO(raw)).paragraphs[0].runs
    assert [(r.text, r.bold, r.italic) for r in runs] == [
        ("By [X]", None, None),
        ("", True, None),
        (", MD", None, True),
    ]


def test_headers_footers_and_notes_are_read_and_stay_linked() -> None:
    """Every part that a reader sees is offered, and the copy's references lead to its copies."""
    body = (
        "<w:p><w:r><w:t>body</w:t><w:footnoteReference w:id='2'/><w:endnoteReference w:id='3'/></w:r></w:p>"
        "<w:sectPr><w:headerReference w:type='first' r:id='rId1'/><w:titlePg/></w:sectPr>"
    )
    raw = document(
        body,
        header=part("hdr", p("head")),
        footer=part("ftr", p("foot")),
        footnotes=part("footnotes", f"<w:footnote w:id='2'>{p('note')}</w:footnote>"),
        endnotes=part("endnotes", f"<w:endnote w:id='3' w:type='normal'>{p('end')}</w:endnote>"),
        comments=part("comments", f"<w:comment w:author='{CANARY}'>{p(CANARY)}</w:comment>"),
        settings=part("settings", f"<w:evenAndOddHeaders/><w:attachedTemplate r:id='{CANARY}'/>"),
    )
    record = docx.read(raw)
    assert sorted(passage.text for passage in record.passages) == ["body", "end", "foot", "head", "note"]
    output = unchanged(record)
    assert CANARY.encode() not in unpacked(output)
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        tree = etree.fromstring(archive.read("word/document.xml"))
        assert targets[tree.xpath("string(//@r:id)", namespaces={"r": R})] == "header1.xml"
        assert b'w:id="2"' in archive.read("word/footnotes.xml") and b'w:type="normal"' in archive.read(
            "word/endnotes.xml"
        )
        assert b"evenAndOddHeaders" in archive.read("word/settings.xml")
        assert all(f"word/{target}" in archive.namelist() for target in targets.values())


def test_names_of_parts_and_relationships_are_the_copy_s_own() -> None:
    """A part's name and its relationship's id may be anything; the copy's say only what they are."""
    links = f'<Relationship Id="{CANARY}" Type="{R}/header" Target="{CANARY}/{CANARY}.xml"/>'
    members = files(f"<w:p/><w:sectPr><w:headerReference w:type='default' r:id='{CANARY}'/></w:sectPr>") | {
        "word/_rels/document.xml.rels": relations([]).replace("></", f">{links}</"),
        f"word/{CANARY}/{CANARY}.xml": part("hdr", p("head")),
    }
    output = unchanged(docx.read(packed(members)))
    assert CANARY.encode() not in unpacked(output)
    assert python_docx.Document(io.BytesIO(output)).sections[0].header.paragraphs[0].text == "head"


def test_styles_and_lists_keep_their_form_under_names_that_tell_nothing() -> None:
    """Word's own styles keep their names, others get numbers; letters of a list's label go."""
    styles = (
        "<w:style w:styleId='Heading1'><w:name w:val='heading 1'/><w:rPr><w:b/></w:rPr></w:style>"
        f"<w:style w:styleId='{CANARY}'><w:name w:val='{CANARY}'/><w:basedOn w:val='Heading1'/></w:style>"
        "<w:style w:styleId='Ghost'><w:name w:val='Ghost'/><w:rPr><w:vanish/></w:rPr></w:style>"
    )
    label = f"<w:lvl w:ilvl='0'><w:lvlText w:val='{CANARY} %1.'/></w:lvl>"
    level = f"<w:abstractNum w:abstractNumId='0'>{label}</w:abstractNum>"
    body = (
        f"<w:p><w:pPr><w:pStyle w:val='{CANARY}'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
        "<w:r><w:rPr><w:rStyle w:val='Ghost'/></w:rPr><w:t>hid</w:t></w:r><w:r><w:t>x</w:t></w:r></w:p>"
    )
    record = docx.read(document(body, styles=part("styles", styles), numbering=part("numbering", level)))
    assert [passage.text for passage in record.passages] == ["x"]
    with zipfile.ZipFile(io.BytesIO(unchanged(record))) as archive:
        assert CANARY.encode() not in archive.read("word/styles.xml")
        assert b'<w:pStyle w:val="Style2"/>' in archive.read("word/document.xml")
        assert b'<w:name w:val="heading 1"/>' in archive.read("word/styles.xml")
        assert b'<w:basedOn w:val="Heading1"/>' in archive.read("word/styles.xml")
        assert b'w:val=" %1."' in archive.read("word/numbering.xml")


def test_a_picture_leaves_a_remark() -> None:
    """Nobody is left to think that there was none."""
    raw = unchanged(docx.read(document("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")))
    assert python_docx.Document(io.BytesIO(raw)).paragraphs[0].text == "[picture removed]"


def patched(raw: bytes, flag: int) -> bytes:
    """The archive with a flag set on every member."""
    data = bytearray(raw)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= flag
            at = data.find(mark, at + 4)
    return bytes(data)


def doubled() -> bytes:
    """An archive with one name twice."""
    buffer = io.BytesIO(document(p("x")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", "x")
    return buffer.getvalue()


def lzma() -> bytes:
    """An archive packed with a method that Word does not use."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in files(p("x")).items():
            archive.writestr(name, data)
    return buffer.getvalue()


BOMB = part("document", f"<w:body>{' ' * 20_000_000}</w:body>")
HOSTILE = {
    "no archive": (b"text", bounds.NotDocx),
    "empty": (b"", bounds.NotDocx),
    "another archive": (packed({"a": "b"}), bounds.NotDocx),
    "cut off": (document(p("x"))[:-30], bounds.NotDocx),
    "no document": (packed({"[Content_Types].xml": "<a/>"}), bounds.NotDocx),
    "a sheet": (packed(files("") | {"word/document.xml": "<a/>"}), bounds.NotDocx),
    "old format": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, bounds.EncryptedDocument),
    "password": (patched(document(p("x")), 1), bounds.EncryptedDocument),
    "macros": (packed(files(p("x")) | {"word/vbaProject.bin": "x"}), bounds.MacroDocument),
    "macro type": (
        packed(files(p("x")) | {"[Content_Types].xml": "<a b='ms-word.document.macroEnabled.main+xml'/>"}),
        bounds.MacroDocument,
    ),
    "path escape": (packed(files(p("x")) | {"../../evil": "x"}), bounds.UnsafeArchive),
    "absolute path": (packed(files(p("x")) | {"/etc/evil": "x"}), bounds.UnsafeArchive),
    "drive": (packed(files(p("x")) | {"C:evil": "x"}), bounds.UnsafeArchive),
    "backslash": (packed(files(p("x")) | {"..\\evil": "x"}), bounds.UnsafeArchive),
    "one name twice": (doubled(), bounds.UnsafeArchive),
    "another method": (lzma(), bounds.UnsafeArchive),
    "many members": (packed(files(p("x")) | {f"m{n}": "" for n in range(4_001)}), bounds.UnsafeArchive),
    "bomb": (packed(files("") | {"word/document.xml": BOMB}), bounds.UnsafeArchive),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_foreign_files_fail_with_their_reason(name: str) -> None:
    """Bombs, escapes, clashes, passwords, macros and other files fail the note before anything is written."""
    raw, error = HOSTILE[name]
    with pytest.raises(NoteError) as caught:
        docx.read(raw)
    assert type(caught.value) is error and "evil" not in str(caught.value)


def test_many_text_boxes_in_one_paragraph_are_read_in_order() -> None:
    """Boxes stand beside each other, so their number is no depth."""
    boxes = "".join(f"<w:r><w:pict>{BOX.replace('in a', str(n))}</w:pict></w:r>" for n in range(1_500))
    texts = [passage.text for passage in docx.read(document(f"<w:p>{boxes}</w:p>{p('end')}")).passages]
    assert texts == [*(f"{n} box" for n in range(1_500)), "end"]


def test_the_parts_read_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts of lawful size don't add up beyond the limit."""
    monkeypatch.setattr(bounds, "MAX_TOTAL", 20_000)
    head = part("hdr", p("x" * 11_000))
    assert docx.read(document(p("x"), header=head)).passages
    with pytest.raises(bounds.UnsafeArchive):
        docx.read(document(p("x"), header=head, footer=head))


@pytest.mark.parametrize("place", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_xml_with_a_document_type_or_without_end_fails_in_any_part(place: str) -> None:
    """Parts are read as carefully as any XML from strangers."""
    good = files(p("x"), styles=part("styles", ""))
    for xml in ("<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "<x>" * 1_000, "<x>", ""):
        with pytest.raises(NoteError):
            docx.read(packed(good | {place: xml}))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_damaged_archives_read_or_fail_as_a_note(noise: bytes, at: int) -> None:
    """No damage raises anything but an error that fails this note alone."""
    raw = document(p("x") + table([p("a"), p("b")]), styles=part("styles", ""))
    try:
        docx.read(raw[:at] + noise + raw[at + len(noise) :])
    except NoteError:
        return
