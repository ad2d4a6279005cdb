"""政策包: which papers the village's entitlements are worked out by."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from clerk_app.errors import UserError
from clerk_app.ui.context import Context
from clerk_app.ui.dialogs.ask import ask
from clerk_app.ui.dialogs.wizard_steps import pack_combo
from clerk_app.ui.pages.settings.county_set import CountySet, read_county_set
from clerk_app.ui.pages.settings.village import VillageForm
from clerk_app.ui.tasks import Progress
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.buttons import Button
from clerk_app.ui.widgets.field import Field, FieldSet

if TYPE_CHECKING:
    from clerk_app.domain.household import Village
    from clerk_app.services.first_run import PackChoice


class PackSection(VillageForm):
    """The choice of a pack, with its document and version; changing it asks first."""

    name = "settingsPack"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("政策包"),
            self.tr("补贴、代缴、低保类别和复核周期都按这里选的文件算。换了政策包，以前已经记下的结果不会改变。"),
            parent,
        )
        self._packs: dict[str, PackChoice] = {}
        self._field: Field | None = None
        self._is_by_county = False
        self._facts: dict[str, QLabel] = {}
        self._form = QFormLayout()
        theme = current_theme()
        self._form.setHorizontalSpacing(theme.px(24))
        self._form.setVerticalSpacing(theme.px(10))
        for name, word in (("document", self.tr("依据文件")), ("version", self.tr("版本"))):
            label = QLabel(word)
            label.setProperty("role", "label")
            value = QLabel()
            value.setObjectName(f"pack_{name}")
            self._facts[name] = value
            self._form.addRow(label, value)
        self.column.addLayout(self._form)
        self.by_county = QLabel()
        self.by_county.setObjectName("packByCounty")
        self.by_county.setWordWrap(True)
        self.by_county.hide()
        self.column.addWidget(self.by_county)
        self.try_button = Button("packTry", self.tr("先试算影响…"), icon_name="git-compare")
        self.try_button.setToolTip(self.tr("看换成这个政策包后哪些户的类别和金额会变，不改任何数据"))
        self.try_button.clicked.connect(self._try_out)
        self.column.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.start(FieldSet(parent=self))

    def reload(self, changed: frozenset[str]) -> None:
        """Read the village, and what the county has set."""
        super().reload(changed)
        workspace = self.context.workspace
        self.context.tasks.run(partial(read_county_set, workspace), on_done=self._show_county, owner=self)

    def _show_county(self, county: CountySet) -> None:
        source = county.pack_source
        self._is_by_county = source is not None
        if source is not None:
            words = self.tr(
                "现在用的是县里来文带来的政策包：{pack}。{source}。要换请县里重新发文；上面选的在来文生效以前用。"
            )
            self.by_county.setText(words.format(pack=county.pack, source=source.words))
        self.by_county.setVisible(self._is_by_county)
        self._allow_choice()

    def _allow_choice(self) -> None:
        if self._field is not None:
            self._field.editor.setEnabled(not self._is_by_county)

    def show_village(self, village: Village) -> None:
        """Show the pack, once the packs are read."""
        if self._field is None:
            self.context.tasks.run(_packs, on_done=self._take_packs, owner=self)
        else:
            self._field.editor.set_raw(village.pack)
            self._tell()

    def _take_packs(self, packs: tuple[PackChoice, ...]) -> None:
        if self._field is not None or self.village is None:
            return
        self._packs = {pack.id: pack for pack in packs}
        self._field = Field("pack", self.tr("政策包"), pack_combo(packs), width=360, required=True)
        self.column.insertWidget(1, self._field)
        self._field.editor.set_raw(self.village.pack)
        self.start(FieldSet((self._field,), self))
        self._allow_choice()
        self.fields.edited.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        pack = self._packs.get(self._field.editor.raw) if self._field is not None else None
        for name, label in self._facts.items():
            label.setText(str(getattr(pack, name)) if pack is not None else "—")

    @Slot()
    def _try_out(self) -> None:
        from clerk_app.ui.dialogs.policy_dry_run import PolicyDryRunDialog  # noqa: PLC0415 - seldom wanted

        PolicyDryRunDialog.ask(self, self.context, self._field.editor.raw if self._field is not None else "")

    def changed(self, village: Village) -> Village:
        """Return the village with this pack."""
        pack = self._field.editor.raw if self._field is not None else ""
        if not pack:
            raise UserError("请选择本村适用的政策包。", field="pack")
        return replace(village, pack=pack)

    def save(self) -> None:
        """Ask before other rules count."""
        if self.village is None or self.changed(self.village).pack == self.village.pack:
            self.saved(self.tr("政策包没有改动"))
            return
        is_sure = ask(
            self,
            self.tr("换政策包？"),
            self.tr("从现在起，待遇和低保类别按“{pack}”算，打印的表上也写这份文件。").format(
                pack=self._packs[self.changed(self.village).pack].title
            ),
            accept=self.tr("换"),
            name="packNotice",
        )
        if is_sure:
            super().save()


def _packs(_progress: Progress) -> tuple[PackChoice, ...]:
    from clerk_app.services.first_run import pack_choices  # noqa: PLC0415 - services cost a second of start-up

    return pack_choices()
