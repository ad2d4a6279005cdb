"""How the grid shares the page with what stands round it: where there is little room, the grid has it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from clerk_app.ui.pages.contributions.bars import SeasonBar
from clerk_app.ui.pages.contributions.grid import SeasonGrid
from clerk_app.ui.pages.contributions.grid_model import SeasonTable
from clerk_app.ui.pages.contributions.payer_totals import PayerTotals
from clerk_app.ui.pages.contributions.person_panel import PersonPanel
from clerk_app.ui.theme import current_theme
from clerk_app.ui.widgets.command_row import CommandRow

_SIDE = 172
_NARROW = 1040
_TIGHT = 720
_LEAST_GRID = 130


class SeasonBody(QWidget):
    """``above`` in order, then the grid with the panel beside it, then the totals. The panel comes back when it is wanted."""

    def __init__(
        self,
        bar: SeasonBar,
        above: Iterable[QWidget],
        *,
        grid: SeasonGrid,
        model: SeasonTable,
        panel: PersonPanel,
        totals: PayerTotals,
    ) -> None:
        super().__init__()
        theme = current_theme()
        self._bar = bar
        self._grid = grid
        self._model = model
        self._panel = panel
        self._totals = totals
        self._is_narrow: bool | None = None
        self._is_tight: bool | None = None
        self._has_panel = {False: True, True: False}
        split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        split.setSpacing(theme.px(12))
        split.addWidget(grid, 1)
        split.addWidget(panel)
        panel.setFixedWidth(theme.px(_SIDE))
        grid.setMinimumHeight(theme.px(_LEAST_GRID))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in above:
            column.addWidget(widget)
        column.addLayout(split, 1)
        column.addWidget(totals)
        bar.panel_wanted.connect(self._show_panel)

    def fit(self, width: int, commands: CommandRow) -> bool:
        """Arrange everything for a page of this width; say whether anything changed."""
        theme = current_theme()
        is_narrow, is_tight = width < theme.px(_NARROW), width < theme.px(_TIGHT)
        if (is_narrow, is_tight) == (self._is_narrow, self._is_tight):
            return False
        self._is_narrow, self._is_tight = is_narrow, is_tight
        self._bar.set_narrow(commands, is_narrow=is_narrow, is_tight=is_tight)
        self._totals.set_narrow(is_narrow=is_narrow)
        self._model.has_totals = not is_narrow
        self._grid.show_totals()
        self._bar.panel.setChecked(self._has_panel[is_narrow])
        self._panel.setVisible(self._has_panel[is_narrow])
        return True

    @Slot(bool)
    def _show_panel(self, is_wanted: bool) -> None:
        self._has_panel[bool(self._is_narrow)] = is_wanted
        self._panel.setVisible(is_wanted)
