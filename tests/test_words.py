"""Rules of the words: dates, forms and lists as the language writes them, and a catalogue put in changes every sentence."""

import datetime as dt

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from dashboard import words
from dashboard.data.errors import BadAddress
from dashboard.words import N_, _, date, date_span, listing, month, ngettext, number


@pytest.fixture(autouse=True)
def _back_to_english():
    words.speak("en")
    yield
    words.speak("en")


@pytest.fixture
def pseudo(tmp_path, monkeypatch):
    """A language whose words are ours in brackets; Esperanto's name, so that Babel knows how it writes dates."""
    catalogue = Catalog(locale="eo", domain="daybook")
    catalogue.add("Map", "[Map]")
    catalogue.add("from {day}", "[from {day}]")
    catalogue.add(("{n} event", "{n} events"), ("[{n} event]", "[{n} events]"))
    catalogue.add("{name}={value} is left out.", "[{name}={value} is left out.]")
    file = tmp_path / "eo" / "LC_MESSAGES" / "daybook.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, catalogue)
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    monkeypatch.setitem(words.LANGUAGES, "eo", "Pseudo")
    words.catalogue.cache_clear()
    yield
    words.catalogue.cache_clear()


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2023-08-12", "2023-08-12", "12 August 2023"),
        ("2023-08-09", "2023-08-12", "9–12 August 2023"),
        ("2023-07-30", "2023-08-02", "30 July–2 August 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022–2 January 2023"),
        ("2022-08-09", "2023-08-12", "9 August 2022–12 August 2023"),
    ],
)
def test_a_span_says_each_thing_once(start, end, written):
    assert date_span(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == written


def test_a_day_and_a_month_are_written_as_the_language_does():
    assert (date(dt.date(2023, 8, 12)), month(dt.date(2023, 8, 12))) == ("12 August 2023", "August 2023")


@pytest.mark.parametrize(("n", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1234, "1,234 events")])
def test_the_form_fits_the_number(n, said):
    assert ngettext("{n} event", "{n} events", n) == said


def test_numbers_have_the_languages_separators():
    assert number(1234567) == "1,234,567"


@pytest.mark.parametrize(("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_a_list_ends_with_and(items, said):
    assert listing(items) == said


def test_names_in_a_sentence_are_filled_in_and_braces_in_a_value_are_text():
    assert _("from {day}", day="{x}") == "from {x}"


def test_a_sentence_without_names_may_have_braces():
    assert _("a {brace}") == "a {brace}"


def test_a_marked_sentence_is_left_as_it_is():
    assert N_("Map") == "Map"


def test_an_unknown_language_is_an_error_and_changes_nothing():
    with pytest.raises(KeyError, match="xx"):
        words.speak("xx")
    assert words.language() == "en"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_language_writes_dates_and_numbers(language):
    words.speak(language)
    day = dt.date(2023, 8, 12)
    assert all((date(day), month(day), date_span(day, day + dt.timedelta(3)), number(1), listing(["a", "b"])))


def test_another_catalogue_changes_words_forms_and_kept_sentences(pseudo):
    kept = BadAddress("kind", N_("{name}={value} is left out."), name="kind", value="x")
    assert (_("Map"), ngettext("{n} event", "{n} events", 2), str(kept)) == ("Map", "2 events", "kind=x is left out.")
    words.speak("eo")
    assert (_("Map"), ngettext("{n} event", "{n} events", 2), str(kept)) == ("[Map]", "[2 events]", "[kind=x is left out.]")
    day = date(dt.date(2023, 8, 12))
    assert day != "12 August 2023"
    assert _("from {day}", day=day) == f"[from {day}]"


def test_a_sentence_the_catalogue_lacks_stays_english(pseudo):
    words.speak("eo")
    assert _("Not translated yet") == "Not translated yet"
