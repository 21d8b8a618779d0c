"""What the pages of pairs, places, people and institutions claim."""

from django.utils.translation import pgettext_lazy

from newsroom.claims import Claim

_AGREEMENTS = "the agreements of the two, and those near both"

PAIR = (
    Claim(
        "pair.relation",
        ("Relation",),
        "a stage of the pair, or of one that it continues, has begun",
        "stages of the pair and of the pairs that it continues, the ends of the two places",
    ),
    Claim(
        "pair.no-relation",
        ("not on record", "What the two became to each other is not on record."),
        "no stage of the pair has begun, and nothing near the two may have made a relation",
        "stages of the pairs near both, agreements near both of a kind that may make a relation",
    ),
    Claim(
        "pair.continued",
        ("continued by %(place)s", "continued by %(place)s %(since)s"),
        "the relation is over, and a public pair continues this one",
        "the pairs that continue it",
    ),
    Claim(
        "pair.earlier",
        ("with %(place)s until %(day)s", "first with %(place)s"),
        "the pair continues an earlier one, which has a stage, and which no stage surely ended before one of its "
        "places did",
        "the pairs that it continues, their stages, the ends of their places",
    ),
    Claim(
        "pair.visits",
        ("Visits on record", "%(count)s to %(place)s"),
        "so many visits of one to the other, each delegation once",
        "events of the pair and events in which both took part",
    ),
    Claim(
        "pair.no-visit",
        (
            "No visit to %(place)s is found %(scope)s.",
            "No visit to %(place)s after %(year)s is found %(scope)s.",
            "No visit to %(place)s after %(year)s (inferred) is found %(scope)s.",
        ),
        "no visit to the place, or none after that year, and no event near the two that may have been one; the year is "
        "inferred where no visit of that year has a day that a source states",
        "visits, and events near both, of which it is not known who came or where they were",
    ),
    Claim(
        "pair.scope",
        (
            "in the records from %(year)s on, which are whole",
            "in the records of this site, which begin in %(year)s",
            "in the records of this site",
        ),
        "the office says from which year its records are whole, of the pair or the site; else the first year on record",
        "the setting of the pair and of the site, the earliest public event and agreement",
    ),
    Claim(
        "pair.agreements",
        (
            "Agreements",
            "%(count)s in force",
            "%(count)s with no end stated",
            "%(count)s extended",
            "%(count)s whose end is not on record",
        ),
        "so many signed agreements of the two, and so many of them of each status today",
        "the agreements of the two, what follows them",
    ),
    Claim(
        "pair.none-in-force",
        (
            "none in force",
            "the relation stands; no agreement with an end is in force",
            "No agreement on record is in force today.",
        ),
        "something that was signed is over, and nothing is left of which that is not sure",
        f"{_AGREEMENTS}, what renews or replaces them, the relation",
    ),
    Claim(
        "pair.ran-out",
        (
            "The last agreement with an end ran out in %(year)s.",
            "The last agreement with an end ran out in %(year)s (inferred).",
        ),
        "all are over, the last by the end of its term, and none was ended",
        _AGREEMENTS,
    ),
    Claim(
        "pair.no-agreement",
        ("No agreement between the two is found %(scope)s.",),
        "there is no agreement of the two, and none near both",
        _AGREEMENTS,
    ),
    Claim(
        "pair.last-contact",
        ("Last contact",),
        "the latest contact of the two with a day that has begun",
        "events in which both took part, agreements of both",
    ),
    Claim(
        "pair.stage-taken-over",
        ("Taken over by another pair", "Taken over from an earlier pair", "Taken over from %(place)s"),
        "a stage says that the relation was taken over",
        "the stage, the pair that it continues",
    ),
    Claim(
        "pair.pause",
        ("No entry here from %(first)s to %(last)s",),
        "the timeline has no entry that may be of one of these years; nothing is said of what is not listed there",
        "the entries of the timeline, the years that each may mean: one of an unknown day may mean any",
    ),
    Claim("pair.ended-by", ("by %(place)s",), "the stage that ended the relation names who ended it", "the stage"),
)

PERSON = (
    Claim(
        "person.no-appearance",
        ("No appearance is on record.",),
        "nothing public names the person at an event, on a delegation or under a text; a photo does",
        "appearances at events and on delegations, public and not ahead; whom the person represented; signatures",
    ),
    Claim(
        "person.no-office",
        ("No office is on record.",),
        "no tenure, no printed office, no office under which the person signed, none linked to an appearance",
        "tenures, appearances, signatures",
    ),
    Claim(
        "person.on-day",
        (
            pgettext_lazy("an office", "Held"),
            "Whether it was held is not on record",
            "As printed that day",
            "Last printed before",
            "First printed after",
        ),
        "asked for an earlier day: held only inside a term whose ends are on record and enclose it; printed, as it was",
        "tenures, the printed offices of appearances and signatures, each with its day",
    ),
    Claim("person.for", ("for %(name)s",), "the person was there for that place or body", "the appearance"),
)

LISTS = (
    Claim(
        "list.partners",
        ("They are with %(counter)s partner.", "<b>%(counter)s</b> partner"),
        "so many places are the other side of a pair that readers see; where another pair continues it, only of that",
        "all pairs, what they continue",
    ),
    Claim(
        "list.countries",
        ("The partners lie in %(counter)s country or region.", "<b>%(counter)s</b> country or region"),
        "of every partner it is on record where it lies, and so many are the countries and regions, as the office "
        "counts Hong Kong, Macao and Taiwan",
        "all pairs, their places and what those are part of, the setting of the regions",
    ),
    Claim(
        "list.events",
        ("%(counter)s event",),
        "so many public events took place that name the pair or in which both took part",
        "events of the pair and events in which both took part, their state",
    ),
    Claim(
        "list.agreements",
        ("%(counter)s agreement",),
        "so many texts that name the pair or that both signed, a bundle as the number that it states",
        "the agreements of the two, their state, what bundles they belong to",
    ),
    Claim(
        "list.last-contact",
        ("last contact %(year)s",),
        "the year of the latest contact of the two",
        "as pair.last-contact",
    ),
)

BODIES = (
    Claim(
        "institution.tie",
        ("Tied by agreements with", "first on record %(day)s"),
        "both signed a text of a kind that ties; the day is that of the earliest of them",
        "the agreements of the institution, their kind, their state, their days",
    ),
    Claim(
        "institution.represented",
        ("Represented at",),
        "somebody was present at the event on its behalf",
        "appearances on its behalf, their parts, the state of the event",
    ),
    Claim(
        "place.ended", ("It ended %(when)s.",), "an end of the place is on record", "the day on which the place ended"
    ),
    Claim("place.passed", ("It passed into %(places)s.",), "a successor of the place is on record", "its successors"),
)

CLAIMS = (*PAIR, *LISTS, *PERSON, *BODIES)
