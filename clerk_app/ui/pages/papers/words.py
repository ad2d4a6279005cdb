"""The words and chips of printed documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clerk_app.services.notices import TITLES
from clerk_app.ui.theme import Tone
from clerk_app.ui.widgets.chip import ChipState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk_app.domain.document import Document
    from clerk_app.services.notices import Issued
    from clerk_app.services.papers import DocumentRow, Unprintable

translate = QCoreApplication.translate
_MOST_NAMES = 5


def form_title(kind: str) -> str:
    """Return what a form is called."""
    names = {
        "household-form": translate("PaperWords", "住户登记表"),
        "contribution-notice": translate("PaperWords", "缴费通知单"),
        "overpayment-form": translate("PaperWords", "追缴办理单"),
    }
    return names.get(kind, TITLES.get(kind, kind))


def version_chip(row: DocumentRow) -> ChipState | None:
    """Say whether it is the internal or the public version; a notice has one version only."""
    document = row.document
    if document.kind != "household-form":
        return None
    if document.masked:
        return ChipState(translate("PaperWords", "公示表"), Tone.ACCENT)
    return ChipState(translate("PaperWords", "内部表"), Tone.NEUTRAL)


def state_chip(row: DocumentRow) -> ChipState:
    """Say whether it stands or is void."""
    if row.document.void_on is not None:
        return ChipState(translate("PaperWords", "已作废"), Tone.OVERDUE)
    return ChipState(translate("PaperWords", "有效"), Tone.DONE)


def household_words(row: DocumentRow) -> str:
    """Return number and head of the household."""
    return f"{row.household_number} {row.head}".strip()


def unprintable_words(found: Sequence[Unprintable]) -> str:
    """Warn of names that paper cannot show."""
    names = "、".join(f"“{item.name}”（{'、'.join(item.characters)}）" for item in found[:_MOST_NAMES])
    if len(found) > _MOST_NAMES:
        names = translate("PaperWords", "{names} 等 {n} 人").format(names=names, n=len(found))
    return translate("PaperWords", "打印字体里没有这些字：{names}。纸上会印成“〓”加编码，请打印后用笔补上。").format(
        names=names
    )


def numbers(documents: Sequence[Document]) -> str:
    """Return the number of one print, or the first and last of several."""
    first, last = documents[0], documents[-1]
    if len(documents) > 1:
        return translate("PaperWords", "{first} 至 {last}，共 {n} 份").format(
            first=first.number, last=last.number, n=len(documents)
        )
    if first.copy_number > 1:
        return translate("PaperWords", "{number}，第 {copy} 份").format(number=first.number, copy=first.copy_number)
    return first.number


def printed_words(issued: Issued) -> str:
    """Say at the foot what went to the printer."""
    return translate("PaperWords", "已送打印机：{numbers}").format(numbers=numbers(issued.documents))


def saved_words(issued: Issued, name: str) -> str:
    """Say at the foot what was written."""
    return translate("PaperWords", "已保存 {numbers}：{name}").format(numbers=numbers(issued.documents), name=name)
