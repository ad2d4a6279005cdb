"""恢复密钥单 as a real PDF, and the registry."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from clerk_app.printing.forms.contribution_notice import ContributionNoticeData
from clerk_app.printing.forms.household_form import HouseholdFormData
from clerk_app.printing.forms.recovery_sheet import RecoverySheetData
from clerk_app.printing.registry import FORMS, form_of, render

Reader = Callable[[bytes], Any]
KEY = "7K3MQ-2XV9A-PD41Z-8RWTE-05HNC-QG6YB-3FJ7S"
SHEET = RecoverySheetData(village="姚安县清河村", recovery_key=KEY, made_on=date(2026, 11, 21), clerk="李会计")


def test_sheet_tells_key_in_groups_and_what_it_is_for_when_printed(read: Reader) -> None:
    (text,) = read(render(SHEET)).pages
    for place, group in enumerate(KEY.split("-"), start=1):
        assert group in text
        assert f"第{place}组" in text
    assert "第8组" not in text
    for part in ("恢复密钥单", "姚安县清河村", "2026年11月21日", "李会计", "用途", "保险柜", "不得复印"):
        assert part in text


def test_sheet_takes_blanks_between_groups_when_the_key_is_written_so(read: Reader) -> None:
    spaced = RecoverySheetData(village="村", recovery_key=KEY.replace("-", " "), made_on=SHEET.made_on)
    assert "第7组" in read(render(spaced)).text


def test_sheet_data_hide_the_key_when_shown_in_a_log() -> None:
    assert "7K3MQ" not in repr(SHEET)
    assert "清河村" in repr(SHEET)


def test_registry_finds_the_form_when_given_its_data(
    form: HouseholdFormData, notice: Callable[..., ContributionNoticeData]
) -> None:
    found = [form_of(data).id for data in (form, notice(), [notice()], SHEET)]
    assert found == ["household-form", "contribution-notice", "contribution-notice", "recovery-sheet"]
    assert [one for one in FORMS.values() if one.can_be_masked] == [FORMS["household-form"]]
    assert all(one.id == key and one.title for key, one in FORMS.items())


def test_registry_loads_no_heavy_library_when_only_imported() -> None:
    code = (
        "import sys, clerk_app.printing.registry, clerk_app.printing.preview\n"
        "print([name for name in ('reportlab', 'pypdfium2', 'PIL') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
