"""Small files of the official formats, in wording of the tests' own."""


def order_line(number: int, code: str, flag: int, short: str, title: str | None = None) -> str:
    """A line of an order file."""
    return f"{number:05} {code:<7} {flag} {short:<60} {title or short}"


def addenda_line(action: str, flag: int, code: str, title: str) -> str:
    """A line of an addenda file."""
    return f"{action + ':':<12} {flag} {code:<7} {title:<60} {title}"


ORDER = "\n".join(
    (
        order_line(1, "D69", 0, "Bleeding trouble"),
        order_line(2, "D691", 0, "Weak platelets"),
        order_line(3, "D6911", 1, "Weak platelets, first kind"),
        order_line(4, "D6919", 1, "Weak platelets, other kind"),
        order_line(5, "Z681", 1, "Light weight"),
    )
)
PCS_ORDER = "\n".join(
    (order_line(1, "001", 0, "Nerves, detour"), order_line(2, "0016070", 1, "Detour of one vessel"))
)
ADDENDA = "\n".join(
    (
        addenda_line("Delete", 1, "D691", "Weak platelets"),
        addenda_line("Add", 0, "D691", "Weak platelets"),
        addenda_line("Add", 1, "D6911", "Weak platelets, first kind"),
        addenda_line("Add", 1, "J4B", "Mould ball of the lung"),
        addenda_line("Revise from", 1, "Z681", "Light weight"),
        addenda_line("Revise to", 1, "Z681", "Low weight"),
        "",
        "Headers",
        "      9 headers in icd10cm_order_2026.txt",
        "     10 headers in icd10cm_order_2027.txt",
        "      1 additions",
        "      0 deletions",
        "Codes",
        "      2 additions",
        "      1 deletions",
        "      1 revisions",
    )
)
TABULAR = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular>
  <version>2028</version>
  <chapter>
    <name>19</name>
    <desc>Harm (S00-T88)</desc>
    <excludes2><note>harm at birth (P10)</note></excludes2>
    <section id="S00-S09">
      <desc>Harm to the head (S00-S09)</desc>
      <diag>
        <name>S06</name>
        <desc>Harm within the skull</desc>
        <notes>
          <note>7th characters D and S do not apply to codes in category S06
            with 6th character 7 - death, or 8 - death.</note>
        </notes>
        <sevenChrDef>
          <extension char="A">first visit</extension>
          <extension char="D">later visit</extension>
        </sevenChrDef>
        <diag>
          <name>S06.0</name>
          <desc>Shaken brain</desc>
          <inclusionTerm><note>Knock on the head</note></inclusionTerm>
          <useAdditionalCode><note>code for the wound (S01.-)</note></useAdditionalCode>
        </diag>
        <diag>
          <name>S06.1X7</name>
          <desc>Swollen brain with death</desc>
        </diag>
      </diag>
    </section>
  </chapter>
</ICD10CM.tabular>
"""
INDEX = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index>
  <version>2028</version>
  <title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
  <letter>
    <title>B</title>
    <mainTerm>
      <title>Blister<nemod>(broken)</nemod> NEC</title>
      <code>T14.8-</code>
      <term level="1"><title>toe, toes</title><code>S90.42</code></term>
      <term level="1"><title>due to heat</title><see>Burn</see></term>
    </mainTerm>
  </letter>
</ICD10CM.index>
"""
DRUGS = """<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index>
  <version>2028</version>
  <indexHeading>
    <head col="1">Substance</head>
    <head col="2">Poisoning Accidental (unintentional)</head>
    <head col="6">Adverse effect</head>
  </indexHeading>
  <letter>
    <title>Z</title>
    <mainTerm>
      <title>Zzyrin<nemod>(tablet)</nemod></title>
      <cell col="2">T43.591</cell>
      <cell col="6">--</cell>
      <term level="1"><title>topical</title><cell col="6">T49.0X5</cell></term>
    </mainTerm>
  </letter>
</ICD10CM.index>
"""
CONVERSION = "\n".join(
    (
        "Current code(s) assignment\tCode title\tEffective year\tPrevious code(s) assignment\t"
        "Predecessor code title\tChange type\tComment\tEffective month/day [MM.DD]",
        '0370046\t"One, new"\t2019\t0370056\t"One, old"\tDeleted\tgone\t10.01',
        "00H60YZ\tTwo\t2022\tNoPCS\t\tNew\t04.01",
        "0J040ZZ\tThree\t2017\t0J050ZZ\tThree before\tRevised\twhy\t10.01",
    )
)
HCPCS = """Code,Long Description,Short Description,Effective Date,End Date
A9999,Sample thing,Thing,2020-01-01,
XY,Sample mark,,,
"""
CPT = (
    "cpt\tdescriptor\tdate deleted\treplaced by\n"
    "97110\tMoving the body\t\t\n"
    "0370T\tOne family\t1/1/2019\t97156\n"
)
RETIRED = (
    '{"code": "D69.1", "last_valid_fy": 2024, "now": "header", '
    '"use_instead_children": ["D69.11"], "desc": null}\n'
)
