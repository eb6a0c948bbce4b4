"""data/article.schema.json is what the records say, and the shipped articles are valid by it."""

import json

import jsonschema
import pytest

from dashboard.data.records import Article
from dashboard.data.store import SHIPPED
from tests.factories import article, event, group

FILE = SHIPPED / "article.schema.json"
MAKE = "python -m tests.test_schema"


def generated() -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Article.model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def test_the_schema_is_the_one_that_the_records_give():
    assert FILE.read_text("utf-8") == generated(), f"the records have changed: run `{MAKE}` and commit {FILE.name}"


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(generated()))


@pytest.mark.parametrize("path", sorted((SHIPPED / "articles").glob("*.json")), ids=lambda path: path.stem)
def test_every_shipped_article_is_valid(path):
    validator().validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "wrong",
    [article(event(kind="party")), article(extra=1), article(event(start="soon")), article(event(attendees=[group(level="x")]))],
)
def test_what_is_not_an_article_is_not_valid(wrong):
    assert not validator().is_valid(json.loads(json.dumps(wrong)))


def test_what_our_tests_call_an_article_is_valid():
    validator().validate(json.loads(json.dumps(article(event()))))


def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(generated()), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


if __name__ == "__main__":
    FILE.write_text(generated(), "utf-8")
