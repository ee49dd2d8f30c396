"""What every test may ask for."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def real_articles() -> Path:
    """The folder of the two articles that kzcheck was made for; they live beside the repository."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "documents"
    if not list(folder.glob("*.txt")):
        pytest.fail(f"the real articles are missing: {folder} holds no .txt file")
    return folder
