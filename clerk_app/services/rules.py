"""Which rules are in force on a day: the village's own choice, and over it what the county published and the village accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from clerk_app.domain.household import Village
from clerk_app.domain.publication import Publication, PublicationKind, standing
from clerk_app.errors import UserError
from clerk_app.exchange.publications import read_packs, read_parameters
from clerk_app.policy.loader import find_pack, load_pack, load_texts
from clerk_app.policy.model import LocalValues, Pack
from clerk_app.services.accounts import village_of
from clerk_app.services.workspace import Workspace
from clerk_app.storage import publications

_KINDS = (PublicationKind.PACK, PublicationKind.PARAMETERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesInForce:
    """The rules of one day: the pack and the local values as text.

    ``pack_from`` is the publication that brought the pack, ``local_from`` the one that set each value; what is not there the
    village chose itself.
    """

    on: date
    pack: Pack
    local: Mapping[str, str]
    pack_from: Publication | None = None
    local_from: Mapping[str, Publication] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The pack's document and version, as paper names the rules."""
        return f"{self.pack.document} {self.pack.version}"

    @property
    def values(self) -> LocalValues:
        """The local values as the evaluator takes them."""
        return LocalValues.of(self.local)


def rules_on(workspace: Workspace, day: date) -> RulesInForce:
    """Return the rules that are in force on a day.

    Of several publications for one thing the one that began last counts, of equal days the county's later number. Raises UserError
    when the village's own pack or values cannot be read, SituationError when a publication is no longer what was accepted.
    """
    with workspace.store.reading() as connection:
        accepted = standing(publications.decisions(connection))
    return _rules(village_of(workspace.store), accepted, day)


def rules_without_and_with(workspace: Workspace, tried: Publication, day: date) -> tuple[RulesInForce, RulesInForce]:
    """Return the rules of a day without a publication and with it accepted, whatever was decided about it."""
    with workspace.store.reading() as connection:
        accepted = standing(publications.decisions(connection))
    village = village_of(workspace.store)
    others = [each for each in accepted if each.place != tried.place]
    return _rules(village, others, day), _rules(village, (*others, replace(tried, accepted=True)), day)


def rules_by(workspace: Workspace, pack: str | Pack, day: date) -> RulesInForce:
    """Return the rules of a day with another pack, or the one of an id or a folder; empty: the one in force. Raises as ``find_pack``."""
    rules = rules_on(workspace, day)
    if not pack:
        return rules
    chosen = find_pack(pack) if isinstance(pack, str) else pack
    return RulesInForce(on=day, pack=chosen, local=rules.local, local_from=rules.local_from)


def require_not_published(workspace: Workspace, before: Village, after: Village) -> None:
    """Raise UserError where a change of the village would touch what the county has set for today."""
    rules = rules_on(workspace, workspace.today())
    if after.pack != before.pack and rules.pack_from is not None:
        raise UserError(
            "政策包是县里用第 {number} 号来文定的，自 {day} 起生效，不能在这里改：要改请县里重新发文。",
            field="pack",
            number=rules.pack_from.number,
            day=rules.pack_from.from_on,
        )
    for name, publication in rules.local_from.items():
        if after.local.get(name, "") != before.local.get(name, ""):
            raise UserError(
                "这个数是县里用第 {number} 号来文定的（{value}），自 {day} 起生效，不能在这里改：要改请县里重新发文。",
                field=name,
                number=publication.number,
                value=rules.local[name],
                day=publication.from_on,
            )


def _rules(village: Village, accepted: Iterable[Publication], day: date) -> RulesInForce:
    holding = [each for each in accepted if each.kind in _KINDS and each.holds_on(day)]
    pack_from: Publication | None = None
    local, local_from = dict(village.local), dict[str, Publication]()
    for each in sorted(holding, key=lambda each: (each.from_on, each.epoch, each.number)):
        if each.kind is PublicationKind.PACK:
            pack_from = each
            continue
        values = _values(each)
        local |= values
        local_from |= dict.fromkeys(values, each)
    pack = load_pack(village.pack) if pack_from is None else _pack(pack_from)
    return RulesInForce(on=day, pack=pack, local=local, pack_from=pack_from, local_from=local_from)


def _pack(publication: Publication) -> Pack:
    return load_texts(read_packs(publication.checked_content()).packs)


def _values(publication: Publication) -> Mapping[str, str]:
    return read_parameters(publication.checked_content()).values
