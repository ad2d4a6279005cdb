"""Which forms there are, and one way to make any of them from its data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from clerk_app.printing.forms import (
    contribution_notice,
    fingerprint_slip,
    handover_slip,
    household_form,
    recovery_sheet,
)
from clerk_app.printing.forms.contribution_notice import ContributionNoticeData
from clerk_app.printing.forms.fingerprint_slip import FingerprintSlipData
from clerk_app.printing.forms.handover_slip import HandoverSlipData
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.printing.forms.recovery_sheet import RecoverySheetData

FormData = (
    HouseholdFormData
    | RecoverySheetData
    | HandoverSlipData
    | FingerprintSlipData
    | ContributionNoticeData
    | Sequence[ContributionNoticeData]
)


class Audience(Enum):
    """Who may see the paper: the files only, the household it is about, or, masked, the public as well."""

    INTERNAL = "internal"
    HOUSEHOLD = "household"
    INTERNAL_OR_MASKED = "internal_or_masked"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: ``id`` is what the command line and the print record say, ``title`` what a clerk reads."""

    id: str
    title: str
    audience: Audience

    @property
    def can_be_masked(self) -> bool:
        """Whether there is a print for the public."""
        return self.audience is Audience.INTERNAL_OR_MASKED


HOUSEHOLD_FORM: Final = Form("household-form", household_form.TITLE, Audience.INTERNAL_OR_MASKED)
CONTRIBUTION_NOTICE: Final = Form("contribution-notice", contribution_notice.TITLE, Audience.HOUSEHOLD)
RECOVERY_SHEET: Final = Form("recovery-sheet", recovery_sheet.TITLE, Audience.INTERNAL)
HANDOVER_SLIP: Final = Form("handover-slip", handover_slip.TITLE, Audience.INTERNAL)
FINGERPRINT_SLIP: Final = Form("fingerprint-slip", fingerprint_slip.TITLE, Audience.INTERNAL)

FORMS: Final[Mapping[str, Form]] = {
    form.id: form for form in (HOUSEHOLD_FORM, CONTRIBUTION_NOTICE, RECOVERY_SHEET, HANDOVER_SLIP, FINGERPRINT_SLIP)
}


def form_of(data: FormData) -> Form:
    """Return the form that these data are for."""
    if isinstance(data, HouseholdFormData):
        return HOUSEHOLD_FORM
    if isinstance(data, RecoverySheetData):
        return RECOVERY_SHEET
    if isinstance(data, HandoverSlipData):
        return HANDOVER_SLIP
    if isinstance(data, FingerprintSlipData):
        return FINGERPRINT_SLIP
    return CONTRIBUTION_NOTICE


def render(data: FormData) -> bytes:
    """Return the form as PDF; several notices come as one PDF. Raises SituationError when the fonts cannot be read."""
    if isinstance(data, HouseholdFormData):
        return household_form.render(data)
    if isinstance(data, RecoverySheetData):
        return recovery_sheet.render(data)
    if isinstance(data, HandoverSlipData):
        return handover_slip.render(data)
    if isinstance(data, FingerprintSlipData):
        return fingerprint_slip.render(data)
    if isinstance(data, ContributionNoticeData):
        return contribution_notice.render((data,))
    return contribution_notice.render(data)
