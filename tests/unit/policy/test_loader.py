"""A pack that breaks the format is refused with a sentence that names the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk_app.errors import UserError
from clerk_app.policy.loader import find_pack, load_pack, load_texts, pack_ids, pack_texts

HEAD = 'format = 1\nid = "county"\nextends = "national"\ntitle = "某县"\nregion = "999900"\ndocument = "某政〔2019〕1号"\nversion = "1"\n'
SUM = """
[[rule]]
id = "XX-B2"
code = "pension.extra_subsidy"
shape = "fixed_sum"
clause = "一"
says = "每年补30元。"
unit = "元/年"
"""
DUTY = '\n[[rule]]\nid = "XX-I1"\nshape = "duty"\nclause = "一"\nsays = "要有台账。"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def refused(root: Path, text: str, name: str = "county") -> str:
    (root / name).mkdir(exist_ok=True)
    (root / name / "pack.toml").write_text(text, "utf-8")
    with pytest.raises(UserError) as error:
        load_pack(name, root)
    return error.value.message


def test_pack_when_it_follows_the_format_is_read(root: Path) -> None:
    (root / "county").mkdir()
    (root / "county" / "pack.toml").write_text(HEAD + SUM + 'periods = [{ amount = "30.00" }]\n' + DUTY, "utf-8")
    pack = load_pack("county", root)
    assert [rule.id for rule in pack.rules if rule.pack == "county"] == ["XX-B2", "XX-I1"]
    assert pack_ids(root) == ("county",)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("format = ", "读不了"),
        ("format = 2\n", "format"),
        ("format = true\n", "format"),
        (HEAD.replace('"county"', '"other"') + DUTY, "同名"),
        (HEAD.replace('title = "某县"\n', "") + DUTY, "缺少“title”"),
        (HEAD.replace('"某县"', '" "') + DUTY, "不为空"),
        (HEAD.replace('"某县"', "7") + DUTY, "不为空"),
        (HEAD + 'county = "x"\n' + DUTY, "不认识“county”"),
        (HEAD, "缺少“rule”"),
        (HEAD + "rule = []\n", "小表的列表"),
        (HEAD + "rule = [1]\n", "小表的列表"),
        (HEAD.replace('"national"', '"nowhere"') + DUTY, "没有名为“nowhere”"),
        (HEAD.replace('"national"', '"No Where"') + DUTY, "只能用小写"),
        (HEAD.replace('"national"', '"county"') + DUTY, "绕了一圈"),
        (HEAD.replace('extends = "national"\n', "") + DUTY, "要有且只有一条“tiers”"),
        (HEAD + DUTY + DUTY, "用了两次"),
        (HEAD + DUTY.replace("XX-I1", "NA-B1"), "用了两次"),
        (HEAD + DUTY + 'replaces = ["NA-Z9"]\n', "NA-Z9"),
        (HEAD + DUTY + 'replaces = ["NA-T1"]\n', "要有且只有一条“tiers”"),
        (HEAD + DUTY + "replaces = []\n", "列表"),
        (HEAD + DUTY + 'replaces = [""]\n', "空的"),
        (HEAD + DUTY.replace('clause = "一"\n', ""), "缺少“clause”"),
        (HEAD + DUTY.replace('says = "要有台账。"\n', ""), "缺少“says”"),
        (HEAD + DUTY.replace('"duty"', '"wish"'), "没有“wish”这种规则形状"),
        (HEAD + DUTY.replace('shape = "duty"\n', ""), "缺少“shape”"),
        (HEAD + DUTY + 'when = { sex = "female" }\n', "不认识“when”"),
        (HEAD + SUM, "缺少“periods”"),
        (HEAD + SUM.replace('unit = "元/年"\n', "") + 'periods = [{ amount = "30.00" }]\n', "缺少“unit”"),
        (HEAD + SUM.replace("元/年", "元/天") + 'periods = [{ amount = "30.00" }]\n', "“unit”不能是"),
        (HEAD + SUM.replace("pension.extra_subsidy", "pension.gift") + 'periods = [{ amount = "30.00" }]\n', "code"),
        (HEAD + SUM + "periods = [{ amount = 30.0 }]\n", "带引号"),
        (HEAD + SUM + "periods = [{ amount = 30 }]\n", "带引号"),
        (HEAD + SUM + 'periods = [{ amount = "30" }]\n', "带引号"),
        (HEAD + SUM + 'periods = [{ amount = "-30.00" }]\n', "带引号"),
        (HEAD + SUM + 'periods = [{ amount = "30.00", until = 2019-01-01 }]\n', "不认识“until”"),
        (HEAD + SUM + 'periods = [{ from = "2019-01-01", amount = "30.00" }]\n', "应是日期"),
        (HEAD + SUM + 'periods = [{ from = 2019-01-01T00:00:00, amount = "30.00" }]\n', "应是日期"),
        (HEAD + SUM + 'periods = [{ from = 2019-02-01, to = 2019-01-31, amount = "30.00" }]\n', "止日早于起日"),
        (
            HEAD + SUM + 'periods = [{ to = 2019-01-31, amount = "30.00" }, { from = 2019-01-31, amount = "1.00" }]\n',
            "重叠",
        ),
        (
            HEAD + SUM + 'periods = [{ to = 2019-01-31, amount = "30.00" }, { from = 2019-02-02, amount = "1.00" }]\n',
            "缺了一段",
        ),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }, { from = 2019-02-02, amount = "1.00" }]\n', "重叠"),
        (HEAD + SUM + 'periods = [{ to = 2019-02-02, amount = "30.00" }, { amount = "1.00" }]\n', "重叠"),
        (HEAD + SUM + 'from = 2019-01-01\nperiods = [{ amount = "30.00" }]\n', "写在 periods 里"),
        (HEAD + SUM + 'raised_by = "dibao_standard"\nperiods = [{ amount = "30.00" }]\n', "raised_by"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { colour = "red" }\n', "没有“colour”这种条件"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = 5\n', "小表"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { age = { form = 60 } }\n', "不认识“form”"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { age = { from = 60, to = 59 } }\n', "之间的整数"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { can_contribute = false }\n', "只能写 true"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { contributes = false }\n', "只能写 true"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { dead = false }\n', "只能写 true"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { rural_contract = false }\n', "只能写 true"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { receiving = 1 }\n', "true 或 false"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { disability = [] }\n', "整数的列表"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { disability = [5] }\n', "之间的整数"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { pension_scheme = ["civil"] }\n', "civil"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = { identity = { code = "rich" } }\n', "rich"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nwhen = {}\n', "人人都符合"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\ngroups = [{ identity = "dibao" }, {}]\n', "人人都符合"),
        (HEAD + DUTY + "from = 2019-02-01\nto = 2019-01-31\n", "止日早于起日"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nneeds = ["stamp"]\n', "stamp"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nsubject = "village"\n', "village"),
        (
            HEAD + SUM + 'periods = [{ amount = "30.00" }]\nsubject = "household"\nwhen = { sex = "female" }\n',
            "整户的条件",
        ),
        (
            HEAD + SUM + 'periods = [{ amount = "30.00" }]\nsubject = "household"\ngroups = [{ identity = "dibao" }]\n',
            "整户的条件",
        ),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\ndetail = { rate = 0.5 }\n', "文字、整数或"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nshares = { clause = "一", parts = {} }\n', "分担方"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nshares = { clause = "一", parts = { moon = 1 } }\n', "分担方"),
        (HEAD + SUM + 'periods = [{ amount = "30.00" }]\nshares = { parts = { city = 1 } }\n', "缺少“clause”"),
        (HEAD + SUM.replace("fixed_sum", "same_as") + 'of = "pension.gift"\n', "参照的"),
        (
            HEAD
            + SUM.replace("fixed_sum", "seniority_percent")
            + 'of = "pension.gift"\nperiods = [{ above = 15, percent = 1, cap = 10 }]\n',
            "参照的",
        ),
        (
            HEAD
            + SUM.replace("fixed_sum", "tier_table")
            + 'periods = [{ rows = [{ tier = "100.00", amount = "1.00" }, { tier = "100.00", amount = "2.00" }] }]\n',
            "写了两次",
        ),
        (
            HEAD
            + SUM.replace("fixed_sum", "tier_bands")
            + 'periods = [{ bands = [{ from_tier = "500.00", amount = "1.00" }, { from_tier = "0.00", amount = "2.00" }] }]\n',
            "从低到高",
        ),
        (
            HEAD
            + SUM.replace("fixed_sum", "stepped")
            + 'periods = [{ base = "1.00", above = "1.00", step = "0.00", add = "1.00", cap = "9.00" }]\n',
            "不能是零",
        ),
        (
            HEAD
            + DUTY.replace('"duty"', '"tiers"')
            + 'unit = "元/年"\nperiods = [{ amounts = ["200.00", "100.00"] }]\n',
            "从低到高",
        ),
        (HEAD + DUTY.replace('"duty"', '"tiers"') + 'unit = "元/年"\nperiods = [{ amounts = [] }]\n', "金额的列表"),
        (HEAD + DUTY.replace('"duty"', '"disregard"') + 'periods = [{ kinds = ["luck"] }]\n', "luck"),
        (
            HEAD
            + DUTY.replace('"duty"', '"disregard"')
            + 'periods = [{ kinds = ["wage"] }, { from = 2019-01-01, kinds = ["wage", "other"] }]\n',
            "重叠",
        ),
        (
            HEAD
            + DUTY.replace('"duty"', '"disregard"')
            + 'periods = [{ from = 2019-02-01, to = 2019-01-01, kinds = ["wage"] }]\n',
            "止日早于起日",
        ),
        (HEAD + DUTY.replace('"duty"', '"dibao_entry"') + "from = 2019-01-01\n", "periods"),
    ],
)
def test_pack_when_it_breaks_the_format_is_refused(root: Path, text: str, part: str) -> None:
    message = refused(root, text)
    assert part in message
    assert "county" in message or "绕了" in message or "nowhere" in message or "No Where" in message


def test_pack_when_not_text_is_refused(root: Path) -> None:
    (root / "county").mkdir()
    (root / "county" / "pack.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="读不了"):
        load_pack("county", root)


def test_disregard_when_kinds_overlap_only_in_other_days_is_read(root: Path) -> None:
    periods = (
        'periods = [{ to = 2018-12-31, kinds = ["wage"] }, { from = 2019-01-01, to = 2019-06-30, kinds = ["wage"] }]\n'
    )
    (root / "county").mkdir()
    (root / "county" / "pack.toml").write_text(HEAD + DUTY.replace('"duty"', '"disregard"') + periods, "utf-8")
    assert load_pack("county", root).rules[0].shape == "disregard"


def test_base_when_in_the_same_folder_is_preferred(root: Path) -> None:
    base = (Path(__file__).parents[3] / "resources" / "policies" / "national" / "pack.toml").read_text("utf-8")
    (root / "national").mkdir()
    (root / "national" / "pack.toml").write_text(base.replace('"全国通用"', '"试验底本"') + DUTY, "utf-8")
    (root / "county").mkdir()
    (root / "county" / "pack.toml").write_text(HEAD + DUTY.replace("XX-I1", "XX-I2"), "utf-8")
    assert {rule.id for rule in load_pack("county", root).rules} >= {"XX-I1", "XX-I2", "NA-B1"}
    assert pack_ids(root) == ("county",)


# packs that are not the program's own


def test_pack_is_found_by_its_id_or_its_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "county").mkdir()
    (root / "county" / "pack.toml").write_text(HEAD + DUTY, "utf-8")
    found = find_pack(str(root / "county"))
    assert (found.id, found.extends) == ("county", "national")
    monkeypatch.chdir(root)
    assert find_pack("county") is find_pack("./county")
    assert find_pack("yaoan").region == "532325"
    for wanted in ("nowhere", str(root), "a\0b", ""):
        with pytest.raises(UserError, match="政策包"):
            find_pack(wanted)


def test_texts_mean_the_same_as_the_folder_they_came_from(root: Path) -> None:
    for name, above in (("county", "province"), ("province", "national")):
        (root / name).mkdir()
        text = HEAD.replace('"county"', f'"{name}"').replace('"national"', f'"{above}"') + DUTY.replace(
            "XX-", f"{name}-"
        )
        (root / name / "pack.toml").write_text(text, "utf-8")
    texts = pack_texts("county", root)
    assert [name for name, _ in texts] == ["county", "province", "national"]
    assert [rule.id for rule in load_texts(texts).rules] == [rule.id for rule in load_pack("county", root).rules]
    alone = load_texts((texts[1],))
    assert alone.extends == "national", "what is not among the texts is the program's own"
    with pytest.raises(UserError, match="没有名为“province”"):
        load_texts((texts[0],))
    with pytest.raises(UserError, match="读不了"):
        load_texts((("county", "format ="),))
    assert [name for name, _ in pack_texts("yaoan")] == ["yaoan", "national"]
