"""On PYTHONPATH, Python imports this before all else: it notes every try of the process to leave its place.

One line for each: an address that is not this machine, another program, a file that is a trap.
"""

import os
import sys

NOTES = os.open(os.environ["DAYBOOK_TEST_NOTES"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
ASKING = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
RUNNING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
TRAPS = {"/etc/passwd", *os.environ.get("DAYBOOK_TEST_TRAPS", "").split(os.pathsep)}
HERE = ("127.0.0.1", "::1", "localhost", None)


def noted(event: str, given: tuple) -> None:
    if event in ASKING:
        address = given[ASKING[event]]
        host = address[0] if isinstance(address, tuple) else address  # (host, port), or a name, or the path of a local socket
        out = host not in HERE and not (event == "socket.connect" and isinstance(address, (str, bytes)))
    elif event == "open":
        out = isinstance(given[0], (str, bytes)) and os.path.realpath(os.fsdecode(given[0])) in TRAPS
    else:
        out = event in RUNNING
    if out:
        os.write(NOTES, f"{event} {given!r:.300}\n".encode())


sys.addaudithook(noted)
