"""A reader without a browser: one Streamlit session over its WebSocket, which asks for reruns as the browser does."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.servers import Server


class Visitor:
    """A session. Like a browser, it keeps the large messages of its last run, and the server sends them once."""

    def __init__(self, socket: ClientConnection):
        self.socket = socket
        self.kept: set[str] = set()

    def rerun(self, page: str, query: str) -> float:
        """Ask for a page under a query string; seconds until its script has finished. Raises when the page fails."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        start, self.kept = perf_counter(), set()
        self.socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=60))
            if message.HasField("script_finished"):
                return perf_counter() - start
            if message.HasField("ref_hash") or message.metadata.cacheable:
                self.kept.add(message.ref_hash or message.hash)
            if message.delta.new_element.HasField("exception"):
                raise RuntimeError(f"The page {page or 'map'}?{query} shows an error.")


@contextmanager
def visiting(server: Server) -> Iterator[Visitor]:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], origin=server.url, max_size=None, compression=None) as socket:
        yield Visitor(socket)
