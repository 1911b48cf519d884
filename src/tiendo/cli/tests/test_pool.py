# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from tiendo.cli.pool import WORTH_PROCESSES, run_all
from tiendo.cli.sources import Source

# These run in other processes, so they are functions of a module.


def shout(source):
    """The first ones take longest, so they finish last."""
    if source.path == "0":
        time.sleep(0.2)
    return source.path.upper()


def die_on_bad(source):
    if source.path.startswith("bad"):
        os._exit(1)
    return source.path


def who(source):
    return os.getpid()


def lost(source):
    return f"lost {source.path}"


def sources(*names, weight=0):
    return [Source(name, weight=weight) for name in names]


def test_results_come_in_the_order_asked_for():
    names = [str(n) for n in range(40)]
    assert list(run_all(sources(*names), shout, lost, jobs=2)) == names


def test_little_work_stays_in_this_process_and_much_work_does_not():
    assert set(run_all(sources("a", "b"), who, lost)) == {os.getpid()}
    heavy = sources("a", "b", weight=WORTH_PROCESSES)
    assert os.getpid() not in set(run_all(heavy, who, lost, jobs=2))


def test_one_process_that_dies_costs_only_its_own_file():
    names = ["a", "bad", "b", "c", "bad2", "d"]
    assert list(run_all(sources(*names), die_on_bad, lost, jobs=2)) == ["a", "lost bad", "b", "c", "lost bad2", "d"]


def test_nothing_to_do_is_no_result():
    assert list(run_all([], shout, lost, jobs=2)) == []


def test_stopping_half_way_leaves_no_process_behind():
    results = run_all(sources(*"abcdefgh"), shout, lost, jobs=2)
    assert next(results) == "A"
    results.close()
    for child in multiprocessing.active_children():
        child.join(10)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_number_of_processes_does_not_change_the_result(jobs):
    assert list(run_all(sources("a", "b", "c"), shout, lost, jobs=jobs)) == ["A", "B", "C"]
