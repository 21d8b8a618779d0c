"""After any deeds the index of each list is what writing it anew would make it, for all that readers may see.

Deeds are drawn and done on a few stories, their events, agreements and journeys. Records that nobody has approved are
left out: they are changed without a deed, and come into the index when they come to readers.
"""

import pytest
from django.db import transaction
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.articles import deeds
from newsroom.articles.index import EVERY_INDEX
from newsroom.articles.models import Article, Edition, Version
from newsroom.cooperation.index import AGREEMENTS, STOPS
from newsroom.cooperation.models import Agreement, Delegation, Event, Field, Party, Sender
from newsroom.languages import LANGUAGES
from newsroom.lists.models import Entry
from newsroom.places.models import Place
from newsroom.publishing import clock, following, release
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db


class World:
    """A few stories and what they report; each deed takes two numbers that choose what it is done to."""

    def __init__(self):
        self.editor, self.publisher = factories.user("editor"), factories.user("publisher")
        self.bodies = [factories.institution(), factories.institution()]
        self.fields = [Field.objects.create(slug=f"field-{n}", name_en=f"Field {n}") for n in range(2)]
        self.home, *_partners = [factories.place() for _ in range(4)]
        self.tell(0, 1)

    def tell(self, one: int, other: int) -> None:
        partner = self.partner(one)
        pair = factories.pair(self.home, partner)
        journey = factories.delegation(partner if other % 2 else self.bodies[one % 2])
        event = factories.event(pair, delegation=journey, held=f"{2010 + other}-05")
        signed = factories.agreement(partner, self.bodies[other % 2], pairs=(pair,), event=event, signed=f"201{one}")
        story = factories.article(events=[event], agreements=[signed][: other % 2], year=2015 + one)
        factories.published(story, LANGUAGES[other % 2])

    def partner(self, number: int) -> Place:
        partners = Place.objects.exclude(pk=self.home.pk).order_by("pk")
        return partners[number % len(partners)]

    def change(self, model, number: int, change) -> None:
        """Propose a change of the record of that number, and approve it."""
        records = model.objects.order_by("pk")
        record = records[number % len(records)]
        amend(propose(record, lambda: change(record), by=self.editor), by=self.publisher, minor=True)

    # The deeds. Each may be refused.

    def translate(self, one: int, other: int) -> None:
        factories.published(self.story(one), LANGUAGES[other % 2], minor=True)

    def hand_in(self, one: int, other: int) -> None:
        factories.submitted(self.story(one), LANGUAGES[other % 2], minor=True)

    def correct(self, one: int, _other: int) -> None:
        draft = deeds.correct(self.edition(one), by=self.editor)
        deeds.write(draft, by=self.editor, headline="Corrected", minor=True)
        deeds.submit(draft, by=self.editor)
        deeds.approve(draft, by=self.publisher)

    def withdraw(self, one: int, other: int) -> None:
        edition = self.edition(one)
        along = deeds.orphans_of(edition, clock.moment()) if other % 2 else []
        deeds.withdraw(edition, by=self.publisher, reason="It was wrong.", take_along=along)

    def move_the_event(self, one: int, other: int) -> None:
        self.change(Event, one, lambda event: _saved(event, held=f"20{10 + other}-08-18", kinds=["forum"]))

    def place_the_event(self, one: int, other: int) -> None:
        self.change(Event, one, lambda event: event.places.set([self.partner(other)]))

    def part_from_the_journey(self, one: int, _other: int) -> None:
        self.change(Event, one, lambda event: event.stops.all().delete())

    def renew_the_agreement(self, one: int, other: int) -> None:
        facts = {"kind": "memorandum", "signed": f"200{other}", "term": f"200{other}/2030"}
        self.change(Agreement, one, lambda agreement: _saved(agreement, **facts))

    def widen_the_agreement(self, one: int, other: int) -> None:
        self.change(Agreement, one, lambda agreement: agreement.fields.set(self.fields[: 1 + other % 2]))

    def change_a_party(self, one: int, other: int) -> None:
        body = self.bodies[other % 2]
        row = {"place": None, "institution": body}
        self.change(Agreement, one, lambda signed: Party.objects.filter(agreement=signed, order=0).update(**row))

    def change_a_sender(self, one: int, other: int) -> None:
        row = {"place": self.partner(other), "institution": None}
        self.change(Delegation, one, lambda journey: Sender.objects.filter(delegation=journey).update(**row))

    def report_another_event(self, one: int, other: int) -> None:
        event = Event.objects.order_by("pk")[other % Event.objects.count()]
        self.change(Article, one, lambda story: story.events.set([event]))

    def release(self, one: int, _other: int) -> None:
        release.release(Event.objects.order_by("pk")[one % Event.objects.count()], by=self.publisher)

    def retract(self, one: int, _other: int) -> None:
        event = Event.objects.order_by("pk")[one % Event.objects.count()]
        release.retract(event, by=self.publisher, reason="Not needed.")

    def merge_places(self, one: int, other: int) -> None:
        merge(self.partner(one), self.partner(other), by=self.publisher)

    def merge_bodies(self, _one: int, _other: int) -> None:
        twin = factories.institution()
        Party.objects.filter(institution=self.bodies[0]).update(institution=twin)
        merge(self.bodies[0], twin, by=self.publisher)
        self.bodies[0] = twin

    def story(self, number: int) -> Article:
        return Article.objects.order_by("pk")[number % Article.objects.count()]

    def edition(self, number: int) -> Edition:
        return Edition.objects.order_by("pk")[number % Edition.objects.count()]


