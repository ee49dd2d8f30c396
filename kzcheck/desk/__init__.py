"""The use cases: what the command line and the screens call."""

from kzcheck.desk.extracting import extract_source, extract_text
from kzcheck.desk.facade import Desk
from kzcheck.desk.gate import GateRefused
from kzcheck.desk.paths import default_desk_path, is_default, reviewer_name

__all__ = [
    "Desk",
    "GateRefused",
    "default_desk_path",
    "extract_source",
    "extract_text",
    "is_default",
    "reviewer_name",
]
