"""What several test files need: the shipped record, and both engines."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from dashboard.data import store
from dashboard.data.frames import Frames
from dashboard.data.store import Holdings
from tests.factories import as_duckdb

settings.register_profile("daybook", deadline=None, derandomize=True, max_examples=40)  # the same examples for everyone
settings.register_profile("search", deadline=None, max_examples=1000)  # pytest --hypothesis-profile=search: new ones
settings.load_profile("daybook")


@pytest.fixture(scope="session")
def shipped() -> Holdings:
    return store.load()


@pytest.fixture(scope="session", params=["pandas", "duckdb"])
def engine(request: pytest.FixtureRequest) -> Callable[[Frames], Frames]:
    """Frames as this engine holds them: each rule of filtering and counting is tested on both."""
    return {"pandas": lambda frames: frames, "duckdb": as_duckdb}[request.param]
