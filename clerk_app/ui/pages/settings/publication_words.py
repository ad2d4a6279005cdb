"""How a publication stands, in the window's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from clerk_app.services.publications import PublicationRow

translate = QCoreApplication.translate


def standing_words(row: PublicationRow, today: date) -> str:
    """Say from when it counts, until when, and why not."""
    if row.state == "declined":
        return translate("PublicationsSection", "已谢绝：{reason}").format(reason=row.reason)
    if row.state == "expired":
        return translate("PublicationsSection", "已过期，没有接收")
    if row.state == "withdrawn":
        return translate("PublicationsSection", "县里已收回，没有接收")
    if row.state == "waiting":
        words = translate("PublicationsSection", "待接收，{day} 起")
    elif row.from_on > today:
        words = translate("PublicationsSection", "已接收，{day} 起生效")
    elif row.in_force:
        words = translate("PublicationsSection", "已接收，自 {day} 起生效")
    elif row.to_on is not None and row.to_on < today:
        return translate("PublicationsSection", "已接收，{day} 已到期").format(day=row.to_on)
    else:
        return translate("PublicationsSection", "已接收，已由后来的来文代替")
    until = "" if row.to_on is None else translate("PublicationsSection", "，至 {day}").format(day=row.to_on)
    taken_back = translate("PublicationsSection", "；县里后来收回了它，等县里的新来文") if row.withdrawn else ""
    return words.format(day=row.from_on) + until + taken_back


def detail_words(row: PublicationRow, today: date) -> str:
    """Say what a line of the list is cut short of: the whole title, how it stands, and until when it can be accepted."""
    title = translate("PublicationsSection", "第 {ref} 号来文“{title}”").format(ref=row.ref, title=row.title)
    return f"{title}\n{whole_standing(row, today)}"


def whole_standing(row: PublicationRow, today: date) -> str:
    """Say how it stands, and what can be done about it until when."""
    end = translate("PublicationsSection", "。")
    told = standing_words(row, today).removesuffix(end) + end
    if row.state == "expired":
        return told + translate("PublicationsSection", "不能再接收：还要的，向县里要新的。")
    if row.state == "withdrawn":
        return told + translate("PublicationsSection", "不能再接收：不用办，等县里的新来文。")
    if not may_be_accepted(row, today):
        return told
    if row.expires_on is not None:
        return told + translate("PublicationsSection", "最晚 {day} 接收，过了就不能再接收。").format(day=row.expires_on)
    return told


def may_be_accepted(row: PublicationRow, today: date) -> bool:
    """Say whether it waits, or was declined, and can still be accepted."""
    is_in_time = row.expires_on is None or today <= row.expires_on
    return row.state in {"waiting", "declined"} and not row.withdrawn and is_in_time
