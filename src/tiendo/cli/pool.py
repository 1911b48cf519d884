# SPDX-License-Identifier: Apache-2.0
"""Many files on all cores: results in the order asked for, whatever finishes first.

What is here: chunks, processes, what happens when one dies. Not here: what is done with a file (``work``).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from tiendo.cli.sources import Source

Result = TypeVar("Result")
Chunk = Sequence[Source]

#: Below this much work (bytes of plain text) starting processes costs more than it gains.
WORTH_PROCESSES = 1_000_000
_CHUNK_WEIGHT = 500_000
_CHUNK_FILES = 32
_AHEAD = 3  # chunks per process that may wait, so memory stays bounded


def count_cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def run_all(
    sources: Sequence[Source],
    task: Callable[[Source], Result],
    crashed: Callable[[Source], Result],
    jobs: int | None = None,
) -> Iterator[Result]:
    """The result of the task for each source, in order.

    Args:
        task: a function of a module, so that it can be sent to another process; it does not raise.
        crashed: the result for a source that killed its process.
        jobs: how many processes; None: one per core when the work is worth it.
    """
    wanted = jobs or (count_cores() if sum(source.weight for source in sources) >= WORTH_PROCESSES else 1)
    if min(wanted, len(sources)) <= 1:
        yield from map(task, sources)
        return
    chunks = list(_chunks(sources, wanted))
    yield from _run_in_processes(chunks, task, crashed, min(wanted, len(chunks)))


def _chunks(sources: Iterable[Source], jobs: int) -> Iterator[Chunk]:
    sources = list(sources)
    # so small that every process gets some, and that none is left alone with the last one for long
    fair = max(1, min(_CHUNK_FILES, len(sources) // jobs))
    fair_weight = min(_CHUNK_WEIGHT, sum(source.weight for source in sources) // (jobs * _AHEAD))
    chunk: list[Source] = []
    weight = 0
    for source in sources:
        if chunk and (len(chunk) >= fair or weight + source.weight > fair_weight):
            yield chunk
            chunk, weight = [], 0
        chunk.append(source)
        weight += source.weight
    if chunk:
        yield chunk


def _executor(jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["tiendo.read", "tiendo.verify", "tiendo.cli.work"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare_process)


def _prepare_process() -> None:
    # Ctrl-C reaches the whole process group; a process in the middle of a file simply goes.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _do_chunk(task: Callable[[Source], Result], chunk: Chunk) -> list[Result]:
    return [task(source) for source in chunk]


def _run_in_processes(
    chunks: Sequence[Chunk], task: Callable[[Source], Result], crashed: Callable[[Source], Result], jobs: int
) -> Iterator[Result]:
    executor = _executor(jobs)
    waiting: deque[tuple[Chunk, Future[list[Result]]]] = deque()
    coming = iter(chunks)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (chunk := next(coming, None)) is not None:
                waiting.append((chunk, _submit(executor, task, chunk)))
            if not waiting:
                break
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                # a process died and took the pool with it: this chunk is done file by file, the others begin anew
                executor.shutdown(wait=False, cancel_futures=True)
                results = [_do_alone(source, task, crashed) for source in chunk]
                executor = _executor(jobs)
                waiting = deque((again, _submit(executor, task, again)) for again, _ in waiting)
            yield from results
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    executor.shutdown()


def _submit(executor: ProcessPoolExecutor, task: Callable[[Source], Result], chunk: Chunk) -> Future[list[Result]]:
    try:
        return executor.submit(_do_chunk, task, chunk)
    except BrokenProcessPool as error:  # it broke since we last looked
        future: Future[list[Result]] = Future()
        future.set_exception(error)
        return future


def _do_alone(source: Source, task: Callable[[Source], Result], crashed: Callable[[Source], Result]) -> Result:
    with _executor(1) as executor:
        try:
            return executor.submit(task, source).result()
        except BrokenProcessPool:
            return crashed(source)
