"""The families of error: a sentence with its places filled, a field, an exit status."""

from __future__ import annotations

import pytest

from clerk_app.errors import ClerkError, SituationError, UserError


@pytest.mark.parametrize(("family", "status"), [(UserError, 2), (SituationError, 3)])
def test_error_keeps_template_values_and_field(family: type[ClerkError], status: int) -> None:
    error = family("户编号“{number}”不对。", field="number", number="0{7}")
    assert (error.message, str(error)) == ("户编号“0{7}”不对。", "户编号“0{7}”不对。")
    assert (error.template, error.field, error.values) == ("户编号“{number}”不对。", "number", {"number": "0{7}"})
    assert error.exit_status == status
    assert family("没有位置").field is None
