"""A page run as Streamlit runs it, without a browser, and what it says."""

import json
import re
import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.data import store

SEED = "2023-08-13-chifeng-cppcc-exchange"
PAGES = ("map", "attendees", "articles", "records", "about")


def run(page: str = "map", **address: str | list[str]) -> AppTest:
    """A page under an address. Streamlit's tester opens the home page only, so this page is made that."""
    tester = AppTest.from_string(f"from dashboard import app\napp.main({page!r})", default_timeout=60)
    for name, value in address.items():
        tester.query_params[name.rstrip("_")] = value
    return tester.run()


def said(tester: AppTest) -> str:
    """All that the page says in words."""
    kinds = (tester.title, tester.header, tester.subheader, tester.markdown, tester.warning, tester.info, tester.error)
    return "\n".join(plain(element.value) for kind in kinds for element in kind)


def plain(markdown: str) -> str:
    """What a reader reads where a sign of Markdown is to be only text."""
    return re.sub(r"\\([^\w\s])", r"\1", markdown)


def sent(tester: AppTest, component: str) -> dict:
    """The data that the first component of this name on the page was given."""
    found = [e.proto for e in tester.get("bidi_component") if e.proto.component_name == f"daybook.{component}"]
    return json.loads(found[0].json)


def listed(tester: AppTest) -> dict[str, str]:
    """Label -> value of every list of numbers on the page."""
    data = [json.loads(e.proto.json) for e in tester.get("bidi_component") if e.proto.component_name == "daybook.key_numbers"]
    return {cell["label"]: cell["value"] for one in data if one["form"] == "list" for cell in one["cells"]}


def cards(tester: AppTest) -> list[str]:
    """The words of each card on the page."""
    return [json.dumps(card, ensure_ascii=False) for card in sent(tester, "cards")["cards"]]


def links(tester: AppTest) -> list[str]:
    return [plain(link.proto.label) for link in tester.get("page_link")]


def asked(tester: AppTest, name: str) -> list[str]:
    """A parameter of the address: the tester gives a single value as it is, or in a list."""
    value = tester.query_params[name]
    return [value] if isinstance(value, str) else list(value)


def numbers(tester: AppTest) -> dict[str, str]:
    return {cell["label"]: cell["value"] for cell in sent(tester, "key_numbers")["cells"]}


def only_the_seed(folder: Path) -> Path:
    """A data folder that holds the first article alone."""
    (folder / "articles").mkdir(parents=True)
    for file in ("areas.csv", "people.csv", f"articles/{SEED}.json"):
        shutil.copy(store.SHIPPED / file, folder / file)
    return folder
