"""Turning the tree of an HTML page into two flat lists, of its elements and of its blocks of text.

The tree of selectolax's lexbor parser is walked once, without recursion. Elements are in page order, and each
knows its parent; a block is a run of text as long as a paragraph, and knows the element that it stands in.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kzcheck.ingest.html_table import read_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SKIPPED = frozenset(("script", "style", "template", "head", "svg", "iframe", "object", "canvas"))
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr img picture source path"
)
INLINE = frozenset(_INLINE_TAGS.split())
NESTED_TABLES = 4  # deeper ones lay out the page, and each is looked through once more
MAX_LABEL = 300
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ABOUT_ELSE = re.compile(
    r"(?:has|with|without|no|not|is|js|tag|category|type|format|single|status)[-_]", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Element:
    """An element of the page.

    `words` are those of its class, id, role and itemprop. `hidden` is whether it, or an element around it, is
    not shown. `line` is the element that begins its line: itself, or the nearest one around it that is not
    inline. `moment` is the time that a `time` element gives to machines.
    """

    tag: str
    words: frozenset[str]
    parent: "Element | None"
    index: int
    hidden: bool
    inline: bool
    moment: str | None = None
    line: "Element" = field(init=False)

    def __post_init__(self) -> None:
        self.line = self.parent.line if self.inline and self.parent is not None else self


@dataclass(slots=True, eq=False)
class Block:
    """A run of text as long as a paragraph. `linked` counts its characters inside links."""

    text: str
    element: Element
    linked: int
    tag: str


@dataclass(slots=True)
class Tree:
    """The elements and blocks of a page, both in page order."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


class _Walk:
    """A walk over the tree of a page, which collects runs of inline text and ends them at block elements."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.stack: list[Element] = []
        self.links = 0
        self.tables = 0
        self.pieces: list[str] = []
        self.linked = 0
        self.owner: Element | None = None
        self.labels: dict[tuple[str | None, ...], frozenset[str]] = {}

    def run(self, root: "LexborNode") -> Tree:
        node = root
        depth = 0
        while True:
            child = self.enter(node)
            if child is not None:
                node = child
                depth += 1
                continue
            following = node.next
            while depth and following is None:
                node = node.parent or root
                depth -= 1
                self.leave()
                following = node.next
            if not depth or following is None:
                break
            node = following
        self.flush()
        return self.tree

    def enter(self, node: "LexborNode") -> "LexborNode | None":
        """Process a node; return the child to go on with, None if there is nothing to walk below it."""
        if node.is_text_node:
            self.add(node.text_content or "")
            return None
        tag = node.tag or ""
        if tag in SKIPPED or not node.is_element_node:
            return None
        if tag == "br":
            self.break_line()
            return None
        if tag == "table" and self.tables < NESTED_TABLES and self.add_table(node):
            return None
        inline = tag in INLINE or ("-" in tag and self.owner is not None)
        if not inline:
            self.flush()
        child = node.first_child
        if child is not None:
            self.stack.append(self.element(node, tag, inline))
            self.links += tag == "a"
            self.tables += tag == "table"
        return child

    def leave(self) -> None:
        """Go back up out of the innermost element."""
        element = self.stack.pop()
        self.links -= element.tag == "a"
        self.tables -= element.tag == "table"
        if not element.inline:
            self.flush()

    def element(self, node: "LexborNode", tag: str, inline: bool) -> Element:
        attributes = node.attributes
        words: frozenset[str] = frozenset()
        hidden = False
        moment = None
        if attributes:
            moment = attributes.get("datetime") if tag == "time" else None
            style = attributes.get("style")
            hidden = "hidden" in attributes or bool(style and _HIDDEN.search(style))
            get = attributes.get
            key = (get("class"), get("id"), get("role"), get("itemprop"))
            known = self.labels.get(key)
            if known is None:
                known = _label_words(" ".join(value[:MAX_LABEL] for value in key if value))
                self.labels[key] = known
            words = known
        parent = self.stack[-1] if self.stack else None
        hidden = hidden or (parent is not None and parent.hidden)
        element = Element(tag, words, parent, len(self.tree.elements), hidden, inline, moment)
        self.tree.elements.append(element)
        return element

    def add(self, text: str) -> None:
        """Add the text of a node to the current run."""
        here = self.stack[-1]
        self.pieces.append(text if here.tag == "pre" else _SPACE.sub(" ", text))
        if not text or text.isspace():
            return
        if self.owner is None:
            self.owner = here
        elif self.owner is not here:
            self.owner = self.owner.line
        if self.links:
            self.linked += len(text.strip())

    def break_line(self) -> None:
        """Add a line break to the current run; the second one in a row ends the run."""
        shown = (piece for piece in reversed(self.pieces) if piece == "\n" or not piece.isspace())
        if next(shown, "") == "\n":
            self.flush()
        else:
            self.pieces.append("\n")

    def add_table(self, node: "LexborNode") -> bool:
        """Add the rows of a table of data as blocks; return False if the table only lays out the page."""
        rows = read_table(node)
        if rows is None:
            return False
        self.flush()
        element = self.element(node, "table", False)
        self.tree.blocks.extend(Block(text, element, linked, "tr") for text, linked in rows)
        return True

    def flush(self) -> None:
        """End the current run, which becomes a block if it has any text."""
        if self.owner is not None:
            lines = "".join(self.pieces).strip("\n ").split("\n")
            text = "\n".join(
                line.rstrip() if self.owner.tag == "pre" else " ".join(line.split()) for line in lines
            )
            block = Block(text, self.owner, min(self.linked, len(text)), self.owner.line.tag)
            self.tree.blocks.append(block)
            self.owner = None
        self.pieces.clear()
        self.linked = 0


def read_tree(root: "LexborNode") -> Tree:
    """Return the elements and text blocks below `root`."""
    return _Walk().run(root)


def _label_words(label: str) -> frozenset[str]:
    """Return the words in class names and ids, except in names like `has-sidebar` and `tag-sport`."""
    return frozenset(
        word.lower() for name in label.split() if not _ABOUT_ELSE.match(name) for word in _WORD.findall(name)
    )
