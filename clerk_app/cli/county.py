"""``clerk county``: the county's side of the stick."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from clerk_app.cli.arguments import (
    Parser,
    add_slip,
    data_dir,
    named_path,
    password_of,
    print_json,
    print_left_alone,
    print_table,
    save_slip,
)
from clerk_app.cli.command import add_group
from clerk_app.cli.county_command import LEGEND, add_operation, opened_county, show_beside, written_json
from clerk_app.cli.county_publish import add_publishing, show_published
from clerk_app.cli.county_transfers import add_transfers, not_sent, show_later, show_troubles
from clerk_app.errors import EXIT_DONE, EXIT_REFUSED
from clerk_app.exchange.transfers import MOST_OFFERS
from clerk_app.services.county import CountyEntry, CountyWorkspace, Written, admit, create_county, invite, revoke
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_intake import REFUSED, SKIPPED, WAITING, Taken, ingest
from clerk_app.services.county_report import LaptopReport, VillageReport, report
from clerk_app.services.county_slips import OUTCOMES, answer_slip, intake_slip, invitation_slip
from clerk_app.services.workspace import SystemClock
from clerk_app.terms import ACT_KINDS

_STATES = {"contested": "待核对", "held": "暂存", "refused": "退回", "forked": "另存", "quarantined": "隔离"}
_STANDING = {"waiting": "等待准入", "admitted": "已准入", "revoked": "已撤销"}
_SHOWN_TROUBLES = 20


def add_parser(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands."""
    group = add_group(
        commands,
        "county",
        "县级：建立、邀请、准入、撤销、收包、回执、来文、报送情况、跨村迁移",
        "次序：init 建立，invite 邀请各村，村里登记、报送后 ingest 收包，核对指纹后 admit 准入，answer 写回执；"
        "以后每次先 ingest 收包，再 answer 写回执。",
    )
    _add_laptops(group)
    taken = add_operation(
        group,
        "ingest",
        "收包：导入优盘上给本县的报送包",
        run_ingest,
        more=f"同一个包收几次、先后颠倒都不要紧。{LEGEND}",
    )
    taken.add_argument(
        "sources", nargs="+", type=named_path, metavar="STICK_OR_FILE", help="优盘、文件夹或文件，可以几个"
    )
    add_slip(taken, "收包交接单")
    answered = add_operation(
        group,
        "answer",
        "写回执：给各村准入的每台电脑各写一份",
        run_answer,
        more="已撤销的电脑也写。还没有发到的来文一并写上。村里导入回执后，待报送的才清掉。",
    )
    answered.add_argument("--to", required=True, type=named_path, metavar="FOLDER", help="写到哪个优盘或文件夹")
    answered.add_argument("--village", default="", metavar="CODE", help="只写这个村的回执：12 位村代码")
    add_slip(answered, "回执交接单")
    add_publishing(group)
    add_operation(
        group, "report", "各村报送和来文情况", run_report, more=f"机号：村里的第几台。入账到：期号-变更号。{LEGEND}"
    )
    add_transfers(group)


def _add_laptops(group: argparse._SubParsersAction[Parser]) -> None:
    """Add what makes the county, invites villages, and decides about their laptops."""
    made = add_operation(
        group,
        "init",
        "建立县级数据文件夹",
        run_init,
        more="密码至少 8 位。恢复密钥只显示一次，请抄下锁好。",
        clerk="管理员姓名（不写就叫“县级管理员”）",
    )
    made.add_argument("--region", required=True, metavar="CODE", help="本县的 6 位区划代码，如 532325")
    made.add_argument("--name", required=True, help="县（市、区）名")
    made.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="PostgreSQL 地址，如 postgresql+psycopg://用户@主机/库名；不写则存放在数据文件夹里",
    )
    invited = add_operation(
        group,
        "invite",
        "给一个村写邀请文件",
        run_invite,
        more="邀请里没有秘密，可以再写，也用于这个村的另一台电脑。县指纹不要放在同一个优盘上，另用指纹单交给村里。",
    )
    invited.add_argument(
        "--village", required=True, metavar="CODE", help="12 位村代码（统计用区划代码），如 532325100201"
    )
    invited.add_argument("--name", required=True, help="村名")
    invited.add_argument("--to", required=True, type=named_path, metavar="FOLDER", help="写到哪个优盘或文件夹")
    add_slip(invited, "县指纹单")
    admitted = add_operation(
        group,
        "admit",
        "核对指纹后准入一台电脑",
        run_admit,
        more="准入以后，这台电脑报来的变更才入账。指纹要请村里念，不要照收包时显示的填。",
    )
    admitted.add_argument(
        "--fingerprint", default="", metavar="DIGITS", help="村里念的本机指纹，八组四位数字，第一次准入必填"
    )
    admitted.add_argument("--second", action="store_true", help="这个村已有准入的电脑，这一台是另加的，不是替换")
    revoked = add_operation(
        group,
        "revoke",
        "撤销一台电脑，如丢失、被盗或换下的",
        run_revoke,
        more="以后收到的变更隔离、不入账，以前入账的照旧。撤销后不能恢复：还要用，请村里在新的数据文件夹里重新登记。",
    )
    for decided in (admitted, revoked):
        decided.add_argument("install", metavar="INSTALL", help="电脑编号（至少末 8 位），clerk county report 里有")


