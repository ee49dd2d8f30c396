"""The use case of `kzcheck demo`: a desk with the sample articles."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kzcheck.desk.facade import Desk
from kzcheck.domain import KzcheckError
from kzcheck.store.files import db_folder


def sample_articles() -> list[Path]:
    """Return the sample articles that come with kzcheck."""
    return sorted(path for path in (db_folder() / "demo").iterdir() if path.suffix in {".txt", ".html"})


@contextmanager
def demo_desk(path: Path | None = None, *, reviewer: str = "") -> Iterator[Desk]:
    """Open a new desk with the sample articles at `path`, or a temporary one when no path is given.

    Raises KzcheckError when something is at `path` already.
    """
    if path is None:
        with (
            TemporaryDirectory(prefix="kzcheck-demo-") as folder,
            _filled(Path(folder) / "demo.db", reviewer) as desk,
        ):
            yield desk
        return
    if path.exists():
        raise KzcheckError(f"{path} is there already; open it with 'kzcheck --db {path}', or name a new file")
    with _filled(path, reviewer) as desk:
        yield desk


@contextmanager
def _filled(path: Path, reviewer: str) -> Iterator[Desk]:
    with Desk.open(path, reviewer=reviewer) as desk:
        report = desk.add([str(article) for article in sample_articles()])
        if report.errors:
            raise KzcheckError(report.errors[0].error)
        yield desk
