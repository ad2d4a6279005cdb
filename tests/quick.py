"""What makes thousands of tests quick in one process; a process of the program's own gains nothing by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.engine import Dialect

from clerk_app.security.keys import DEFAULT, Parameters
from clerk_app.storage import engine as engines


@contextmanager
def shared_statements() -> Iterator[None]:
    """Let all databases that are opened meanwhile share what SQLAlchemy compiled.

    It keeps compiled statements by engine, and each test opens engines of its own: a third of its time would go into compiling again.
    """
    dialects: dict[str, Dialect] = {}
    compiled: dict[Any, Any] = {}

    def sharing_engine(url: URL, **more: Any) -> Engine:
        engine = create_engine(url, **more)
        # The dialect is part of each statement's key; what opens the file (key, page size) stays with the pool.
        engine.dialect = dialects.setdefault(engine.dialect.name, engine.dialect)
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", sharing_engine)
        yield


@contextmanager
def password_cost(cost: Parameters) -> Iterator[None]:
    """Let a guess at a password of a key ring that is made meanwhile cost this; the ring says so itself, so any process opens it.

    The cost is written into the value itself, because functions hold it as their default.
    """
    before = replace(DEFAULT)
    _write_over(DEFAULT, cost)
    try:
        yield
    finally:
        _write_over(DEFAULT, before)


def _write_over(value: Parameters, by: Parameters) -> None:
    for each in fields(value):
        object.__setattr__(value, each.name, getattr(by, each.name))
