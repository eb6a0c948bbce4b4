"""How this Daybook is hosted: what `daybook serve` was told. Kept in the environment, where any other way to start finds it."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.data.errors import BadAddress
from dashboard.words import N_

LOOPBACK = ("localhost", "127.0.0.1", "::1")  # the names of this machine, and its addresses
ANY = "*"
HOST = re.compile(r"(?P<name>[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])\.?(?::(?P<port>\d{1,5})?)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hosting:
    """`public_url` is where readers find Daybook, without a slash at its end; empty where nobody has said.

    `hosts` are the names that it answers to besides that one and those of this machine; `*` is any. `embedders` are the
    origins of other sites whose pages may show it in a frame. `curate` is whether articles can be added and reviewed;
    `curators` are the e-mail addresses of those who may when they have logged in, and with none nobody has to.
    """

    public_url: str = ""
    hosts: tuple[str, ...] = ()
    embedders: tuple[str, ...] = ()
    curate: bool = False
    curators: tuple[str, ...] = ()

    @classmethod
    def now(cls) -> "Hosting":
        """As the environment says. Raises BadAddress for what cannot be used."""
        public = os.environ.get("DAYBOOK_PUBLIC_URL", "").strip().rstrip("/")
        hosts, embedders = listed("DAYBOOK_ALLOWED_HOSTS"), listed("DAYBOOK_EMBED_ON")
        for option, address in (("--public-url", public), *(("--embed-on", e) for e in embedders)):
            if address and not is_origin(address):
                sentence = N_("{option} {value} cannot be used: an address like https://daybook.example.org would work.")
                raise BadAddress(option, sentence, option=option, value=address[:80])
        for host in hosts:
            if host != ANY and not host_name(host):
                sentence = N_("{option} {value} cannot be used: a name like daybook.example.org would work.")
                raise BadAddress("--allowed-host", sentence, option="--allowed-host", value=host[:80])
        curate, curators = os.environ.get("DAYBOOK_CURATE") == "1", listed("DAYBOOK_CURATORS")
        if curate and not curators and (public or hosts):
            sentence = N_("Curating is for this machine alone, or for curators who log in: name each with --curator.")
            raise BadAddress("--curate", sentence)
        return cls(public, hosts, embedders, curate, curators)

    @property
    def curates_here(self) -> bool:
        """Whether articles are added and reviewed by whoever sits at this machine, without a login."""
        return self.curate and not self.curators

    def answers_to(self, hosts: Sequence[str]) -> bool:
        """Whether a request with these Host headers is for this Daybook: there is one, and it is a name of ours."""
        ours = {*LOOPBACK, *(host_name(host) for host in self.hosts), host_name(self.public_url.partition("://")[2])}
        return len(hosts) == 1 and bool(host_name(hosts[0])) and (ANY in self.hosts or host_name(hosts[0]) in ours)


def listed(name: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in os.environ.get(name, "").split(",") if x.strip())


def host_name(header: str) -> str:
    """`Daybook.example.org:443` -> `daybook.example.org`; empty where it is no name with perhaps a port."""
    found = HOST.fullmatch(header)
    return found["name"].strip("[]").lower() if found and 0 < int(found["port"] or 80) < 65_536 else ""


def is_origin(text: str) -> bool:
    """Whether this is a scheme, a host and perhaps a port, and nothing else: it goes into a header as it is."""
    scheme, _colon, host = text.partition("://")
    return scheme in ("http", "https") and bool(host_name(host))
