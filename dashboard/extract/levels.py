"""The words of a role, a body or a group in, its administrative level out."""

import re

from dashboard.data.areas import Areas
from dashboard.data.records import Level
from dashboard.extract import places

WORDS: tuple[tuple[Level, str], ...] = (  # the first that is there counts: `all leagues in the region` are prefectures
    ("township", r"\b(?:township|sumu|town|village|gacha)s?\b|苏木|镇|乡|嘎查|村|街道"),
    ("county", r"\b(?:banner|count(?:y|ies)|district)s?\b|旗|县|(?<!治)(?<!全)(?<!校)区(?!域)"),
    ("prefecture", r"\b(?:league|city|cities|municipal|prefecture)s?\b|市|盟(?!员)"),
    ("region", r"\b(?:regional|region|autonomous region)\b|自治区|全区"),
    ("national", r"\b(?:national|central|state council|chinese|china)\b|全国|中央|国务院|国家"),
)
OF_AREA: dict[str, Level] = {"county": "county", "prefecture": "prefecture", "region": "region"}


def level(words: str, areas: Areas) -> Level:
    """That of the last area named in them, else of the first unit's word."""
    named = [m.value for m in places.find(words, areas) if m.value]
    units = re.sub("民主同盟|民盟|城市", "", words)
    plain: Level = next((name for name, found in WORDS if re.search(found, units, re.IGNORECASE)), "other")
    if named:
        return plain if plain == "township" else OF_AREA[areas[named[-1]].level]
    return plain