def _saved(record, **facts) -> None:
    current = type(record).objects.get(pk=record.pk)
    for name, fact in facts.items():
        setattr(current, name, fact)
    current.save()


HELP = {"partner", "change", "story", "edition"}
DEEDS = sorted(name for name in vars(World) if not name.startswith("_") and name not in HELP)
steps = st.tuples(st.sampled_from(DEEDS), st.integers(0, 3), st.integers(0, 3))


def of_readers(index) -> set[tuple]:
    """Return the entries of the records that readers may see now."""
    at, records = clock.moment(), index.records()
    public = Q(versions__in=Version.objects.public(at)) if records.model is Edition else Q(pk__in=records.public(at))
    entries = Entry.objects.filter(key__startswith=index.name, object_id__in=records.filter(public).values("pk"))
    return set(entries.values_list("key", "rank", "object_id"))


def anew(index) -> set[tuple]:
    """Return what the index would hold if it were written from nothing; leave it as it is."""
    with transaction.atomic():
        index.rebuild()
        found = of_readers(index)
        transaction.set_rollback(True)
    return found


def live(story: list) -> None:
    world = World()
    for deed, one, other in story:
        try:
            with transaction.atomic():
                getattr(world, deed)(one, other)
        except Refused:
            continue
        for index in EVERY_INDEX:
            assert of_readers(index) == anew(index), f"{index.name} after {deed}"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=settings.default.max_examples // 5,  # each lives a small world of its own
)
@given(story=st.lists(steps, min_size=1, max_size=5))
def test_after_any_deeds_each_index_is_what_its_records_say(story):
    with transaction.atomic():
        live(story)
        transaction.set_rollback(True)


def test_a_follower_that_forgot_would_be_seen(monkeypatch):
    monkeypatch.setattr(following, "_followers", [])
    with pytest.raises(AssertionError, match="after tell"):
        live([("tell", 1, 0)])


@pytest.mark.parametrize("way", ["party", "body", "pair"])
def test_what_is_read_at_a_place_or_a_body_is_reached_from_it(way):
    place, body = factories.place(), factories.institution()
    parties = {"party": (place,), "body": (body,), "pair": ()}[way]
    agreement = factories.agreement(*parties, pairs=(factories.pair(place),) * (way == "pair"))
    factories.agreement(factories.place(), pairs=(factories.pair(),))

    assert list(AGREEMENTS.reached_from(body if way == "body" else place)) == [agreement]


def test_a_stop_is_reached_from_the_places_of_its_whole_journey():
    journey, place = factories.delegation(), factories.place()
    first, later = (factories.event(delegation=journey) for _number in range(2))
    later.places.add(place)

    assert {stop.event for stop in STOPS.reached_from(place)} == {first, later}
