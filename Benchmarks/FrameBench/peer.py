"""The work of frame-bench in pandas, DuckDB and polars, each in the form its own users would write it.

    peer.py make STORE FOLDER     orders and customers of a store as Parquet, by DuckDB
    peer.py TOOL WORK FOLDER      TOOL: pandas, duckdb, polars; WORK: kpi, grid

Prints seconds of the loading, seconds of the work after it, and a check sum, by tabs. Amounts are whole numbers of
1/10,000 yuan, as in the store, so that sums are exact in all of them.
"""
import sqlite3
import sys
import time

# The grid: 5 rates of the slice above the target by 4 amounts from which 8 % are paid, a quarter of 2025, in yuan.
RATES = [0.03, 0.04, 0.05, 0.06, 0.07]
TOPS = [165_000_000, 180_000_000, 195_000_000, 210_000_000]
BASE, ABOVE, TARGET = 0.02, 0.08, 150_000_000
FIRST, LAST = 20089, 20453


def make(store, folder):
    import pyarrow as pa
    import pyarrow.parquet as pq

    db = sqlite3.connect(store)
    for name, sql in {
        "orders": "SELECT id, customer, rep, ordered_on, amount FROM orders",
        "customers": "SELECT id, region FROM customers",
    }.items():
        cursor = db.execute(sql)
        names = [column[0] for column in cursor.description]
        columns = list(zip(*cursor.fetchall()))
        pq.write_table(pa.table(dict(zip(names, map(pa.array, columns)))), f"{folder}/{name}.parquet")


def grid_checksum(totals):
    return sum(round(float(total)) for total in totals)


def pandas_kpi(folder, work):
    import pandas as pd

    start = time.perf_counter()
    orders = pd.read_parquet(f"{folder}/orders.parquet")
    customers = pd.read_parquet(f"{folder}/customers.parquet")
    region = customers.set_index("id")["region"].astype("category")
    orders["region"] = region.reindex(orders["customer"]).to_numpy()
    orders["region"] = orders["region"].astype("category")
    loaded = time.perf_counter()
    if work == "kpi":
        month = pd.to_datetime(orders["ordered_on"], unit="D").dt.to_period("M")
        g = orders.groupby([orders["region"], month], observed=True)
        value = g["amount"].sum() / g["customer"].nunique()
        check = round(value.sum())
    else:
        orders = orders[orders["ordered_on"].between(FIRST, LAST)]
        quarter = pd.to_datetime(orders["ordered_on"], unit="D").dt.to_period("Q")
        sales = orders.groupby([orders["rep"], quarter])["amount"].sum() / 10_000
        totals = []
        for rate in RATES:
            for top in TOPS:
                pay = sales.clip(upper=TARGET) * BASE
                pay += (sales.clip(upper=top) - TARGET).clip(lower=0) * rate
                pay += (sales - top).clip(lower=0) * ABOVE
                totals.append(pay.round(2).sum())
        check = grid_checksum(totals)
    return loaded - start, time.perf_counter() - loaded, check


def duckdb_kpi(folder, work):
    import duckdb

    start = time.perf_counter()
    db = duckdb.connect()
    db.execute(
        f"""CREATE TABLE orders AS SELECT o.*, c.region FROM '{folder}/orders.parquet' o
            JOIN '{folder}/customers.parquet' c ON c.id = o.customer"""
    )
    loaded = time.perf_counter()
    day = "DATE '1970-01-01' + ordered_on::INTEGER"
    if work == "kpi":
        rows = db.execute(
            f"""SELECT region, date_trunc('month', {day}), sum(amount) / count(DISTINCT customer)
                FROM orders GROUP BY ALL"""
        ).fetchall()
        check = round(sum(row[2] for row in rows))
    else:
        rates = ", ".join(f"({rate})" for rate in RATES)
        tops = ", ".join(f"({top})" for top in TOPS)
        rows = db.execute(
            f"""WITH sales AS (SELECT rep, date_trunc('quarter', {day}) AS q, sum(amount) / 10000.0 AS s
                               FROM orders WHERE ordered_on BETWEEN {FIRST} AND {LAST} GROUP BY ALL),
                     variants AS (SELECT rate, top
                                  FROM (VALUES {rates}) r(rate), (VALUES {tops}) t(top))
                SELECT rate, top, sum(round(least(s, {TARGET}) * {BASE}
                         + greatest(least(s, top) - {TARGET}, 0) * rate
                         + greatest(s - top, 0) * {ABOVE}, 2))
                FROM sales, variants GROUP BY ALL ORDER BY ALL"""
        ).fetchall()
        check = grid_checksum(row[2] for row in rows)
    return loaded - start, time.perf_counter() - loaded, check


def polars_kpi(folder, work):
    import polars as pl

    start = time.perf_counter()
    customers = pl.read_parquet(f"{folder}/customers.parquet").with_columns(pl.col("region").cast(pl.Categorical))
    orders = pl.read_parquet(f"{folder}/orders.parquet").join(customers, left_on="customer", right_on="id")
    loaded = time.perf_counter()
    day = pl.col("ordered_on").cast(pl.Int32).cast(pl.Date)
    if work == "kpi":
        value = orders.group_by("region", day.dt.truncate("1mo")).agg(
            (pl.col("amount").sum() / pl.col("customer").n_unique()).alias("value")
        )
        check = round(value["value"].sum())
    else:
        orders = orders.filter(pl.col("ordered_on").is_between(FIRST, LAST))
        sales = orders.group_by("rep", day.dt.truncate("1q")).agg((pl.col("amount").sum() / 10_000).alias("s"))
        totals = []
        s = pl.col("s")
        for rate in RATES:
            for top in TOPS:
                pay = (
                    s.clip(upper_bound=TARGET) * BASE
                    + (s.clip(upper_bound=top) - TARGET).clip(lower_bound=0) * rate
                    + (s - top).clip(lower_bound=0) * ABOVE
                )
                totals.append(sales.select(pay.round(2).sum()).item())
        check = grid_checksum(totals)
    return loaded - start, time.perf_counter() - loaded, check


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], sys.argv[3])
    else:
        tool = {"pandas": pandas_kpi, "duckdb": duckdb_kpi, "polars": polars_kpi}[sys.argv[1]]
        print(*tool(sys.argv[3], sys.argv[2]), sep="\t")
