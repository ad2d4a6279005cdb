"""``clerk policy``: the packs in plain sight, and a strict check for whoever writes one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from clerk_app.cli.arguments import add_data, add_json, named_path, open_named, print_json
from clerk_app.domain.dates import iso, parse_date
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED, UserError
from clerk_app.policy.loader import PACK_FILE, find_pack, load_pack, pack_ids, policies
from clerk_app.policy.model import Pack, Rule
from clerk_app.services.policy_change import HouseholdDifference, Rules, dry_run
from clerk_app.services.published_packs import PublishedPack, published_packs

if TYPE_CHECKING:
    from clerk_app.services.publications import PublicationRow

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else


class RuleListing(TypedDict):
    """One rule as ``clerk policy show --json`` prints it."""

    rule: str
    pack: str
    code: str
    shape: str
    unit: str
    clauses: list[str]
    says: str
    values: list[str]
    shares: str | None
    replaces: list[str]


def add_parser(subparsers: Subparsers) -> None:
    """Register ``clerk policy``."""
    parser = subparsers.add_parser("policy", help="查看和检查政策包")
    actions = parser.add_subparsers(dest="policy_action", required=True)
    listing = actions.add_parser("list", help="列出各地的政策包")
    listing.add_argument("--json", action="store_true", help="给程序读的格式")
    _add_folder(listing)
    listing.set_defaults(run=run, act=_list)
    show = actions.add_parser("show", help="列出一个政策包的每条规则、数值和条款")
    show.add_argument("pack", help="政策包的名称，如 yaoan；或政策包的文件夹；加 --data 时也可写来文编号，如 1-17")
    show.add_argument("--on", help="只列这一天有效的数值，如 2018-06-30")
    show.add_argument("--json", action="store_true", help="给程序读的格式")
    _add_folder(show)
    show.set_defaults(run=run, act=_show)
    check = actions.add_parser("check", help="检查一个文件夹里的政策包")
    check.add_argument("dir", nargs="?", help="政策包所在的文件夹；不写就检查程序自带的，加 --data 时检查县里来文的")
    _add_folder(check)
    check.set_defaults(run=run, act=_check)
    diff = actions.add_parser("diff", help="换政策包或换日期后，哪些住户的类别或金额会变（不改数据）")
    diff.add_argument("before", metavar="A", help="原来的政策包：名称、文件夹或来文编号，可加日期，如 yaoan@2018-06-30")
    diff.add_argument("after", metavar="B", help="新的政策包，写法相同；只写 @日期 是那一天在用的规则")
    add_data(diff)
    add_json(diff)
    diff.set_defaults(run=run, act=_diff)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", metavar="DIR", type=named_path, default=None, help="也看这个数据文件夹里县里来文的政策包"
    )
    parser.add_argument("--clerk", metavar="NAME", default="", help="经办人姓名（只有一位时可不写）")
    parser.add_argument("--password-file", metavar="FILE", type=named_path, default=None, help="第一行是密码的文件")


def _published(args: argparse.Namespace) -> tuple[PublishedPack, ...]:
    """Return the packs that came from the county, where a data folder is named."""
    if args.data is None:
        return ()
    workspace = open_named(args)
    try:
        return published_packs(workspace)
    finally:
        workspace.close()


def _pack_named(args: argparse.Namespace) -> Pack:
    number = args.pack.strip()
    if args.data is None or not number[:1].isdigit():
        return find_pack(args.pack)
    found = [each.pack for each in _published(args) if number in {each.row.ref, str(each.row.number)}]
    if len(found) != 1:
        raise UserError(
            "没有第“{ref}”号带政策包的来文，或不止一份：请用 clerk policy list --data 查看。", ref=number[:20]
        )
    return found[0]


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 2 where a pack does not pass its check."""
    status: int = args.act(args)
    return status


def _list(args: argparse.Namespace) -> int:
    packs: list[tuple[Pack, PublicationRow | None]] = [(load_pack(name), None) for name in pack_ids()]
    packs += [(each.pack, each.row) for each in _published(args)]
    if args.json:
        heads = [_head(pack, row) for pack, row in packs]
        print(json.dumps(heads, ensure_ascii=False, indent=2))
    else:
        for pack, row in packs:
            came = "" if row is None else f"  第 {row.ref} 号来文，{row.words}"
            print(f"{pack.id:<12}{pack.title}  {pack.document}  {pack.version}{came}")
    return EXIT_DONE


def _head(pack: Pack, row: PublicationRow | None) -> dict[str, str]:
    head = {"id": pack.id, "title": pack.title, "document": pack.document, "version": pack.version}
    if row is not None:
        head |= {"publication": row.ref, "from": row.from_on.isoformat(), "state": row.state.value}
    return head


