"""What a county publishes in a village with two laptops: both get it, one decides, both have the same rules."""

from __future__ import annotations

from pathlib import Path

from clerk_app.services.answers import import_packets
from clerk_app.services.county_publish import publish, published_report
from clerk_app.services.publication_decision import decline_publication
from clerk_app.services.publications import State, list_publications
from clerk_app.services.rules import rules_on
from clerk_app.services.workspace import Workspace
from tests.builders import DAY, FixedClock
from tests.county_builders import Exchange
from tests.integration.services.test_laptops import second_laptop
from tests.publication_builders import accepted, parameters


def test_decision_of_one_laptop_is_in_force_on_both_and_the_later_one_counts(
    exchange: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    exchange.join(village)
    exchange.answer(village)
    second = second_laptop(exchange, tmp_path / "second", clock)
    exchange.answer(village)
    stick = exchange.fresh_stick()
    written = publish(exchange.county, stick, parameters(tmp_path), from_on=DAY)
    assert {each.install for each in written} == {village.store.install.id, second.store.install.id}
    assert [(each.laptops, each.decision) for each in published_report(exchange.county)] == [(2, "")]
    for laptop in (village, second):
        import_packets(laptop, (stick,))
        assert [row.state for row in list_publications(laptop)] == [State.WAITING]
    (row,) = list_publications(second)
    decline_publication(second, row.ref, "等通知")
    accepted(village, row.number)
    for laptop in (village, second, village, second):
        exchange.round(laptop)
    for laptop in (village, second):
        assert [row.state for row in list_publications(laptop)] == [State.ACCEPTED]
        assert rules_on(laptop, DAY).local["medical_premium"] == "430.00"
    assert [each.decision for each in published_report(exchange.county)] == ["accepted"]
    second.close()


def test_laptop_that_never_had_the_packet_has_the_rules_by_the_others_act(
    exchange: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    exchange.join(village)
    exchange.answer(village)
    second = second_laptop(exchange, tmp_path / "second", clock)
    exchange.answer(village)
    stick = exchange.fresh_stick()
    publish(exchange.county, stick, parameters(tmp_path), from_on=DAY)
    import_packets(village, (stick,))
    accepted(village, list_publications(village)[0].number)
    for laptop in (village, second):
        exchange.round(laptop)
    assert rules_on(second, DAY).local["medical_premium"] == "430.00"
    (late,) = [each for each in import_packets(second, (stick,)) if each.status != "skipped"]
    assert (late.status, late.stands) == ("imported", "已接收")
    assert [row.state for row in list_publications(second)] == [State.ACCEPTED], "it was decided already"
    second.close()
