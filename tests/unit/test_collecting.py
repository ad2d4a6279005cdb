from __future__ import annotations

import gc

import pytest

from clerk_app.collecting import rare_collection


def test_collector_looks_less_often_meanwhile_and_as_before_after() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_collector_is_as_before_when_the_work_fails() -> None:
    before = gc.get_threshold()
    with pytest.raises(OSError, match="gone"), rare_collection():
        raise OSError("gone")
    assert gc.get_threshold() == before
