"""What was typed and not saved: kept per clerk, replaced, forgotten, and no act."""

from __future__ import annotations

from clerk_app.services.accounts import add_clerk, sign_in
from clerk_app.services.drafts import discard_draft, draft_keys, load_draft, save_draft
from clerk_app.services.verification import verify
from clerk_app.services.workspace import Workspace
from tests.builders import CHEAP, PASSWORD, FixedClock


def test_draft_comes_back_as_it_was_until_it_is_dropped(workspace: Workspace) -> None:
    content = {"name": "李㛃", "age": 3, "people": [{"relation": "12"}], "empty": None}
    assert load_draft(workspace, "household/new") is None
    save_draft(workspace, "household/new", {"name": "旧"})
    save_draft(workspace, "household/new", content)
    save_draft(workspace, "dibao/1", {})
    assert load_draft(workspace, "household/new") == content
    assert draft_keys(workspace) == ("household/new", "dibao/1")
    discard_draft(workspace, "household/new")
    discard_draft(workspace, "household/new")
    assert load_draft(workspace, "household/new") is None
    assert draft_keys(workspace) == ("dibao/1",)


def test_draft_is_no_act(workspace: Workspace) -> None:
    acts = verify(workspace).acts
    save_draft(workspace, "a", {"x": 1})
    assert verify(workspace).acts == acts
    assert verify(workspace).ok


def test_draft_outlives_the_program(workspace: Workspace) -> None:
    save_draft(workspace, "a", {"x": 1})
    workspace.close()
    again = sign_in(workspace.data_dir, PASSWORD, FixedClock())
    assert load_draft(again, "a") == {"x": 1}
    again.close()


def test_draft_is_its_clerks_own(workspace: Workspace) -> None:
    add_clerk(workspace, PASSWORD, "李助", "Another-long-one-9", parameters=CHEAP)
    save_draft(workspace, "a", {"x": 1})
    other = sign_in(workspace.data_dir, "Another-long-one-9", FixedClock(), clerk="李助")
    assert (load_draft(other, "a"), draft_keys(other)) == (None, ())
    save_draft(other, "a", {"x": 2})
    discard_draft(other, "a")
    assert load_draft(workspace, "a") == {"x": 1}
    other.close()
