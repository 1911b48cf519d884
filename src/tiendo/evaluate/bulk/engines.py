# SPDX-License-Identifier: Apache-2.0
"""What runs the expression: DuckDB in this process, or Spark.

What is here: opening them. Not here: the expression, which knows neither.
"""

from __future__ import annotations

from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

#: The expression is many stages over each other. Written into one, or asked for what follows from what, they would take
#: Spark's planner minutes.
_SPARK = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.CollapseProject",
    "spark.sql.constraintPropagation.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.maxPlanStringLength": "1000",
}


class Engine(Protocol):
    """Reads files and runs expressions."""

    def read(self, path: str) -> ir.Table:
        """The table of a Parquet file."""

    def to_pyarrow(self, table: ir.Table, /) -> pa.Table:
        """The rows of a table."""

    def keep(self, table: ir.Table) -> ir.Table:
        """The same rows, worked out once and kept until nobody holds them."""


class Running:
    """An engine that Ibis has a connection to."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 (each backend of Ibis is a class of its own)
        self._connection = connection

    def read(self, path: str) -> ir.Table:
        """The table of a Parquet file."""
        return self._connection.read_parquet(path)

    def to_pyarrow(self, table: ir.Table, /) -> pa.Table:
        """The rows of a table."""
        return self._connection.to_pyarrow(table)

    def keep(self, table: ir.Table) -> ir.Table:
        """The same rows, worked out once and kept until nobody holds them."""
        return table.cache()


class RunningOnSpark(Running):
    """Spark; its rows come as Arrow, not through data frames, which know no missing truth values."""

    def __init__(self, session: Any) -> None:  # noqa: ANN401 (Spark is an extra, its types may not be there)
        super().__init__(ibis.pyspark.connect(session))
        self._session = session

    def to_pyarrow(self, table: ir.Table, /) -> pa.Table:
        """The rows of a table."""
        self._connection._run_pre_execute_hooks(table)  # small tables of ours become views; Ibis has no open way to it
        return self._session.sql(self._connection.compile(table)).toArrow()

    def keep(self, table: ir.Table) -> ir.Table:
        """The same rows, worked out once and kept until nobody holds them."""
        self._connection._run_pre_execute_hooks(table)
        return super().keep(table)


def open_duckdb() -> Running:
    """DuckDB in this process."""
    return Running(ibis.duckdb.connect())


def open_spark(master: str) -> Running:
    """Spark on a cluster; its session is made or taken over.

    Args:
        master: as Spark names it: ``local[2]``, ``spark://host:7077``, ``yarn``.

    Raises:
        ImportError: tiendo[spark] is not installed.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - CONFIG: an extra of its own, loaded when it is asked for

    builder = SparkSession.builder.master(master).appName("tiendo evaluate")
    for name, value in _SPARK.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    return RunningOnSpark(session)
