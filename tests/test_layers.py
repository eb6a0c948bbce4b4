"""Imports point one way, and only the outer layers know Streamlit or Plotly."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = [  # from the inside out; a module, or a package with all in it, imports itself and what stands on lines above
    ["dashboard.words"],
    ["dashboard.data.errors", "dashboard.data.files"],
    ["dashboard.hosting"],
    ["dashboard.data.areas", "dashboard.data.periods"],
    ["dashboard.data.evidence"],
    ["dashboard.data.records"],
    ["dashboard.data.vocabulary", "dashboard.data.rules"],
    ["dashboard.data.store", "dashboard.data.occasions", "dashboard.data.search"],
    ["dashboard.data.revisions", "dashboard.extract"],
    ["dashboard.data.engine"],
    ["dashboard.data.keys"],
    ["dashboard.data.frames", "dashboard.data.spreadsheet", "dashboard.data.history"],
    ["dashboard.data.filters", "dashboard.data.record_rows"],
    ["dashboard.data.counts", "dashboard.data.tables", "dashboard.data.boundaries", "dashboard.data.package"],
    ["dashboard.data.profiles", "dashboard.data.phrases"],
    ["dashboard.data.titles", "dashboard.data.facts"],
    ["dashboard.data.citations"],
    ["dashboard.data.exports"],
    ["dashboard.library"],
    ["dashboard.curation"],
    ["dashboard.figures", "dashboard.answers"],
    ["dashboard.pictures", "dashboard.handover"],
    ["dashboard.components", "dashboard.url_state", "dashboard.api", "dashboard.guard"],
    ["dashboard.views"],
    ["dashboard.app", "dashboard.share"],
    ["dashboard.previews"],
    ["dashboard.server"],
    ["dashboard.listening", "dashboard.command"],
    ["dashboard.curator"],
    ["dashboard.cli"],
]
RANK = {unit: rank for rank, units in enumerate(LAYERS) for unit in units}
EMPTY = {"dashboard", "dashboard.data"}  # packages that only hold others
MODULES = sorted((ROOT / "dashboard").rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def unit(module: str) -> str | None:
    """The line of LAYERS that a module belongs to."""
    parts = module.split(".")
    return next((u for n in range(len(parts), 0, -1) if (u := ".".join(parts[:n])) in RANK), None)


def imports(path: Path) -> set[str]:
    """Every module that a file imports, at its top or within a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively: write the whole name"
            of_package = {f"{node.module}.{alias.name}" for alias in node.names if is_module(f"{node.module}.{alias.name}")}
            found |= of_package or {node.module or ""}
    return found


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path):
    name = name_of(path)
    own = unit(name)
    assert own or name in EMPTY, f"{name} has no place yet: put it into LAYERS of {Path(__file__).name}"
    for imported in imports(path):
        if imported.split(".")[0] == "dashboard" and unit(imported) != own:
            assert own, f"{name} only holds other modules: it imports none, not {imported}"
            assert RANK.get(unit(imported), len(LAYERS)) < RANK[own], f"{name} imports {imported}, which is not further in"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_inner_layers_know_no_streamlit_and_the_data_no_plotly(path):
    name = name_of(path)
    tops = {imported.split(".")[0] for imported in imports(path)}
    inner = name.startswith(("dashboard.data", "dashboard.extract")) or name in ("dashboard.words", "dashboard.library")
    if inner or name.startswith("dashboard.figures"):
        assert "streamlit" not in tops
    if inner:
        assert "plotly" not in tops


def test_an_import_outward_would_be_found(tmp_path):
    (tmp_path / "x.py").write_text("def f():\n    from dashboard.views import shared\n    import streamlit as st\n")
    assert imports(tmp_path / "x.py") == {"dashboard.views.shared", "streamlit"}
    assert RANK[unit("dashboard.views.shared")] > RANK[unit("dashboard.data.counts")]
