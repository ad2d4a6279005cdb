"""The list of rule shapes and conditions: all that a pack may be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from clerk_app.policy.rules import aid, dibao, medical, pension, relief, sums, values, who, work
from clerk_app.policy.rules.base import Body, Condition
from clerk_app.policy.toml_table import Table

SHAPES: Final[Mapping[str, Callable[[Table], Body]]] = {
    "fixed_sum": sums.FixedSum.read,
    "tier_table": sums.TierTable.read,
    "tier_bands": sums.TierBands.read,
    "stepped": sums.Stepped.read,
    "lowest_tier_sum": sums.LowestTierSum.read,
    "seniority_percent": sums.SeniorityPercent.read,
    "seniority_sum": sums.SenioritySum.read,
    "same_as": sums.SameAs.read,
    "annuity": sums.Annuity.read,
    "premium_percent": aid.PremiumPercent.read,
    "premium_sum": aid.PremiumSum.read,
    "premium_local": aid.PremiumLocal.read,
    "right": aid.Right.read,
    "tiers": values.Tiers.read,
    "disregard": dibao.Disregard.read,
    "dibao_entry": dibao.DibaoEntry.read,
    "dibao_class": dibao.DibaoClass.read,
    "review": values.Review.read,
    "duty": values.Duty.read,
}
"""Every shape of a rule, by the name that packs use."""

UNITLESS: Final = frozenset({"right", "disregard", "dibao_entry", "dibao_class", "duty"})
"""Shapes without a figure, which need no unit."""

CONDITIONS: Final[Mapping[str, Callable[[Table, str], Condition]]] = {
    "age": who.Age.read,
    "sex": who.Sex.read,
    "identity": who.Identity.read,
    "without_identity": who.WithoutIdentity.read,
    "disability": who.Disability.read,
    "labour_capacity": who.LabourCapacity.read,
    "couple_age": who.CoupleAge.read,
    "dead": who.Dead.read,
    "can_contribute": pension.CanContribute.read,
    "contributes": pension.Contributes.read,
    "pension_scheme": pension.PensionScheme.read,
    "receiving": pension.Receiving.read,
    "years_paid_under": pension.YearsPaidUnder.read,
    "pension_age_at_scheme_start": pension.AgeAtSchemeStart.read,
    "medical_scheme": medical.MedicalScheme.read,
    "employed": medical.Employed.read,
    "hospital_delivery": medical.HospitalDelivery.read,
    "household_at_delivery": relief.PoorAtDelivery.read,
    "accident": relief.Accident.read,
    "spending_ratio": relief.SpendingRatio.read,
    "member_identity": relief.MemberIdentity.read,
    **dict.fromkeys(work.FLAG_NAMES, work.WorkFlag.read),
    **dict.fromkeys(work.MONTH_NAMES, work.WorkMonths.read),
}
"""Every condition on a person or household, by the name that packs use."""

CODES: Final = (
    "pension.proxy",
    "pension.contribution_subsidy",
    "pension.extra_subsidy",
    "pension.contribution_aid",
    "pension.base",
    "pension.seniority",
    "pension.account",
    "pension.early_claim",
    "pension.age55_allowance",
    "pension.funeral",
    "pension.claim_without_backpay",
    "pension.late_registration",
    "pension.lump_sum_backpay",
    "pension.transfer_in",
    "medical.premium_aid",
    "medical.treat_first",
    "medical.childbirth_cover",
    "medical.serious_illness",
    "medical.inpatient_bonus",
    "medical.inpatient_floor",
    "relief.temporary",
    "relief.childbirth",
    "unemployment.one_off",
    "employer.insurance_subsidy",
    "injury.advance_payment",
)
"""The codes of entitlements that results may carry."""
