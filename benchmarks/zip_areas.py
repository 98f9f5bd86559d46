"""Compare the product's list of small ZIP areas with a table of populations.

python benchmarks/zip_areas.py FILE.csv: the file has the columns zip3 and population (2020 decennial census,
ZIP Code Tabulation Areas). Exit code 1 when any of the 1,000 areas differs.
"""

import csv
import sys
from pathlib import Path

from chartveil.redact.zip_areas import small_areas

LIMIT = 20_000


def main(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as lines:
        population = {row["zip3"]: int(row["population"]) for row in csv.DictReader(lines)}
    areas = (f"{number:03d}" for number in range(1000))
    wrong = [area for area in areas if (population.get(area, 0) <= LIMIT) != (area in small_areas())]
    print(f"{1000 - len(wrong)} of 1000 areas agree", *wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
