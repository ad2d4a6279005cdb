"""Households that other villages offer to this one by the county's answers, as the desk sees them before anybody decides."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from clerk_app.domain.attachment import Attachment
from clerk_app.domain.bank_account import BankAccount
from clerk_app.domain.codes import HEAD, RELATIONS
from clerk_app.domain.contribution import Contribution, Insurance
from clerk_app.domain.dibao import DibaoCase
from clerk_app.domain.household import Household, Identity, Membership, Person, PersonId
from clerk_app.domain.reversal import standing
from clerk_app.domain.transfer import EarlierContribution, EarlierContributionId, TransferId
from clerk_app.errors import UserError
from clerk_app.services.workspace import Workspace
from clerk_app.storage import records, transfers

if TYPE_CHECKING:
    from clerk_app.exchange.transfers import MovedRecord, Offer
    from clerk_app.storage.records import RecordType

_OTHER: Final = "97"
"""其他亲属: what a relation is taken for that this program does not know."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPerson:
    """Somebody who comes: the facts as they stood, the relation in the old household, and the years paid there by insurance."""

    person: Person
    relation: str
    identities: tuple[Identity, ...]
    years: tuple[tuple[Insurance, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingHousehold:
    """A household that waits to be taken in. ``dibao`` are its cases in the old village, ``accounts`` and ``papers`` those of the people who come
    (papers whose files a later answer brings, too), ``acts`` how many of its past come along.

    ``household`` is as the old village had it; number, group and address there mean nothing here.
    """

    id: str
    from_code: str
    from_name: str
    moved_on: date
    reason: str
    household: Household
    people: tuple[IncomingPerson, ...]
    dibao: tuple[DibaoCase, ...]
    accounts: tuple[BankAccount, ...]
    papers: tuple[Attachment, ...]
    acts: int
    received_on: date

    @property
    def head(self) -> str:
        """The name of the head, or of the first who comes where the head stays behind."""
        heads = [one.person.name for one in self.people if one.relation == HEAD]
        return (heads or [one.person.name for one in self.people])[0]

    @property
    def has_head(self) -> bool:
        """Whether the head is among them, so that they can be a household of their own as they are."""
        return any(one.relation == HEAD for one in self.people)


def incoming_households(workspace: Workspace) -> tuple[IncomingHousehold, ...]:
    """Return the households that the county's newest answer offers and nobody here has answered, the oldest first.

    One that a newer program wrote is left out; its work item says so.
    """
    with workspace.store.reading() as connection:
        rows = transfers.offers(connection)
    found = []
    for row in rows:
        with suppress(UserError):
            found.append(_incoming(row.content, row.received_at))
    return tuple(found)


def incoming_household(workspace: Workspace, offer_id: str) -> IncomingHousehold:
    """Return one of them by its id, or the end of it; raises UserError when it is not there or not readable."""
    wanted = offer_id.strip().lower()
    with workspace.store.reading() as connection:
        found = [row for row in transfers.offers(connection) if row.id == wanted or _ends(row.id, wanted)]
    if len(found) != 1:
        raise UserError(
            "没有编号为“{offer}”的迁入户，可能已办、对方已撤回，或还要导入回执：请刷新后再看。",
            field="offer",
            offer=wanted[:40],
        )
    return _incoming(found[0].content, found[0].received_at)


def _ends(whole: str, end: str) -> bool:
    return len(end) >= 8 and whole.endswith(end)


def offer_of(workspace: Workspace, offer_id: str) -> Offer:
    """Return an open offer whole, with its records and acts."""
    from clerk_app.exchange.transfers import read_offer  # noqa: PLC0415 - only this step needs the packets

    with workspace.store.reading() as connection:
        (row,) = (row for row in transfers.offers(connection) if row.id == offer_id)
    return read_offer(row.content)


def payments_of(offer: Offer) -> tuple[EarlierContribution, ...]:
    """Return what stood in the old village and those before it; what was reversed there never counted."""
    paid = _read(records.CONTRIBUTION, offer, "contribution")
    return (
        *(_earlier(one) for one in standing(paid)),
        *_read(records.EARLIER_CONTRIBUTION, offer, "earlier_contribution"),
    )


def _earlier(paid: Contribution) -> EarlierContribution:
    return EarlierContribution(
        id=EarlierContributionId(paid.id),
        transfer_id=TransferId(""),
        person_id=paid.person_id,
        village_name="",
        insurance=paid.insurance,
        year=paid.year,
        tier=paid.tier,
        amount=paid.amount,
        payer=paid.payer,
        payer_name=paid.payer_name,
        paid_on=paid.paid_on,
    )


def _incoming(content: str, received_at: str) -> IncomingHousehold:
    from clerk_app.exchange.transfers import read_offer  # noqa: PLC0415 - only this step needs the packets

    return incoming_of(read_offer(content), datetime.fromisoformat(received_at).astimezone().date())


def incoming_of(offer: Offer, received_on: date) -> IncomingHousehold:
    """Return an offer as the desk sees it; raises UserError when its records are a newer program's."""
    from clerk_app.exchange.transfers import papers_of  # noqa: PLC0415 - only this step needs the packets

    households = _read(records.HOUSEHOLD, offer, "household")
    people = {person.id: person for person in _read(records.PERSON, offer, "person")}
    places = _read(records.MEMBERSHIP, offer, "membership")
    identities = _read(records.IDENTITY, offer, "identity")
    paid = payments_of(offer)
    missing = [key for key in offer.people if key not in people]
    if missing or len(households) != 1:
        raise UserError("迁移户的资料不全：请县里和原村核对后重新写回执。")
    return IncomingHousehold(
        id=offer.id,
        from_code=offer.from_code,
        from_name=offer.from_name,
        moved_on=offer.moved_on,
        reason=offer.reason,
        household=households[0],
        people=tuple(
            IncomingPerson(
                person=people[PersonId(key)],
                relation=_relation(places, key),
                identities=tuple(one for one in identities if one.person_id == key and one.withdrawn_on is None),
                years=_years(paid, key),
            )
            for key in offer.people
        ),
        dibao=_read(records.DIBAO_CASE, offer, "dibao_case"),
        accounts=tuple(
            one for one in _read(records.BANK_ACCOUNT, offer, "bank_account") if one.person_id in offer.people
        ),
        papers=tuple(
            one
            for one in _typed(records.ATTACHMENT, papers_of(offer))
            if one.person_id is None or one.person_id in offer.people
        ),
        acts=len(offer.acts),
        received_on=received_on,
    )


def _read(kind: RecordType[T], offer: Offer, table: str) -> tuple[T, ...]:
    """Return the records of a table as they stood in the old village; raises UserError where a newer program wrote them."""
    return _typed(kind, [each for each in offer.records if each.table == table])


def _typed(kind: RecordType[T], moved: Iterable[MovedRecord]) -> tuple[T, ...]:
    try:
        return tuple(kind.from_fields(each.id, each.fields) for each in moved)
    except (ValueError, TypeError, KeyError) as error:
        raise UserError("迁移户的资料来自更新版本的程序：请先升级本程序，再办迁入。") from error


def _relation(places: Iterable[Membership], person_id: str) -> str:
    held = [place for place in places if place.person_id == person_id and place.relation in RELATIONS]
    return max(held, key=lambda place: place.from_on).relation if held else _OTHER


def _years(paid: Iterable[EarlierContribution], person_id: str) -> tuple[tuple[Insurance, tuple[int, ...]], ...]:
    mine = [one for one in paid if one.person_id == person_id]
    by_insurance = (
        (insurance, sorted({one.year for one in mine if one.insurance is insurance})) for insurance in Insurance
    )
    return tuple((insurance, tuple(years)) for insurance, years in by_insurance if years)
