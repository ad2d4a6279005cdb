"""The evaluator: a pack and a case in, what each may have and why out."""

from __future__ import annotations

from clerk_app.policy.dibao_assessment import assess_dibao
from clerk_app.policy.model import Assessment, Case, Pack
from clerk_app.policy.subject import Household


def assess(pack: Pack, case: Case) -> Assessment:
    """Return what the persons of a case and their household may have on its day, and why, and why not.

    Raises UserError where a fact is missing that the answer cannot do without.
    """
    household = Household(pack, case)
    dibao = assess_dibao(pack, case, household.members) if case.household.assess_dibao else None
    return Assessment(pack=pack.id, on=case.on, entitlements=(), not_met=(), dibao=dibao)
