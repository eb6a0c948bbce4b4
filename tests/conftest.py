"""What several test files need: the shipped record, both engines, and a server as the public has it."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from dashboard.data import store
from dashboard.data.frames import Frames
from dashboard.data.store import Holdings
from tests.factories import as_duckdb
from tests.public import Public, public

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


@pytest.fixture(scope="session")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    with public(tmp_path_factory.mktemp("public")) as one:
        yield one


@pytest.fixture
def stranger(open_to_all: Public) -> Iterator[Public]:
    """What a visitor from anywhere can reach. Whatever he asks: no file is changed, and nothing outside is reached for."""
    before = open_to_all.state()
    yield open_to_all
    assert open_to_all.state() == before
    assert open_to_all.tried() == []
