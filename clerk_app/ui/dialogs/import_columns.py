"""Which column of a list is what, and under what name that is remembered for the next list of this layout."""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk_app.domain.codes import Coded
from clerk_app.excel.columns import Choice, recognise
from clerk_app.excel.columns import Field as ListField
from clerk_app.services.list_source import LONGEST_NAME, ListSource
from clerk_app.ui.dialogs.member_choices import NarrowCombo
from clerk_app.ui.page import FormDialog
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.editors import LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid, FieldSet

_LONGEST_SAMPLE: Final = 14


@cache
def _kinds() -> type[Coded]:
    """Return the fields of a list as choices of a combo box."""
    members = [(field.name, (field.name, field.value)) for field in ListField]
    return cast("type[Coded]", Coded("ListColumn", members))  # type: ignore[arg-type]  # an Enum made of pairs


class ColumnsDialog(FormDialog):
    """``choice`` is what the columns are, ``layout_name`` the name to remember that under, or nothing."""

    def __init__(self, source: ListSource, parent: QWidget | None = None) -> None:
        super().__init__("importColumnsDialog", "", parent=parent)
        self.setWindowTitle(self.tr("列的对应"))
        self.save_button.setText(self.tr("按这样读取"))
        theme = current_theme()
        self._source = source
        self.choice: Choice = source.choice
        self.layout_name = ""
        hint = QLabel(self.tr("文件的每一列是什么内容；留空的列不导入。姓名、与户主关系、公民身份号码三列必须有。"))
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.editors = [self._field(place) for place in range(len(source.table.headers))]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.addWidget(FieldGrid(self.editors, columns=3))
        area = QScrollArea()
        area.setObjectName("importColumnsArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        room = self.screen().availableSize()
        area.setMinimumHeight(min(inner.sizeHint().height() + theme.px(8), room.height() - theme.px(300)))
        name = LineEdit(longest=LONGEST_NAME, placeholder=self.tr("如 民政所发的花名册"))
        name.set_raw(source.layout)
        self.name = Field("layout_name", self.tr("记住这种表，起个名字（不记就留空）"), name)
        for widget in (hint, area, self.name):
            self.body.addWidget(widget)
        self.setMinimumWidth(min(theme.px(760), room.width() - 64))
        self.start(FieldSet([*self.editors, self.name], parent=self))
        self.editors[0].editor.setFocus()

    def _field(self, place: int) -> Field:
        table = self._source.table
        sample = next((row.cells[place].text.strip() for row in table.rows[:20] if not row.cells[place].is_blank), "")
        heading = " ".join(table.headers[place].split())[:_LONGEST_SAMPLE] or self.tr("（无标题）")
        label = f"{table.letters[place]}  {heading}"
        combo = NarrowCombo(tuple(_kinds()), optional=True)
        chosen = self.choice[place]
        combo.set_code(None if chosen is None else _kinds().of(chosen.name))
        combo.setToolTip(self.tr("例如：{sample}").format(sample=sample[:40]) if sample else "")
        return Field(f"column{place}", label, combo)

    def save(self) -> None:
        """Take the choice; one field in two columns is refused."""
        choice = tuple(self._chosen(place) for place in range(len(self.editors)))
        recognise(self._source.table.headers, self._source.table.letters, choice)
        self.choice = choice
        self.layout_name = str(self.name.editor.raw).strip()
        self.accept()

    def _chosen(self, place: int) -> ListField | None:
        code = cast("NarrowCombo", self.editors[place].editor).optional(f"column{place}")
        return None if code is None else ListField[code.value]

    @classmethod
    def ask(cls, parent: QWidget, source: ListSource) -> ColumnsDialog | None:
        """Run it; None when it was left without a choice."""
        dialog = cls(source, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        return dialog if answer == cls.DialogCode.Accepted else None
