"""The classes of the model: nothing, then the labels of the marking convention."""

NOTHING = "O"
LABELS = (
    "PERSON", "ADDRESS", "CITY", "ZIP", "FACILITY", "DATE", "AGE_OVER_89", "PHONE", "FAX", "EMAIL", "URL",
    "IP", "SSN", "MRN", "HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "OTHER_ID",
)  # fmt: skip
CLASSES = (NOTHING, *LABELS)
NUMBER = {name: number for number, name in enumerate(CLASSES)}
