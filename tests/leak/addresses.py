"""Every public address, from the table of pages, with the records that each is requested for."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from newsroom.languages import LANGUAGES, prefix_of
from newsroom.pages.table import MACHINE, PART, RECORD, THEME, of_kind, page_kinds
from newsroom.website import sitemaps

# The desk requires sign-in; theme files show no record.
NOT_PUBLIC = {"admin", "static"}

# URL name → kind of record, and how its arguments are read off the record
ABOUT = {
    "story": ("article", lambda article: [article.year, article.slug]),
    "poster": ("article", lambda article: [article.pk]),
    "story-qr": ("article", lambda article: [article.year, article.slug]),
    "pair": ("pair", lambda pair: [pair.slug]),
    "pair-poster": ("pair", lambda pair: [pair.slug]),
    "pair-feed": ("pair", lambda pair: [pair.slug]),
    "place": ("place", lambda place: [place.slug]),
    "place-feed": ("place", lambda place: [place.slug]),
    "agreement": ("agreement", lambda agreement: [agreement.slug]),
    "delegation": ("delegation", lambda delegation: [delegation.slug]),
    "event": ("event", lambda event: [event.slug]),
    "person": ("person", lambda person: [person.slug]),
    "institution": ("institution", lambda institution: [institution.slug]),
    "photo": ("photo", lambda photo: [photo.token, photo.widths[0], "webp"]),
    "photo-cut": ("photo", lambda photo: [photo.token, f"row-{photo.focus}", 120, "webp"]),
    "file": ("source", lambda source: source.file_en.split("/")),
    "preview": ("preview", lambda link: [link.token]),
    "preview-photo": ("preview", lambda link: photo_under(link)),
    "preview-photo-cut": ("preview", lambda link: photo_under(link, "row-50-50")),
    "page": ("page", lambda slug: [slug]),
}
# Queries whose response hidden data would change: a namesake's later office, another language's draft, a year.
SOUGHT = {"search": ["q=Harbour", "q=Told"], "search-suggest": ["q=Harbour"], "news": ["year=2030"]}
# A day before today, on which what is hidden would have ended a relation and renewed an agreement.
THEN = "2020-06-01"
# Parts of the sitemap, each with its kind of record.
PARTS = {
    "stories": "article",
    "pairs": "pair",
    "places": "place",
    "agreements": "agreement",
    "delegations": "delegation",
    "events": "event",
    "people": "person",
    "institutions": "institution",
}


def photo_under(link, *cut: str) -> list:
    """Return the URL arguments of the first photo under a preview link."""
    photo = link.version.edition.article.photos.first()
    return [link.token, photo.token, *cut, photo.widths[0], "webp"]


def patterns(resolver=None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every URL pattern outside the desk with the prefix before it."""
    for pattern in (resolver or get_resolver()).url_patterns:
        where = before + str(pattern.pattern)
        if any(where.startswith(f"{part}/") for part in NOT_PUBLIC):
            continue
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, where)
        else:
            yield where, pattern


def unclassified() -> set[str]:
    """Return the public URL names without a row in the table of pages, or of a record that no test world has."""
    rows = {f"{pattern.name}: {where}" for where, pattern in patterns() if not hasattr(pattern, "page_kind")}
    about = {row.name for row in of_kind(RECORD, PART)} - {"sitemap-part"}
    return rows | {f"{name}: is about a record that ABOUT does not name" for name in about ^ set(ABOUT)}


def of_the_language(name: str) -> bool:
    return any("<language" in where for where, pattern in patterns() if pattern.name == name)


def page_names() -> list[str]:
    """Return the URL name of every kind of public page."""
    return sorted(row.name for row in page_kinds().values() if row.kind != THEME)  # it shows no record


def pages(world) -> Iterator[str]:
    """Yield the address of every page in both languages: lists, and pages of records, hidden or not."""
    for name in page_names():
        yield from pages_named(world, name)


def pages_named(world, name: str) -> Iterator[str]:
    """Yield the addresses of one kind of page."""
    if page_kinds()[name].kind == MACHINE:
        yield reverse(name)
    elif name == "sitemap-part":
        yield from parts(world)
    else:
        for language in LANGUAGES:
            found = list(about(world, name, language) if name in ABOUT else gathering(name, language))
            yield from found
            yield from (f"{address}?on={THEN}" for address in found if page_kinds()[name].as_of)


def about(world, name: str, language: str) -> Iterator[str]:
    kind, words = ABOUT[name]
    start = [prefix_of(language)] if of_the_language(name) else []
    for record in world.records.get(kind, []):
        yield reverse(name, args=start + words(record))


def parts(world) -> Iterator[str]:
    """Yield every part of the sitemap in which a record of the world would be."""
    yield reverse("sitemap-part", args=["pages", 1])
    for kind, singular in PARTS.items():
        numbers = {(record.pk - 1) // sitemaps.STRETCH + 1 for record in world.records[singular]}
        yield from (reverse("sitemap-part", args=[kind, number]) for number in sorted(numbers))


def gathering(name: str, language: str) -> Iterator[str]:
    yield from plain(name, language)
    address = reverse(name, args=[prefix_of(language)]) if name in SOUGHT else ""
    yield from (f"{address}?{asked}" for asked in SOUGHT.get(name, []))


def plain(name: str, language: str) -> Iterator[str]:
    endings = [[ending] for ending in page_kinds()[name].endings] or [[]]
    yield from (reverse(name, args=[prefix_of(language), *ending]) for ending in endings)


def questions(world, name: str) -> Iterator[list[str]]:
    """Yield a list of addresses for each filter of a page in each language, one for each hidden value."""
    for language in LANGUAGES if page_kinds()[name].filters else ():
        for address in plain(name, language):
            for filter_ in page_kinds()[name].filters:
                yield [f"{address}?{filter_}={value}" for value in asked(world, filter_)]


def asked(world, filter_: str) -> list[str]:
    """Return the filter values that could reveal what is hidden."""
    kinds = {"pair": ["pair"], "place": ["place"], "party": ["place", "institution"]}
    kinds |= {way: ["person", "place", "institution"] for way in ("after", "before")}
    if filter_ == "q":
        return ["hush", *world.hush.hidden]
    return [record.slug for kind in kinds.get(filter_, []) for record in world.records[kind]] or ["2030"]
