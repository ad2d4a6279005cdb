"""What the database's errors are told as, where no real one can be had at will."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DataError, OperationalError

from clerk_app.errors import UserError
from clerk_app.storage.engine import translated


class NoSuchCharacterError(Exception):
    """As a server says it."""

    sqlstate = "22P05"


def stop_while_a_server_is_at_work() -> None:
    try:
        raise KeyboardInterrupt
    finally:
        try:
            raise OperationalError("ROLLBACK", None, Exception("another command is already in progress"))
        except OperationalError as error:
            raise OperationalError("ROLLBACK", None, Exception("the same")) from error


def test_stopping_stays_stopping_though_the_server_could_not_give_back() -> None:
    with pytest.raises(KeyboardInterrupt), translated():
        stop_while_a_server_is_at_work()


def test_other_errors_are_what_they_are() -> None:
    with pytest.raises(OperationalError), translated():
        raise OperationalError("ROLLBACK", None, Exception("another command is already in progress"))
    with pytest.raises(UserError, match="不能保存"), translated():
        raise DataError("INSERT", None, NoSuchCharacterError())
