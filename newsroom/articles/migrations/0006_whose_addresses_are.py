"""An address from before addresses followed their sources is a person's, unless it equals what is proposed."""

from collections import Counter
from itertools import chain

from django.db import migrations
from django.utils.text import slugify

from newsroom.languages import fold

KINDS = "anniversary forum opening exhibition trade performance meeting signing honour greeting decision".split()


def claim(apps, _editor):
    for (app, name), (texts, apart_by) in MADE_FROM.items():
        model = apps.get_model(app, name)
        taken = Counter(model.objects.values_list("slug", flat=True))
        found = model.objects.order_by("pk").iterator(chunk_size=500)
        keys = [one.pk for one in found if _is_proposed(one, texts(one), apart_by(one), taken)]
        for begin in range(0, len(keys), 500):
            model.objects.filter(pk__in=keys[begin : begin + 500]).update(slug_proposed=True)
    for article in apps.get_model("articles", "Article").objects.order_by("pk"):
        held = [event.held for event in article.events.all()]
        days = [day.earliest for day in held if day and day.earliest]
        if days and min(days).year == article.year:
            type(article).objects.filter(pk=article.pk).update(year_proposed=True)


def _is_proposed(record, texts, apart_by, taken):
    """Return whether the record has the first word made from these texts that no other has."""
    word = next(filter(None, map(_latin, texts)), "")
    length = record._meta.get_field("slug").max_length - 4
    for candidate in _candidates(word[:length].strip("-"), _latin(apart_by), length) if word else ():
        others = taken[candidate] - (candidate == record.slug)
        if not others:
            return candidate == record.slug
    return False


def _latin(text):
    folded = fold(text)
    return slugify(folded) if folded.isascii() and any("a" <= letter <= "z" for letter in folded) else ""


def _candidates(word, apart_by, length):
    apart = f"{word}-{apart_by}"[:length].strip("-") if apart_by else word
    return chain(dict.fromkeys([word, apart]), (f"{apart}-{number}" for number in range(2, 1000)))


# What was proposed when this was written


def _of_named(record):
    return [record.name_en, *record.other_names.splitlines()]


def _of_institution(institution):
    return [institution.short_en, *_of_named(institution)]


def _of_event(event):
    kinds = [kind for kind in KINDS if kind in event.kinds] or ["visit"] * event.stops.exists()
    places = [place.slug for place in event.places.order_by("pk")[:1]]
    return [" ".join([_plain(event.held), *places, *kinds[:1]]), event.name_en]


def _of_delegation(delegation):
    whose = [*_slugs(delegation.senders), delegation.kind][0]
    return [delegation.name_en, f"{_plain(delegation.days)} {whose} delegation"]


def _of_agreement(agreement):
    day, kind, bodies = _plain(agreement.signed), agreement.kind, _slugs(agreement.parties)
    of_parties = " ".join([day, *bodies[:3], kind]) if bodies else ""
    of_pair = "".join(f"{pair.slug} {kind}" for pair in agreement.pairs.order_by("pk")[:1])
    return [agreement.title_en, of_parties, of_pair, f"{day} {kind}"]


def _of_article(article):
    edition = article.editions.filter(language="en").first()
    versions = edition.versions.exclude(state="discarded").order_by("-number") if edition else None
    return [(versions and versions.values_list("headline", flat=True).first()) or ""]


def _slugs(rows):
    bodies = (row.place or row.institution for row in rows.select_related("place", "institution").order_by("order", "pk"))
    return [body.slug for body in bodies if body]


def _plain(day):
    known = day and (day.begin or day.end)
    parts = (known.year, known.month, known.day) if known else ()
    return "-".join(f"{part:02}" for part in parts if part)


def _nothing(_record):
    return ""


def _of_parent(place):
    return place.parent.name_en if place.parent else place.country


def _of_place(institution):
    return institution.place.slug if institution.place else ""


MADE_FROM = {
    ("places", "Place"): (_of_named, _of_parent),
    ("people", "Institution"): (_of_institution, _of_place),
    ("people", "Person"): (_of_named, _nothing),
    ("cooperation", "Event"): (_of_event, _nothing),
    ("cooperation", "Delegation"): (_of_delegation, _nothing),
    ("cooperation", "Agreement"): (_of_agreement, _nothing),
    ("articles", "Article"): (_of_article, _nothing),
}


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0005_proposed_addresses"),
        ("cooperation", "0015_proposed_addresses"),
        ("people", "0004_proposed_addresses"),
        ("places", "0003_proposed_addresses"),
    ]

    operations = [migrations.RunPython(claim, migrations.RunPython.noop)]
