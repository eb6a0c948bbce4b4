"""The app in, a server that listens out, with the settings of the project; and who may curate through it."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dashboard.data.errors import BadAddress
from dashboard.hosting import LOOPBACK, Hosting
from dashboard.words import N_

LARGEST_UPLOAD = 8  # MB of a file that a draft is made from
CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"


def check_curating(hosting: Hosting, host: str) -> None:
    """Raises BadAddress where anybody could curate, or nobody could log in."""
    if hosting.curates_here and host not in LOOPBACK:
        sentence = N_("With --curate and no --curator, --host is this machine: 127.0.0.1, not {host}.")
        raise BadAddress("--host", sentence, host=host)
    if hosting.curators:
        from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

        if not is_authlib_installed() or not get_secrets_auth_section():
            sentence = N_("Curators log in through OpenID Connect: install daybook[login], and write [auth] as README.md shows.")
            raise BadAddress("--curator", sentence)


def run(app: Callable, host: str, port: int) -> None:
    """Listen until Ctrl-C, with the settings of the project.

    Not by Streamlit's own `run`: that asks the internet what address it has, reads messages of 20 MB, and leaves Nagle's
    algorithm on, which holds small answers back for 40 ms. Messages are not compressed, as they are not by Streamlit itself:
    a rerun sends 31 kB, and to compress each of its small messages would double the wait of a hundred readers.
    """
    import uvicorn
    from streamlit.web import bootstrap

    from dashboard.guard import largest_message

    hosting = Hosting.now()
    own = {"server.address": host, "server.port": port}
    if hosting.curates_here:
        own["server.maxUploadSize"] = LARGEST_UPLOAD
    bootstrap.load_config_options(settings() | own)
    socket_options = {"ws": "websockets-sansio", "ws_max_size": largest_message(hosting), "ws_per_message_deflate": False}
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False, **socket_options)


def settings() -> dict[str, object]:
    """Theme, privacy and safety from .streamlit/config.toml: Streamlit itself finds that file only from the project's folder."""
    tables = tomllib.loads(CONFIG.read_text("utf-8"))
    return dict(flat("", tables))


def flat(prefix: str, tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """`{"theme": {"dark": {"textColor": x}}}` -> `("theme.dark.textColor", x)`."""
    for name, value in tables.items():
        if isinstance(value, Mapping):
            yield from flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value
