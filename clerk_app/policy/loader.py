"""Packs from TOML: read strictly, joined with the pack they extend, kept for the rest of the run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from clerk_app import paths
from clerk_app.errors import UserError
from clerk_app.policy.catalog import CODES, CONDITIONS, SHAPES, UNITLESS
from clerk_app.policy.model import UNITS, Group, Pack, Rule
from clerk_app.policy.rules.base import Body, Condition, Giving
from clerk_app.policy.rules.dibao import DibaoClass, DibaoEntry
from clerk_app.policy.rules.relief import HouseholdCondition
from clerk_app.policy.rules.shares import Shares
from clerk_app.policy.rules.sums import FixedSum, SameAs, SeniorityPercent
from clerk_app.policy.rules.values import Duty, Review, Tiers
from clerk_app.policy.toml_table import Table

PACK_FORMAT: Final = 1
PACK_FILE: Final = "pack.toml"
Texts = tuple[tuple[str, str], ...]
"""A pack and those it extends, each as (id, the text of its file), the pack itself first."""
_PACK_ID: Final = re.compile(r"[a-z][a-z0-9_]{1,30}")
_NEEDED: Final[Mapping[str, type[Body]]] = {
    "tiers": Tiers,
    "dibao_entry": DibaoEntry,
    "dibao_class": DibaoClass,
    "review": Review,
}


def policies(root: Path | None = None) -> Path:
    """Return the folder of packs: the given one, else the program's own."""
    return paths.resources() / "policies" if root is None else root


def pack_ids(root: Path | None = None) -> tuple[str, ...]:
    """Return the ids of the county packs in a folder, without those that extend nothing (the national base)."""
    folder = policies(root)
    found = sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}"))
    return tuple(name for name in found if load_pack(name, root).extends is not None)


def has_pack(pack_id: str, root: Path | None = None) -> bool:
    """Say whether a folder holds a pack of this id."""
    return _PACK_ID.fullmatch(pack_id) is not None and (policies(root) / pack_id / PACK_FILE).is_file()


def load_pack(pack_id: str, root: Path | None = None) -> Pack:
    """Return a pack with what it inherits. Raises UserError for an unknown id or a pack that breaks a rule of the format."""
    return _load(pack_id, policies(root))


def find_pack(text: str) -> Pack:
    """Return the pack that a word names: one of the program's own by its id, or any other by its folder. Raises as ``load_pack``."""
    folder = Path(text)
    if has_pack(text) or "\x00" in text or not (folder / PACK_FILE).is_file():
        return load_pack(text)
    whole = folder.resolve()
    return load_pack(whole.name, whole.parent)


def load_texts(texts: Texts) -> Pack:
    """Return a pack that is not in a folder; what it extends is looked for among the texts, then among the program's own packs.

    Raises UserError as ``load_pack`` does.
    """
    return _load_texts(texts)


def pack_texts(pack_id: str, root: Path | None = None) -> Texts:
    """Return the texts of a pack and of all it extends, so that it means the same wherever it is read. Raises as ``load_pack``."""
    pack, folder = load_pack(pack_id, root), policies(root)
    found = [(pack.id, (folder / pack.id / PACK_FILE).read_text("utf-8"))]
    while pack.extends is not None:
        if not has_pack(pack.extends, folder):
            folder = policies()
        pack = load_pack(pack.extends, folder)
        found.append((pack.id, (folder / pack.id / PACK_FILE).read_text("utf-8")))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where packs are looked for: among texts, or in a folder."""

    folder: Path
    texts: Texts = ()

    def has(self, pack_id: str) -> bool:
        return any(name == pack_id for name, _ in self.texts) if self.texts else has_pack(pack_id, self.folder)

    def parse(self, pack_id: str) -> Mapping[str, object]:
        try:
            texts = dict(self.texts)
            return tomllib.loads(texts[pack_id] if texts else (self.folder / pack_id / PACK_FILE).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as broken:
            raise UserError(
                "政策包 {pack} 读不了：{reason}。请改正文件后再试。", pack=pack_id, reason=str(broken)[:200]
            ) from broken


@lru_cache(maxsize=64)
def _load(pack_id: str, folder: Path) -> Pack:
    return _read_pack(pack_id, _Source(folder), ())


@lru_cache(maxsize=16)
def _load_texts(texts: Texts) -> Pack:
    return _read_pack(texts[0][0], _Source(policies(), texts), ())


def _read_pack(pack_id: str, source: _Source, heirs: tuple[str, ...]) -> Pack:
    if not _PACK_ID.fullmatch(pack_id):
        raise UserError("政策包名称“{pack}”只能用小写英文字母、数字和下划线。", field="pack", pack=pack_id[:40])
    if not source.has(pack_id):
        raise UserError("没有名为“{pack}”的政策包，请核对名称。", field="pack", pack=pack_id[:40])
    if pack_id in heirs:
        raise UserError("政策包“{pack}”绕了一圈又引用自己，请改正 extends。", pack=pack_id)
    head = Table(source.parse(pack_id), pack_id)
    head.whole("format", PACK_FORMAT, PACK_FORMAT)
    if head.text("id") != pack_id:
        raise head.refuse("“id”要与文件夹同名。")
    parent = _read_parent(head, source, (*heirs, pack_id)) if "extends" in head else None
    document = head.text("document")
    own = tuple(read_rule(part, pack_id, document) for part in head.tables("rule"))
    rules, replaced = _join(head, own, parent)
    pack = Pack(
        id=pack_id,
        title=head.text("title"),
        region=head.text("region"),
        document=document,
        version=head.text("version"),
        extends=None if parent is None else parent.id,
        rules=rules,
        replaced=replaced,
    )
    head.done()
    _check_whole(head, pack)
    return pack


def _check_whole(head: Table, pack: Pack) -> None:
    """Check what only the whole pack can tell: the rules every pack needs, and those that rules refer to."""
    for name, kind in _NEEDED.items():
        if len(pack.bodies(kind)) != 1:
            raise head.refuse("要有且只有一条“{name}”规则，多出的用 replaces 替换。", name=name)
    fixed = {rule.code for rule, _ in pack.bodies(FixedSum)}
    for rule in pack.rules:
        if isinstance(rule.body, SameAs | SeniorityPercent) and rule.body.of not in fixed:
            raise head.refuse("{rule} 参照的“{of}”没有固定金额的规则。", rule=rule.id, of=rule.body.of)


def _read_parent(head: Table, source: _Source, heirs: tuple[str, ...]) -> Pack:
    """Read the pack that is extended from the same place, else from the program's own: a county need not copy the base."""
    parent = head.text("extends")
    return _read_pack(parent, source if source.has(parent) else _Source(policies()), heirs)


