"""Forms and notices: numbered, recorded, printed with what the register says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from clerk_app.domain.contribution import Insurance, Payer
from clerk_app.domain.dibao import DibaoClass, Stage
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.money import Money
from clerk_app.errors import UserError
from clerk_app.services.accounts import change_village, the_village
from clerk_app.services.contributions import ContributionEntry, record_contribution
from clerk_app.services.dibao import CaseEntry, apply_for_dibao, open_case, propose_class
from clerk_app.services.dibao_steps import Decision, advance_case, enter_decision
from clerk_app.services.history import history_of
from clerk_app.services.households import household_numbered
from clerk_app.services.notices import (
    CONTRIBUTION_NOTICE,
    HOUSEHOLD_FORM,
    MOST_AT_ONCE,
    FormRequest,
    issue,
    list_documents,
    preview,
    reprint,
    void_document,
)
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, person_named


def words(pdf: bytes) -> str:
    """Return the text of all pages without blanks."""

    def pages() -> Iterator[str]:
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        for page in document:
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
        document.close()

    return "".join("".join(pages()).split())


def household(village: Workspace, number: str) -> HouseholdId:
    return household_numbered(village, number).household.id


def form(village: Workspace, number: str = "0001", *, masked: bool = False) -> FormRequest:
    return FormRequest(kind=HOUSEHOLD_FORM, household_ids=(household(village, number),), masked=masked)


def notice(village: Workspace, *numbers: str, insurance: Insurance = Insurance.PENSION) -> FormRequest:
    ids = tuple(household(village, number) for number in numbers)
    return FormRequest(kind=CONTRIBUTION_NOTICE, household_ids=ids, insurance=insurance)


def test_form_is_numbered_recorded_and_shows_the_household(village: Workspace) -> None:
    issued = issue(village, form(village, "0003"))
    (document,) = issued.documents
    assert (document.number, document.copy_number, document.printed_on) == ("ZH2026-00001", 1, DAY)
    assert list_documents(village) == (document,)
    assert list_documents(village, household(village, "0001")) == ()
    text = words(issued.pdf)
    person = household_numbered(village, "0003").members[0].person
    assert all(part in text for part in ("罗𬭎", person.id_number or "x", "ZH2026-00001", "姚安县栋川镇清河村"))
    assert history_of(village, (household(village, "0003"),))[0].kind == "打印文书"
    assert verify(village).ok


def test_masked_form_shows_no_whole_number(village: Workspace) -> None:
    text = words(issue(village, form(village, masked=True)).pdf)
    file = household_numbered(village, "0001")
    assert all((member.person.id_number or "x") not in text for member in file.members)
    assert "19912340001" not in text


def test_preview_records_nothing(village: Workspace) -> None:
    assert preview(village, form(village)).startswith(b"%PDF-")
    assert list_documents(village) == ()
    assert verify(village).acts == 5


def test_numbers_run_on_and_copies_keep_theirs(village: Workspace) -> None:
    first = issue(village, form(village)).documents[0]
    second = issue(village, form(village, "0002")).documents[0]
    other = issue(village, notice(village, "0002")).documents[0]
    assert [d.number for d in (first, second, other)] == ["ZH2026-00001", "ZH2026-00002", "JF2026-00001"]
    copies = [reprint(village, first.id).documents[0] for _ in range(2)]
    assert [(copy.number, copy.copy_number) for copy in copies] == [("ZH2026-00001", 2), ("ZH2026-00001", 3)]
    assert verify(village).ok


def test_void_document_stays_and_cannot_be_copied_or_voided_again(village: Workspace) -> None:
    document = issue(village, form(village)).documents[0]
    for reason in ("  ", "因" * 501):
        with pytest.raises(UserError) as refused:
            void_document(village, document.id, reason)
        assert refused.value.field == "reason"
    void = void_document(village, document.id, " 打错了 ")
    assert (void.void_on, void.void_reason) == (DAY, "打错了")
    assert list_documents(village) == (void,)
    with pytest.raises(UserError, match="已经作废"):
        void_document(village, document.id, "再")
    with pytest.raises(UserError, match="已作废"):
        reprint(village, document.id)
    assert issue(village, form(village)).documents[0].number == "ZH2026-00002"


def test_wrong_request_is_refused_and_nothing_recorded(village: Workspace) -> None:
    some = household(village, "0001")
    for request in (
        FormRequest(kind="no-such-form", household_ids=(some,)),
        FormRequest(kind=HOUSEHOLD_FORM, household_ids=()),
        FormRequest(kind=HOUSEHOLD_FORM, household_ids=(some, household(village, "0002"))),
        FormRequest(kind=CONTRIBUTION_NOTICE, household_ids=(some,) * (MOST_AT_ONCE + 1)),
        FormRequest(kind=HOUSEHOLD_FORM, household_ids=(HouseholdId("gone"),)),
    ):
        with pytest.raises(UserError):
            issue(village, request)
    assert list_documents(village) == ()


def test_notice_asks_for_what_is_not_paid_yet(village: Workspace) -> None:
    file = household_numbered(village, "0002")
    payment = ContributionEntry(
        person_id=person_named(file, "单长乐"),
        insurance=Insurance.PENSION,
        year=2026,
        tier=Money.yuan(300),
        payer=Payer.SELF,
        paid_on=DAY,
        collector="何清",
    )
    record_contribution(village, payment)
    record_contribution(
        village, replace(payment, person_id=person_named(file, "李㛃"), payer=Payer.PROXY, tier=Money.yuan(200))
    )
    text = words(issue(village, notice(village, "0002")).pdf)
    assert "300.00" in text
    assert "200.00" in text
    assert "单小雨" not in text
    assert "JF2026-00001" in text


def test_notices_of_several_households_are_one_file_with_a_number_each(village: Workspace) -> None:
    told: list[tuple[int, int]] = []
    delivered: list[bytes] = []
    request = notice(village, "0002", "0003", insurance=Insurance.MEDICAL)
    issued = issue(village, request, delivered.append, lambda done, count: told.append((done, count)))
    assert [document.number for document in issued.documents] == ["JF2026-00001", "JF2026-00002"]
    assert delivered == [issued.pdf]
    assert told == [(0, 2), (1, 2)]
    text = words(issued.pdf)
    assert all(part in text for part in ("JF2026-00001", "JF2026-00002", "单长乐", "罗𬭎", "400.00"))
    assert verify(village).ok


def test_notice_without_anybody_to_ask_or_without_a_premium_is_refused(village: Workspace) -> None:
    with pytest.raises(UserError, match="0001"):
        issue(village, notice(village, "0001"))
    change_village(village, replace(the_village(village), local={}))
    with pytest.raises(UserError) as refused:
        issue(village, notice(village, "0002", insurance=Insurance.MEDICAL))
    assert refused.value.field == "medical_premium"
    assert list_documents(village) == ()


def test_form_tells_how_far_a_dibao_case_is(village: Workspace) -> None:
    some = household(village, "0001")
    case_id = apply_for_dibao(village, some, CaseEntry(applied_on=date(2026, 3, 2), property_within_limits=True))
    assert "DB2026-0001" in words(preview(village, form(village)))
    case = propose_class(village, case_id, open_case(village, case_id).case.version)
    assert "基本保障户" in words(preview(village, form(village)))
    for stage in (Stage.SURVEY, Stage.MEETING, Stage.POSTING, Stage.TOWNSHIP, Stage.COUNTY):
        case = advance_case(village, case.id, case.version, stage)
    decision = Decision(
        granted=True, dibao_class=DibaoClass.A, amount=Money.yuan(700), number="姚民低保〔2026〕7号", decided_on=DAY
    )
    enter_decision(village, case.id, case.version, decision)
    text = words(preview(village, form(village)))
    assert all(part in text for part in ("重点保障户", "700.00", "姚民低保〔2026〕7号"))
