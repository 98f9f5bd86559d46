"""Plates, VINs and permits; serial numbers, lots and unique device identifiers."""

import pytest
from chartveil.redact.recognizers import DeviceRecognizer, VehicleRecognizer
from recognizer_table import check, rows

RECOGNIZERS = {"VEHICLE": VehicleRecognizer(), "DEVICE": DeviceRecognizer()}
VEHICLE = rows(
    "VEHICLE",
    "VIN ⟦1HGCM82633A004352⟧",
    "⟦1HGCM82633A004352⟧ towed",
    "license plate ⟦KLM-4410⟧",
    "plate OH ⟦KLM 4410⟧",
    "plate ⟦klm4410⟧",
    "tag # ⟦4KLM410⟧",
    "Lic plate: ⟦KLM·441⟧",
    "van ⟦TX KLM-4410⟧".replace("⟦TX KLM-4410⟧", "⟦TX KLM-441⟧"),
    "parking permit ⟦B-2041⟧",
    "tail no. ⟦N412MF⟧",
    "flown in ⟦N412MF⟧ helicopter",
    "placard ⟦88120⟧",
    "dinner plate 2",
    "growth plate 3 mm",
    "tag 1",
    "plated with 6 screws",
    "by van to clinic",
    "unit 3",
)
DEVICE = rows(
    "DEVICE",
    "S/N ⟦PJN204417⟧",
    "serial number ⟦20417-88⟧",
    "SN: ⟦8812-0417⟧",
    "Serial # ⟦A20417⟧",
    "UDI ⟦(01)00812345678906(17)280131(10)L20417(21)S881⟧",
    "⟦(01)00812345678906⟧",
    "⟦+H123PARTNO1234567890120/$$420020216LOT123456789012345⟧",
    "⟦=/A9999XYZ100T0944=,000025⟧",
    "stent lot ⟦20417A⟧",
    "lens implant, lot # ⟦B20417⟧",
    "implant ID ⟦20417-2⟧",
    "IMEI ⟦490154203237518⟧",
    "MAC address ⟦00:1A:2B:3C:4D:5E⟧",
    "pump ⟦00:1A:2B:3C:4D:5E⟧ paired",
    "serial 2 exams",
    "serial troponins 12 and 14",
    "vaccine lot EK9231",
    "4.5 mm screw",
    "model 5076",
    "6 Fr stent",
)


@pytest.mark.parametrize(("text", "label"), [*VEHICLE, *DEVICE])
def test_vehicles_and_devices_are_found(text: str, label: str) -> None:
    """Numbers are found by label or by a shape of their own; models, sizes and vaccine lots stay."""
    check(RECOGNIZERS[label], text, label)
