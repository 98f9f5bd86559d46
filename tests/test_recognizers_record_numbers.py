"""Medical record, health-plan, account and claim numbers."""

import pytest
from chartveil.redact.recognizers import AccountRecognizer, HealthPlanRecognizer, MrnRecognizer
from recognizer_table import check, rows

RECOGNIZERS = {"MRN": MrnRecognizer(), "HEALTH_PLAN": HealthPlanRecognizer(), "ACCOUNT": AccountRecognizer()}

MRN = rows(
    "MRN",
    "MRN: ⟦00482913⟧",
    "MRN#⟦482913⟧",
    "mrn ⟦48-29-13⟧",
    "Medical Record No. ⟦H482913⟧",
    "med rec # ⟦48 29 13⟧",
    "MR# ⟦482913⟧",
    "Patient ID: ⟦PT-77120⟧",
    "chart # ⟦B-20417⟧",
    "unit no. ⟦771204⟧",
    "EMPI ⟦100482913⟧",
    "CSN ⟦60011482⟧",
    "client ID ⟦C-4471⟧",
    "MRN (old) ⟦482913⟧",
    "chart 2 pages",
    "chart reviewed",
    "charted at 0900",
    "patient number 3 on list",
    "medical records requested",
)
HEALTH_PLAN = rows(
    "HEALTH_PLAN",
    "MBI ⟦1EG4-TE5-MK73⟧",
    "Medicare ⟦1EG4TE5MK73⟧ part B",
    "⟦2F45G67HJ89⟧ on card",
    "Member ID: ⟦XQW884120077⟧",
    "subscriber ⟦884120077-01⟧",
    "policy # ⟦88-41200⟧",
    "grp # ⟦70412⟧",
    "group: ⟦070412⟧",
    "Medicaid ID ⟦88412007F⟧",
    "Aetna id ⟦W884120077⟧",
    "Humana Gold Plus member ⟦H88412007⟧",
    "Insurance: Cigna PPO # ⟦U88412007⟧",
    "BIN ⟦610014⟧ PCN ⟦MEDDPRIME1⟧",
    "group therapy x 45 min",
    "group 90853",
    "member of a band",
    "policy 2019 update",
    "insurance denied 2 visits",
    "plan: follow up in 3 mo",
)
ACCOUNT = rows(
    "ACCOUNT",
    "Acct: ⟦V00412-7⟧",
    "account number ⟦7700412⟧",
    "FIN ⟦9900412⟧",
    "HAR ⟦88120⟧",
    "claim # ⟦WC-88-120417⟧",
    "Claim ⟦2024-77120⟧",
    "comp claim ⟦88120417⟧",
    "WC case ⟦88-1204⟧",
    "invoice ⟦INV-88120⟧",
    "guarantor ID ⟦88120⟧",
    "card ⟦4111 1111 1111 1111⟧",
    "on account of pain",
    "claims 3 falls",
    "fin. 4/5",
    "statement 2",
    "card 1 of 3",
)


@pytest.mark.parametrize(("text", "label"), [*MRN, *HEALTH_PLAN, *ACCOUNT])
def test_numbers_are_found_by_their_labels(text: str, label: str) -> None:
    """The number is found whole and without its label; counts and plain words stay."""
    check(RECOGNIZERS[label], text, label)
