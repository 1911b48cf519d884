# SPDX-License-Identifier: Apache-2.0
"""The fuzzer of ``make fuzz``: one target in this process, led by the branches that an input takes (atheris).

``python -m tests.fuzz TARGET FOLDER [options of libFuzzer, such as -runs=20000]``. An input that breaks a law, or takes
far more time than its size allows, is written into FOLDER; copied to ``tests/fuzz/found/TARGET/`` it becomes a test.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tiendo"]):
    from tests.fuzz.targets import SEEDS, TARGETS
    from tiendo.read.files.pdf import scan

#: CPU seconds that any input may take, and what each of its bytes adds. A thousand times the usual: what a pattern
#: that backtracks takes is more.
_ANY_INPUT, _PER_BYTE = 5.0, 0.005
#: Inputs of a page at once, not short ones first: figures relate over sentences.
_USUAL = ("-len_control=0", "-max_len=2000", "-timeout=120")


def _timed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        start = time.process_time()
        target(data)
        took = time.process_time() - start
        if took > _ANY_INPUT + _PER_BYTE * len(data):
            raise TimeoutError(f"{len(data)} bytes took {took:.1f} s")

    return run


def main() -> None:
    """Set the fuzzer out from the seeds and what the folder already holds; it ends the process itself."""
    scan.is_available = lambda: False  # optical recognition is another program
    name, folder, *options = sys.argv[1:]
    corpus = Path(folder) / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    where = f"-artifact_prefix={corpus.parent}/{name}-"
    atheris.Setup([sys.argv[0], *_USUAL, where, *options, str(corpus)], _timed(TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
