"""Six variables of OpenFisca's country template for so many people: ``python openfisca_run.py PEOPLE``; prints JSON.

Runs in OpenFisca's own environment, which has nothing of the program's.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np  # type: ignore[import-not-found] # only in OpenFisca's own environment
from openfisca_core.simulation_builder import SimulationBuilder  # type: ignore[import-not-found]
from openfisca_country_template import CountryTaxBenefitSystem  # type: ignore[import-not-found]

MONTH = "2018-06"
VARIABLES = (
    "basic_income",
    "pension",
    "income_tax",
    "social_security_contribution",
    "housing_allowance",
    "parenting_allowance",
)


def main() -> None:
    """Measure and print."""
    people = int(sys.argv[1])
    simulation = SimulationBuilder().build_default_simulation(CountryTaxBenefitSystem(), people)
    random = np.random.default_rng(500_000)
    births = np.datetime64("1930-01-01") + random.integers(0, 31_000, people)
    simulation.set_input("birth", "ETERNITY", births)
    simulation.set_input("salary", MONTH, random.integers(0, 5_000, people).astype(float))
    simulation.set_input("rent", MONTH, random.integers(0, 2_000, people).astype(float))
    began = time.perf_counter()
    for variable in VARIABLES:
        simulation.calculate(variable, MONTH)
    seconds = time.perf_counter() - began
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(json.dumps({"seconds": seconds, "megabytes": peak / 1024}))


if __name__ == "__main__":
    main()
