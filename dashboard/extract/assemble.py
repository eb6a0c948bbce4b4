"""A report and its mentions in, the events it tells of out: which sentences belong to which, and on what day each was."""

from dataclasses import replace

from dashboard.data.records import Kind
from dashboard.extract import bodies, likely
from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import belongs, names_some, takes_part
from dashboard.extract.chronicle import entry
from dashboard.extract.dating import day_of
from dashboard.extract.going_on import goes_back, goes_on, newcomers
from dashboard.extract.lasting import COUNTED, back_to, lasting, through
from dashboard.extract.later_days import give_days, give_late_day, sentence_of
from dashboard.extract.mentions import Mention, within
from dashboard.extract.openings import BY_DAY, known_one, recorded
from dashboard.extract.sameness import is_new, narrows, of_another_year, of_one_time, on_its_own, tells_its_day, widens
from dashboard.extract.tellings import body, parts, tellings
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import DEFAULT, EARLIER, LABELLED, LATER, SAME, Part, Told
from dashboard.extract.trigger import BASIS
from dashboard.extract.when import When
from dashboard.extract.wording import words


def assemble(report: Report, marks: Marks) -> list[Told]:
    """The events in the order in which the report tells them."""
    told = gathered(report, marks)
    give_days(told, marks, report)
    return joined(without_background(told, report, marks))


def gathered(report: Report, marks: Marks) -> list[Told]:
    """The events with the sentences that tell of each."""
    told: list[Told] = []
    before: list[Part] = []  # who came, told before what they came for
    listed: list[Part] = []  # of a list cut at its semicolons: who took part, before the words that say so
    for sentence in body(report):
        whole, added = Part(sentence.start, sentence.end), False
        for part in parts(report.text, sentence, tellings(report, sentence, marks, told)):
            part.at = frozenset(m.value for m in within(marks.places, part.start, part.end) if m.value)
            part.entry = entry(report, sentence, marks)
            part.newcomers = newcomers(part, told, marks, report)
            part.own = own_day(part, sentence, told, marks, report)
            labelled = None if part.trigger.value in marks.form.days else marks.form.day
            if event := add(told, part, report, sentence, labelled):
                event.parts[-1:-1] = listed if len(event.parts) > 1 else []
                listed, added = [], True
                if not event.date and event.parts == [part] and (days := from_just_before(part, sentence, marks, report)):
                    event.date, event.date_from = days, EARLIER
        if added:
            continue
        if told and belongs(report, marks, sentence, told[-1]):
            told[-1].parts += [*listed, whole]
            give_late_day(told[-1], whole, marks, report.text)
            listed = []
        elif not told and (takes_part(report, sentence) or names_some(report, marks, sentence)):
            before.append(whole)
        else:
            listed = [*listed, whole] if report.text[sentence.end - 1] == "；" else []
    if not any(e.kind == "meeting" for e in told) and (record := recorded(report, marks)):
        told.insert(0, of_a_record(record, report, marks))
    if told:
        told[0].parts += before
    return told


def of_a_record(words: Mention[Kind], report: Report, marks: Marks) -> Told:
    """The meeting that a text is the record of, where none of its sentences says that it was held."""
    day = marks.form.days.get("meeting", marks.form.day)
    event = Told("meeting", words, [Part(0, report.headline_end, day, words)], day, LABELLED)
    event.parts += [Part(start, end, listed=True) for start, end in marks.form.people]
    return event


def from_just_before(part: Part, sentence: Sentence, marks: Marks, report: Report) -> Mention[When] | None:
    """`7月13日，下过一场小雨。他们走进库伦旗，开始为期五天的实践`: the day of the sentence before, and the length of this one."""
    before = next((s for s in reversed(report.sentences) if s.end <= sentence.start), None)
    if not before or before.paragraph != sentence.paragraph:
        return None
    found = [m for m in within(marks.dates, before.start, before.end) if m.value.start]
    days = lasting(found[0], report.text, part.start, part.end) if len(found) == 1 else None
    return days if days and days.basis != found[0].basis else None


def own_day(part: Part, sentence: Sentence, told: list[Told], marks: Marks, report: Report) -> Mention[When] | None:
    """The day that the words print, or that of their entry in a chronicle, or of the record that they stand in."""
    day = day_of(part, within(marks.dates, sentence.start, sentence.end), report.text)
    day = day or day_of_entry(part, entry(report, sentence, marks), told)
    known = any(e.kind == part.trigger.value for e in told)
    if known and day and day.start >= part.end:  # `The session also heard of an inspection made five days earlier`
        day = None
    said = day and (day.value.start or not marks.form.day)
    return day if said or known else marks.form.days.get(part.trigger.value, marks.form.day)


