"""Workers: a job that dies, hangs or overeats costs itself alone."""

import os
import time

import pytest

from webaudit.pipeline.workers import Died, each


def job(number: int) -> int:
    """Doubles a number; some numbers are deadly."""
    match number:
        case 3:
            os._exit(9)
        case 5:
            time.sleep(600)
        case 7:
            bytearray(64 << 30)
    return 2 * number


def test_all_results_come(capsys: pytest.CaptureFixture[str]) -> None:
    """Every item has a result, whatever the number of processes."""
    assert dict(each(job, [1, 2, 4], jobs=2, seconds=60)) == {1: 2, 2: 4, 4: 8}


@pytest.mark.parametrize("deadly", [3, 5, 7], ids=["dies", "hangs", "eats memory"])
def test_a_deadly_job_costs_itself_alone(deadly: int) -> None:
    """The jobs before and after one that kills its process have their results."""
    results = dict(each(job, [1, deadly, 2, 4], jobs=2, seconds=2))

    assert isinstance(results.pop(deadly), Died)
    assert results == {1: 2, 2: 4, 4: 8}
