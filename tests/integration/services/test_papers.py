"""Prints and their copies, whom a notice goes to, and names that no face has."""

from __future__ import annotations

from datetime import date

import pytest

from clerk_app.domain.contribution import Insurance, Payer, PaymentState
from clerk_app.domain.follow_up import FollowUpKind
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.printing.preview import page_count
from clerk_app.services import events
from clerk_app.services.contributions import ContributionEntry, record_contribution, reverse_contribution
from clerk_app.services.households import household_numbered, open_household
from clerk_app.services.notices import (
    CONTRIBUTION_NOTICE,
    HOUSEHOLD_FORM,
    FormRequest,
    issue,
    list_documents,
    preview,
    preview_copy,
    reprint,
    void_document,
)
from clerk_app.services.papers import households_to_notify, list_prints, unprintable_names
from clerk_app.services.recoveries import open_recovery
from clerk_app.services.season import season
from clerk_app.services.workspace import Workspace
from tests.builders import CLERK, DAY, a_household


def form_of(village: Workspace, number: str = "0001", *, masked: bool = False) -> FormRequest:
    household = household_numbered(village, number).household
    return FormRequest(kind=HOUSEHOLD_FORM, household_ids=(household.id,), masked=masked)


def notice_of(village: Workspace, number: str, insurance: Insurance = Insurance.MEDICAL) -> FormRequest:
    household = household_numbered(village, number).household
    return FormRequest(
        kind=CONTRIBUTION_NOTICE,
        household_ids=(household.id,),
        insurance=insurance,
        year=2026,
        deadline=date(2026, 9, 30),
    )


def test_print_is_listed_with_household_and_clerk_when_issued(village: Workspace) -> None:
    done = issue(village, form_of(village, masked=True))
    (row,) = list_prints(village)
    assert row.document == done.documents[0]
    assert (row.household_number, row.group, row.head, row.by) == ("0001", "第1组", "段有福", CLERK)
    assert (row.document.number, row.document.copy_number, row.document.masked) == ("ZH2026-00001", 1, True)
    assert (row.document.insurance, row.document.year, row.document.deadline) == (None, None, None)


def test_nothing_is_recorded_when_writing_fails(village: Workspace) -> None:
    def refuse(_pdf: bytes) -> None:
        raise UserError("写不进去。")

    with pytest.raises(UserError, match="写不进去"):
        issue(village, form_of(village), refuse)
    assert list_prints(village) == ()


def test_nothing_is_recorded_when_the_clerk_stops_between_households(village: Workspace) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done:
            raise UserError("停。")

    ids = tuple(household_numbered(village, number).household.id for number in ("0001", "0002"))
    with pytest.raises(UserError, match="停"):
        issue(village, FormRequest(kind=CONTRIBUTION_NOTICE, household_ids=ids), None, stop)
    assert seen == [(0, 2), (1, 2)]
    assert list_documents(village) == ()


def test_copy_of_a_notice_keeps_insurance_year_and_deadline(village: Workspace) -> None:
    first = issue(village, notice_of(village, "0002")).documents[0]
    assert (first.insurance, first.year, first.deadline) == (Insurance.MEDICAL, 2026, date(2026, 9, 30))
    copy = reprint(village, first.id).documents[0]
    assert (copy.number, copy.copy_number) == (first.number, 2)
    assert (copy.insurance, copy.year, copy.deadline) == (Insurance.MEDICAL, 2026, date(2026, 9, 30))


def test_notice_without_year_and_deadline_keeps_those_it_was_printed_with(village: Workspace) -> None:
    household = household_numbered(village, "0002").household
    done = issue(village, FormRequest(kind=CONTRIBUTION_NOTICE, household_ids=(household.id,)))
    assert (done.documents[0].year, done.documents[0].deadline) == (DAY.year, date(DAY.year, 12, 31))


def test_preview_of_a_copy_records_nothing_and_refuses_a_void_one(village: Workspace) -> None:
    first = issue(village, form_of(village)).documents[0]
    pdf = preview_copy(village, first.id)
    assert page_count(pdf) >= 1
    assert pdf != preview(village, form_of(village))
    assert len(list_documents(village)) == 1
    void_document(village, first.id, "打错了")
    with pytest.raises(UserError, match="已作废"):
        preview_copy(village, first.id)


def test_spoilt_copy_does_not_stop_the_next_one(village: Workspace) -> None:
    first = issue(village, form_of(village)).documents[0]
    second = reprint(village, first.id).documents[0]
    void_document(village, second.id, "卡纸")
    assert reprint(village, first.id).documents[0].copy_number == 3


def test_notice_goes_to_households_of_the_group_where_somebody_is_asked(village: Workspace) -> None:
    groups = {number: household_numbered(village, number).household for number in ("0001", "0002", "0003")}
    for insurance in Insurance:
        wanted = households_to_notify(village, insurance, 2026, groups["0002"].group)
        assert groups["0002"].id in wanted
        assert groups["0001"].id not in wanted
        assert set(wanted) <= set(households_to_notify(village, insurance, 2026))
        for household_id in wanted:
            request = FormRequest(
                kind=CONTRIBUTION_NOTICE, household_ids=(household_id,), insurance=insurance, year=2026
            )
            assert page_count(preview(village, request)) == 1
    assert households_to_notify(village, Insurance.PENSION, 2026, "没有的组") == ()


def test_household_that_has_paid_needs_no_notice_until_the_payment_is_reversed(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    asked = [row for row in season(village, Insurance.MEDICAL, 2026).rows if row.row.household_number == "0002"]
    owing = [row for row in asked if row.state is PaymentState.UNPAID]
    entries = [
        ContributionEntry(
            person_id=row.row.person_id,
            insurance=Insurance.MEDICAL,
            year=2026,
            tier=row.usual_tier or Money(0),
            payer=Payer.SELF,
            paid_on=DAY,
            collector=CLERK,
        )
        for row in owing
    ]
    paid = [record_contribution(village, entry) for entry in entries]
    assert owing
    assert file.household.id not in households_to_notify(village, Insurance.MEDICAL, 2026)
    reverse_contribution(village, paid[0].id, "记错了")
    assert file.household.id in households_to_notify(village, Insurance.MEDICAL, 2026)


def test_household_of_pensioners_is_not_notified_of_pension(village: Workspace) -> None:
    first = household_numbered(village, "0001").household
    assert first.id not in households_to_notify(village, Insurance.PENSION, 2026, first.group)


def test_names_that_no_face_has_are_named_with_their_characters(workspace: Workspace) -> None:
    rare = a_household().with_head("王\U00020000", age=50).register_id(workspace)
    plain = a_household().with_head("段有福", age=51).register_id(workspace)
    (found,) = unprintable_names(workspace, (rare, plain))
    assert (found.name, found.characters) == ("王\U00020000", ("\U00020000",))
    assert unprintable_names(workspace, (plain,)) == ()


def test_name_of_who_died_is_looked_at_too_when_the_paper_is_about_it(village: Workspace) -> None:
    home = a_household().with_head("张\U00020000", age=70, place=41).register_id(village)
    head = open_household(village, home).members[0].person.id
    item = open_recovery(village, home, FollowUpKind.PENSION_RECOVERY, "双重领取", head)
    events.carry_out(village, events.Death(person_id=head, on=village.today()))
    assert unprintable_names(village, (home,)) == ()
    assert len(unprintable_names(village, (home,), item.id)) == 1
