"""Test factories: plain functions that create records. Every place and person is fictional."""

from itertools import count

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from newsroom.accounts.groups import write_roles
from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import Article, Section, Version
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Party, Sender, Stage, Stop, Visited
from newsroom.languages import EN
from newsroom.people.models import Institution, Office, Person
from newsroom.photos import files
from newsroom.photos.image_worker import CUTS
from newsroom.photos.models import Photo, Pictured
from newsroom.photos.pictures import name_of, shape_of
from newsroom.places.deeds import pair_of
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source

_numbers = count(1)
AT_ONCE = ("jpg", "webp")


def user(role: str = "editor", name: str = "", **facts) -> User:
    """Return the account of that name, created with the role if it does not exist."""
    account, made = User.objects.get_or_create(username=name or role, defaults={"is_staff": True, **facts})
    if made:
        if not Group.objects.filter(name=role).exists():
            write_roles()
        account.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=account.pk)


def place(name: str = "", **facts) -> Place:
    number = next(_numbers)
    facts = {"name_en": name or f"Port {number}", "slug": f"place-{number}"} | facts
    return Place.objects.create(**facts)


def pair(one: Place | None = None, other: Place | None = None) -> Pair:
    return pair_of(one or place(), other or place())


def institution(name: str = "", **facts) -> Institution:
    number = next(_numbers)
    facts = {"name_en": name or f"Institute {number}", "slug": f"institution-{number}"} | facts
    return Institution.objects.create(**facts)


def person(name: str = "", **facts) -> Person:
    number = next(_numbers)
    return Person.objects.create(**({"name_en": name or f"Person {number}", "slug": f"person-{number}"} | facts))


def office(name: str = "", **facts) -> Office:
    return Office.objects.create(**({"name_en": name or f"Office {next(_numbers)}"} | facts))


def event(
    *pairs: Pair,
    held: str = "2019-08-18",
    people: tuple[Person, ...] = (),
    delegation: Delegation | None = None,
    **facts,
) -> Event:
    made = Event.objects.create(**({"held": held, "slug": f"event-{next(_numbers)}", "kinds": ["meeting"]} | facts))
    made.pairs.add(*pairs)
    made.places.add(*(one.first for one in pairs))
    for order, somebody in enumerate(people):
        Appearance.objects.create(event=made, person=somebody, parts=["attended", "hosted"], order=order)
    if delegation:
        stop(delegation, made)
    return made


def stop(of: Delegation, at: Event, number: int | None = None) -> Stop:
    return Stop.objects.create(delegation=of, event=at, number=number)


def delegation(*senders: Place | Institution, members: tuple[Person, ...] = (), **facts) -> Delegation:
    made = Delegation.objects.create(**({"slug": f"delegation-{next(_numbers)}"} | facts))
    for order, sender in enumerate(senders):
        kind = "place" if isinstance(sender, Place) else "institution"
        Sender.objects.create(delegation=made, order=order, **{kind: sender})
    for order, somebody in enumerate(members):
        Appearance.objects.create(delegation=made, person=somebody, role="member", order=order)
    return made


def agreement(*parties: Place | Institution, pairs: tuple[Pair, ...] = (), **facts) -> Agreement:
    number = next(_numbers)
    facts = {"title_en": f"Agreement {number}", "slug": f"agreement-{number}", "signed": "2019-08-18"} | facts
    made = Agreement.objects.create(**facts)
    made.pairs.add(*pairs)
    for order, party in enumerate(parties):
        kind = "place" if isinstance(party, Place) else "institution"
        Party.objects.create(agreement=made, order=order, **{kind: party})
    return made


def stage(of: Pair, kind: str = "contact", **facts) -> Stage:
    return Stage.objects.create(pair=of, kind=kind, **({"reached": "2019"} | facts))


def site(at: Event, of: Institution | None = None, **words) -> Visited:
    return Visited.objects.create(event=at, institution=of, **words)


def source(content: bytes = b"", name: str = "text.pdf", **facts) -> Source:
    """Return a source; with `content`, one with a file of that content."""
    if content:
        facts["file_en"] = f"source-{next(_numbers)}-of-nobody/{name}"
        default_storage.save(f"files/{facts['file_en']}", ContentFile(content))
    return Source.objects.create(**({"title_en": f"Page {next(_numbers)}"} | facts))


def photo(content: bytes = b"as good as a picture", **facts) -> Photo:
    """Return a photo whose every file is `content`; real pictures are tested in tests/photos."""
    words = {"caption_en": f"Photo {next(_numbers)}", "alt_en": "Two people", "alt_zh": "两个人"}
    made = Photo(**({"width": 1600, "height": 1200} | words | facts))
    made.cut_for = facts.get("cut_for", made.focus)
    made.save()
    shapes = [shape_of(made, cut) for cut in ("", *(CUTS if made.is_cut else ()))]
    names = [name_of(made, shape, width, ending) for shape in shapes for width in shape.widths for ending in AT_ONCE]
    for name in (files.ORIGINAL, *names):
        default_storage.save(files.stored(made.token, name), ContentFile(content))
    return made


def pictured(who: Person | None = None, *, photo: Photo, **facts) -> Pictured:
    return Pictured.objects.create(photo=photo, person=who, **facts)


def article(*, events=(), agreements=(), pairs=(), by: User | None = None, **facts) -> Article:
    facts = {"year": 2019, "slug": f"story-{next(_numbers)}"} | facts
    news, _made = Section.objects.get_or_create(slug="news", defaults={"name_en": "News", "name_zh": "新闻"})
    made = Article.objects.create(**({"created_by": by or user("editor"), "section": news} | facts))
    made.events.add(*events)
    made.agreements.add(*agreements)
    made.pairs.add(*pairs)
    return made


def draft(of: Article | None = None, language: str = EN, by: User | None = None, **words) -> Version:
    words = {"headline": f"Headline {next(_numbers)}", "body": "<p>Words.</p>"} | words
    return deeds.begin(of or article(), language, by=by or user("editor"), **words)


def submitted(of: Article | None = None, language: str = EN, **words) -> Version:
    version = draft(of, language, **words)
    deeds.submit(version, by=version.changed_by)
    return Version.objects.get(pk=version.pk)


def published(of: Article | None = None, language: str = EN, at=None, **words) -> Version:
    """Return a version that a second person approved, now or for the moment `at`."""
    version = submitted(of, language, **words)
    deeds.approve(version, by=user("publisher"), at=at)
    return Version.objects.get(pk=version.pk)