def run_init(arguments: argparse.Namespace) -> int:
    """Make the folder and print the recovery key once."""
    entry = CountyEntry(region=arguments.region, name=arguments.name, database=arguments.database)
    folder = data_dir(arguments)
    password = password_of(arguments, "新密码（至少 8 位）：")
    made = create_county(folder, entry, password, SystemClock(), clerk=arguments.clerk)
    mark = made.workspace.fingerprint
    made.workspace.close()
    if arguments.json:
        print_json({"data": str(folder), "fingerprint": mark, "recovery_key": made.recovery_key})
    else:
        print(f"已建立：{folder}")
        print(f"县指纹（印在县指纹单上，村里登记时核对）：{mark}")
        print(f"恢复密钥（只显示这一次，请抄下或打印后锁好）：{made.recovery_key}")
    return EXIT_DONE


def run_invite(arguments: argparse.Namespace) -> int:
    """Write an invitation."""
    with opened_county(arguments) as county:
        written = invite(county, arguments.village, arguments.name, arguments.to)
        mark = county.fingerprint
        slip = None if arguments.slip is None else invitation_slip(county, written)
    if arguments.json:
        print_json({**written_json(written), "fingerprint": mark})
    else:
        print(f"已写入并核对：{written.path}")
        print(f"县指纹（不要放在优盘上，另用纸条交给村里核对）：{mark}")
    save_slip(arguments, slip)
    return EXIT_DONE


def run_admit(arguments: argparse.Namespace) -> int:
    """Admit a laptop, whose fingerprint the village has told."""

    def decide(county: CountyWorkspace, install: str) -> object:
        return admit(county, install, typed=arguments.fingerprint, second=arguments.second)

    return _decide(arguments, decide)


def run_revoke(arguments: argparse.Namespace) -> int:
    """Revoke a laptop."""
    return _decide(arguments, revoke)


def _decide(arguments: argparse.Namespace, decide: Callable[[CountyWorkspace, str], object]) -> int:
    with opened_county(arguments) as county:
        decide(county, arguments.install)
        villages = report(county).villages
    ending = arguments.install.strip().lower()
    decided, laptops = next(
        (each, village.laptops) for village in villages for each in village.laptops if each.install.endswith(ending)
    )
    if arguments.json:
        print_json(decided)
    else:
        print(f"电脑 {decided.install}：{_STANDING[decided.standing]}，指纹 {decided.fingerprint}")
        print(f"已入账 {decided.applied}，暂存 {decided.held}，退回 {decided.refused}。")
        if decided.standing == "revoked":
            print("以后收到的变更隔离、不入账，以前入账的照旧；随下一份回执告诉这台电脑。")
        together = [each for each in laptops if each.standing == "admitted"]
        if len(together) > 1:
            print(f"这个村现在有 {len(together)} 台准入的电脑。")
    return EXIT_DONE


def run_ingest(arguments: argparse.Namespace) -> int:
    """Take packets in; status 2 when one was refused whole."""
    with opened_county(arguments) as county:
        taken = ingest(county, arguments.sources)
        slip = None if arguments.slip is None or not taken else intake_slip(county, taken)
    if arguments.json:
        print_json({"packets": taken})
    else:
        _show_taken(taken)
    save_slip(arguments, slip)
    return EXIT_REFUSED if any(each.status == REFUSED for each in taken) else EXIT_DONE


def _show_taken(taken: Sequence[Taken]) -> None:
    print_table(
        ("报送包", "村", "结果", "变更", "入账", "已收过", "待核对", "暂存", "退回", "另存", "隔离", "补入账"),
        [
            (
                each.file,
                each.village_name,
                OUTCOMES[each.status],
                each.acts,
                each.applied,
                each.already,
                each.contested,
                each.held,
                each.refused,
                each.forked,
                each.quarantined,
                each.late,
            )
            for each in taken
        ],
    )
    said = print_left_alone([each.reason for each in taken if each.status == SKIPPED])
    for each in taken:
        if each.reason and (each.status != SKIPPED or each.reason not in said):
            print(f"{each.file}：{each.reason}")
        for (state, reason), count in Counter((trouble.state, trouble.reason) for trouble in each.troubles).items():
            numbers = [t for t in each.troubles if (t.state, t.reason) == (state, reason)]
            named = "、".join(f"{t.number} 号（{ACT_KINDS.get(t.kind, t.kind)}）" for t in numbers[:_SHOWN_TROUBLES])
            more = f"等 {count} 笔" if count > _SHOWN_TROUBLES else ""
            print(f"{each.file}：{_STATES[state]}第 {named}{more}：{reason}")
        for double in each.doubles:
            print(f"{each.file}：{double.text}")
    if any(each.status == WAITING for each in taken):
        print("准入：请村里念本机指纹，再用 clerk county admit 电脑编号 --fingerprint 村里念的指纹。")
    if not taken:
        print("没有找到报送包（以 .clerk 结尾的文件）。")


