"""What a county publishes in the tests: a pack of its own, local values, lists, village codes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clerk_app.services.answers import Imported, import_packets
from clerk_app.services.county_publish import publish
from clerk_app.services.publication_decision import accept_publication
from clerk_app.services.publication_drafts import Draft, parameters_draft
from clerk_app.services.publication_trial import try_publication
from clerk_app.services.workspace import Workspace
from tests.county_builders import Exchange

FROM = date(2026, 6, 1)
PACK = """format = 1
id = "yaoan"
extends = "{extends}"
title = "楚雄州姚安县"
region = "532325"
document = "姚政发〔2026〕5号"
version = "{version}"

[[rule]]
id = "YA-X1"
code = "pension.age55_allowance"
shape = "fixed_sum"
clause = "一"
says = "七十岁以上老人每月补{amount}元。"
unit = "元/月"
when = {{ age = {{ from = 70 }} }}
periods = [{{ amount = "{amount}" }}]
"""


def pack_folder(folder: Path, *, version: str = "2026.1", amount: str = "50.00", extends: str = "national") -> Path:
    """Write a county's pack: from 70 years on so much a month."""
    made = folder / "packs" / "yaoan"
    made.mkdir(parents=True, exist_ok=True)
    (made / "pack.toml").write_text(PACK.format(version=version, amount=amount, extends=extends), encoding="utf-8")
    return made


def parameters_file(folder: Path, text: str = 'medical_premium = "430.00"\n') -> Path:
    """Write a file of local values."""
    made = folder / "parameters.toml"
    made.write_text(text, encoding="utf-8")
    return made


def parameters(folder: Path, text: str = 'medical_premium = "430.00"\n') -> Draft:
    """Return local values to publish."""
    return parameters_draft(parameters_file(folder, text))


def bring(
    exchange: Exchange,
    village: Workspace,
    draft: Draft,
    *,
    from_on: date = FROM,
    to_on: date | None = None,
    title: str = "",
) -> Imported:
    """Publish to all admitted laptops and carry the stick to the village."""
    stick = exchange.fresh_stick()
    publish(exchange.county, stick, draft, from_on=from_on, to_on=to_on, title=title)
    (one,) = [each for each in import_packets(village, (stick,)) if each.status != "skipped"]
    return one


def accepted(village: Workspace, number: int) -> str:
    """Try and accept a publication and return how it stands then."""
    return accept_publication(village, try_publication(village, str(number))).words


def people_list(folder: Path, *lines: str, heading: str = "姓名,公民身份号码,供养方式") -> Path:
    """Write a list of people as CSV; each line as the heading has it."""
    made = folder / "list.csv"
    made.write_text("\n".join((heading, *lines)) + "\n", encoding="utf-8")
    return made
