"""Hand-over slips of a village: what a packet carried, and the laptop's own fingerprint. Counts and sums, nobody's name but the desk's."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from clerk_app.errors import UserError
from clerk_app.services.accounts import the_village
from clerk_app.services.enrolment import enrolment
from clerk_app.services.workspace import Workspace
from clerk_app.storage import packets
from clerk_app.storage.packets import PacketRow
from clerk_app.terms import ACT_KINDS

if TYPE_CHECKING:
    from clerk_app.exchange.manifest import Manifest
    from clerk_app.printing.forms.handover_slip import HandedPacket

_NO_COUNTY = "县（区）民政、人社部门"


def packet_slip(workspace: Workspace, names: Collection[str]) -> bytes:
    """Return the slip, as PDF, for packets that this laptop wrote, by their file names, the oldest first.

    Raises UserError when none of them was written here.
    """
    from clerk_app.printing.forms.handover_slip import Fact, HandoverSlipData  # noqa: PLC0415 - only printing pays for it
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    with workspace.store.reading() as connection:
        rows = packets.named(connection, names)
    if not rows:
        raise UserError("这台电脑没有写过这个报送包：请在报送记录里选一个本机写的报送包。", field="file")
    village = the_village(workspace)
    county = enrolment(workspace)
    origin = (
        Fact(name="报送村", text=f"{village.full_name}（{village.code}）"),
        Fact(name="接收单位", text=county.county if county else _NO_COUNTY),
        Fact(name="电脑编号", text=workspace.store.install.id),
    )
    return render(
        HandoverSlipData(
            title="报送交接单",
            origin=origin,
            handed=tuple(_handed(row) for row in rows),
            giver=village.name,
            receiver=county.county if county else _NO_COUNTY,
            printed_on=workspace.today(),
        )
    )


def _handed(row: PacketRow) -> HandedPacket:
    from clerk_app.domain.money import Money  # noqa: PLC0415 - as above
    from clerk_app.exchange.manifest import manifest_from_json  # noqa: PLC0415 - as above
    from clerk_app.printing.forms.handover_slip import Fact, HandedPacket  # noqa: PLC0415 - as above

    raw = json.loads(row.manifest)
    manifest = manifest_from_json(raw)
    return HandedPacket(
        facts=(
            Fact(name="文件", text=f"{row.name}（{row.bytes:,} 字节）"),
            Fact(name="报送包", text=f"第 {row.epoch} 期　第 {row.number} 包"),
            Fact(name="变更", text=_span(manifest)),
            Fact(name="写成时间", text=f"{datetime.fromisoformat(row.at).astimezone():%Y-%m-%d %H:%M}"),
        ),
        by_kind=tuple(
            sorted(
                ((ACT_KINDS.get(kind, kind), count) for kind, count in manifest.counts.items()),
                key=lambda pair: (-pair[1], pair[0]),
            )
        ),
        money=Money(manifest.money_fen),
        sha256=row.sha256,
    )


def _span(manifest: Manifest) -> str:
    if not manifest.acts:
        return "没有新的变更"
    return f"{manifest.acts} 笔，第 {manifest.first_act} 号至第 {manifest.last_act} 号"


def own_fingerprint_slip(workspace: Workspace) -> bytes:
    """Return this laptop's own fingerprint as a slip (PDF): the county compares it before it admits the laptop."""
    from clerk_app.exchange.seal import fingerprint, public_key  # noqa: PLC0415 - only this step needs the packets
    from clerk_app.printing.forms.fingerprint_slip import FingerprintSlipData  # noqa: PLC0415 - only printing pays for it
    from clerk_app.printing.forms.handover_slip import Fact  # noqa: PLC0415 - as above
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    village = the_village(workspace)
    county = enrolment(workspace)
    install = workspace.store.install
    return render(
        FingerprintSlipData(
            title="本机指纹单",
            facts=(
                Fact(name="村（社区）", text=f"{village.full_name}（{village.code}）"),
                Fact(name="电脑编号", text=install.id),
                Fact(name="交给", text=county.county if county else _NO_COUNTY),
            ),
            fingerprint=fingerprint(public_key(install.signing_key)),
            steps=(
                "一、用途：县里准入这台电脑以前，用本单核对报送包确实出自这台电脑。",
                "二、办法：县里导入第一个报送包后，屏幕上显示这台电脑的指纹；与本单八组数字逐组相同，才可准入。",
                "三、有一组不同，就不要准入：文件可能被人调换，请两边当面核实。",
            ),
            giver=village.name,
            receiver=county.county if county else "县里经办人",
            printed_on=workspace.today(),
        )
    )
