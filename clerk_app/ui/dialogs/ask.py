"""The few questions and notices that stop the clerk: leaving unsaved work, a situation, a defect."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk_app.errors import ClerkError, SituationError
from clerk_app.ui.texts import message_of
from clerk_app.ui.theme import Tone, current_theme, icon_pixmap
from clerk_app.ui.widgets.buttons import Button, DangerButton, PrimaryButton

translate = QCoreApplication.translate


class Notice(QDialog):
    """An icon, a title, a text, and one or two buttons. ``accept`` is the first button's."""

    def __init__(
        self, name: str, title: str, text: str, *, icon_name: str, tone: Tone, accept: str, reject: str = "",
        is_dangerous: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        theme = current_theme()
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setModal(True)
        picture = QLabel()
        picture.setPixmap(icon_pixmap(icon_name, theme.ink_of(tone).name(), size=28))
        heading = QLabel(title)
        heading.setProperty("role", "emptyTitle")
        words = QLabel(text)
        words.setObjectName(f"{name}Text")
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setMinimumWidth(theme.px(360))
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(heading)
        column.addWidget(words)
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(20))
        outer.setSpacing(theme.px(24))
        outer.addLayout(top)
        outer.addLayout(self._buttons(accept, reject, is_dangerous=is_dangerous))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._first_focus.setFocus()

    def _buttons(self, accept: str, reject: str, *, is_dangerous: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addStretch(1)
        first = (DangerButton if is_dangerous else PrimaryButton)("noticeAccept", accept)
        first.clicked.connect(self.accept)
        self._first_focus: Button = first
        if reject:
            second = (PrimaryButton if is_dangerous else Button)("noticeReject", reject)
            second.clicked.connect(self.reject)
            row.addWidget(first if is_dangerous else second)
            row.addWidget(second if is_dangerous else first)
            second.setDefault(is_dangerous)
            self._first_focus = second if is_dangerous else first
        else:
            row.addWidget(first)
        first.setDefault(not is_dangerous)
        return row


def ask_leave(parent: QWidget) -> bool:
    """Ask whether to leave without saving; staying is the answer that Enter and Esc give."""
    return ask(
        parent,
        translate("Notice", "有内容还没有保存"),
        translate("Notice", "现在离开，刚才填写的内容不会保存。"),
        accept=translate("Notice", "不保存，离开"),
        reject=translate("Notice", "继续填写"),
        is_dangerous=True,
        name="leaveNotice",
    )


def ask(
    parent: QWidget,
    title: str,
    text: str,
    *,
    accept: str,
    reject: str = "",
    is_dangerous: bool = False,
    name: str = "askNotice",
) -> bool:
    """Ask a question; True for ``accept``. A dangerous act is never the default."""
    icon_name, tone = ("triangle-alert", Tone.DUE) if is_dangerous else ("circle-help", Tone.ACCENT)
    refuse = reject or translate("Notice", "取消")
    notice = Notice(
        name,
        title,
        text,
        icon_name=icon_name,
        tone=tone,
        accept=accept,
        reject=refuse,
        is_dangerous=is_dangerous,
        parent=parent,
    )
    answer = notice.exec()
    notice.deleteLater()
    return answer == QDialog.DialogCode.Accepted


def tell_situation(parent: QWidget | None, error: SituationError) -> None:
    """Say what happened, that nothing was lost, and what to do next."""
    text = message_of(error) + "\n\n" + translate("Notice", "这一步没有做成，已保存的内容都在，没有丢失。")
    notice = Notice(
        "situationNotice", translate("Notice", "这一步没有完成"), text,
        icon_name="triangle-alert", tone=Tone.DUE, accept=translate("Notice", "知道了"), parent=parent,
    )  # fmt: skip
    notice.exec()
    notice.deleteLater()


def tell_crash(parent: QWidget | None, report: Path | None) -> None:
    """Say that the program has a defect here, that the act was rolled back, and where the report is."""
    text = translate(
        "Notice", "程序出了一个错。刚才这一步已撤回，以前保存的内容都在；可以接着用，也可以重新打开程序再试。"
    )
    if report is not None:
        place = translate("Notice", "错误报告（不含任何个人信息）已存到：\n{path}\n请在方便时交给维护人员。").format(
            path=report
        )
        text = f"{text}\n\n{place}"
    notice = Notice(
        "crashNotice", translate("Notice", "程序出错"), text,
        icon_name="circle-alert", tone=Tone.OVERDUE, accept=translate("Notice", "继续使用"), parent=parent,
    )  # fmt: skip
    notice.exec()
    notice.deleteLater()


def tell_refusal(error: ClerkError) -> None:
    """Say why the program cannot go on."""
    notice = Notice(
        "refusalNotice", translate("Notice", "打不开"), message_of(error),
        icon_name="circle-alert", tone=Tone.OVERDUE, accept=translate("Notice", "关闭"),
    )  # fmt: skip
    notice.exec()
    notice.deleteLater()
