"""The URL configuration of the whole site, on one screen."""

from django.contrib import admin
from django.urls import include, path, register_converter

from newsroom.articles import feeds
from newsroom.articles import views as articles
from newsroom.articles.preview import views as previews
from newsroom.cooperation.views import agreements, delegations, events
from newsroom.languages import code_of, prefix_of
from newsroom.pages.table import DATA, LIST, MACHINE, PART, RECORD, THEME, public_page
from newsroom.photos import views as photos
from newsroom.profiles.views import data as named
from newsroom.profiles.views import pairs, people, places
from newsroom.search import views as search
from newsroom.sources import views as sources
from newsroom.website import machines, sitemaps, theme_views
from newsroom.website import views as website


class LanguageConverter:
    """The first segment of a public address: `zh` or `en`, handed to the view as the language's code."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        return code_of(value)

    def to_url(self, value: str) -> str:
        return value if value in ("zh", "en") else prefix_of(value)


register_converter(LanguageConverter, "language")

# By what lists can be asked.
STORIES = ("pair", "place", "section", "field", "kind", "year")
AGREEMENTS = ("pair", "place", "party", "field", "kind", "status", "year")
DELEGATIONS = ("pair", "place", "party", "kind", "year")
FORMS = ("csv", "json")
NAMES = ("after", "before")

readers = [
    public_page("", website.front, "front", LIST),
    public_page("news/", articles.news, "news", LIST, lists="story", filters=STORIES),
    public_page("news/<int:year>/<slug:slug>/", articles.story, "story", RECORD),
    public_page("news/<int:year>/<slug:slug>/qr.svg", articles.qr, "story-qr", PART),
    public_page("pairs/", pairs.pairs, "pairs", LIST, lists="pair", filters=("q",)),
    public_page("pairs/<slug:slug>/", pairs.pair, "pair", RECORD, as_of=True),
    public_page("places/", places.places, "places", LIST, lists="place", filters=NAMES),
    public_page("places.<slug:form>", named.places, "places-data", DATA, endings=FORMS),
    public_page("places/<slug:slug>/", places.place, "place", RECORD),
    public_page(
        "agreements/", agreements.agreements, "agreements", LIST, lists="agreement", filters=AGREEMENTS, as_of=True
    ),
    public_page("agreements/<slug:slug>/", agreements.agreement, "agreement", RECORD, as_of=True),
    public_page(
        *("agreements.<slug:form>", agreements.data, "agreements-data", DATA),
        filters=AGREEMENTS,
        endings=FORMS,
        as_of=True,
    ),
    public_page("delegations/", delegations.delegations, "delegations", LIST, lists="delegation", filters=DELEGATIONS),
    public_page("delegations/<slug:slug>/", delegations.delegation, "delegation", RECORD),
    public_page(
        "delegations.<slug:form>", delegations.data, "delegations-data", DATA, filters=DELEGATIONS, endings=FORMS
    ),
    public_page("events/<slug:slug>/", events.event, "event", RECORD),
    public_page("people/", people.people, "people", LIST, lists="person", filters=NAMES),
    public_page("people.<slug:form>", named.people, "people-data", DATA, endings=FORMS),
    public_page("people/<slug:slug>/", people.person, "person", RECORD, as_of=True),
    public_page("institutions/", people.institutions, "institutions", LIST, lists="institution", filters=NAMES),
    public_page("institutions.<slug:form>", named.institutions, "institutions-data", DATA, endings=FORMS),
    public_page("institutions/<slug:slug>/", people.institution, "institution", RECORD),
    public_page("search/", search.search, "search", LIST, indexed=False, filters=("q",)),
    public_page("search/suggest/", search.suggestions, "search-suggest", DATA, filters=("q",)),
    public_page("words/", website.words, "words", LIST),
    public_page("corrections/", website.corrections, "corrections", LIST),
    public_page("feed/", feeds.feed, "feed", DATA),
    public_page("site.webmanifest", machines.manifest, "manifest", DATA),
    public_page("pairs/<slug:slug>/feed/", feeds.pair_feed, "pair-feed", PART),
    public_page("places/<slug:slug>/feed/", feeds.place_feed, "place-feed", PART),
    public_page("<slug:slug>/", website.page, "page", RECORD),  # last: what no other line names may be a standing page
]

drawn = [
    public_page("<int:article>.png", articles.poster, "poster", PART),
    public_page("pairs/<slug:slug>.png", pairs.poster, "pair-poster", PART),
]

urlpatterns = [
    public_page("", website.door, "door", MACHINE),
    path("admin/", admin.site.urls),
    path("<language:language>/", include(readers)),
    path("og/<language:language>/", include(drawn)),
    public_page("files/<slug:token>/<str:name>", sources.file, "file", PART),
    public_page("photos/<slug:token>/<int:width>.<slug:ending>", photos.photo, "photo", PART),
    public_page("photos/<slug:token>/<slug:cut>/<int:width>.<slug:ending>", photos.photo, "photo-cut", PART),
    public_page("livery/<slug:content_hash>/site.css", theme_views.stylesheet, "theme-sheet", THEME),
    public_page("livery/<slug:content_hash>/logo.png", theme_views.logo, "theme-logo", THEME),
    public_page("livery/<slug:content_hash>/mark.svg", theme_views.icon, "theme-icon", THEME),
    public_page("livery/<slug:colour>/drawn/<str:name>", theme_views.drawn, "theme-drawn", THEME),
    public_page("preview/<slug:token>/", previews.preview, "preview", RECORD),
    public_page(
        "preview/<slug:token>/photos/<slug:photo>/<int:width>.<slug:ending>", previews.photo, "preview-photo", PART
    ),
    public_page(
        "preview/<slug:token>/photos/<slug:photo>/<slug:cut>/<int:width>.<slug:ending>",
        previews.photo,
        "preview-photo-cut",
        PART,
    ),
    public_page("sitemap.xml", sitemaps.sitemap, "sitemap", MACHINE),
    public_page("sitemaps/<slug:kind>-<int:number>.xml", sitemaps.part, "sitemap-part", PART),
    public_page("news-sitemap.xml", sitemaps.news, "news-sitemap", MACHINE),
    public_page("favicon.ico", machines.favicon, "favicon", MACHINE),
    public_page("robots.txt", machines.robots, "robots", MACHINE),
    public_page("healthz", machines.healthz, "healthz", MACHINE),
    public_page("readyz", machines.readyz, "readyz", MACHINE),
]

handler400 = "newsroom.website.error_pages.not_understood"
handler403 = "newsroom.website.error_pages.not_allowed"
handler404 = "newsroom.website.error_pages.not_found"
handler500 = "newsroom.website.error_pages.failed"
