"""A case's class to show, and which stages are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from clerk_app.domain.dibao import OPEN_STAGES, DibaoCase, DibaoCaseId, DibaoClass, Stage, end_in_words
from clerk_app.domain.household import HouseholdId

CASE = DibaoCase(id=DibaoCaseId("d"), household_id=HouseholdId("h"), number="DB2026-0001", applied_on=date(2026, 3, 16))


def test_class_shown_is_the_countys_else_the_villages_else_the_rules() -> None:
    ruled = replace(CASE, rule_class=DibaoClass.C)
    proposed = replace(ruled, village_class=DibaoClass.B)
    granted = replace(proposed, granted_class=DibaoClass.A)
    assert [case.current_class for case in (CASE, ruled, proposed, granted)] == [
        None,
        DibaoClass.C,
        DibaoClass.B,
        DibaoClass.A,
    ]


def test_refused_and_ended_are_the_only_stages_that_are_not_open() -> None:
    assert set(Stage) - set(OPEN_STAGES) == {Stage.REFUSED, Stage.ENDED}
    assert OPEN_STAGES[0] is Stage.APPLICATION
    assert DibaoClass.of("none").label == "不符合条件"


def test_end_is_told_as_far_as_it_is_known() -> None:
    ended = replace(CASE, end_reason="家庭收入超过低保标准")
    assert end_in_words(ended) == "家庭收入超过低保标准"
    full = replace(ended, end_number="姚民低保〔2026〕88号", heard_on=date(2026, 7, 15))
    assert end_in_words(full) == "家庭收入超过低保标准；姚民低保〔2026〕88号；2026-07-15 听取意见"
