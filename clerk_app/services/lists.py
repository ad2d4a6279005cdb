"""Lists that leave the program as Excel: what a screen shows, written so that no word becomes a formula."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clerk_app.domain.codes import NATIONS, RELATIONS
from clerk_app.domain.dates import age_on
from clerk_app.domain.household import HouseholdId
from clerk_app.domain.masking import masked_text
from clerk_app.domain.money import total
from clerk_app.files import require_file_name
from clerk_app.services.workspace import Workspace
from clerk_app.storage import members as residents
from clerk_app.storage import queries

if TYPE_CHECKING:
    from clerk_app.domain.contribution import Insurance
    from clerk_app.excel.writer import Value
    from clerk_app.storage.contribution_queries import ContributionRow
    from clerk_app.storage.dibao_queries import DibaoRow
    from clerk_app.storage.queries import HouseholdRow


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its title, as a workbook holds it."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def save_list(
    path: Path, title: str, headers: Sequence[str], rows: Sequence[Sequence[Value]], *, masked: bool = False
) -> Path:
    """Write a list as a workbook and return where it lies; a name without an ending gets ``.xlsx``.

    ``masked`` hides the middle of identity, certificate, account and telephone numbers wherever they stand. The file appears whole or not at all
    (T145: what a person typed never becomes a formula). Raises UserError for a folder or a name that is no file name, SituationError when the
    folder or the disk refuses.
    """
    from clerk_app.excel.writer import write_list  # noqa: PLC0415 - only when a list is written

    require_file_name(path)
    target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    if masked:
        rows = [[masked_text(value) if isinstance(value, str) else value for value in row] for row in rows]
    write_list(target, title, headers, rows)
    return target


def save_listing(path: Path, listing: Listing, *, masked: bool = False) -> Path:
    """Write a listing as ``save_list`` does."""
    return save_list(path, listing.title, listing.headers, listing.rows, masked=masked)


def household_listing(rows: Sequence[HouseholdRow]) -> Listing:
    """Return households as a list."""
    headers = ("户编号", "村民小组", "户主", "人数", "联系电话", "住址", "低保类别")
    return Listing(
        "住户列表",
        headers,
        tuple((row.number, row.group, row.head, row.members, row.phone, row.address, row.dibao_class) for row in rows),
    )


def people_listing(workspace: Workspace, only: Collection[HouseholdId] | None = None) -> Listing:
    """Return the people of the village (or of ``only`` some households), a row each, under the headings that the import knows again."""
    with workspace.store.reading() as connection:
        households = {row.id: row for row in queries.household_rows(connection)}
        people = residents.households_now(connection, only)
    day = workspace.today()
    names = (
        "户编号 村民小组 姓名 与户主关系 性别 公民身份号码 出生日期 年龄 民族 联系电话 困难身份 残疾证号 家庭住址 备注"
    )
    rows: list[tuple[Value, ...]] = []
    for household_id, members in people.items():
        household = households.get(household_id)
        if household is None:
            continue
        for member in members:
            person = member.person
            statuses = "、".join(dict.fromkeys(one.kind.label for one in member.identities if one.held_on(day)))
            rows.append(
                (
                    household.number,
                    household.group,
                    person.name,
                    RELATIONS[member.membership.relation],
                    person.sex.label,
                    person.id_number or "",
                    person.birth_on.isoformat(),
                    age_on(person.birth_on, day),
                    NATIONS[person.nation],
                    person.phone,
                    statuses,
                    person.disability_certificate,
                    household.address,
                    person.note,
                )
            )
    rows.sort(key=lambda row: (len(str(row[0])), str(row[0])))
    return Listing("人员名册", tuple(names.split()), tuple(rows))


def dibao_listing(rows: Sequence[DibaoRow]) -> Listing:
    """Return dibao cases as a list."""
    headers = (
        "档案号",
        "户编号",
        "村民小组",
        "户主",
        "人数",
        "环节",
        "规则类别",
        "村级建议",
        "确认类别",
        "月金额",
        "申请日期",
        "下次复核",
    )
    return Listing(
        "低保档案",
        headers,
        tuple(
            (
                row.number,
                row.household_number,
                row.group,
                row.head,
                row.members,
                row.stage.label,
                *tuple(one.label if one else "" for one in (row.rule_class, row.village_class, row.granted_class)),
                row.granted_amount,
                row.applied_on,
                row.next_review_on,
            )
            for row in rows
        ),
    )


def contribution_listing(rows: Sequence[ContributionRow], insurance: Insurance, year: int) -> Listing:
    """Return everybody of a year with what stands recorded, a row each."""
    headers = ("户编号", "姓名", "公民身份号码", "缴费人", "金额", "缴费日期")
    return Listing(
        f"{year} 年{insurance.label}缴费",
        headers,
        tuple(
            (
                row.household_number,
                row.name,
                row.id_number,
                "、".join(dict.fromkeys(entry.payer.label for entry in row.payments)),
                total([entry.amount for entry in row.payments]),
                max((e.paid_on for e in row.payments), default=None),
            )
            for row in rows
        ),
    )
