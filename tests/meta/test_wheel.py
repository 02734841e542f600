"""The wheel has everything in it: code, content, migrations and queries."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.process
def test_wheel_works_from_another_folder(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # The wheel's code comes before the checkout's.
    place = {**os.environ, "PYTHONPATH": str(site)}
    where = [sys.executable, "-c", "import bot; print(bot.__file__)"]
    found = subprocess.run(where, cwd=elsewhere, env=place, check=True, capture_output=True, text=True)
    assert found.stdout.strip().startswith(str(site))
    for call in (["check-content"], ["db", "upgrade"], ["challenge", "19"]):
        subprocess.run(
            [sys.executable, "-m", "bot", *call, "--data", str(tmp_path / "data")],
            cwd=elsewhere,
            env=place,
            check=True,
            capture_output=True,
        )
