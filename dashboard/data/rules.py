"""How the numbers are made and where things come from, in words: said on the About page and in every hand-over file."""

from dashboard.words import N_

COUNTING = (
    N_("An event counts once, however many stops it has: a visit of three stops is one visit."),
    N_(
        "Two articles on one meeting or visit count once: the same kind, days that overlap, one place in the other, and a person "
        "named in both; where one names nobody, the same organizer, or the very same days and places beside another meeting or "
        "visit that both articles tell. The page shows both, and what each says otherwise."
    ),
    N_("A region counts the events with a stop in it or below it, so the regions' figures do not add up to the whole."),
    N_("Where no article is held, nothing is known: it does not mean that nothing took place."),
    N_("People are counted once by name. A number stated for a group is shown as printed and never added to names."),
    N_("A group without a number is counted as a group, once per article. “Not stated” is never 0, and we guess nothing."),
    N_(
        "An event matches dates when its span overlaps them. Events without a date leave such a view, and the page says how many."
    ),
    N_("Nothing counts before a person has approved it. What is inferred is marked as inferred."),
)
SOURCES = (
    N_("An article is held as a summary in our own words, with a link to what was published; quotes are from it, and say so."),
    N_("A name that the reports print only in Chinese has Latin letters by us, in pinyin, and ° after it."),
    N_("Names of areas: official Chinese names; English forms in common use, in pinyin, or from GeoNames (CC BY 4.0)."),
)
BASIS_WORDS = {  # how the number of an attendee is known, as a column or a bar is called
    "named": N_("people named"),
    "stated": N_("groups, number stated"),
    "inferred": N_("groups, number inferred"),
    "not_stated": N_("groups, number not stated"),
}
