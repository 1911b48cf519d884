# SPDX-License-Identifier: Apache-2.0
"""How fast a plain text is read completely, beside a peer that only cuts it into words.

Both take the same texts in turn, round after round; the medians are printed with the size of the machine. Then the
reader alone on texts of growing size (time and memory should grow with it), and on lines made to be hard.
"""

from __future__ import annotations

import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from tiendo.kernel.document import Document
from tiendo.read import read_document
from tiendo.read.engine.scan import scan
from tiendo.read.findings.citations import find_citations
from tiendo.read.findings.claims import find_claims
from tiendo.read.findings.directives import find_directives
from tiendo.read.findings.facts import find_facts
from tiendo.read.findings.people import find_people
from tiendo.read.link.measurements import find_measurements
from tiendo.read.link.periods.anchor import anchor_of

ROOT = Path(__file__).resolve().parent.parent
#: Annotated news texts that lie outside this repository, when they are there.
NEWS = ROOT.parent / "shared" / "eval" / "dev" / "texts"
ROUNDS = 7
SIZES_MB = (1, 4, 20)
MEGA = 1_000_000
_Found = TypeVar("_Found")
_START = "Xã Hiền Lương thu ngân sách 9 tháng đạt 12,5 tỷ đồng, bằng 75% dự toán."


def texts() -> list[str]:
    """Texts of this project: the sample reports and the annotated ones."""
    files = [*sorted((ROOT / "sample").glob("*.txt")), *sorted((ROOT / "tests" / "reading" / "texts").glob("*.txt"))]
    return [file.read_text("utf-8") for file in files]


def size(lines: list[str]) -> int:
    """Bytes in UTF-8."""
    return sum(len(text.encode()) for text in lines)


def read_all(lines: list[str]) -> Callable[[], None]:
    """The complete reading: facts, measurements, claims, directives, citations, people."""
    documents = [Document(path="b.txt", media="txt", text=text, blocks=()) for text in lines]

    def run() -> None:
        for document in documents:
            read_document(document)

    return run


def tokenize_all(lines: list[str]) -> Callable[[], None] | None:
    """The peer: underthesea's word_tokenize, which does one small part of the work."""
    try:  # not where the reader's own memory is measured
        from underthesea import word_tokenize  # noqa: PLC0415 - CONFIG: only make bench installs the peer
    except ImportError:
        return None

    def run() -> None:
        for text in lines:
            word_tokenize(text)

    return run


def seconds(run: Callable[[], None]) -> float:
    """Processor seconds of one run in this process, garbage collected before; other work on the machine counts less."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def compare(name: str, lines: list[str]) -> None:
    """Both in turn, medians over the rounds, the ratio round by round."""
    total = size(lines)
    ours, peer = read_all(lines), tokenize_all(lines)
    read_all([_START])()
    first = seconds(ours)  # after start-up; later rounds remember numbers and words of these very texts
    if peer is not None:
        peer()
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        mine.append(seconds(ours))
        if peer is not None:
            theirs.append(seconds(peer))
    print(
        f"{name}: {len(lines)} texts, {total / MEGA:.3f} MB of UTF-8, one process, {ROUNDS} rounds, medians of CPU time"
    )
    median = statistics.median(mine)
    print(f"  tiendo, complete reading      {median:8.3f} s   {total / median / MEGA:6.2f} MB/s")
    print(f"  the same, at first sight      {first:8.3f} s   {total / first / MEGA:6.2f} MB/s")
    rooms(lines)
    if not theirs:
        print("  underthesea is not installed here; make bench installs it")
        return
    other = statistics.median(theirs)
    print(f"  underthesea, word_tokenize    {other:8.3f} s   {total / other / MEGA:6.2f} MB/s")
    ratios = sorted(b / a for a, b in zip(mine, theirs, strict=True))
    print(f"  tiendo is {statistics.median(ratios):.1f} times as fast (rounds: {ratios[0]:.1f} … {ratios[-1]:.1f})")


def rooms(lines: list[str]) -> None:
    """The parts of the time: the walk of ``read_document``, room by room, medians over the rounds."""
    spent: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        gc.collect()
        now: dict[str, float] = {}
        for text in lines:
            _walk(text, now)
        for room, took in now.items():
            spent.setdefault(room, []).append(took)
    medians = {room: statistics.median(took) for room, took in spent.items()}
    whole = sum(medians.values())
    print("  of which " + ", ".join(f"{room} {100 * took / whole:.0f} %" for room, took in medians.items()))


def _walk(text: str, spent: dict[str, float]) -> None:
    def clocked(room: str, run: Callable[[], _Found]) -> _Found:
        start = time.process_time()
        found = run()
        spent[room] = spent.get(room, 0.0) + time.process_time() - start
        return found

    seen = clocked("scan", lambda: scan(text))
    facts = clocked("facts", lambda: find_facts(seen, "b.txt"))
    measurements = clocked("measurements", lambda: find_measurements(seen, anchor_of(seen, facts)))
    clocked("claims", lambda: find_claims(seen, measurements))
    clocked("directives", lambda: find_directives(seen, facts))
    clocked("citations", lambda: find_citations(seen))
    clocked("people", lambda: find_people(seen))


def hard_lines() -> Iterator[tuple[str, str]]:
    """Texts that would show a pattern that backtracks or a window that grows."""
    yield "one line of a million digits", "1" * MEGA
    yield "ten thousand nested brackets", "(" * 10_000 + "tăng 5%" + ")" * 10_000
    yield "one sentence of 2 MB", "thu ngân sách đạt 12,5 tỷ đồng, tăng 3% so với cùng kỳ, " * 20_000
    yield "one sentence of 1 MB without numbers", "tăng giảm đạt kế hoạch năm so với " * 20_000
    yield "a million commas", "," * MEGA


def grow() -> None:
    """Time and peak memory over size, each in a process of its own."""
    print("size and hard lines, one process each")
    for megabytes in SIZES_MB:
        _child(f"{megabytes} MB of the same texts", f"size:{megabytes}")
    for number, (name, _) in enumerate(hard_lines()):
        _child(name, f"hard:{number}")


def _child(name: str, what: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.read", what],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ,
        check=False,
    )
    print(f"  {name:40} {done.stdout.strip() or done.stderr.strip().splitlines()[-1]}")


def measure(what: str) -> None:
    """The child: read one large text, print seconds, rate and peak memory."""
    kind, _, value = what.partition(":")
    if kind == "size":
        once = "\n".join(texts())
        text = once * (int(value) * MEGA // len(once.encode()) + 1)
    else:
        text = [line for _, line in hard_lines()][int(value)]
    run = read_all([text])
    read_all(texts()[:1])()
    took = seconds(run)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(text.encode())
    print(f"{took:7.2f} s  {count / took / MEGA:6.2f} MB/s  peak {peak:5.0f} MB")


def main() -> None:
    """Print everything."""
    if len(sys.argv) > 1:
        measure(sys.argv[1])
        return
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {time.strftime('%d/%m/%Y')}"
    )
    compare("reports and texts of this project, full of figures", texts())
    news = [path.read_text("utf-8") for path in sorted(NEWS.glob("*.txt"))]
    if news:
        compare("news texts of the house", news)
    grow()


if __name__ == "__main__":
    main()
