"""Parsing XML from outside safely: document type declarations, which can hide entities, are refused."""

from xml.etree import ElementTree as ET

from kzcheck.domain import KzcheckError
from kzcheck.ingest.cleaning import reason

TAG_LIMIT = 2_000_000  # opening and closing tags: some seconds of work, and more than a thick book has
NESTING_LIMIT = 250  # elements are written out again by recursion, which must not get too deep


class _Refusing(ET.TreeBuilder):
    """Builds a tree of limited depth; refuses a document type declaration."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.depth += 1
        if self.depth > NESTING_LIMIT:
            raise ValueError(f"it nests more than {NESTING_LIMIT} elements")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)

    def doctype(self, *_declared: str | None) -> None:
        raise ValueError("it declares a document type, which may hide entities that explode")


def parse_xml(data: bytes, name: str) -> ET.Element:
    """Return the root element of an XML document; `name` is for messages.

    Raises KzcheckError for broken XML, for a document type declaration, and for elements that are too many or
    nested too deep.
    """
    if data.count(b"<") > TAG_LIMIT:
        raise KzcheckError(f"{name}: it has millions of elements; split it, or save its text as a .txt file")
    parser = ET.XMLParser(target=_Refusing())  # noqa: S314 (the target refuses DTDs and so every entity)
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise KzcheckError(
            f"{name}: its XML is not read: {reason(error)}; save it again, or as text"
        ) from error
    return root
