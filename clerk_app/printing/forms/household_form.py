"""住户登记表: a household with its members, its dibao and what it paid in the year; landscape A4.

The masked print (公示用) carries no telephone, address, land, house, health, disability, capacity, hardship status or note, no
birth date, and neither name nor number of a member under 18; other identity numbers show their ends only (domain notes §4.3). What is left out is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerk_app.domain.codes import NATIONS, RELATIONS, Capacity
from clerk_app.domain.contribution import Contribution
from clerk_app.domain.household import HouseholdFile, Identity, Member, Person
from clerk_app.domain.money import in_words, total
from clerk_app.domain.resident_id import mask
from clerk_app.printing.fonts import Face
from clerk_app.printing.page import A4_LANDSCAPE, MM, Align, Running, Sheet, to_pdf
from clerk_app.printing.tables import Cell, Row, Table, head_row, height_of, label, place, share

TITLE: Final = "住户登记表"
ADULT_AGE: Final = 18
WORKING_AGE: Final = 16
NOTHING: Final = "—"
_GRADES: Final = ("", "一", "二", "三", "四")
_PART_GAP: Final = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFormData:
    """What the form prints.

    ``village`` is the full name (县、乡镇、村). ``dibao`` is one sentence with class, amount and since when, or None; it must hold no
    account and no illness. ``contributions`` are the entries of one year, reversals among them. ``number`` is the document's
    number, ``copy_number`` 1 for its first print. ``rules`` names the policy pack and its version.
    """

    village: str
    file: HouseholdFile
    printed_on: date
    clerk: str
    dibao: str | None = None
    contributions: tuple[Contribution, ...] = ()
    number: str = ""
    copy_number: int = 1
    rules: str = ""
    masked: bool = False


def render(data: HouseholdFormData) -> bytes:
    """Return the form as PDF."""
    sheet = lay_out(data)
    notice = "公示用，号码已遮住" if data.masked else "内部资料，注意保密"
    running = Running(
        title=TITLE,
        number=data.number,
        printed_on=data.printed_on,
        rules=data.rules,
        notice=notice,
        copy_number=data.copy_number,
        continued=f"{TITLE}（续）　户号 {data.file.household.number}",
    )
    return to_pdf(sheet, running)


def lay_out(data: HouseholdFormData) -> Sheet:
    """Return the form's pages as marks."""
    sheet = Sheet(A4_LANDSCAPE)
    sheet.line("住 户 登 记 表" + ("（公示用）" if data.masked else ""), Face.HEI, 18, Align.CENTRE)
    sheet.skip(2 * MM)
    top = sheet.y
    sheet.line(f"填表单位：{committee(data.village)}", Face.SONG, 10)
    sheet.y = top
    sheet.line(f"填表日期：{chinese_day(data.printed_on)}", Face.SONG, 10, Align.RIGHT)
    sheet.skip(1.2 * MM)
    place(sheet, _household_block(data, sheet.paper.inner_width))
    sheet.skip(_PART_GAP)
    place(sheet, _members(data, sheet.paper.inner_width))
    sheet.skip(_PART_GAP)
    place(sheet, _dibao(data, sheet.paper.inner_width))
    if data.contributions:
        sheet.skip(_PART_GAP)
        place(sheet, _contributions(data, sheet.paper.inner_width))
    sheet.skip(_PART_GAP)
    signatures = _signatures(data, sheet.paper.inner_width)
    sheet.need(height_of(signatures))
    place(sheet, signatures)
    return sheet


def committee(village: str) -> str:
    """Return the committee that fills the form in; a name that already is a committee's stays as it is."""
    if village.endswith(("委员会", "委会")):
        return village
    return village + ("居民委员会" if village.endswith("社区") else "村民委员会")


