"""Every address of the desk, taken from its URL configuration, with the keys of real records in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern

from newsroom.articles.admin.deed_pages import PAGES
from newsroom.articles.models import Article, Version
from newsroom.photos.models import Photo
from newsroom.photos.pictures import shape_of
from newsroom.publishing.models import LogEntry

DESK = "/admin/"
READ_IT = "r/"  # leads to what readers see of a record
PART = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One address: its route, the page that it is of its model (`change`, `amend` …), and what it is asked."""

    route: str
    label: str
    page: str
    path: str
    query: dict = field(default_factory=dict, compare=False)

    def __str__(self):
        return f"{self.path} {sorted(self.query.items())}"


def patterns(entries=None, before: str = "") -> Iterator[str]:
    """Return the route of every page of the desk."""
    for entry in admin.site.get_urls() if entries is None else entries:
        if isinstance(entry, URLPattern):
            yield before + str(entry.pattern)
        else:
            yield from patterns(entry.url_patterns, before + str(entry.pattern))


def addresses() -> Iterator[Address]:
    for route in patterns():
        if "app_label" in route:
            yield from (Address(route, app, "app", f"{DESK}{app}/") for app in rooms())
        elif route == "autocomplete/":
            yield from choices(route)
        elif route.startswith(READ_IT):
            story = Article.objects.earliest("pk")
            kind = ContentType.objects.get_for_model(story).pk
            yield Address(route, "articles.article", READ_IT, f"{DESK}{READ_IT}{kind}/{story.pk}/")
        elif "(?P<url>" in route:
            yield Address(route, "", "nowhere", f"{DESK}nowhere/")
        else:
            yield from of_records(route)


def rooms() -> dict[str, list[str]]:
    """Return the kinds of record that each room lays out in the desk."""
    found: dict[str, list[str]] = {}
    for model in admin.site._registry:
        found.setdefault(model._meta.app_label, []).append(model._meta.label_lower)
    return found


def choices(route: str) -> Iterator[Address]:
    """Return the address of what each field may choose from, in forms and in their rows."""
    for desk in list(admin.site._registry.values()):
        for one in [desk, *(inline(desk.model, admin.site) for inline in desk.inlines)]:
            for name in one.autocomplete_fields:
                remote = one.model._meta.get_field(name).remote_field.model._meta.label_lower
                where = {"app_label": one.opts.app_label, "model_name": one.opts.model_name, "field_name": name}
                yield Address(route, remote, "choices", f"{DESK}{route}", where)


def of_records(route: str) -> Iterator[Address]:
    app, _, rest = route.partition("/")
    known = apps.all_models.get(app, {}).get(rest.partition("/")[0])
    label, page = (known._meta.label_lower, rest.partition("/")[2]) if known else ("", route)
    record = record_of(known) if known in admin.site._registry else None
    for name in PAGES if "<slug:name>" in route else [""]:
        facts = facts_of(route, record) | {"name": name}
        path = PART.sub(lambda part, facts=facts: str(facts[part[1]]), route)
        yield Address(route, label, page.replace("<slug:name>", name), f"{DESK}{path}")


def record_of(model):
    """Return the latest record of a kind; of stories the first, which waits for its moment."""
    records = model._default_manager.order_by("pk")
    return records.first() if model is Article else records.last()


def facts_of(route: str, record) -> dict:
    """Return what stands in a route's places: keys, and what else a picture's or a file's address is made of."""
    photo = Photo.objects.latest("pk")
    cut = "row" if "<slug:cut>" in route else ""
    facts = {
        "width": shape_of(photo, cut).widths[0],
        "ending": "jpg",
        "cut": f"{cut}-{photo.focus}",
        "photo": photo.token,
        "prefix": "en",
    }
    return facts | dict.fromkeys(("key", "object_id", "id"), key_in(route, record))


def key_in(route: str, record) -> int | str:
    if route.startswith("look-over/"):
        return LogEntry.objects.filter(alone=True).latest("pk").pk
    if route.startswith(("articles/article/preview/", "articles/article/wechat/", "articles/article/<slug:name>/")):
        return Version.objects.filter(edition__article=Article.objects.earliest("pk")).latest("pk").pk
    return record.pk if record else "x"
