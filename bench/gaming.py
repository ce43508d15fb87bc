"""Every transformation of the gaming laboratory on every site: `tests/metamorphic` tries each on a few.

python bench/gaming.py [NAME ...]
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.metamorphic.judging import broken, judged
from tests.metamorphic.sites import SITES, site
from tests.metamorphic.transformation import transformations


def main() -> int:
    """Tries all, prints each breach, and says by the exit code whether there was one."""
    wanted = sys.argv[1:]
    found = tried = 0
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        webaudit = str(Path(sys.executable).parent / "webaudit")
        subprocess.run([webaudit, "demo", "--into", folder], check=True, capture_output=True)
        run = next(path for path in Path(folder).iterdir() if path.is_dir())
        before = {name: judged(site(name, run)) for name in SITES}
        for transformation in transformations():
            if wanted and transformation.name not in wanted:
                continue
            for name in SITES:
                changed = transformation(site(name, run))
                if changed is None:
                    continue
                tried += 1
                for line in broken(transformation.family, before[name], judged(changed)):
                    found += 1
                    print(f"{transformation.family}/{transformation.name} on {name}: {line}")
    seconds = time.perf_counter() - start
    print(
        f"{len(transformations())} transformations, {len(SITES)} sites, {tried} pairs, {seconds:.0f} s, "
        f"{found} lines"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