def run_answer(arguments: argparse.Namespace) -> int:
    """Write answers."""
    with opened_county(arguments) as county:
        written = write_answers(county, arguments.to, arguments.village)
        slip = None if arguments.slip is None else answer_slip(county, written)
    left_out = not_sent(written)
    if arguments.json:
        answers = [{**written_json(each), "left": each.left, "later": each.later} for each in written]
        print_json({"answers": answers, "not_sent": left_out})
    else:
        for each in written:
            show_beside(each)
            print(f"已写入并核对：{each.path}（第 {each.number} 号回执{_says(each)}）")
            if each.left:
                print(
                    f"{each.village_name}：电脑 {each.install} 还差 {each.left} 笔变更，这份回执装不下。"
                    "村里导入它、再报送一次，随下一份回执接着带来。"
                )
        show_later(written)
        show_troubles(left_out)
    save_slip(arguments, slip)
    return EXIT_DONE


def _says(written: Written) -> str:
    """Return what an answer leaves to the village, in counts; nothing where there is nothing."""
    counts = (("退回", written.refused, "笔"), ("暂存", written.held, "笔"), ("通知", written.notices, "件"))
    return "".join(f"，{word} {count} {unit}" for word, count, unit in counts if count)


def _day(instant: str) -> str:
    """Return the day of an instant here, not in Greenwich."""
    return datetime.fromisoformat(instant).astimezone().date().isoformat() if instant else ""


def run_report(arguments: argparse.Namespace) -> int:
    """Show how the exchange stands."""
    with opened_county(arguments) as county:
        found = report(county)
    if arguments.json:
        print_json(found)
        return EXIT_DONE
    print(
        f"{found.name}（{found.region}）  第 {found.epoch} 期，已写到第 {found.last_number} 号  县指纹 {found.fingerprint}"
    )
    _show_laptops(found.villages)
    _tell_open(found.villages)
    for double in found.doubles:
        print(double.text)
    for each in found.earlier:
        print(f"随回执告知{each.village_name}：{each.text}")
    show_published(found.publications)
    return EXIT_DONE


def _show_laptops(villages: Sequence[VillageReport]) -> None:
    if not villages:
        print("还没有邀请过村：请用 clerk county invite 邀请。")
    rows = [
        (
            f"{village.name} {village.code}",
            laptop.install,
            laptop.seat or "",
            _STANDING[laptop.standing],
            f"{laptop.epoch}-{laptop.settled_to}",
            laptop.applied,
            laptop.contested,
            laptop.held,
            laptop.refused,
            laptop.forked,
            laptop.quarantined,
            _day(village.last_packet_at),
        )
        for village in villages
        for laptop in village.laptops
    ]
    if rows:
        headers = ("村", "电脑", "机号", "状态", "入账到", "入账", "待核对", "暂存", "退回", "另存", "隔离", "最近收包")
        print_table(headers, rows)


def _tell_open(villages: Sequence[VillageReport]) -> None:
    """Say which villages sent nothing yet or have more coming than one answer brings, which laptops wait to be let in, and which sent two
    acts under one number.
    """
    for village in villages:
        if not village.laptops:
            print(f"{village.name} {village.code}：已邀请，还没有收到报送包。")
        if village.later:
            print(
                f"{village.name}：等待迁入的户太多，一份回执最多带 {MOST_OFFERS} 户，其余 {village.later} 户"
                "等村里办好前面的、报送以后，随下一份回执带来。"
            )
        for laptop in village.laptops:
            if laptop.standing == "waiting":
                print(f"{village.name}：电脑 {laptop.install} 等待准入，指纹 {laptop.fingerprint}")
            if laptop.forked:
                print(f"{village.name}：{_apart(laptop)}")


def _apart(laptop: LaptopReport) -> str:
    """Name the acts kept apart, and say whether the laptop has begun a new epoch since: there it did its own again."""
    named = "、".join(f"第 {act.epoch} 期 {act.number} 号{ACT_KINDS.get(act.kind, act.kind)}" for act in laptop.apart)
    more = "等" if laptop.forked > len(laptop.apart) else ""
    told = f"电脑 {laptop.install} 有 {laptop.forked} 笔变更另存（{named}{more}）：请向村里核实"
    if laptop.epoch > max(act.epoch for act in laptop.apart):
        return f"{told}；这台电脑后来已从第 {laptop.epoch} 期接着办。"
    return f"{told}。"
