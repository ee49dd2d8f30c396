"""No module imports, late or at once, one that imports it back."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import kzcheck

ROOT = Path(kzcheck.__file__).parent


def name_of(path: Path) -> str:
    parts = (ROOT.name, *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def imported(tree: ast.Module, modules: set[str]) -> set[str]:
    """Return the modules that run when those lines do; what is imported for types alone does not."""
    typing = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in typing or not isinstance(node, ast.ImportFrom) or node.module not in modules:
            continue
        inner = {f"{node.module}.{alias.name}" for alias in node.names}
        found |= (inner & modules) or {node.module}
    return found


def test_no_imports_go_round_in_a_circle() -> None:
    paths = {name_of(path): path for path in ROOT.rglob("*.py")}
    graph = {
        name: imported(ast.parse(path.read_text("utf-8")), set(paths)) - {name}
        for name, path in paths.items()
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(paths)
