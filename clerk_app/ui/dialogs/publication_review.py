"""What the county published, tried out before anybody decides: the dry run, and under it accept and decline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from clerk_app.ui.context import Changed, Context
from clerk_app.ui.dialogs.policy_dry_run import PolicyDryRunDialog
from clerk_app.ui.dialogs.publication_decline import PublicationDeclineDialog
from clerk_app.ui.models.record_table import Column, RecordTable
from clerk_app.ui.pages.settings.local_words import local_word
from clerk_app.ui.pages.settings.publication_words import may_be_accepted, standing_words, whole_standing
from clerk_app.ui.tasks import Progress
from clerk_app.ui.texts import term
from clerk_app.ui.theme import Tone, current_theme
from clerk_app.ui.widgets.buttons import Button, PrimaryButton
from clerk_app.ui.widgets.empty_state import EmptyState
from clerk_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from clerk_app.services.publication_trial import DryRun, ListedPerson
    from clerk_app.services.publications import PublicationRow
    from clerk_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One thing that a list or a table of codes would tell: what it is about, and what to know of it."""

    what: str
    place: str
    name: str
    number: str
    told: str


class PublicationReviewDialog(PolicyDryRunDialog):
    """Runs the dry run at once, shows it, and takes the decision. ``is_decided`` says whether one was taken."""

    @classmethod
    def review(cls, parent: QWidget | None, context: Context, row: PublicationRow) -> bool:
        """Show the dialog and say whether something was decided."""
        dialog = cls(context, row, parent)
        dialog.exec()
        is_decided = dialog.is_decided
        dialog.deleteLater()
        return is_decided

    def __init__(self, context: Context, row: PublicationRow, parent: QWidget | None = None) -> None:
        self.row = row
        self.is_decided = False
        self._dry_run: DryRun | None = None
        super().__init__(context, "", parent)
        self.setObjectName("publicationReview")
        self.setWindowTitle(self.tr("县里来文：先看会改变什么"))

    # building

    def _choice(self) -> QHBoxLayout:
        until = "" if self.row.to_on is None else self.tr("，至 {day}").format(day=self.row.to_on)
        facts = self.tr("第 {ref} 号来文　{kind}“{title}”　{day} 起{until}").format(
            ref=self.row.ref, kind=term(self.row.kind.label), title=self.row.title, day=self.row.from_on, until=until
        )
        title = QLabel(facts)
        title.setObjectName("publicationFacts")
        title.setProperty("role", "emptyTitle")
        title.setWordWrap(True)
        self.values = QLabel()
        self.values.setObjectName("publicationValues")
        self.values.setWordWrap(True)
        self.values.hide()
        column = QVBoxLayout()
        column.setSpacing(current_theme().px(4))
        column.addWidget(title)
        if self.row.state != "waiting":
            column.addWidget(self._standing())
        column.addWidget(self.values)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        self.intro.setText(
            self.tr(
                "先看接收以后会改变什么。接收后按来文写的日期生效；那一天以前，什么都不变。谢绝要写原因，县里能看到。"
            )
        )
        return row

    def _standing(self) -> QLabel:
        """Say what was decided, or why nothing can be: a button is missing then."""
        standing = QLabel(whole_standing(self.row, self.context.workspace.today()))
        standing.setObjectName("publicationStanding")
        standing.setTextFormat(Qt.TextFormat.PlainText)
        standing.setWordWrap(True)
        return standing

    def _buttons(self) -> QHBoxLayout:
        row = super()._buttons()
        self.decline_button = Button("publicationDecline", self.tr("谢绝…"), icon_name="ban")
        self.accept_button = PrimaryButton("publicationAccept", self.tr("接收"), icon_name="check")
        row.addWidget(self.decline_button)
        row.addWidget(self.accept_button)
        self.decline_button.setVisible(self.row.state in {"waiting", "expired", "withdrawn"})
        self.accept_button.setVisible(may_be_accepted(self.row, self.context.workspace.today()))
        self.accept_button.setEnabled(False)
        return row

    def _table(self) -> QWidget:
        both = QStackedWidget()
        both.addWidget(super()._table())
        empty = EmptyState("git-compare", self.tr("正在比对…"), "")
        self.line_model: RecordTable[ReviewLine] = RecordTable(self._line_columns(), parent=self)
        self.lines: RecordView[ReviewLine] = RecordView(
            "publicationLines",
            self.line_model,
            label=self.tr("名单与登记的对照"),
            empty=empty,
            memory=self.context.memory,
        )
        both.addWidget(self.lines)
        both.setCurrentIndex(1 if self._is_table else 0)
        self.view.set_empty(self.tr("正在试算…"), "")
        return both

    @property
    def _is_table(self) -> bool:
        return self.row.kind in {"county-list", "region-codes"}

    def _line_columns(self) -> tuple[Column[ReviewLine], ...]:
        what: Column[ReviewLine] = Column("what", self.tr("情况"), lambda line: line.what, width=136)
        told: Column[ReviewLine] = Column("told", self.tr("说明"), lambda line: line.told, width=200, stretch=True)
        if self.row.kind == "region-codes":
            return (
                what,
                Column("code", self.tr("村代码"), lambda line: line.number, width=160),
                Column("village", self.tr("村名"), lambda line: line.name, width=160),
                told,
            )
        return (
            what,
            Column("place", self.tr("户编号"), lambda line: line.place, width=88),
            Column("name", self.tr("姓名"), lambda line: line.name, width=112),
            Column("number", self.tr("公民身份号码"), lambda line: line.number, width=192),
            told,
        )

    def _connect(self) -> None:
        super()._connect()
        self.accept_button.clicked.connect(self._take)
        self.decline_button.clicked.connect(self._decline)

    # running

    def begin(self) -> None:
        """Run at once: there is nothing to choose."""
        self.run()

    @Slot()
    def run(self) -> None:
        """Try the publication out."""
        self.error_strip.hide()
        self._show_running(is_running=True)
        self._work = self.context.tasks.run(
            partial(_try, self.context.workspace, self.row.ref),
            on_done=self._show_dry_run,
            on_error=self._refuse,
            on_settled=self._settle,
            progress_title=self.tr("正在试算…"),
            owner=self,
        )

    def _settle(self) -> None:
        self._work = None
        self._show_running(is_running=False)
        self.save_button.setEnabled(bool(self.model.records or self.line_model.records))
        if self._dry_run is None:
            self.view.set_empty(self.tr("试算没有做完"), self.tr("没有留下任何改动。关上窗口再打开就会重新试算。"))

    def _show_dry_run(self, tried: DryRun) -> None:
        self._dry_run = tried
        self.accept_button.setEnabled(True)
        if self._is_table:
            lines = self._lines_of(tried)
            self.lines.set_empty(self.tr("没有出入"), self.tr("与现有的完全一样。"))
            self.lines.set_records(lines)
            self.intro.hide()
            self._tell_match(tried, len(lines))
        else:
            self.view.set_empty(
                self.tr("没有一户会变"),
                self.tr("从 {day} 起，每一户的低保类别和金额都与现在一样。").format(day=tried.on),
            )
            self._show_households(tried.households)
            self._tell_values(tried)
        (self.accept_button if self.accept_button.isVisible() else self.close_button).setFocus()

    def _tell_values(self, tried: DryRun) -> None:
        words = [
            self.tr("{name}：{before} → {after}").format(
                name=local_word(value.name), before=value.before or self.tr("没有设定"), after=value.after
            )
            for value in tried.values
        ]
        if tried.rules_before != tried.rules_after:
            packs = self.tr("政策包：{before} → {after}")
            words.insert(0, packs.format(before=tried.rules_before, after=tried.rules_after))
        self.values.setText("\n".join(words))
        self.values.setVisible(bool(words))

    def _tell_match(self, tried: DryRun, lines: int) -> None:
        if tried.match is None:
            self.notice.tell(self.tr("有 {n} 个村的代码或名称与现有的不同。").format(n=lines), Tone.DUE)
            return
        words = self.tr(
            "名单上 {here} 人在本村登记，{elsewhere} 人没有登记；本村有 {missing} 人有这种身份而不在名单上。"
        )
        match = tried.match
        self.notice.tell(
            words.format(here=len(match.here), elsewhere=len(match.elsewhere), missing=len(match.missing)), Tone.DUE
        )

    def _lines_of(self, tried: DryRun) -> tuple[ReviewLine, ...]:
        if tried.match is None:
            return tuple(
                ReviewLine(
                    self.tr("新") if not region.before else self.tr("不再有") if not region.after else self.tr("改名"),
                    "",
                    region.after or region.before,
                    region.code,
                    self.tr("原名 {name}").format(name=region.before) if region.before and region.after else "",
                )
                for region in tried.regions
            )
        match = tried.match
        other = [person for person in match.here if person.is_named_otherwise]
        same = [person for person in match.here if not person.is_named_otherwise]
        return tuple(
            self._line(what, person, match.columns)
            for what, people in (
                (self.tr("姓名不同"), other),
                (self.tr("本村没有登记"), match.elsewhere),
                (self.tr("不在名单上"), match.missing),
                (self.tr("相符"), same),
            )
            for person in people
        )

    def _line(self, what: str, person: ListedPerson, columns: tuple[str, ...]) -> ReviewLine:
        told = [f"{column} {value}" for column, value in zip(columns, person.values, strict=False) if value]
        if person.is_named_otherwise:
            told.insert(0, self.tr("本村登记为 {name}").format(name=person.registered_name))
        return ReviewLine(what, person.household_number, person.name, person.id_number, "；".join(told))

    # deciding

    @Slot()
    def _take(self) -> None:
        if self._dry_run is None:
            return
        self.context.tasks.run(
            partial(_accept, self.context.workspace, self._dry_run),
            on_done=self._decided,
            on_error=self._refuse,
            changed=frozenset({Changed.VILLAGE}),
            owner=self,
            disable=(self.accept_button, self.decline_button),
        )

    def _decided(self, row: PublicationRow) -> None:
        self.is_decided = True
        words = standing_words(row, self.context.workspace.today())
        self.context.status(self.tr("第 {ref} 号来文：{words}").format(ref=row.ref, words=words))
        self.accept()

    @Slot()
    def _decline(self) -> None:
        if PublicationDeclineDialog.ask(self, self.context, self.row):
            self.is_decided = True
            self.accept()

    # giving out

    def _export_title(self) -> str:
        return self.tr("来文试算 {ref} {title}").format(ref=self.row.ref, title=self.row.title)

    def _shown_table(self) -> RecordView[Any]:
        return self.lines if self._is_table else self.view


def _try(workspace: Workspace, ref: str, progress: Progress) -> DryRun:
    from clerk_app.services.publication_trial import try_publication  # noqa: PLC0415 - services cost a second of start-up

    return try_publication(workspace, ref, progress)


def _accept(workspace: Workspace, tried: DryRun, _progress: Progress) -> PublicationRow:
    from clerk_app.services.publication_decision import accept_publication  # noqa: PLC0415 - as above

    return accept_publication(workspace, tried)
