"""A real Dask cluster of two workers, for the tests: prints its address and ends with its standard input."""

import sys

from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