def without_background(told: list[Told], report: Report, marks: Marks) -> list[Told]:
    """What has a month alone, beside events with a day, is what was before: `Procurators took samples in September`.

    Nor is there a visit without a day of its own whose sentence is not that of one: `asked that the damage be surveyed`.
    """
    precise = {e.date.value.precision for e in told if e.date}
    kept = told if precise.isdisjoint(("day", "range")) else [e for e in told if not e.date or e.date.value.precision != "month"]
    return [e for e in kept if e.kind == "meeting" or e.date_from not in (EARLIER, DEFAULT) or tells_of_one(e, report, marks)]


def tells_of_one(event: Told, report: Report, marks: Marks) -> bool:
    sentence = sentence_of(event.trigger, report)
    if not sentence or likely.dated(report, sentence, marks):
        return True
    chance = likely.chances(words(report, sentence, marks), report.language)
    return chance[event.kind] >= likely.LEAST_WITHOUT_DAY


def joined(told: list[Told]) -> list[Told]:
    """A forum's second day is no forum of its own, once it is known how long it was; nor a leg of a visit one, but of others."""
    kept: list[Told] = []
    for event in told:
        same = (e for e in kept if e.kind == event.kind and (within_its_days(event, e) or within_its_days(e, event)))
        if first := next(same, None):
            first.date = event.date if within_its_days(first, event) else first.date
            first.parts += event.parts
        else:
            kept.append(event)
    return kept


def within_its_days(event: Told, other: Told) -> bool:
    if not (event.date and event.date.value.start and other.date and other.date.value.precision == "range"):
        return False
    day, days, others = event.date.value, other.date.value, any(e.parts[0].newcomers for e in (event, other))
    of_it = COUNTED in other.date.basis or event.trigger.basis == BY_DAY if event.kind == "meeting" else not others
    return of_it and days.start <= day.start and day.end <= days.end


def day_of_entry(part: Part, day: Mention[When] | None, told: list[Told]) -> Mention[When] | None:
    """The day of the entry that a part stands in, unless the entry has told of its event before."""
    before = day and any(e.kind == part.trigger.value and e.parts[0].start >= day.start for e in told)
    return None if before else day


def add(told: list[Told], part: Part, report: Report, sentence: Sentence, labelled: Mention[When] | None) -> Told | None:
    """Put a part to the event it tells of, or begin a new one; gives that event, if there is one."""
    event = next((t for t in reversed(told) if t.kind == part.trigger.value), None)
    if event and on_its_own(event, part, report.text):
        part.trigger = replace(part.trigger, basis=BASIS["opens"], rule="opens")
    if not part.opens and not (event and of_one_time(event, part)):
        return None
    printed = part.own and part.start <= part.own.start < part.end  # not that of its entry or record
    if not printed and told and of_another_year(event or told[-1], part, report.text):
        return None
    if event and part.own and (earlier := referred_to(told, part, report.text)):
        event = earlier  # `Both stayed for the Thursday meeting`
    elif not event or (part.opens and is_new(event, part, report, sentence)):
        event = Told(part.trigger.value, part.trigger)
        told.append(event)
    event.parts.append(part)
    if event.date and event.date is labelled and part.own and part.own is not labelled and part.trigger.rule != "refers":
        event.date = None  # the record's line tells of all that was done
    if goes_on(event, part, report.text):
        event.date = through(event.date, part.own)
    elif goes_back(event, part, report.text):
        event.date = back_to(part.own, event.date)
    elif widens(event, part) or narrows(event, part, told):
        event.date, event.date_from = part.own, LATER
    elif part.own and tells_its_day(event, part) and (dated(part) or not any(e.date for e in told)):
        event.date = lasting(part.own, report.text, part.start, part.end)
        event.date_from = SAME if event.parts[0] is part else LATER
    event.organizer = event.organizer or bodies.organizer(report.text, part.start, part.end, report.language)
    return event


def referred_to(told: list[Told], part: Part, text: str) -> Told | None:
    """An event told before the last one, of whose day a part speaks as `the meeting`."""
    if not known_one(part.trigger, text):
        return None
    same = [e for e in told if e.kind == part.trigger.value]
    return next((e for e in same[:-1] if e.date and e.date.value.start and e.date.value == part.own.value), None)


def dated(part: Part) -> bool:
    return bool(part.own.value.start) or part.own.rule == "vague"
