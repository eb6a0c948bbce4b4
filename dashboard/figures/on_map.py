"""A view in, what a map shows of it out: its places with their numbers, and a sign for each meeting and stop."""

from collections.abc import Mapping

from dashboard import library
from dashboard.data.areas import REGION, lineage
from dashboard.data.counts import Summary
from dashboard.data.filters import Filter
from dashboard.data.phrases import kinds_in_words, when
from dashboard.figures.map_style import Place, Sign
from dashboard.figures.palette import plain
from dashboard.library import Library
from dashboard.words import _

FOCUS = ("152200", "150500", "150400")  # the subject, and the opening view: they are drawn even when nothing is held


def places(held: Library, numbers: Summary, closer: str | None = None) -> list[Place]:
    """Leagues and cities that have polygons, with what is held on them; of one looked at closer, its banners and counties.

    The region filter does not change these counts.
    """
    labels = held.layer.labels
    made = []
    for code in sorted(labels):
        area = held.held.areas[code]
        within = bool(closer) and area.level == "county" and lineage(code)[1] == closer
        if within or (area.level == "prefecture" and code != closer):
            counts = {kind: n.value for kind, n in numbers.by_region.get(code, {}).items() if kind != "all"}
            hover = f"<b>{plain(area.name)}</b><br>{kinds_in_words(counts) or _('no article held')}"
            made.append(Place(code, area.name, labels[code], area.level, within or code in FOCUS, counts, hover))
    return made


def signs(held: Library, chosen: Filter, closer: str | None = None) -> list[Sign]:
    """Meetings and stops of visits, each at its league or city, or looked at closer at its banner or county.

    Those on no map are left to the table, and a map of the whole region has no room for them.
    """
    if closer == REGION:
        return []
    labels = held.layer.labels
    made: dict[tuple, Sign] = {}
    for row in library.stops(held, chosen):
        if row["adcode"] == row["adcode"] and (at := point_of(row["adcode"], closer, labels)):
            order = row["stop"] if row["kind"] == "visit" else None
            said = _("Stop {n} · {place}", n=order, place=row["area"]) if order else row["area"]
            hover = f"<b>{plain(row['title'])}</b><br>{plain(when(row))}<br>{plain(said)}"
            made.setdefault((row["occasion"], at), Sign(row["event"], row["kind"], at, labels[at], order, hover))
    return list(made.values())


def point_of(adcode: str, closer: str | None, labels: Mapping[str, object]) -> str | None:
    """The area at whose point a stop is drawn; none for one that is known less closely than what is looked at."""
    within = next((a for a in lineage(adcode) if a.endswith("00")), adcode)
    at = within if within != closer else adcode if adcode != closer else REGION
    return at if at != REGION and at in labels else None
