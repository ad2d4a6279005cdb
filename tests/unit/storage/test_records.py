"""Domain objects to rows and back: each record type keeps every field, and rows hold only what JSON can."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any, cast

import pytest
from sqlalchemy import RowMapping

from clerk_app.domain.absence import Absence, AbsenceId, AbsenceKind
from clerk_app.domain.attachment import Attachment, AttachmentId, AttachmentKind
from clerk_app.domain.bank_account import AccountPurpose, BankAccount, BankAccountId
from clerk_app.domain.clerk import Clerk, ClerkId, Role
from clerk_app.domain.codes import DisabilityKind, IdentityKind, Marital, Sex
from clerk_app.domain.contribution import Contribution, ContributionId, Insurance, Payer
from clerk_app.domain.dibao import DibaoCase, DibaoCaseId, DibaoClass, Stage
from clerk_app.domain.document import Document, DocumentId
from clerk_app.domain.follow_up import FollowUp, FollowUpId, FollowUpKind
from clerk_app.domain.former import FormerNumber, FormerNumberId, FormerRelation, FormerRelationId
from clerk_app.domain.household import (
    Household,
    HouseholdId,
    Identity,
    IdentityId,
    Membership,
    MembershipId,
    Person,
    PersonId,
    Village,
)
from clerk_app.domain.income import IncomeItem, IncomeItemId, IncomeKind
from clerk_app.domain.money import Money
from clerk_app.domain.publication import Publication, PublicationId, PublicationKind
from clerk_app.domain.recovery import RecoveryReceipt, RecoveryReceiptId, RecoverySpan, RecoverySpanId, RecoveryWay
from clerk_app.domain.same_person import Pair, PairId, Verdict
from clerk_app.domain.settlement import Choice, Settlement, SettlementId
from clerk_app.domain.transfer import (
    EarlierAct,
    EarlierActId,
    EarlierContribution,
    EarlierContributionId,
    Transfer,
    TransferId,
    TransferStanding,
)
from clerk_app.domain.working_days import CalendarDay, CalendarDayId
from clerk_app.storage import records
from clerk_app.storage.records import RecordType
from clerk_app.storage.tables import RECORD_TABLES

TODAY = date(2026, 3, 16)
TYPES: tuple[RecordType[Any], ...] = (
    records.VILLAGE,
    records.CLERK,
    records.HOUSEHOLD,
    records.PERSON,
    records.MEMBERSHIP,
    records.IDENTITY,
    records.DIBAO_CASE,
    records.INCOME_ITEM,
    records.CONTRIBUTION,
    records.DOCUMENT,
    records.FOLLOW_UP,
    records.RECOVERY_SPAN,
    records.RECOVERY_RECEIPT,
    records.ABSENCE,
    records.FORMER_RELATION,
    records.FORMER_NUMBER,
    records.CALENDAR_DAY,
    records.BANK_ACCOUNT,
    records.ATTACHMENT,
    records.PERSON_PAIR,
    records.PUBLICATION,
    records.TRANSFER,
    records.EARLIER_CONTRIBUTION,
    records.EARLIER_ACT,
    records.SETTLEMENT,
)
SAMPLES: tuple[tuple[RecordType[Any], object], ...] = (
    (
        records.VILLAGE,
        Village(id="v", code="532325100201", name="清河村", pack="yaoan", local={"dibao_standard": "420.00"}),
    ),
    (records.CLERK, Clerk(id=ClerkId("c"), name="何清", role=Role.ASSISTANT, active_from=TODAY, active_to=TODAY)),
    (records.HOUSEHOLD, Household(id=HouseholdId("h"), number="0001", land=120, registered_on=TODAY)),
    (
        records.PERSON,
        Person(
            id=PersonId("p"),
            name="罗𬭎",
            birth_on=TODAY,
            sex=Sex.FEMALE,
            student=True,
            marital=Marital.WIDOWED,
            disability_kind=DisabilityKind.MIND,
            disability_grade=2,
            died_on=TODAY,
        ),
    ),
    (
        records.MEMBERSHIP,
        Membership(
            id=MembershipId("m"), household_id=HouseholdId("h"), person_id=PersonId("p"), relation="02", from_on=TODAY
        ),
    ),
    (
        records.IDENTITY,
        Identity(
            id=IdentityId("i"),
            person_id=PersonId("p"),
            kind=IdentityKind.TEKUN,
            grade=3,
            from_on=TODAY,
            lifted_on=TODAY,
        ),
    ),
    (records.CALENDAR_DAY, CalendarDay(id=CalendarDayId("f"), day=TODAY, is_working=True, name="春节")),
    (
        records.BANK_ACCOUNT,
        BankAccount(
            id=BankAccountId("b"),
            person_id=PersonId("p"),
            purpose=AccountPurpose.PENSION,
            number="6222020000000000000",
            bank="农村信用社",
            from_on=TODAY,
        ),
    ),
    (
        records.ATTACHMENT,
        Attachment(
            id=AttachmentId("t"),
            household_id=HouseholdId("h"),
            kind=AttachmentKind.PHOTO,
            name="正面.jpg",
            media_type="image/jpeg",
            size=12,
            sha256="0" * 64,
            added_on=TODAY,
        ),
    ),
    (
        records.PERSON_PAIR,
        Pair(
            id=PairId("q"),
            kept_id=PersonId("p"),
            other_id=PersonId("p2"),
            verdict=Verdict.APART,
            decided_on=TODAY,
        ),
    ),
    (
        records.DIBAO_CASE,
        DibaoCase(
            id=DibaoCaseId("d"),
            household_id=HouseholdId("h"),
            number="DB2026-0001",
            stage=Stage.POSTING,
            applied_on=TODAY,
            property_within_limits=False,
            rule_class=DibaoClass.NOT_MET,
            rule_amount=Money(12345),
            rule_reasons=("一“二”", "三"),
        ),
    ),
    (
        records.INCOME_ITEM,
        IncomeItem(id=IncomeItemId("n"), case_id="d", kind=IncomeKind.WAGE, annual=Money(1), removed=True),
    ),
    (
        records.CONTRIBUTION,
        Contribution(
            id=ContributionId("k"),
            person_id=PersonId("p"),
            insurance=Insurance.MEDICAL,
            year=2026,
            tier=Money.yuan(400),
            amount=Money.yuan(-400),
            payer=Payer.PROXY,
            paid_on=TODAY,
            collector="何清",
            reverses=ContributionId("j"),
        ),
    ),
    (
        records.DOCUMENT,
        Document(
            id=DocumentId("o"),
            kind="household-form",
            number="1",
            household_id=HouseholdId("h"),
            copy_number=2,
            masked=True,
            printed_on=TODAY,
            printed_by="何清",
        ),
    ),
    (
        records.FOLLOW_UP,
        FollowUp(
            id=FollowUpId("f"),
            household_id=HouseholdId("h"),
            person_id=PersonId("p"),
            kind=FollowUpKind.PENSION_RECOVERY,
            opened_on=TODAY,
            due_on=TODAY,
            detail="追回两个月",
            amount=Money(18400),
            monthly=Money(9200),
            paid_through=TODAY,
        ),
    ),
    (
        records.RECOVERY_SPAN,
        RecoverySpan(
            id=RecoverySpanId("n"),
            follow_up_id=FollowUpId("f"),
            from_on=date(2026, 1, 1),
            to_on=date(2026, 2, 1),
            monthly=Money(9200),
            source="县里发放记录",
        ),
    ),
    (
        records.RECOVERY_RECEIPT,
        RecoveryReceipt(
            id=RecoveryReceiptId("v"),
            follow_up_id=FollowUpId("f"),
            way=RecoveryWay.BALANCE,
            amount=Money(-100),
            received_on=TODAY,
            paper="姚人社〔2026〕7号",
            reverses=RecoveryReceiptId("w"),
        ),
    ),
    (
        records.ABSENCE,
        Absence(id=AbsenceId("a"), person_id=PersonId("p"), kind=AbsenceKind.PRISON, place="楚雄", from_on=TODAY),
    ),
    (
        records.FORMER_RELATION,
        FormerRelation(id=FormerRelationId("r"), membership_id=MembershipId("m"), relation="12", to_on=TODAY),
    ),
    (
        records.FORMER_NUMBER,
        FormerNumber(id=FormerNumberId("s"), person_id=PersonId("p"), number="L00001", to_on=TODAY, reason="补办证件"),
    ),
    (
        records.TRANSFER,
        Transfer(
            id=TransferId("t"),
            standing=TransferStanding.TAKEN_IN,
            household_id=HouseholdId("h"),
            people=("p", "q"),
            village_code="532325100202",
            village_name="花椒村",
            moved_on=TODAY,
            noted_on=TODAY,
            reason="婚嫁",
            origin="s",
        ),
    ),
    (
        records.EARLIER_CONTRIBUTION,
        EarlierContribution(
            id=EarlierContributionId("e"),
            transfer_id=TransferId("t"),
            person_id=PersonId("p"),
            village_name="花椒村",
            insurance=Insurance.PENSION,
            year=2025,
            tier=Money.yuan(200),
            amount=Money.yuan(200),
            payer=Payer.SELF,
            paid_on=TODAY,
        ),
    ),
    (
        records.EARLIER_ACT,
        EarlierAct(
            id=EarlierActId("w"),
            transfer_id=TransferId("t"),
            household_id=HouseholdId("h"),
            village_name="花椒村",
            by_name="何清",
            line="{}",
        ),
    ),
    (
        records.PUBLICATION,
        Publication(
            id=PublicationId("u"),
            county="county-1",
            epoch=1,
            number=7,
            kind=PublicationKind.PARAMETERS,
            title="2027 年本地标准",
            from_on=TODAY,
            content_sha256="0" * 64,
            content='{"medical_premium":"430.00"}',
            accepted=True,
            decided_on=TODAY,
        ),
    ),
    (
        records.SETTLEMENT,
        Settlement(
            id=SettlementId("t"), about="person", record_id="p", field="phone", sides=("act-1",), choice=Choice.TAKEN
        ),
    ),
)


@pytest.mark.parametrize(
    ("kind", "record"), SAMPLES, ids=lambda value: getattr(getattr(value, "table", None), "name", "")
)
def test_record_comes_back_from_its_row_as_it_was(kind: RecordType[Any], record: object) -> None:
    row = kind.to_row(record)
    assert all(value is None or type(value) in (str, int) for value in row.values())
    mapping = cast("RowMapping", {"id": cast("Any", record).id, "version": 0, **row})
    assert kind.from_row(mapping) == record


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.table.name)
def test_table_has_a_column_for_each_field_and_no_other(kind: RecordType[Any]) -> None:
    assert set(kind.table.c.keys()) == {field.name for field in fields(kind.cls)}


def test_every_record_table_has_a_type_and_a_sample() -> None:
    assert {kind.table for kind in TYPES} == set(RECORD_TABLES) == {kind.table for kind, _ in SAMPLES}