def _join(
    head: Table, own: tuple[Rule, ...], parent: Pack | None
) -> tuple[tuple[Rule, ...], tuple[tuple[Rule, Rule], ...]]:
    inherited = () if parent is None else parent.rules
    known = {rule.id: rule for rule in inherited}
    replaced = []
    for rule in own:
        for name in rule.replaces:
            if name not in known:
                raise head.refuse("{rule} 要替换的 {name} 在上级政策包里没有，或已被替换。", rule=rule.id, name=name)
            replaced.append((known.pop(name), rule))
    rules = (*own, *(rule for rule in inherited if rule.id in known))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise head.refuse("规则编号 {rule} 用了两次。", rule=rule.id)
        seen.add(rule.id)
    return rules, tuple(replaced)


def read_rule(table: Table, pack_id: str, pack_document: str) -> Rule:
    """Return one rule; raises UserError for whatever the format does not allow."""
    number = table.text("id")
    table.where = f"{pack_id} {number}"
    shape = table.text("shape")
    reader = SHAPES.get(shape)
    if reader is None:
        raise table.refuse("没有“{shape}”这种规则形状。", shape=shape[:40])
    document = table.text("document") if "document" in table else pack_document
    sources = tuple(_source(document, clause) for clause in table.texts("clause"))
    unit = "" if shape in UNITLESS else table.one_of("unit", UNITS)
    body = reader(table)
    gives = isinstance(body, Giving)
    if ("from" in table or "to" in table) and ("periods" in table or not isinstance(body, Giving | Duty)):
        raise table.refuse("有 periods 的规则把起止日期写在 periods 里。")
    shares = Shares.read(table.table("shares"), number, document) if "shares" in table else None
    rule = Rule(
        id=number,
        shape=shape,
        code=table.one_of("code", CODES) if gives else "",
        sources=sources if shares is None else tuple(dict.fromkeys((*sources, shares.source))),
        says=table.text("says"),
        unit=unit,
        pack=pack_id,
        body=body,
        per_household="subject" in table and table.one_of("subject", ("person", "household")) == "household",
        from_on=table.maybe_day("from"),
        to_on=table.maybe_day("to"),
        when=_conditions(table.table("when")) if gives and "when" in table else (),
        groups=tuple(Group(_conditions(part)) for part in table.tables("groups"))
        if gives and "groups" in table
        else (),
        needs=table.some_of("needs", ("application", "review")) if gives and "needs" in table else (),
        detail=_detail(table.table("detail")) if gives and "detail" in table else None,
        shares=shares,
        replaces=table.texts("replaces") if "replaces" in table else (),
    )
    table.done()
    if rule.from_on and rule.to_on and rule.to_on < rule.from_on:
        raise table.refuse("止日早于起日，请改正。")
    if rule.per_household and not all(isinstance(condition, HouseholdCondition) for condition in rule.conditions):
        raise table.refuse("整户的规则只能用整户的条件。")
    return rule


def _source(document: str, clause: str) -> str:
    """Return document number and clause; a clause that names its own document (``国务院令第649号 第四十七条``) stands as it is."""
    return clause if "号 " in clause else f"{document} {clause}"


def _conditions(table: Table) -> tuple[Condition, ...]:
    """Read a set of conditions; an empty one is refused, because it would hold for everybody."""
    read: list[Condition] = []
    for name in table:
        reader = CONDITIONS.get(name)
        if reader is None:
            raise table.refuse("没有“{name}”这种条件。", name=name[:40])
        read.append(reader(table, name))
    if not read:
        raise table.refuse("没有写条件，那样人人都符合；请写上条件，或删去这一项。")
    return tuple(read)


def _detail(table: Table) -> dict[str, str | int | bool]:
    read: dict[str, str | int | bool] = {}
    for name in table:
        value = table.value(name)
        if not isinstance(value, str | int):
            raise table.refuse("“{name}”要写成文字、整数或 true/false。", name=name)
        read[name] = value
    return read
