"""What the county tells each laptop of a village with several: the order in which it settled, and the other laptops' acts."""

from __future__ import annotations

from clerk_app.exchange.documents import lines_bytes
from clerk_app.exchange.protocol import Standing
from clerk_app.exchange.village_order import (
    ORDER,
    OTHERS,
    Laptop,
    Order,
    Seen,
    Settled,
    order_bytes,
    order_to_tell,
    read_seen,
)
from clerk_app.storage import county as rows
from clerk_app.storage import county_seats
from clerk_app.storage.county import InstallRow, Session
from clerk_app.storage.county_seats import SeatRow


def note_seen(session: Session, install: InstallRow, document: bytes | None) -> None:
    """Keep what a laptop says that it has seen; raises UserError when the document is wrong. A first laptop need not say anything."""
    if document is None and county_seats.seat(session, install.id) is None:
        return
    seen = read_seen(document)
    row = SeatRow(
        install=install.id,
        village=install.village,
        claimed=seen.seat,
        position=seen.position,
        digest=seen.digest,
    )
    county_seats.note_seen(session, row)


def order_for(session: Session, install: InstallRow, to: int = 0) -> Order | None:
    """Return what a laptop's answer tells of the village's order, with ``to`` no more than so many acts of it; None where it is alone.

    A laptop that is not admitted is told nothing of the others.
    """
    laptops = rows.installs(session, install.village)
    known = county_seats.seat(session, install.id) or SeatRow(install=install.id, village=install.village)
    is_alone = len(laptops) == 1 and not known.position and known.claimed == 1
    if install.standing != Standing.ADMITTED or (is_alone and not county_seats.has_refused(session, install.village)):
        return None
    settled = [
        Settled(each.install, each.epoch, each.number, each.hash, each.refused)
        for each in county_seats.order_of(session, install.village)
    ]
    seats = county_seats.seats(session, install.village)
    return order_to_tell(
        settled[: to or None],
        Seen(known.position, known.digest),
        known.seat or 1,
        [Laptop(each.id, seats.get(each.id, 0), Standing(each.standing)) for each in laptops],
    )


def order_documents(session: Session, install: InstallRow, order: Order, to: int = 0) -> dict[str, bytes]:
    """Return the documents of an order for a laptop's answer by name; ``to`` as it was made."""
    others = county_seats.others_after(session, install.village, install.id, order.after, to)
    return {ORDER: order_bytes(order), OTHERS: lines_bytes(others)}
