"""One exchange in a process of its own, so that its peak memory is its own; prints JSON.

``python -m tests.bench.exchange_run take-in COUNTY_FOLDER PACKET``, or ``… export VILLAGE_FOLDER STICK``; ``… open …`` only opens it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Do it and print the seconds, the processor's seconds and the peak of memory in MB.

    What it needs is taken in here, as ``clerk`` does it: the process that reads ahead begins as its program did.
    """
    from clerk_app.services.county import open_county  # noqa: PLC0415 - see above
    from clerk_app.services.county_intake import TAKEN, take_in  # noqa: PLC0415
    from clerk_app.services.exchange import export_packet  # noqa: PLC0415
    from clerk_app.services.workspace import SystemClock  # noqa: PLC0415
    from tests.bench import population  # noqa: PLC0415
    from tests.bench.policy import peak_megabytes  # noqa: PLC0415

    what, folder, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "take-in":
        county = open_county(folder, population.PASSWORD, SystemClock())
        began, spent = time.perf_counter(), time.process_time()
        taken = take_in(county, other.name, other.read_bytes())
        took, spent = time.perf_counter() - began, time.process_time() - spent
        county.close()
        assert (taken.status, taken.applied) == (TAKEN, taken.acts), taken.troubles[:3]
        acts = taken.applied
    else:
        workspace = population.open_village(folder)
        began, spent = time.perf_counter(), time.process_time()
        acts = export_packet(workspace, other).acts if what == "export" else 0
        took, spent = time.perf_counter() - began, time.process_time() - spent
        workspace.close()
    print(json.dumps({"acts": acts, "seconds": took, "processor": spent, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main()
