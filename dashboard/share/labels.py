"""Nothing in, the sentences that stand on every page of a record out, in the reader's language."""

from dashboard.words import N_, _, language

WORDS = {
    "motto": N_("Official meetings and field visits, from news reports"),
    "original": N_("Read the original"),
    "undated": N_("no date printed"),
    "ours": N_("This is our summary, in our own words. What was published stands behind the link."),
    "ours_unlinked": N_("This is our summary, in our own words."),
    "underlined": N_("Underlined words say a fact; the small number leads to it."),
    "quoted": N_("In quotation marks: the words of the report that say it. They lead to their place in the text."),
    "quoted_ours": N_("In quotation marks: the words of our summary that say it. They lead to their place in the text."),
    "text": N_("Text"),
    "facts": N_("What it says"),
    "fact": N_("Fact"),
    "in_text": N_("In the text"),
    "of_event": N_("Page of this event"),
    "records": N_("Its records"),
    "dashboard": N_("Open in the dashboard"),
    "map": N_("Where"),
    "signs": N_("● meeting, ◆ visit. A small number is the order of its stops; ×4 is four of them."),
    "order": N_("Stops in the order given. The dashed line is that order, not a road taken on a known day."),
    "from_article": N_("Told in"),
    "others": N_("The same, told by others"),
    "cite": N_("Cite this page"),
    "json": N_("The record as JSON"),
    "all": N_("All records"),
    "feed": N_("New records (feed)"),
    "version": N_("Data version"),
    "reviewed": N_("reviewed"),
    "home": N_("To the dashboard"),
    "undated_year": N_("Without a date"),
    "about_list": N_("Every article that counts, with its meetings and visits. Each has a page that needs no JavaScript."),
}


def words() -> dict[str, str]:
    return {name: _(sentence) for name, sentence in WORDS.items()} | {"language": language()}
