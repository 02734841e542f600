"""Writes the schema anew, or compares it with a published specification."""

import argparse
import json
import sys
from pathlib import Path

from tests.helpers.bot_schema.against import differences
from tests.helpers.bot_schema.made import KEPT, as_json, made


def main() -> int:
    """Exit 0; with `--against`, the differences are on standard output, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, metavar="FILE", help="a machine-readable specification")
    published: Path | None = parser.parse_args().against
    if published is None:
        KEPT.write_text(as_json(made()), "utf-8")
        return 0
    specification = json.loads(published.read_text("utf-8"))
    for line in differences(made(), specification):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
