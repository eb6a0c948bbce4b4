"""The closed lists of records in, the words that readers see for their values out."""

from typing import get_args

from dashboard.data.records import Kind, Level
from dashboard.words import N_

KINDS: tuple[str, ...] = get_args(Kind)
LEVELS: tuple[str, ...] = get_args(Level)
KIND_WORDS = {"meeting": N_("meetings"), "visit": N_("visits")}
LEVEL_WORDS = {
    "national": N_("national"),
    "region": N_("autonomous region"),
    "prefecture": N_("league or city"),
    "county": N_("banner, county or district"),
    "township": N_("township or village"),
    "other": N_("other"),
}
