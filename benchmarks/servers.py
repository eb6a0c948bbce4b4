"""Real server processes to measure: Daybook as its readers get it, and an empty page served in the same way."""

import gc
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
EMPTY = Path(__file__).with_name("empty_page.py")
PORTS = range(8601, 8611)
PATIENCE = 90  # seconds to start: the first start of all builds the boundaries


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: psutil.Process

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Seconds of CPU that the process has used so far."""
        times = self.process.cpu_times()
        return times.user + times.system


def daybook() -> AbstractContextManager[Server]:
    """`daybook serve` with the shipped data."""
    return serving("-m", "dashboard.cli", "serve", "--port")


def empty() -> AbstractContextManager[Server]:
    """An app of one empty page, served as Daybook serves its own."""
    return serving("-c", "import sys; from benchmarks.servers import serve_empty; serve_empty(int(sys.argv[1]))")


def plain() -> AbstractContextManager[Server]:
    """The same page as Streamlit serves it by itself: `streamlit run`, away from our settings."""
    return serving("-m", "streamlit", "run", str(EMPTY), "--server.headless=true", "--server.address=127.0.0.1",
                   "--browser.gatherUsageStats=false", "--server.port", folder=EMPTY.parent)  # fmt: skip


@contextmanager
def serving(*command: str, folder: Path = ROOT) -> Iterator[Server]:
    """A server for as long as the block lasts; the command gets its port as the last word."""
    port = next(p for p in PORTS if is_free(p))
    run = [sys.executable, *command, str(port)]
    with subprocess.Popen(run, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        try:
            server = Server(port, psutil.Process(started.pid))
            wait_until_ready(server, started)
            yield server
        finally:
            started.terminate()


def serve_empty(port: int) -> None:
    """Serve the empty page with Daybook's own settings; runs in a process of its own."""
    import streamlit as st

    from dashboard.cli import run

    run(st.App(EMPTY, lifespan=frozen), "127.0.0.1", port)


@asynccontextmanager
async def frozen(_app: object) -> AsyncIterator[None]:
    """As Daybook does: what is loaded by now is not searched for garbage again."""
    gc.collect()
    gc.freeze()
    yield


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def wait_until_ready(server: Server, started: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and started.poll() is None:
        try:
            if urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5).status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server on port {server.port} did not start.")
