"""What importing the room may not load."""

import subprocess
import sys

import pytest

HEAVY = ("httpx", "httpcore", "rapidfuzz", "urllib.request", "ssl")


@pytest.mark.parametrize(
    "deed", ["pass", "kzcheck.evidence.check_gate('verified', [], kzcheck.evidence.Gate.OFF)"]
)
def test_the_room_and_its_gate_load_nothing_heavy(deed: str) -> None:
    told = f"import sys, kzcheck.evidence; {deed}; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
