"""Enters a drawn world, so that readers see what is not hidden in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from newsroom.cooperation.models import Agreement, Appearance, Event, Party
from newsroom.dates import Day, Length
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair
from tests import factories
from tests.claims.drawn_records import Drawn, Happening, Ref, Somebody, Step, Text
from tests.claims.world import change

TODAY = date(2026, 11, 27)
NOON = datetime(2026, 11, 27, 4, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NAMES = (
    *(("Harbourton", "海州"), ("Rivermouth", "河口"), ("Northport", "北港")),
    *(("Eastford", "东津"), ("Southbank", "南岸"), ("Westhaven", "西港"), ("Millbrook", "磨溪")),
)


@dataclass
class Ground:
    """What every world shares: places, the pair of the first two, a story about it and one that reports.

    Seven places: a world draws four at most, and traps add three.
    """

    places: list[Any]
    pair: Pair
    told: Any


def ground() -> Ground:
    SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="海州站", home="harbourton")
    places = [factories.place(en, name_zh=zh, slug=en.lower()) for en, zh in NAMES]
    pair = factories.pair(*places[:2])
    about, told = factories.article(pairs=[pair], slug="about"), factories.article(slug="told")
    for story in (about, told):
        for language in LANGUAGES:
            factories.published(story, language, headline={EN: "Headline", ZH: "标题"}[language])
    return Ground(places, pair, told)


class Entered:
    """The records of a world, each list in the order in which it was drawn."""

    def __init__(self, world: Drawn, on: Ground) -> None:
        self.world, self.ground = world, on
        self.places = [one for one, _spot in zip(on.places, world.spots, strict=False)]
        for place, spot in zip(self.places, world.spots, strict=True):
            parent = None if spot.parent is None else self.places[spot.parent]
            change(place, level=spot.level, parent=parent, ended=spot.ended, country=spot.country)
        self.bodies = [
            factories.institution(f"Body {number}", kind=one.kind, place=self.at(one.place), slug=f"body-{number}")
            for number, one in enumerate(world.bodies)
        ]
        self.pairs = [factories.pair(self.places[two.one], self.places[two.other]) for two in world.twos]
        for pair, two in zip(self.pairs, world.twos, strict=True):
            if two.continues is not None:
                change(pair, continues=self.pairs[two.continues])
        self.companies = [
            factories.delegation(*map(self.record, senders), members=(factories.person(f"Traveller {number}"),))
            for number, senders in enumerate(world.companies)
        ]
        self.events = [self.event(number, one) for number, one in enumerate(world.events)]
        self.texts: list[Agreement] = []
        for number, one in enumerate(world.texts):
            self.texts.append(self.text(number, one))
        self.stages = [self.stage(one) for one in world.steps]
        SiteSettings.objects.update(whole_since=world.site_since)
        Pair.objects.filter(pk=on.pair.pk).update(whole_since=world.pair_since)
        on.told.events.set(self.events)
        on.told.agreements.set(self.texts)

    def at(self, place: int | None) -> Any:
        return None if place is None else self.places[place]

    def record(self, ref: Ref) -> Any:
        kind, number = ref
        return self.places[number] if kind == "place" else self.bodies[number]

    def event(self, number: int, one: Happening) -> Event:
        facts = {"held": one.held, "held_inferred": one.inferred and bool(one.held), "state": one.state}
        made = factories.event(slug=f"event-{number}-drawn", mode=one.mode, public_from=LONG_AGO, **facts)
        made.places.set([self.places[place] for place in one.places])
        made.pairs.set([self.pairs[pair] for pair in one.pairs])
        for company in one.received:
            factories.stop(self.companies[company], made)
        for body in one.sites:
            factories.site(made, self.bodies[body])
        for order, somebody in enumerate(one.people):
            self.appearance(made, somebody, order, f"Person {number}{order}")
        if not is_shown(one):
            Event.objects.filter(pk=made.pk).update(public_from=None)
        return made

    def appearance(self, event: Event, one: Somebody, order: int, name: str) -> None:
        whom = {"place" if one.stood[0] == "place" else "institution": self.record(one.stood)} if one.stood else {}
        person = factories.person(name, slug=name.lower().replace(" ", "-"))
        row = Appearance.objects.create(event=event, person=person, parts=one.parts, side=one.side, order=order, **whom)
        if one.office:
            kind = "place" if one.office[0] == "place" else "institution"
            row.offices.add(factories.office(**{kind: self.record(one.office)}))

    def text(self, number: int, one: Text) -> Agreement:
        facts = {one.loose: True} if one.loose else {}
        made = factories.agreement(
            *(self.record(ref) for ref in one.parties if ref[0] != "words"),
            pairs=tuple(self.pairs[pair] for pair in one.pairs),
            slug=f"text-{number}",
            title_en=f"Text {number}",
            title_zh=f"文本{number}",
            kind=one.kind,
            state=one.state,
            signed=one.signed,
            signed_inferred=one.signed_inferred and bool(one.signed),
            term=one.term,
            term_inferred=one.term_inferred and bool(one.term),
            term_length=one.months and Length(one.months),
            term_reckoned=one.reckoned,
            follows=None if one.follows is None else self.texts[one.follows],
            following=one.following,
            part_of=None if one.part_of is None else self.texts[one.part_of],
            count=one.count,
            event=None if one.event is None else self.events[one.event],
            public_from=None if one.hidden else LONG_AGO,
            **facts,
        )
        if ("words", 0) in one.parties:
            Party.objects.create(agreement=made, words_en="some cities", words_zh="若干城市", order=9)
        return made

    def stage(self, one: Step) -> Any:
        return factories.stage(
            self.pairs[one.pair],
            one.kind,
            reached=one.reached,
            reached_inferred=one.inferred and bool(one.reached),
            agreement=None if one.made_by is None else self.texts[one.made_by],
            ended_by=self.at(one.ended_by),
            public_from=None if one.hidden else LONG_AGO,
        )


def is_shown(one: Happening) -> bool:
    """Return whether readers may see the event: a stop ahead is hidden, and an announced one that may be ahead."""
    day = Day.parse(one.held) if one.held else None
    if one.hidden or not one.received:
        return not one.hidden
    if one.state == "announced":
        last = day and (day.latest or day.earliest)
        return bool(last and last <= TODAY)
    return not (day and day.earliest and day.earliest > TODAY)