def _household_block(data: HouseholdFormData, width: float) -> Table:
    household = data.file.household
    head = data.file.head
    head_name = _name(head.person, data) if head else NOTHING
    widths = share((18, 48, 18, 48, 18, 48, 18, 46), width)
    rows = [
        _facts(
            ("户号", household.number),
            ("村民小组", household.group or NOTHING),
            ("户主姓名", head_name),
            ("家庭人口", f"{len(data.file.members)} 人"),
        )
    ]
    if not data.masked:
        land = NOTHING if household.land is None else f"{household.land / 100:g} 亩"
        area = "" if household.housing_area is None else f"{household.housing_area} 平方米"
        housing = "　".join(part for part in (area, household.housing_structure) if part)
        rows.append(
            Row(
                (
                    label("家庭住址"),
                    Cell(text=household.address or NOTHING, span=3, align=Align.LEFT),
                    *_pair("户口性质", household.hukou.label),
                    *_pair("联系电话", household.phone or NOTHING),
                )
            )
        )
        rows.append(
            _facts(
                ("承包地", land),
                ("住房", housing or NOTHING),
                ("登记日期", household.registered_on.isoformat()),
                ("户状态", _state(data)),
            )
        )
        if household.note:
            rows.append(Row((label("备注"), Cell(text=household.note, span=7, align=Align.LEFT, most_lines=3))))
    return Table(widths=widths, rows=tuple(rows))


def _state(data: HouseholdFormData) -> str:
    household = data.file.household
    if household.closed_on is None:
        return "在册"
    return f"{household.closed_on.isoformat()} 销户"


def _pair(title: str, text: str) -> tuple[Cell, Cell]:
    return label(title), Cell(text=text)


def _facts(*facts: tuple[str, str]) -> Row:
    return Row(tuple(cell for title, text in facts for cell in _pair(title, text)))


_FULL_COLUMNS: Final = (
    ("序号", 9), ("姓名", 29), ("与户主关系", 17), ("性别", 9), ("民族", 14), ("公民身份号码", 37), ("出生日期", 20),
    ("年龄", 9), ("婚姻", 11), ("健康状况及残疾类别等级", 29), ("劳动能力", 16), ("困难身份", 33), ("备注", 31),
)  # fmt: skip
_MASKED_COLUMNS: Final = (
    ("序号", 12),
    ("姓名", 90),
    ("与户主关系", 60),
    ("性别", 20),
    ("公民身份号码", 60),
    ("年龄", 20),
)


def _members(data: HouseholdFormData, width: float) -> Table:
    columns = _MASKED_COLUMNS if data.masked else _FULL_COLUMNS
    rows = [head_row([title for title, _ in columns], height=26)]
    for number, member in enumerate(data.file.members, start=1):
        texts = _masked_row(member, data) if data.masked else _full_row(member, data.file.on)
        rows.append(Row(tuple(Cell(text=text, size=8.5, most_lines=3) for text in (str(number), *texts)), 22))
    if not data.file.members:
        rows.append(Row((Cell(text="本户现无成员", span=len(columns)),)))
    return Table(widths=share([weight for _, weight in columns], width), rows=tuple(rows), heads=1)


def _full_row(member: Member, on: date) -> tuple[str, ...]:
    person = member.person
    age = person.age_on(on)
    return (
        person.name,
        RELATIONS.get(member.membership.relation, member.membership.relation),
        person.sex.label,
        NATIONS.get(person.nation, person.nation),
        _id_text(person),
        person.birth_on.isoformat(),
        str(age),
        person.marital.label if person.marital else NOTHING,
        _health(person),
        person.labour_capacity.label if age >= WORKING_AGE else NOTHING,
        "、".join(_status(identity) for identity in member.identities if identity.held_on(on)) or NOTHING,
        _note(person, on),
    )


def _masked_row(member: Member, data: HouseholdFormData) -> tuple[str, ...]:
    person = member.person
    number = None if _is_minor(person, data) else person.id_number or person.temporary_number
    return (
        _name(person, data),
        RELATIONS.get(member.membership.relation, member.membership.relation),
        person.sex.label,
        mask(number) if number else NOTHING,
        str(person.age_on(data.file.on)),
    )


