"""A writer killed at any system call leaves the old or the new, never half of either, and nobody waiting."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LEAST = {"save": 10, "edit": 15, "approve": 25, "undo": 25}  # calls that each makes at the least: else nothing was killed


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: tests/browser/install.sh does it")
@pytest.mark.parametrize("name", LEAST)
def test_a_kill_at_any_system_call_leaves_the_old_or_the_new(tmp_path, name):
    command = [sys.executable, "-m", "tests.killing", str(tmp_path), name]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=Path(__file__).parents[1])
    assert ran.returncode == 0, ran.stderr[-2000:]
    first, *rest = [json.loads(line) for line in ran.stdout.splitlines()]
    before, after = first["before"]["articles"], rest[-1]["articles"]
    assert not rest[-1]["killed"]
    assert rest[-1]["done"]
    assert before != after
    assert len(rest) > LEAST[name]
    for n, found in enumerate(rest, start=1):
        assert found["left out"] == [], f"killed at call {n}"
        assert found["articles"] in (before, after), f"killed at call {n}"
        assert not found["done"] or found["articles"] == after, f"killed at call {n}: what was acknowledged is lost"
