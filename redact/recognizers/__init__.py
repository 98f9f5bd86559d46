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
from .model import ModelRecognizer
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
    "ModelRecognizer",
    "MrnRecognizer",
    "OtherIdRecognizer",
    "PersonRecognizer",
    "PhoneRecognizer",
    "SsnRecognizer",
    "VehicleRecognizer",
    "all_recognizers",
    "rule_recognizers",
]


def all_recognizers(*, recall: str = "balanced", threads: int = 1) -> list[EntityRecognizer]:
    """The trained model, at a level of recall, and one of each of the recognizers by rule."""
    return [ModelRecognizer(recall=recall, threads=threads), *rule_recognizers()]


def rule_recognizers() -> list[EntityRecognizer]:
    """One of each of the recognizers by rule: patterns, labels, lists."""
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
