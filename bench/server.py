# SPDX-License-Identifier: Apache-2.0
"""The server beside its limits, in one run: a board, one document from upload to findings, many through the queue.

Everything happens in this process (the last part starts two of jobs), in an installation of its own in a temporary
folder, with the settings of the database as they are served. Not here: the network, the browser.

``python -m bench.server [DOCUMENTS]``
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time

from bench.parts import board, intake, workers
from bench.parts.installation import set_up

DOCUMENTS = 300


def main(documents: int = DOCUMENTS) -> None:
    """Makes the installation, measures the parts, prints."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as folder:
        set_up(folder)
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        print(f"{machine}, {time.strftime('%d/%m/%Y')}, load {load}")
        board.measure()
        intake.measure(documents)
        workers.measure(documents // 2)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
