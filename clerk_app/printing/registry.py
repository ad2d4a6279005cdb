"""Which forms there are, and one way to make any of them from its data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from clerk_app.printing.forms import (
    contribution_notice,
    fingerprint_slip,
    handover_slip,
    household_form,
    overpayment_form,
    recovery_sheet,
)
from clerk_app.printing.forms.contribution_notice import ContributionNoticeData
from clerk_app.printing.forms.fingerprint_slip import FingerprintSlipData
from clerk_app.printing.forms.handover_slip import HandoverSlipData
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.printing.forms.overpayment_form import OverpaymentFormData
from clerk_app.printing.forms.recovery_sheet import RecoverySheetData

FormData = (
    HouseholdFormData
    | RecoverySheetData
    | HandoverSlipData
    | FingerprintSlipData
    | OverpaymentFormData
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
OVERPAYMENT_FORM: Final = Form("overpayment-form", overpayment_form.TITLE, Audience.INTERNAL)
RECOVERY_SHEET: Final = Form("recovery-sheet", recovery_sheet.TITLE, Audience.INTERNAL)
HANDOVER_SLIP: Final = Form("handover-slip", handover_slip.TITLE, Audience.INTERNAL)
FINGERPRINT_SLIP: Final = Form("fingerprint-slip", fingerprint_slip.TITLE, Audience.INTERNAL)

FORMS: Final[Mapping[str, Form]] = {
    form.id: form
    for form in (
        HOUSEHOLD_FORM,
        CONTRIBUTION_NOTICE,
        OVERPAYMENT_FORM,
        RECOVERY_SHEET,
        HANDOVER_SLIP,
        FINGERPRINT_SLIP,
    )
}


_MAKERS: Final[Mapping[type[Any], tuple[Form, Callable[[Any], bytes]]]] = {
    HouseholdFormData: (HOUSEHOLD_FORM, household_form.render),
    OverpaymentFormData: (OVERPAYMENT_FORM, overpayment_form.render),
    RecoverySheetData: (RECOVERY_SHEET, recovery_sheet.render),
    HandoverSlipData: (HANDOVER_SLIP, handover_slip.render),
    FingerprintSlipData: (FINGERPRINT_SLIP, fingerprint_slip.render),
    ContributionNoticeData: (CONTRIBUTION_NOTICE, lambda notice: contribution_notice.render((notice,))),
}
_NOTICES: Final = (CONTRIBUTION_NOTICE, contribution_notice.render)
"""Whatever is none of these is several notices."""


def form_of(data: FormData) -> Form:
    """Return the form that these data are for."""
    return _MAKERS.get(type(data), _NOTICES)[0]


def render(data: FormData) -> bytes:
    """Return the form as PDF; several notices come as one PDF. Raises SituationError when the fonts cannot be read."""
    return _MAKERS.get(type(data), _NOTICES)[1](data)
