"""The recognizers, one family of identifier a file; each is an ordinary Presidio `EntityRecognizer`."""

from presidio_analyzer import EntityRecognizer

from .addresses import AddressRecognizer
from .ages import AgeRecognizer
from .cities import CityRecognizer
from .dates import DateRecognizer
from .devices import DeviceRecognizer
from .facilities import FacilityRecognizer
from .internet import InternetRecognizer
from .licences import LicenceRecognizer
from .other_ids import OtherIdRecognizer
from .persons import PersonRecognizer
from .phones import PhoneRecognizer
from .record_numbers import AccountRecognizer, HealthPlanRecognizer, MrnRecognizer
from .ssn import SsnRecognizer
from .vehicles import VehicleRecognizer

__all__ = [
    "AccountRecognizer",
    "AddressRecognizer",
    "AgeRecognizer",
    "CityRecognizer",
    "DateRecognizer",
    "DeviceRecognizer",
    "FacilityRecognizer",
    "HealthPlanRecognizer",
    "InternetRecognizer",
    "LicenceRecognizer",
    "MrnRecognizer",
    "OtherIdRecognizer",
    "PersonRecognizer",
    "PhoneRecognizer",
    "SsnRecognizer",
    "VehicleRecognizer",
    "all_recognizers",
]


def all_recognizers() -> list[EntityRecognizer]:
    """One of each of the project's recognizers."""
    return [
        AccountRecognizer(),
        AddressRecognizer(),
        AgeRecognizer(),
        CityRecognizer(),
        DateRecognizer(),
        DeviceRecognizer(),
        FacilityRecognizer(),
        HealthPlanRecognizer(),
        InternetRecognizer(),
        LicenceRecognizer(),
        MrnRecognizer(),
        OtherIdRecognizer(),
        PersonRecognizer(),
        PhoneRecognizer(),
        SsnRecognizer(),
        VehicleRecognizer(),
    ]
