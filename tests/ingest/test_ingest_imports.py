"""What importing the reading room loads: no parser of a format that nobody asked for."""

import subprocess
import sys

HEAVY = ("selectolax", "pypdf", "email", "zipfile", "xml.etree.ElementTree")


def test_no_parser_is_loaded_before_a_source_needs_it() -> None:
    code = f"import sys, kzcheck.ingest; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
