"""Generated stories of fictional places and people, for the benchmark: whole rows at once, no deeds.

A story has one event of one delegation, fifteen appearances, two agreements, three photos (rows without files)
and an edition in each language. What deeds would write over years, the ends of intervals and who approved, is
written here with the rows; nothing of this belongs on a site that has readers.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from newsroom.accounts.models import User
from newsroom.articles.index import EVERY_INDEX
from newsroom.articles.models import Article, ArticleCitation, ArticlePhoto, Edition, Section, Version
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Field, Party, Sender, Stop, Visited
from newsroom.dates import Day
from newsroom.languages import EN, LANGUAGES
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Person
from newsroom.photos.models import Photo
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source
from tests.bench.multiplying import multiply

HOME = "generated-home"
BATCH = 500
BLOCK = 1_000
TRAVELLERS, HOSTS, AGREEMENTS, PHOTOS = 10, 5, 2, 3
SYLLABLES = ("bar", "den", "fal", "gor", "hel", "kin", "lom", "mar", "nor", "pel", "ros", "tam", "ul", "ver", "wes")
PARAGRAPH = "The two sides met, walked along the quay, and agreed to write to each other about it once a year. "


@dataclass(frozen=True)
class Stock:
    """The records that the generated stories share."""

    home: Place
    partners: list[Place]
    pairs: list[Pair]
    people: list[Person]
    institutions: list[Institution]
    fields: list[Field]
    section: Section
    author: User
    approver: User


@dataclass(frozen=True)
class Told:
    """What one generated story is made from."""

    number: int
    at: datetime
    pair: Pair
    partner: Place
    present: list[Person]
    institution: Institution
    home: Place

    @property
    def journey(self) -> tuple[Place, Place]:
        """From where, and to where: they come and go by turns."""
        return (self.partner, self.home) if self.number % 2 else (self.home, self.partner)


def fill(stories: int, *, seed: int, now: datetime) -> None:
    """Write `stories` stories; the same seed writes the same ones. Of many, a first thousand is copied on and on."""
    many = stories > 2 * BLOCK
    _write(BLOCK if many else stories, seed=seed, now=now)
    if many:
        multiply(-(-stories // BLOCK), home=Place.objects.get(slug=HOME).pk)


def _write(stories: int, *, seed: int, now: datetime) -> None:
    """Write them one by one, one an hour up to `now`."""
    chance = Random(seed)
    stock = _stock(stories, chance)
    for start in range(0, stories, BATCH):
        numbers = range(start, min(start + BATCH, stories))
        told = [_told(number, now - timedelta(hours=stories - number), stock, chance) for number in numbers]
        events = _events(told)
        agreements = _agreements(told, events, stock)
        _articles(told, events, agreements, stock)
    for index in EVERY_INDEX:
        index.rebuild()


def _stock(stories: int, chance: Random) -> Stock:
    def named(model, kind: str, count: int) -> list:
        rows = [model(name_en=_name(chance), slug=f"{kind}-{number}") for number in range(count)]
        return model.objects.bulk_create(rows, batch_size=BATCH)

    home = Place.objects.create(name_en="Generated Home", name_zh="虚城", slug=HOME)
    SiteSettings.objects.update_or_create(pk=1, defaults={"name_en": "Benchmark", "name_zh": "测速", "home": HOME})
    partners = named(Place, "place", max(10, stories // 20))
    pairs = [
        Pair(first=home, second=one, slug=f"{HOME}-{one.slug}", reverse_slug=f"{one.slug}-{HOME}") for one in partners
    ]
    return Stock(
        home=home,
        partners=partners,
        pairs=Pair.objects.bulk_create(pairs),
        people=named(Person, "person", max(40, stories * 3)),
        institutions=named(Institution, "institution", max(10, stories // 4)),
        fields=Field.objects.bulk_create(Field(name_en=f"Field {one}", slug=f"field-{one}") for one in range(8)),
        section=Section.objects.create(name_en="News", name_zh="新闻", slug="generated"),
        author=User.objects.create(username="generated-author"),
        approver=User.objects.create(username="generated-approver"),
    )


def _name(chance: Random) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _word in range(2))


def _told(number: int, at: datetime, stock: Stock, chance: Random) -> Told:
    place = chance.randrange(len(stock.pairs))
    present = chance.sample(stock.people, TRAVELLERS + HOSTS)
    institution = chance.choice(stock.institutions)
    return Told(number, at, stock.pairs[place], stock.partners[place], present, institution, stock.home)


def _events(told: list[Told]) -> list[Event]:
    """Write who came, from where, and what was seen: one event and one delegation for each story."""
    delegations = Delegation.objects.bulk_create(
        Delegation(slug=f"delegation-{one.number}", size=TRAVELLERS) for one in told
    )
    events = Event.objects.bulk_create(
        Event(
            slug=f"event-{one.number}",
            kinds=["meeting"],
            held=Day.on(one.at.date()),
            public_from=one.at,
        )
        for one in told
    )
    each = list(zip(told, events, delegations, strict=True))
    Stop.objects.bulk_create(Stop(event=event, delegation=delegation) for _one, event, delegation in each)
    Sender.objects.bulk_create(Sender(delegation=delegation, place=one.journey[0]) for one, _event, delegation in each)
    Visited.objects.bulk_create(
        Visited(event=event, institution=one.institution) for one, event in zip(told, events, strict=True)
    )
    Appearance.objects.bulk_create(
        appearance for one, event, delegation in each for appearance in _appearances(one, event, delegation)
    )
    _link(Event.places, ((event, one.journey[1]) for one, event in zip(told, events, strict=True)))
    _link(Event.pairs, ((event, one.pair) for one, event in zip(told, events, strict=True)))
    return events


def _appearances(one: Told, event: Event, delegation: Delegation):
    for order, person in enumerate(one.present[:TRAVELLERS]):
        role = "member" if order else "head"
        yield Appearance(delegation=delegation, person=person, role=role, order=order, printed_en=f"Councillor {order}")
    for order, person in enumerate(one.present[TRAVELLERS:]):
        yield Appearance(
            event=event, person=person, parts=["attended", "hosted"], order=order, printed_en=f"Director {order}"
        )


def _agreements(told: list[Told], events: list[Event], stock: Stock) -> list[Agreement]:
    """Write the agreements signed at the events, each between the home place and its partner."""
    twice = [pair for pair in zip(told, events, strict=True) for _copy in range(AGREEMENTS)]
    agreements = Agreement.objects.bulk_create(
        Agreement(
            slug=f"agreement-{one.number}-{place % AGREEMENTS}",
            title_en=f"Agreement {one.number} on field {place % AGREEMENTS}",
            event=event,
            signed=event.held,
            term=Day.parse(f"{one.at.year}/{one.at.year + 5}") if place % 3 else None,
            public_from=one.at,
        )
        for place, (one, event) in enumerate(twice)
    )
    signed = list(zip(twice, agreements, strict=True))
    Party.objects.bulk_create(
        Party(agreement=agreement, place=place, order=order)
        for (one, _event), agreement in signed
        for order, place in enumerate((stock.home, one.partner))
    )
    _link(Agreement.pairs, ((agreement, one.pair) for (one, _event), agreement in signed))
    _link(Agreement.fields, ((one, stock.fields[place % len(stock.fields)]) for place, one in enumerate(agreements)))
    return agreements


def _articles(told: list[Told], events: list[Event], agreements: list[Agreement], stock: Stock) -> None:
    """Write the stories that report the events and agreements, with their photos, sources and words."""
    articles = Article.objects.bulk_create(
        Article(year=one.at.year, slug=f"story-{one.number}", section=stock.section, created_by=stock.author)
        for one in told
    )
    _link(Article.events, zip(articles, events, strict=True))
    reporting = (article for article in articles for _copy in range(AGREEMENTS))
    _link(Article.agreements, zip(reporting, agreements, strict=True))
    sources = Source.objects.bulk_create(Source(title_en=f"Report {one.number}") for one in told)
    ArticleCitation.objects.bulk_create(
        ArticleCitation(article=article, source=source) for article, source in zip(articles, sources, strict=True)
    )
    _photos(told, articles)
    _words(told, articles, stock)


def _photos(told: list[Told], articles: list[Article]) -> None:
    shown = [(one, article, order) for one, article in zip(told, articles, strict=True) for order in range(PHOTOS)]
    photos = Photo.objects.bulk_create(
        Photo(
            width=1600,
            height=1200,
            caption_en=f"Photo {order}",
            alt_en="People at a quay",
            alt_zh="码头上的人",
            public_from=one.at,
        )
        for one, _article, order in shown
    )
    ArticlePhoto.objects.bulk_create(
        ArticlePhoto(article=article, photo=photo, order=order)
        for (_one, article, order), photo in zip(shown, photos, strict=True)
    )


def _words(told: list[Told], articles: list[Article], stock: Stock) -> None:
    """Write an edition in each language and its one approved version."""
    twice = [(one, article, code) for one, article in zip(told, articles, strict=True) for code in LANGUAGES]
    editions = Edition.objects.bulk_create(
        Edition(article=article, language=code, first_public_from=one.at) for one, article, code in twice
    )
    Version.objects.bulk_create(
        _version(one, edition, stock) for (one, _article, _code), edition in zip(twice, editions, strict=True)
    )


def _version(one: Told, edition: Edition, stock: Stock) -> Version:
    english = edition.language == EN
    return Version(
        edition=edition,
        number=1,
        state=Version.State.APPROVED,
        headline=f"Story {one.number}: {one.journey[0].name_en} visits" if english else f"第{one.number}篇：来访",
        standfirst="A day at the quay." if english else "码头一日。",
        body=f"<p>{PARAGRAPH * 3}</p>" * 4 if english else f"<p>{'双方在码头会面，约定每年通信一次。' * 6}</p>" * 3,
        changed_by=stock.author,
        changed_at=one.at,
        submitted_by=stock.author,
        submitted_at=one.at,
        approved_by=stock.approver,
        approved_at=one.at,
        public_from=one.at,
    )


def _link(field, ends) -> None:
    """Write the rows of a many-to-many `field` from each first end to the second."""
    through, near, far = field.through, field.field.m2m_field_name(), field.field.m2m_reverse_field_name()
    through.objects.bulk_create(through(**{near: one, far: other}) for one, other in ends)
