"""A whole view as a zipped Frictionless Data Package: every table of it, and what is said of them.

A CSV file has no room for its filter and its version; this has.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import narwhals as nw
import pandas as pd

from dashboard.data import package
from dashboard.data.areas import Areas, lineage
from dashboard.data.exports.export import Export
from dashboard.data.profiles import narrowed
from dashboard.data.spreadsheet import to_csv
from dashboard.data.store import Person
from dashboard.words import _, ngettext


def to_zip(made: Export) -> bytes:
    """The six tables, narrowed to the events of the rows; areas and people whole, since codes and ids point into them."""
    shown = narrowed(made.shown, nw.from_native(made.rows[["event"]]).lazy())
    by_hand = {"areas": area_rows(made.held.areas), "people": people_rows(made.held.people)}
    said = package.descriptor(made.held, shown) | {
        "description": _("Who met where and who visited what: a view of Daybook. README.txt says which."),
        "filter": list(made.filter),
        "data_version": made.version,
        "attribution": made.attribution,
    }
    files = {"README.txt": readme(made, len(shown.articles)), package.DESCRIPTOR: package.as_json(said)}
    files |= package.tables(shown) | {package.path(name): to_csv(rows) for name, rows in by_hand.items()}
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for path, content in files.items():
            archive.writestr(entry(path), content)
    return file.getvalue()


def entry(path: str) -> ZipInfo:
    """A file of the archive, with nothing in it that depends on the day or the machine."""
    made = ZipInfo(path)  # dated 1980, as early as a zip goes
    made.compress_type, made.create_system, made.external_attr = ZIP_DEFLATED, 3, 0o644 << 16  # as a Unix writes it, to be read
    return made


def readme(made: Export, reports: int) -> bytes:
    """What the archive is, for who opens it without a program for such packages."""
    said = [
        ngettext(
            "Daybook: official meetings and field visits, from {n} published report.",
            "Daybook: official meetings and field visits, from {n} published reports.",
            reports,
        ),
        _("Filter: {filter}.", filter="; ".join(made.filter) or _("none")),
        _("Data version {version}, last reviewed on {day}.", version=made.version, day=made.reviewed),
        *([made.site] if made.site else []),
        "",
        _("tables/ has what the view holds; areas.csv and people.csv are whole. datapackage.json says what each column is."),
        _("Every value has the words that say it in tables/evidence.csv, and every report its address in tables/articles.csv."),
        "",
        _("Count occasions, not rows of events: two reports can tell of one. A visit of three stops is one visit."),
        _("An empty headcount is a number not stated: never 0. Do not add headcounts to names: the named may be among those "
          "counted. A filter by level or body also chooses among the attendees."),
        "",
        _("The records that come with Daybook are under the MIT licence. English names of areas that come from GeoNames "
          "(https://www.geonames.org) are under CC BY 4.0; areas.csv says which."),
        *([_("On a map with Daybook's boundaries keep this line: {attribution}", attribution=made.attribution)]
          if made.attribution else []),
    ]  # fmt: skip
    return "\r\n".join([*said, ""]).encode()


def area_rows(areas: Areas) -> pd.DataFrame:
    """areas.csv as the data folder has it."""
    rows = [
        {
            "adcode": code,
            "name_en": area.name,
            "name_en_source": area.name_source,
            "name_zh": area.name_zh,
            "unit": area.unit,
            "parent": next((wider for wider in lineage(code)[1:] if wider in areas), ""),
            "aliases_en": "|".join(name for name in area.aliases if not chinese(name)),
            "aliases_zh": "|".join(name for name in area.aliases if chinese(name)),
            "home": "yes" if area.home else "",
        }
        for code, area in areas.items()
    ]
    return pd.DataFrame(rows, columns=list(package.BY_HAND["areas"]))


def chinese(name: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in name)


def people_rows(people: dict[str, Person]) -> pd.DataFrame:
    """people.csv as the data folder has it."""
    rows = [
        {
            "person": person.id,
            "name": person.name,
            "name_zh": person.name_zh,
            "name_basis": person.name_basis,
            "other_names": "|".join(person.other_names),
            "note": person.note,
        }
        for person in people.values()
    ]
    return pd.DataFrame(rows, columns=list(package.BY_HAND["people"]))