def _show(args: argparse.Namespace) -> int:
    on = parse_date(args.on, field="on") if args.on else None
    pack = _pack_named(args)
    rules = [listing for rule in pack.rules if (listing := _listing(rule, on))]
    if args.json:
        print(json.dumps(_whole(pack, on, rules), ensure_ascii=False, indent=2))
        return EXIT_DONE
    print(f"{pack.title}（{pack.id} {pack.version}）  {pack.document}" + (f"  {on}有效" if on else ""))
    for inherited, own in pack.replaced:
        print(f"  {own.id} 替换 {inherited.id}（{inherited.says}）")
    for listing in rules:
        print(f"\n{listing['rule']}  {listing['code']}  {'；'.join(listing['clauses'])}")
        print(f"  {listing['says']}")
        for value in listing["values"]:
            print(f"  {value}（{listing['unit']}）" if listing["unit"] else f"  {value}")
        if listing["shares"]:
            print(f"  分担：{listing['shares']}")
    return EXIT_DONE


def _whole(pack: Pack, on: date | None, rules: list[RuleListing]) -> dict[str, object]:
    return {
        "id": pack.id,
        "title": pack.title,
        "region": pack.region,
        "document": pack.document,
        "version": pack.version,
        "extends": pack.extends,
        "on": iso(on),
        "replaced": [{"rule": inherited.id, "by": own.id} for inherited, own in pack.replaced],
        "rules": rules,
    }


def _listing(rule: Rule, on: date | None) -> RuleListing | None:
    """Return a rule with the values of a day, or all its values; None where it has none in force on that day."""
    values = rule.body.figures(on)
    if on is not None and (not rule.in_force(on) or (not values and rule.body.figures(None))):
        return None
    return RuleListing(
        rule=rule.id,
        pack=rule.pack,
        code=rule.code,
        shape=rule.shape,
        unit=rule.unit,
        clauses=list(rule.sources),
        says=rule.says,
        values=list(values),
        shares=None if rule.shares is None else rule.shares.figures(),
        replaces=list(rule.replaces),
    )


def _check(args: argparse.Namespace) -> int:
    if args.dir is None and args.data is not None:
        return _check_published(args)
    folder = policies() if args.dir is None else Path(args.dir)
    if (folder / PACK_FILE).is_file():
        names, folder = [folder.resolve().name], folder.resolve().parent
    else:
        names = sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}"))
    if not names:
        raise UserError("“{dir}”里没有政策包：每个政策包是一个文件夹，里面有 pack.toml。", dir=str(folder), field="dir")
    worst = EXIT_DONE
    for name in names:
        try:
            pack = load_pack(name, folder)
        except UserError as broken:
            worst = EXIT_REFUSED
            print(f"{name}：不合格。{broken.message}")
        else:
            print(f"{name}：合格，共{len(pack.rules)}条规则。")
    return worst


def _check_published(args: argparse.Namespace) -> int:
    """Read every pack that came once more, its content held against its hash."""
    published = _published(args)
    for each in published:
        print(f"第 {each.row.ref} 号来文 {each.pack.id} {each.pack.version}：合格，共{len(each.pack.rules)}条规则。")
    if not published:
        print("没有县里来文的政策包。")
    return EXIT_DONE


def _diff(args: argparse.Namespace) -> int:
    workspace = open_named(args)
    try:
        packs = published_packs(workspace)
        before, after = (_rules(text, workspace.today(), packs) for text in (args.before, args.after))
        found = dry_run(workspace, before, after)
    finally:
        workspace.close()
    if args.json:
        print_json([_plain(difference) for difference in found])
        return EXIT_DONE
    for difference in found:
        classes = f"{difference.class_before or '—'} → {difference.class_after or '—'}"
        sums = f"{difference.sum_before.grouped} → {difference.sum_after.grouped} 元/年"
        print(f"{difference.household_number} {difference.head}：类别 {classes}，合计 {sums}")
        for line in difference.lines:
            print(f"  {line}")
    print(f"共 {len(found)} 户会变；没有改动任何数据。")
    return EXIT_DONE


def _rules(text: str, today: date, published: Sequence[PublishedPack]) -> Rules:
    pack, _, day = text.rpartition("@") if "@" in text else (text, "", "")
    came = [each.pack for each in published if pack in {each.row.ref, str(each.row.number)}]
    return Rules(pack=came[0] if len(came) == 1 else pack, on=parse_date(day, field="on") if day else today)


def _plain(difference: HouseholdDifference) -> dict[str, object]:
    return {
        "household": difference.household_number,
        "head": difference.head,
        "class_before": difference.class_before or None,
        "class_after": difference.class_after or None,
        "sum_before": str(difference.sum_before),
        "sum_after": str(difference.sum_after),
        "lines": list(difference.lines),
    }
