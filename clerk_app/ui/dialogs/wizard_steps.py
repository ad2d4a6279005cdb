"""The steps of the first run: which village, who works here, and how far the making is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.dialogs.password_fields import PasswordFields
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.code_combo import CodeCombo
from clerk_app.ui.widgets.editors import CheckBox, LineEdit
from clerk_app.ui.widgets.field import Field, FieldGrid
from clerk_app.ui.widgets.region_hint import RegionHint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk_app.domain.codes import Coded
    from clerk_app.services.accounts import VillageEntry
    from clerk_app.services.first_run import PackChoice


@dataclass(frozen=True, slots=True)
class PackOption:
    """A pack as CodeCombo wants its choices: a value and a label."""

    value: str
    label: str


def pack_combo(packs: Sequence[PackChoice]) -> CodeCombo[Coded]:
    """Return a choice of policy packs by title; ``raw`` is the pack's id."""
    options = tuple(PackOption(pack.id, pack.title) for pack in packs)
    return CodeCombo(cast("tuple[Coded, ...]", options))  # it reads only value and label


class Step(QWidget):
    """A step: a title, one sentence, and what is asked for in ``column``. ``fields`` belong to the wizard's form."""

    name = ""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"step_{self.name}")
        theme = current_theme()
        self.title = title
        heading = QLabel(title)
        heading.setProperty("role", "emptyTitle")
        words = QLabel(text)
        words.setProperty("role", "emptyText")
        words.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(16))
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(heading)
        self.column.addWidget(words)
        self.column.addSpacing(theme.px(8))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields asked for here."""
        return ()

    def take_focus(self) -> None:
        """Go to the first field."""
        for field in self.fields:
            field.editor.setFocus()
            return


class WelcomeStep(Step):
    """An empty village or the demo, and where the data will lie."""

    name = "welcome"

    def __init__(self, data_dir: Path) -> None:
        super().__init__(
            self.tr("欢迎使用"),
            self.tr("这台电脑上还没有村的资料。花两三分钟建立一个，以后登录就能用。"),
        )
        theme = current_theme()
        self.empty_choice = self._choice(
            "wizardEmpty",
            self.tr("建立我的村"),
            self.tr("填写村名和政策包，住户可以从 Excel 名册导入，也可以逐户登记。"),
        )
        self.demo_choice = self._choice(
            "wizardDemo",
            self.tr("先用演示村练习"),
            self.tr("300 户全部是虚构的，随便改；想建真正的村时换一个数据文件夹。"),
        )
        self.empty_choice.setChecked(True)
        self.column.addSpacing(theme.px(8))
        place = QFrame()
        place.setProperty("role", "panel")
        inner = QVBoxLayout(place)
        inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner.setSpacing(theme.px(4))
        where = QLabel(self.tr("资料保存在"))
        where.setProperty("role", "hint")
        folder = QLabel(str(data_dir))
        folder.setObjectName("wizardFolder")
        folder.setWordWrap(True)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = QLabel(self.tr("加密保存在这台电脑上，不上网；没有密码或恢复密钥，谁也打不开。"))
        note.setProperty("role", "hint")
        note.setWordWrap(True)
        for label in (where, folder, note):
            inner.addWidget(label)
        self.column.addWidget(place)
        self.column.addStretch(1)

    def _choice(self, name: str, title: str, text: str) -> QRadioButton:
        theme = current_theme()
        button = QRadioButton(title)
        button.setObjectName(name)
        button.setAccessibleName(title)
        button.setAccessibleDescription(text)
        button.setFont(theme.font(bold=True))
        words = QLabel(text)
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        words.setContentsMargins(theme.px(28), 0, 0, theme.px(8))
        words.setBuddy(button)
        self.column.addWidget(button)
        self.column.addWidget(words)
        return button

    @property
    def wants_demo(self) -> bool:
        """Whether the demo village was chosen."""
        return self.demo_choice.isChecked()

    def take_focus(self) -> None:
        """Go to the choice."""
        (self.demo_choice if self.wants_demo else self.empty_choice).setFocus()


class VillageStep(Step):
    """Code, names, policy pack, and the county's key if it is there already. ``key_file_chosen(Path)`` comes from the file button."""

    name = "village"
    key_file_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("本村"), self.tr("带 * 的必填，其余以后可以在“设置”里补。"))
        theme = current_theme()
        self._pack_place = QVBoxLayout()
        self._fields = [
            Field(
                "code",
                self.tr("村代码"),
                LineEdit(longest=20),
                hint=self.tr("统计用区划代码，12 位数字"),
                required=True,
            ),
            Field("name", self.tr("村名"), LineEdit(longest=80), hint=self.tr("如：清河村"), required=True),
            Field("county", self.tr("县（市、区）"), LineEdit(longest=60)),
            Field("town", self.tr("乡镇（街道）"), LineEdit(longest=60)),
        ]
        self.region = RegionHint(self._fields[0], self._fields[2], self._fields[3], self)
        self.pack: Field | None = None
        self._phone = Field("phone", self.tr("村委会电话"), LineEdit(longest=60), hint=self.tr("印在通知单上"))
        self.county_key = Field(
            "county_key",
            self.tr("县级公钥"),
            LineEdit(longest=400),
            hint=self.tr("县里给的 age1 开头的一行；没有可以先空着"),
        )
        self.joins = CheckBox(self.tr("本村已有一台电脑，这是另一台（资料由县里的回执带来）"))
        self.joins.setObjectName("joinsVillage")
        self.key_button = Button("countyKeyFile", self.tr("从文件读取…"), icon_name="folder-open")
        self.key_button.clicked.connect(self._choose_file)
        self.column.addSpacing(theme.px(4))

    def set_packs(self, packs: Sequence[PackChoice]) -> None:
        """Take in the packs and build the form."""
        self.pack = Field(
            "pack", self.tr("政策包"), pack_combo(packs), hint=self.tr("本村待遇按哪份文件算"), required=True
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addWidget(self.county_key)
        column.addWidget(self.key_button, 0, Qt.AlignmentFlag.AlignLeft)
        grid = FieldGrid([*self._fields, self.pack, self._phone, holder], columns=2, wide=[holder])
        self.column.addWidget(grid)
        self.column.addWidget(self.joins)
        self.column.addStretch(1)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in the order of the keys."""
        pack = () if self.pack is None else (self.pack,)
        return (*self._fields, *pack, self._phone, self.county_key)

    @property
    def entry(self) -> VillageEntry:
        """What was typed; raises UserError beside the first field that must not be empty."""
        from clerk_app.services.accounts import VillageEntry  # noqa: PLC0415 - services cost a second of start-up

        raw = {field.name: field.editor.raw.strip() for field in self.fields}
        if not raw["code"]:
            raise UserError("请填写村代码：12 位数字，如 532325100201。", field="code")
        if not raw["name"]:
            raise UserError("请填写村名。", field="name")
        if not raw["pack"]:
            raise UserError("请选择本村适用的政策包。", field="pack")
        return VillageEntry(**raw, joining=self.joins.isChecked())

    @Slot()
    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选择县里给的公钥文件"), str(Path.home()))
        if chosen:
            self.key_file_chosen.emit(Path(chosen))


class ClerkStep(Step):
    """The clerk's name and password."""

    name = "clerk"

    def __init__(self) -> None:
        super().__init__(
            self.tr("经办人和密码"), self.tr("以后每次打开程序，用这个密码登录。其他经办人可以在“设置”里再加。")
        )
        self.clerk = Field("clerk", self.tr("经办人姓名"), LineEdit(longest=80), width=260, required=True)
        self.passwords = PasswordFields()
        self.column.addWidget(self.clerk)
        self.column.addWidget(self.passwords)
        self.column.addStretch(1)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Name and both passwords."""
        return (self.clerk, *self.passwords.fields)

    @property
    def answer(self) -> tuple[str, str]:
        """Name and password; raises UserError beside the field that is missing or differs."""
        name = self.clerk.editor.raw.strip()
        if not name:
            raise UserError("请填写经办人姓名。", field="clerk")
        return name, self.passwords.value


class MakingStep(Step):
    """How far the making is."""

    name = "making"

    def __init__(self) -> None:
        super().__init__(self.tr("正在建立"), self.tr("正在生成密钥和加密的数据库，请稍候。"))
        self.bar = QProgressBar()
        self.bar.setObjectName("wizardProgress")
        self.bar.setAccessibleName(self.tr("建立进度"))
        self.bar.setTextVisible(False)
        self.count = QLabel()
        self.count.setObjectName("wizardCount")
        self.count.setProperty("role", "hint")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.count)
        self.column.addStretch(1)

    def start_anew(self) -> None:
        """Show that something is going on, not yet how far."""
        self.bar.setRange(0, 0)
        self.count.clear()

    def tell(self, done: int, total: int) -> None:
        """Show how many households of the demo are made."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(self.tr("演示住户 {done} / {total}").format(done=done, total=total))
