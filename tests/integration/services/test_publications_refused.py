"""What a village refuses of what comes in a county's name, and what counts as older or the same."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from clerk_app.domain.publication import PublicationKind
from clerk_app.errors import SituationError, UserError
from clerk_app.exchange.packet import build_packet
from clerk_app.exchange.publications import (
    CONTENT,
    PUBLICATION,
    Content,
    PackContent,
    ParametersContent,
    Published,
    RegionsContent,
    content_bytes,
    publication_bytes,
)
from clerk_app.exchange.seal import new_signing_key
from clerk_app.services.answers import ALREADY, IMPORTED, OLDER, REFUSED, import_packets
from clerk_app.services.county import CountyWorkspace, packet_head
from clerk_app.services.county_answer import write_answers
from clerk_app.services.county_in_force import withdraw
from clerk_app.services.county_publish import VALID_DAYS, publish
from clerk_app.services.publication_decision import accept_publication, decline_publication
from clerk_app.services.publication_drafts import list_draft, pack_draft
from clerk_app.services.publication_trial import try_publication
from clerk_app.services.publications import (
    State,
    list_publications,
    open_publication,
    waiting_publications,
)
from clerk_app.services.rules import rules_on
from clerk_app.services.workspace import Workspace
from clerk_app.storage import county as rows
from tests.builders import DAY, FixedClock, resident_number
from tests.county_builders import VILLAGES, Exchange, village_at
from tests.publication_builders import FROM, accepted, bring, pack_folder, parameters, people_list


def test_same_packet_twice_changes_nothing(joined: Exchange, village: Workspace, tmp_path: Path) -> None:
    stick = joined.fresh_stick()
    publish(joined.county, stick, parameters(tmp_path), from_on=FROM)
    first, second = (import_packets(village, (stick,))[0] for _ in range(2))
    assert (first.status, second.status, second.reason.text) == (IMPORTED, ALREADY, "这份来文已经收到过。")
    assert len(list_publications(village)) == 1


def test_older_number_of_the_same_kind_is_refused_and_one_of_another_kind_is_not(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    old, new = joined.fresh_stick(), joined.fresh_stick()
    (first,) = publish(joined.county, old, parameters(tmp_path), from_on=FROM)
    (pack,) = publish(joined.county, old, pack_draft(pack_folder(tmp_path)), from_on=FROM)
    publish(joined.county, new, parameters(tmp_path), from_on=FROM)
    assert import_packets(village, (new,))[0].status == IMPORTED
    (named,) = import_packets(village, (first.path,))
    assert (named.status, "比已收到的第" in named.reason.text) == (REFUSED, True)
    found = {each.file: each.status for each in import_packets(village, (old,))}
    assert found == {first.path.name: OLDER, pack.path.name: IMPORTED}
    assert len(list_publications(village)) == 2


def test_list_of_another_name_is_not_older(joined: Exchange, village: Workspace, tmp_path: Path) -> None:
    path = people_list(tmp_path, f"甲,{resident_number(date(1950, 1, 1))},集中")
    old, new = joined.fresh_stick(), joined.fresh_stick()
    publish(joined.county, old, list_draft(path, "特困人员名单", DAY), from_on=FROM)
    publish(joined.county, new, list_draft(path, "残疾人名单", DAY), from_on=FROM)
    assert [import_packets(village, (stick,))[0].status for stick in (new, old)] == [IMPORTED, IMPORTED]


def test_answers_and_publications_do_not_make_each_other_old(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    early, late = joined.fresh_stick(), joined.fresh_stick()
    write_answers(joined.county, early)
    publish(joined.county, late, parameters(tmp_path), from_on=FROM)
    assert import_packets(village, (late,))[0].status == IMPORTED
    assert import_packets(village, (early,))[0].status == IMPORTED


def test_expired_publication_is_neither_taken_in_nor_accepted(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    stick = joined.fresh_stick()
    publish(joined.county, stick, parameters(tmp_path), from_on=DAY)
    assert import_packets(village, (stick,))[0].status == IMPORTED
    tried = try_publication(village, list_publications(village)[0].ref)
    assert tried.row.expires_on == DAY + timedelta(days=VALID_DAYS)
    clock.day = DAY + timedelta(days=VALID_DAYS + 1)
    assert import_packets(village, (stick,))[0].status == ALREADY  # it came in time, and the stick still lies there
    (row,) = list_publications(village)
    assert (row.state, row.words) == (State.EXPIRED, "已过期，没有接收")
    assert waiting_publications(village) == ()
    with pytest.raises(UserError, match="过期"):
        accept_publication(village, tried)
    publish(joined.county, stick, parameters(tmp_path), from_on=DAY)
    newest = max(stick.iterdir(), key=lambda path: int(path.stem.rsplit("-", 1)[1]))
    clock.day += timedelta(days=VALID_DAYS + 2)
    (late,) = import_packets(village, (newest,))
    last = DAY + timedelta(days=VALID_DAYS + 1 + VALID_DAYS)
    assert (late.status, f"这份来文已在 {last} 过期" in late.reason.text) == (REFUSED, True)
    assert decline_publication(village, row.ref, "过期了").state is State.DECLINED


def test_publication_that_comes_after_it_was_taken_back_says_so(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    late, stick = joined.fresh_stick(), joined.fresh_stick()
    (written,) = publish(joined.county, late, parameters(tmp_path), from_on=FROM)
    withdraw(joined.county, written.ref, "写错")
    write_answers(joined.county, stick)
    import_packets(village, (stick,))
    (came,) = import_packets(village, (late,))
    assert (came.status, came.reason.text) == (
        IMPORTED,
        "县里已收回这份来文，不能接收：不用办，等县里的新来文。",
    )
    assert waiting_publications(village) == ()


def forged(
    county: CountyWorkspace, village: Workspace, content: Content, kind: str = "parameters", *, code: str = VILLAGES[0],
    key: bytes | None = None, **values: object,
) -> bytes:  # fmt: skip
    """Return a packet as the county could have written it, with something about it that is wrong."""
    head = Published(kind=PublicationKind.PARAMETERS, epoch=1, number=90, title="本地标准", from_on=FROM, to_on=None)
    contents = {PUBLICATION: publication_bytes(head), CONTENT: content_bytes(content)}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    with county.store.reading() as session:
        (row,) = [each for each in rows.villages(session) if each.code == code]
    manifest = packet_head(county, kind, row, (1, 91), documents=digests, **values)
    files = {digests[name]: data for name, data in contents.items()}
    recipients = (village.store.install.age_recipient,)
    return build_packet(manifest, (), files, key or county.store.county.signing_key, recipients).data


def test_number_of_another_content_is_refused_with_what_to_do(joined: Exchange, village: Workspace) -> None:
    path = joined.fresh_stick() / "restored-1.clerk"
    for value, status in (("430.00", IMPORTED), ("440.00", REFUSED)):
        path.write_bytes(forged(joined.county, village, ParametersContent({"medical_premium": value})))
        (one,) = import_packets(village, (path,))
        assert one.status == status
    assert "县里再发一次" in one.reason.text


def test_publication_does_not_keep_a_laptop_behind(joined: Exchange, village: Workspace, tmp_path: Path) -> None:
    joined.round(village)
    install = village.store.install.id
    with joined.county.store.reading() as session:
        before = rows.last_sent(session, install)
    bring(joined, village, parameters(tmp_path))
    with joined.county.store.reading() as session:
        assert rows.last_sent(session, install) == before, "only answers are confirmed as seen"


def offered(exchange: Exchange, village: Workspace, data: bytes) -> str:
    """Return why the village refuses a packet whole."""
    path = exchange.fresh_stick() / "offered-1.clerk"
    path.write_bytes(data)
    (one,) = import_packets(village, (path,))
    assert one.status == REFUSED
    assert list_publications(village) == ()
    return one.reason.text


def test_packet_that_is_not_right_is_refused_whole_with_its_sentence(
    joined: Exchange, village: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    county, good = joined.county, ParametersContent({"medical_premium": "430.00"})
    other = village_at(tmp_path / "other", VILLAGES[1], "石桥村", clock)
    joined.join(other, VILLAGES[1], "石桥村")
    assert "不认识这份文件的发送方" in offered(joined, village, forged(county, village, good, key=new_signing_key()))
    assert "是发给“石桥村”" in offered(joined, village, forged(county, village, good, code=VILLAGES[1]))
    assert "密钥" in offered(joined, village, forged(county, other, good))
    assert "本版本不认识" in offered(joined, village, forged(county, village, good, "weather"))
    assert "看不懂" in offered(joined, village, forged(county, village, good, "policy-pack"))
    unknown = ParametersContent({"no_such_value": "1.00"})
    assert "no_such_value" in offered(joined, village, forged(county, village, unknown))
    assert "本版本用不了" in offered(joined, village, forged(county, village, unknown))
    newer = PackContent((("yaoan", 'format = 2\nid = "yaoan"\n'),))
    assert "本版本用不了" in offered(joined, village, forged(county, village, newer, "policy-pack"))
    base = PackContent((("national", (Path(__file__).parents[3] / "resources/policies/national/pack.toml").read_text("utf-8")),))  # fmt: skip
    assert "底本" in offered(joined, village, forged(county, village, base, "policy-pack"))
    data = forged(county, village, good)
    assert offered(joined, village, data[: len(data) // 2])
    assert offered(joined, village, data[:-5] + bytes(5))
    nobody = forged(county, village, RegionsContent(()), "region-codes")
    assert "看不懂" in offered(joined, village, nobody)
    other.close()


def test_content_that_changed_in_the_database_is_never_used(
    joined: Exchange, village: Workspace, tmp_path: Path
) -> None:
    came = bring(joined, village, parameters(tmp_path), from_on=DAY)
    with village.store.writing() as connection:
        connection.execute(text("UPDATE received_publication SET content = replace(content, '430', '930')"))
    with pytest.raises(SituationError, match="校验值"):
        open_publication(village, str(came.number))
    with village.store.writing() as connection:
        connection.execute(text("UPDATE received_publication SET content = replace(content, '930', '430')"))
    accepted(village, came.number)
    with village.store.writing() as connection:
        connection.execute(text("UPDATE publication SET content = replace(content, '430', '930')"))
    with pytest.raises(SituationError, match="校验值"):
        rules_on(village, DAY)