def _name(person: Person, data: HouseholdFormData) -> str:
    return "未成年成员" if data.masked and _is_minor(person, data) else person.name


def _is_minor(person: Person, data: HouseholdFormData) -> bool:
    return person.age_on(data.file.on) < ADULT_AGE


def _id_text(person: Person) -> str:
    if person.id_number:
        return person.id_number + ("（待核实）" if person.id_unverified else "")
    return f"临时编号 {person.temporary_number}" if person.temporary_number else NOTHING


def _health(person: Person) -> str:
    found = []
    if person.disability_kind or person.disability_grade:
        kind = person.disability_kind.label if person.disability_kind else ""
        grade = f"{_GRADES[person.disability_grade]}级" if person.disability_grade else ""
        found.append(f"{kind}残疾{grade}")
    if person.serious_illness:
        found.append("患重病")
    if person.chronic_illness:
        found.append("患慢性病")
    if person.self_care is not Capacity.FULL:
        found.append(f"自理能力{person.self_care.label}")
    return "、".join(found) or "健康"


def _status(identity: Identity) -> str:
    grade = f"（{_GRADES[identity.grade]}级）" if identity.grade else ""
    lifted = "（已标注脱贫）" if identity.lifted_on else ""
    return identity.kind.label + grade + lifted


def _note(person: Person, on: date) -> str:
    parts = ["在校" if person.student else "", person.note]
    if not person.alive_on(on) and person.died_on:
        parts.insert(0, f"{person.died_on.isoformat()} 死亡")
    return "；".join(part for part in parts if part)


def _dibao(data: HouseholdFormData, width: float) -> Table:
    text = data.dibao or "未享受最低生活保障"
    return Table(
        widths=share((26, 236), width),
        rows=(Row((label("低保情况"), Cell(text=text, align=Align.LEFT, most_lines=4)), 22),),
    )


def _contributions(data: HouseholdFormData, width: float) -> Table:
    names = {member.person.id: _name(member.person, data) for member in data.file.members}
    rows = [head_row(("缴费年度", "姓名", "险种", "档次（元）", "资金来源", "金额（元）", "缴费日期", "说明"))]
    for entry in data.contributions:
        cells = (
            Cell(text=str(entry.year), size=8.5),
            Cell(text=names.get(entry.person_id, "已离户成员"), size=8.5),
            Cell(text=entry.insurance.label, size=8.5),
            Cell(text=entry.tier.grouped, size=8.5, align=Align.RIGHT),
            Cell(text=entry.payer.label, size=8.5),
            Cell(text=entry.amount.grouped, size=8.5, align=Align.RIGHT),
            Cell(text=entry.paid_on.isoformat(), size=8.5),
            Cell(text="冲销" if entry.reverses else "", size=8.5),
        )
        rows.append(Row(cells, 17))
    whole = total([entry.amount for entry in data.contributions])
    rows.append(Row((label("合　计"), Cell(text=f"¥{whole.grouped}　{in_words(whole)}", span=7, align=Align.LEFT))))
    return Table(widths=share((20, 52, 38, 26, 30, 30, 30, 36), width), rows=tuple(rows), heads=1)


def _signatures(data: HouseholdFormData, width: float) -> Table:
    blank_day = "年　　月　　日"
    places: Sequence[str] = ("户主签字（指印）", "经办人", "村民委员会（章）")
    signed = ("", data.clerk, "")
    return Table(
        widths=share((1, 1, 1), width),
        rows=(
            Row(tuple(label(text) for text in places), 17),
            Row(tuple(Cell(text=text, size=10) for text in signed), 36),
            Row(tuple(Cell(text=blank_day, align=Align.RIGHT) for _ in places), 17),
        ),
    )


def chinese_day(day: date) -> str:
    """Return a day as paper writes it, ``2026年3月16日``."""
    return f"{day.year}年{day.month}月{day.day}日"
