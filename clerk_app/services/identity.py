"""Who this laptop is in the exchange, and making a copied folder a laptop of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clerk_app.domain.act import Act
from clerk_app.errors import UserError
from clerk_app.services.accounts import new_install
from clerk_app.services.numbering import next_household
from clerk_app.services.workspace import Workspace
from clerk_app.storage import journal, peer
from clerk_app.storage.rebase import carry_over
from clerk_app.storage.store import put_install
from clerk_app.storage.unit_of_work import utc_text

if TYPE_CHECKING:
    from clerk_app.storage.peer import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """This laptop: its id, its seat in the village (0: the county has not told it), its fingerprint, and the village's laptops by seat."""

    install: str
    seat: int
    epoch: int
    fingerprint: str
    laptops: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """A folder under its new identity: the workspace to go on with, and how many waiting acts came along."""

    workspace: Workspace
    before: str
    carried: int


def identity(workspace: Workspace) -> Identity:
    """Return who this laptop is."""
    from clerk_app.exchange.seal import fingerprint, public_key  # noqa: PLC0415 - the start seals nothing

    install = workspace.store.install
    with workspace.store.reading() as connection:
        _, epoch = peer.own_place(connection)
        laptops = tuple(sorted((seat, each) for each, seat in peer.laptops(connection).items()))
        seat = peer.own_seat(connection)
    mark = fingerprint(public_key(install.signing_key))
    return Identity(install=install.id, seat=seat, epoch=epoch, fingerprint=mark, laptops=laptops)


def renew_identity(workspace: Workspace) -> Renewed:
    """Give this data folder a new id, new keys and, with the county's next answer, a seat of its own.

    For a folder that was copied to another laptop, or an old copy that goes on for a stolen one. What the county has not confirmed goes
    along as acts of the new laptop. The county admits the new laptop, and revokes the one that is gone. Raises UserError before the
    enrolment: without a county nobody would tell the two apart. The workspace that was given is not to be used any more.
    """
    fresh = new_install(workspace.clock, seat=0)
    now = utc_text(workspace.clock.now())
    with workspace.store.writing() as connection:
        if peer.county(connection) is None:
            raise UserError("本村还没有登记县里，换身份以后没有人能分清两台电脑：请先打开县里的邀请。", field="county")
        before, _ = peer.own_place(connection)
        waiting = _waiting(connection)
        put_install(connection, fresh)
        carry_over(connection, waiting, fresh.id, lambda besides: next_household(connection, besides), now)
    store = replace(workspace.store, install=fresh)
    return Renewed(workspace=replace(workspace, store=store), before=before, carried=len(waiting))


def _waiting(connection: Session) -> tuple[Act, ...]:
    install, _ = peer.own_place(connection)
    return tuple(
        act
        for span in peer.waiting_spans(connection)
        for act in journal.acts(connection, install=install, epoch=span.epoch, after=span.after)
    )
