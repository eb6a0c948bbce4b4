"""How this Daybook is hosted: what `daybook serve` was told. Kept in the environment, where any other way to start finds it."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from dashboard.data.errors import BadAddress
from dashboard.words import N_

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Hosting:
    """`view`: nobody can write; `curate`: records can be added, from this machine.

    `public_url` has no slash at its end. `hosts` are the names that Daybook answers to, besides those of this machine.
    `embedders` are the origins of other sites that may show Daybook in a frame of theirs.
    """

    mode: str = "view"
    public_url: str = ""
    hosts: tuple[str, ...] = ()
    embedders: tuple[str, ...] = ()

    @classmethod
    def now(cls) -> "Hosting":
        """As the environment says. Raises BadAddress for a public address or an origin that is none."""
        public = os.environ.get("DAYBOOK_PUBLIC_URL", "").strip().rstrip("/")
        embedders = listed("DAYBOOK_EMBEDDERS")
        for name, origin in (("public-url", public), *(("embed-on", e) for e in embedders)):
            if origin and not is_origin(origin):
                raise BadAddress(name, N_("{name}={value} cannot be used: one like https://daybook.example.org would work."),
                                 name=name, value=origin[:80])  # fmt: skip
        return cls(os.environ.get("DAYBOOK_MODE") or "view", public, listed("DAYBOOK_ALLOWED_HOSTS"), embedders)

    @property
    def names(self) -> tuple[str, ...]:
        """Every host name that a request may be for, in small letters and without a port."""
        own = urlsplit(self.public_url).hostname
        return tuple(dict.fromkeys((*LOOPBACK, *(host.lower() for host in self.hosts), *([own] if own else []))))


def listed(name: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in os.environ.get(name, "").split(",") if x.strip())


def is_origin(text: str) -> bool:
    """Whether this is a scheme, a host and perhaps a port, and nothing else."""
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:
        return False
    return bool(fine) and text == f"{parts.scheme}://{parts.netloc}" and not set(parts.netloc) & set("@;,'\" ")
