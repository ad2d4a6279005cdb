"""docs/policy-packs.md lists every shape, condition, code, unit and local value, and its example pack is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clerk_app.domain.codes import IdentityKind
from clerk_app.domain.income import IncomeKind
from clerk_app.policy.catalog import CODES, CONDITIONS, SHAPES
from clerk_app.policy.loader import load_pack
from clerk_app.policy.model import LOCAL_NAMES, UNITS
from clerk_app.policy.rules.shares import BEARERS

TEXT = (Path(__file__).parents[3] / "docs" / "policy-packs.md").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        *SHAPES,
        *CODES,
        *LOCAL_NAMES,
        *UNITS,
        *BEARERS,
        *(kind.value for kind in IdentityKind),
        *(kind.value for kind in IncomeKind),
    ],
)
def test_name_when_packs_may_use_it_is_in_the_page(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("name", CONDITIONS)
def test_condition_when_packs_may_use_it_is_in_the_page(name: str) -> None:
    assert re.search(rf"`{name}( = |`)", TEXT)


def test_shapes_when_listed_in_tables_all_exist() -> None:
    listed = re.findall(r"^\| `(\w+)` \|.*\|.*\|$", TEXT, re.MULTILINE)
    assert set(SHAPES) <= set(listed)


def test_example_when_copied_from_the_page_loads(tmp_path: Path) -> None:
    head, rule = re.findall(r"```toml\n(.*?)   ```", TEXT, re.DOTALL)[:2]
    (tmp_path / "qingshui").mkdir()
    (tmp_path / "qingshui" / "pack.toml").write_text(f"{head}\n{rule}", "utf-8")
    assert load_pack("qingshui", tmp_path).rules[0].id == "QS-A1"
