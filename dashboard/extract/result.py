"""A Result in, JSON out, and back: how a draft comes from the process that made it."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from dashboard.data.areas import Areas
from dashboard.data.records import Article
from dashboard.extract.draft import Draft, Proposal
from dashboard.extract.when import When

WHEN = TypeAdapter(When)


@dataclass(frozen=True, slots=True)
class Result:
    """A draft, and what the file itself gives for the article: a proposal, as `Read` has it."""

    draft: Draft
    published: dt.date | None = None
    headline: str | None = None
    url: str | None = None
    publisher: str | None = None


def to_json(result: Result) -> str:
    told = {
        "article": result.draft.article.model_dump_json(),
        "proposals": [
            {"mark": p.mark, "basis": p.basis, "alternatives": [alternative_out(a) for a in p.alternatives]}
            for p in result.draft.proposals
        ],
        "published": day_out(result.published),
        "headline": result.headline,
        "url": result.url,
        "publisher": result.publisher,
    }
    return json.dumps(told, ensure_ascii=False)


def from_json(told: dict[str, Any], areas: Areas) -> Result:
    """The article is checked again. Raises ValueError, KeyError or TypeError for what `to_json` did not write."""
    article = Article.model_validate_json(told["article"], strict=True, context={"areas": areas})
    proposals = tuple(Proposal(p["mark"], p["basis"], tuple(map(alternative_in, p["alternatives"]))) for p in told["proposals"])
    return Result(Draft(article, proposals), day_in(told["published"]), told["headline"], told["url"], told["publisher"])


def alternative_out(value: object) -> dict[str, Any]:
    """`{"id": "150400"}`, `{"day": "2023-08-12"}` or `{"when": {"start": "2023-08-12", ...}}`."""
    match value:
        case str():
            return {"id": value}  # of an area or a person
        case dt.date():
            return {"day": value.isoformat()}
        case When():
            return {"when": WHEN.dump_python(value, mode="json")}
    raise TypeError(f"an alternative of a kind that has no form here: {type(value).__name__}")


def alternative_in(told: dict[str, Any]) -> str | dt.date | When:
    match told:
        case {"id": str(value)}:
            return value
        case {"day": str(value)}:
            return dt.date.fromisoformat(value)
        case {"when": dict(value)}:
            return WHEN.validate_python(value)
    raise ValueError("no alternative")


def day_out(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def day_in(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told) if told else None
