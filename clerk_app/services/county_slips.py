"""Hand-over slips of the county: invitations with the county's fingerprint, what was taken in, answers written. Counts only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from clerk_app.errors import UserError
from clerk_app.services.county import CountyWorkspace, Written
from clerk_app.services.county_intake import Taken
from clerk_app.storage import county as rows

if TYPE_CHECKING:
    from clerk_app.printing.forms.handover_slip import TakenPacket

OUTCOMES: Final = {
    "taken": "已收",
    "already": "以前收过",
    "waiting": "等待准入",
    "refused": "拒收",
    "skipped": "没有动",
}
"""What became of a file, in words."""
_STANDING: Final = {"waiting": "等待准入", "admitted": "已准入", "revoked": "已撤销"}


def invitation_slip(county: CountyWorkspace, written: Written) -> bytes:
    """Return the slip, as PDF, that goes to a village beside its invitation: the county's fingerprint in groups and as a QR code."""
    from clerk_app.printing.forms.fingerprint_slip import FingerprintSlipData  # noqa: PLC0415 - only printing pays for it
    from clerk_app.printing.forms.handover_slip import Fact  # noqa: PLC0415 - as above
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    about = county.store.county
    with county.store.reading() as session:
        village = rows.village(session, written.village)
    name = village.name if village else written.village
    return render(
        FingerprintSlipData(
            title="县指纹单（邀请）",
            facts=(
                Fact(name="县（市、区）", text=f"{about.name}（{about.region}）"),
                Fact(name="邀请的村", text=f"{name}（{written.village}）"),
                Fact(name="邀请文件", text=f"{written.path.name}（第 {written.number} 号）"),
            ),
            fingerprint=county.fingerprint,
            steps=(
                "一、用途：村里打开邀请文件时，用本单核对文件确实出自县里。",
                "二、办法：在“报送 → 登记”打开邀请文件，屏幕上的指纹与本单八组数字逐组相同，才可登记；也可用扫描枪扫二维码填入。",
                "三、有一组不同，就不要使用这个文件：请联系县里重新要邀请。",
            ),
            giver=about.name,
            receiver=name,
            printed_on=county.clock.today(),
        )
    )


def intake_slip(county: CountyWorkspace, taken: Sequence[Taken]) -> bytes:
    """Return the slip, as PDF, for what was taken in: for each file what became of its acts. Raises UserError when nothing was."""
    from clerk_app.printing.forms.handover_slip import Fact, HandoverSlipData  # noqa: PLC0415 - as above
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    if not taken:
        raise UserError("没有收到报送包，没有可打印的交接单：请检查优盘。", field="file")
    about = county.store.county
    villages = sorted({each.village_name for each in taken if each.village_name})
    now = county.clock.now().astimezone()
    return render(
        HandoverSlipData(
            title="收包交接单",
            origin=(
                Fact(name="接收单位", text=f"{about.name}（{about.region}）"),
                Fact(name="收包时间", text=f"{now:%Y-%m-%d %H:%M}"),
                Fact(name="收包人", text=county.clerk),
            ),
            taken=tuple(_taken(each) for each in taken),
            giver="、".join(villages) if 0 < len(villages) <= 2 else "各村",
            receiver=about.name,
            printed_on=county.clock.today(),
        )
    )


def _taken(taken: Taken) -> TakenPacket:
    from clerk_app.printing.forms.handover_slip import TakenPacket  # noqa: PLC0415 - as above

    place = f"第 {taken.epoch} 期第 {taken.number} 包。" if taken.number else ""
    notes = [
        place,
        taken.reason,
        f"待村里核对 {taken.contested} 笔。" if taken.contested else "",
        f"以前暂存的补入账 {taken.late} 笔。" if taken.late else "",
        f"两村重复 {len(taken.doubles)} 人，已告知两村。" if taken.doubles else "",
    ]
    return TakenPacket(
        village=f"{taken.village_name}（{taken.village}）" if taken.village else "—",
        packet=taken.file,
        outcome=OUTCOMES[taken.status],
        counts=(
            taken.acts, taken.applied, taken.already, taken.held, taken.refused, taken.forked, taken.quarantined,
        ),
        sha256=taken.sha256,
        note=" ".join(note for note in notes if note),
    )  # fmt: skip


def answer_slip(county: CountyWorkspace, written: Sequence[Written]) -> bytes:
    """Return the slip, as PDF, for answers that stand on a stick: for whom each is and what it says in counts."""
    from clerk_app.printing.forms.handover_slip import Fact, HandedPacket, HandoverSlipData  # noqa: PLC0415 - as above
    from clerk_app.printing.registry import render  # noqa: PLC0415 - as above

    about = county.store.county
    with county.store.reading() as session:
        names = {village.code: village.name for village in rows.villages(session)}
        standing = {install.id: install.standing for install in rows.installs(session)}
    handed = tuple(
        HandedPacket(
            facts=(
                Fact(name="文件", text=f"{each.path.name}（{each.size:,} 字节）"),
                Fact(name="给", text=f"{names.get(each.village, '')}（{each.village}）电脑 {each.install}"),
                Fact(
                    name="回执",
                    text=f"第 {each.number} 号，这台电脑{_STANDING.get(standing.get(each.install, ''), '')}",
                ),
                Fact(name="内容", text=f"暂存 {each.held} 笔，退回 {each.refused} 笔，县里通知 {each.notices} 件"),
                *(
                    Fact(name="附来文", text=f"第 {one.ref} 号“{one.title}”，文件 {one.path.name}")
                    for one in each.beside
                ),
            ),
            sha256=each.sha256,
        )
        for each in written
    )
    villages = sorted({names.get(each.village, each.village) for each in written})
    now = county.clock.now().astimezone()
    return render(
        HandoverSlipData(
            title="回执交接单",
            origin=(
                Fact(name="发出单位", text=f"{about.name}（{about.region}）"),
                Fact(name="打印时间", text=f"{now:%Y-%m-%d %H:%M}"),
                Fact(name="经办人", text=county.clerk),
            ),
            handed=handed,
            giver=about.name,
            receiver=villages[0] if len(villages) == 1 else "各村",
            printed_on=county.clock.today(),
        )
    )
