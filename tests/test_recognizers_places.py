"""Cities and counties; hospitals, wards, schools, employers and other facilities."""

import pytest
from chartveil.redact.recognizers import CityRecognizer, FacilityRecognizer
from recognizer_table import check, rows

RECOGNIZERS = {"CITY": CityRecognizer(), "FACILITY": FacilityRecognizer()}
CITY = rows(
    "CITY",
    "lives in ⟦Chattanooga⟧",
    "⟦Dayton⟧, OH 45402",
    "⟦Grand Rapids⟧ native",
    "from ⟦Santa Fe⟧",
    "⟦Quillpoint⟧, Nebraska",
    "⟦Hamilton⟧ County jail",
    "city: ⟦Dayton⟧",
    "hometown: ⟦Little Rock⟧",
    "moved to ⟦schenectady⟧ last year",
    "in ⟦Albuquerque⟧ since",
    "transferred from ⟦Kalispell⟧",
    "born in ⟦Ypsilanti⟧",
    "lives in Ohio",
    "in Texas",
    "in Pain",
    "from Mother",
    "in New York",
    "in April",
    "from Grace",
    "to Rehab",
    "in no distress",
    "Chief Complaint: Pain",
    "Ann Arbor stage II",
)
FACILITY = rows(
    "FACILITY",
    "admitted to ⟦Quillpoint Memorial Hospital⟧",
    "⟦Larkspur Family Practice⟧ called",
    "⟦St. Brendan's⟧ ED",
    "⟦St. Brendan's Hospital⟧",
    "⟦Our Lady of Sorrows⟧ parish",
    "⟦University of Quillpoint⟧ clinic",
    "filled at ⟦Walgreens⟧",
    "works at ⟦Bluestem Lumber⟧",
    "employer: ⟦Bluestem Lumber⟧",
    "⟦Bluestem Trucking LLC⟧",
    "from ⟦6 East⟧ to ICU",
    "transferred to ⟦4N⟧",
    "⟦Quillpoint Elementary⟧, 3rd grade",
    "⟦Harbor Light Shelter⟧",
    "⟦QUILLPOINT GENERAL⟧ ED",
    "⟦Quillpoint Women's & Infants⟧",
    "pharmacy: ⟦Corner Drug⟧",
    "at ⟦Copper Ridge Orchards⟧ all day",
    "Physical Therapy twice a week",
    "Emergency Department",
    "the hospital and the clinic",
    "Primary Care follow up",
    "Intensive Care Unit",
    "Home Health aide",
    "Occupational Therapy",
    "location: left knee",
    "site: Right lower quadrant",
    "at Baseline",
    "Nursing Home placement",
    "Mental Health history",
    "5 W bulb".replace("5 W bulb", "5 mg bulb"),
    "2+ pulses",
)


@pytest.mark.parametrize(("text", "label"), [*CITY, *FACILITY])
def test_places_are_found(text: str, label: str) -> None:
    """Proper names of places are found; states, generic places and parts of the body stay."""
    check(RECOGNIZERS[label], text, label)
