"""Harbourton and Rivermouth, known to readers by a story about the pair alone: nothing else is on record."""

from dataclasses import dataclass, field
from typing import Any

from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person, Tenure
from newsroom.places.models import Pair, Place
from tests import factories
from tests.pages_records.conftest import released


@dataclass
class World:
    """The two places, their pair, a third place, and what a case enters, by name."""

    home: Place
    partner: Place
    third: Place
    pair: Pair
    part: Place | None = None
    somebody: Person | None = None
    entered: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str = "text", **facts: Any) -> Agreement:
        """Release an agreement of the two, at /agreements/<name>/, of a kind that can run."""
        facts = {
            "kind": "framework",
            "title_en": name.title(),
            "title_zh": name,
            "slug": name,
            "signed": "2001",
        } | facts
        parties = facts.pop("parties", (self.home, self.partner))
        self.entered[name] = released(factories.agreement(*parties, pairs=facts.pop("pairs", (self.pair,)), **facts))
        return self.entered[name]

    def stage(self, name: str = "stage", **facts: Any) -> Any:
        """Release a stage of the pair."""
        facts = {"kind": "sister-city", "reached": "1998"} | facts
        self.entered[name] = released(factories.stage(facts.pop("of", self.pair), facts.pop("kind"), **facts))
        return self.entered[name]

    def districts(self) -> Pair:
        """Return the pair of a district of each."""
        return factories.pair(factories.place(parent=self.home), factories.place(parent=self.partner))

    def with_part(self) -> "World":
        """Enter a district of the home place, as `part`."""
        self.part = factories.place(parent=self.home)
        return self

    def near_both(self) -> Agreement:
        """Release a text of two districts."""
        one, other = (factories.place(parent=place) for place in (self.home, self.partner))
        return self.text("near", parties=(one, other), pairs=(), kind="framework")

    def extended_by_others(self) -> Agreement:
        """Release a text of the third place alone that extended the first text until 2012."""
        facts = {"follows": self.entered["text"], "following": "extends", "signed": "2005", "term": "/2012"}
        return self.text("later", parties=(self.third,), pairs=(), **facts)

    def third_party(self, agreement: Agreement) -> None:
        """Let the third place be a party in the partner's stead."""
        agreement.parties.filter(place=self.partner).update(place=self.third)

    def succeeded(self) -> None:
        """Let the partner end in 2003, and another pair continue its relation."""
        self.stage()
        change(self.partner, ended="2003")
        successor = factories.pair(self.home, self.third)
        self.entered["successor"] = change(successor, continues=self.pair)
        self.stage("carried", of=successor, kind="taken-over", reached="2003")

    def sent(self, event: Event, *senders: Any) -> None:
        """Let a delegation come to the event."""
        event.stops.all().delete()
        factories.stop(factories.delegation(*senders), event)

    def unsent(self, event: Event) -> None:
        event.stops.all().delete()

    def sent_by_embassy(self, event: Event) -> None:
        self.sent(event, factories.institution(place=self.partner, kind="embassy"))

    def sends_instead(self, event: Event) -> None:
        """Let the third place be the sender of the delegation that came."""
        event.delegations.get().senders.update(place=self.third)

    def stands_for(self, somebody: Appearance, place: Place) -> None:
        Appearance.objects.filter(pk=somebody.pk).update(place=place)

    def pictured(self) -> None:
        """Publish a story with a photo of Ada Reed, who is known by nothing else."""
        self.somebody = factories.person(name_en="Ada Reed", name_zh="里德", slug="ada-reed")
        photo = factories.photo()
        factories.pictured(self.somebody, photo=photo)
        story = factories.article(slug="pictured")
        story.shown.create(photo=photo)
        factories.published(story)

    def signs(self) -> None:
        """Release a text that Ada Reed signed."""
        self.text()
        self.entered["text"].parties.filter(place=self.home).update(signatory=self.somebody)

    def signatory(self) -> None:
        """Let Ada Reed be known as a signatory alone."""
        self.somebody = factories.person(name_en="Ada Reed", name_zh="里德", slug="ada-reed")
        self.signs()

    def signed_as(self, en: str, zh: str) -> None:
        self.entered["text"].parties.filter(place=self.home).update(signed_as_en=en, signed_as_zh=zh)

    def attends(self, **facts: Any) -> None:
        Appearance.objects.create(event=self.entered["event"], person=self.somebody, parts=["attended"], **facts)

    def holds_an_office(self) -> None:
        office = factories.office("Mayor", name_zh="市长", place=self.home)
        Tenure.objects.create(person=self.somebody, office=office, began="2010")

    def told(self, record: Any) -> None:
        """Publish a story that reports the record."""
        reported = {"events": [record]} if isinstance(record, Event) else {"agreements": [record]}
        story = factories.article(slug="told", **reported)
        for language, headline in ((EN, "Headline"), (ZH, "标题")):
            factories.published(story, language, headline=headline)

    def reports(self, event: Event) -> None:
        """Let the story of the text report an event too."""
        self.entered["text"].articles.get().events.add(released(event))


def begun() -> World:
    """Enter the places and the story."""
    SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="海州站", home="harbourton")
    names = {
        "harbourton": ("Harbourton", "海州"),
        "rivermouth": ("Rivermouth", "河口"),
        "northport": ("Northport", "北港"),
    }
    home, partner, third = (
        factories.place(en, name_zh=zh, slug=slug, level="city") for slug, (en, zh) in names.items()
    )
    pair = factories.pair(home, partner)
    story = factories.article(pairs=[pair], slug="about-the-two")
    for language in LANGUAGES:
        factories.published(story, language, headline={EN: "The two", ZH: "两地"}[language])
    return World(home, partner, third, pair)


def change(record: Any, **columns: Any) -> Any:
    """Change a record as an approved amendment would; return it."""
    record.refresh_from_db()
    for name, value in columns.items():
        setattr(record, name, value)
    record.save()
    return record


def hide(record: Any) -> None:
    """Take a record off the site."""
    type(record).objects.filter(pk=record.pk).update(public_from=None)
