"""A data folder in, a real `daybook serve` on a free port out; and ways to ask it as a stranger would: bytes, or a socket."""

import contextlib
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("daybook")


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs; `log` is the file of all that it says."""

    port: int
    process: subprocess.Popen
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def served(
    data: Path = ROOT / "data",
    *options: str,
    command: Sequence[object] = (COMMAND,),
    log: Path = Path(os.devnull),
    port: int = 0,
    **environment: str,
) -> Iterator[Served]:
    """A server of a data folder for as long as the block lasts, started as a user would, on a free port if none is given."""
    port = port or free_port()
    command = [*command, "serve", "--port", str(port), "--data", str(data), *options]
    with log.open("w") as out, subprocess.Popen(
        command, stdout=out, stderr=out, env=os.environ | environment, cwd=data
    ) as process:  # fmt: skip
        try:
            one = Served(port, process, log)
            wait_for(one.address, process)
            yield one
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Ask for its health until it answers; each question may take a while, so this ends by itself."""
    for _attempt in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except OSError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
    raise TimeoutError(address)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `status` is 0 where the server hung up without a word. Names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    port: int,
    target: bytes | str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
    *,
    by: str = "127.0.0.1",
) -> Answer:
    """One request with exactly this target, by a visitor at this address: nothing tidies it up on the way."""
    given = {"Host": f"127.0.0.1:{port}", "Connection": "close", "Content-Length": str(len(body))} | (headers or {})
    lines = b"".join(f"{name}: {value}\r\n".encode("latin-1") for name, value in given.items())
    target = target.encode() if isinstance(target, str) else target
    return say(port, method.encode() + b" " + target + b" HTTP/1.1\r\n" + lines + b"\r\n" + body, method, by=by)


def say(port: int, what: bytes, method: str = "GET", *, by: str = "127.0.0.1") -> Answer:
    """Send these bytes, and read one answer to `method`."""
    with socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(by, 0)) as to:
        with contextlib.suppress(OSError):  # it may answer, and hang up, before it has read all
            to.sendall(what)
        try:
            answer = HTTPResponse(to, method=method)
            answer.begin()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        except (HTTPException, ConnectionError):
            return Answer(0, {}, b"")


@contextmanager
def visiting(port: int, *, by: str = "127.0.0.1") -> Iterator[ClientConnection]:
    """A session without a browser: the socket over which a page is asked for."""
    address, origin = f"ws://127.0.0.1:{port}/_stcore/stream", f"http://127.0.0.1:{port}"
    with connect(address, subprotocols=["streamlit"], origin=origin, max_size=None, source_address=(by, 0)) as to:
        yield to


def rerun(to: ClientConnection, query: str = "", page: str = "") -> list[ForwardMsg]:
    """All that the server sends for a page under a query string, until its script has finished."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    to.send(asked.SerializeToString())
    sent = []
    while not (sent and sent[-1].HasField("script_finished")):
        sent.append(ForwardMsg.FromString(to.recv(timeout=60)))
    return sent


def words(sent: list[ForwardMsg]) -> bytes:
    """All of it as bytes, but for where the script stands: Streamlit itself tells that to every browser."""
    for message in sent:
        if message.HasField("new_session"):
            message.new_session.ClearField("main_script_path")
    return b"".join(message.SerializeToString() for message in sent)
