"""The whole site map on one screen."""

from django.contrib import admin
from django.urls import include, path, register_converter

from newsroom.articles import feeds
from newsroom.articles import views as articles
from newsroom.articles.preview import views as previews
from newsroom.cooperation.views import agreements, delegations, events
from newsroom.languages import code_of, prefix_of
from newsroom.photos import views as photos
from newsroom.profiles.views import pairs, people, places
from newsroom.search import views as search
from newsroom.sources import views as sources
from newsroom.website import machines, sitemaps
from newsroom.website import views as website


class LanguageConverter:
    """The first segment of a public address: `zh` or `en`, handed to the view as the language's code."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        return code_of(value)

    def to_url(self, value: str) -> str:
        return value if value in ("zh", "en") else prefix_of(value)


register_converter(LanguageConverter, "language")

readers = [
    path("", website.front, name="front"),
    path("news/", articles.news, name="news"),
    path("news/<int:year>/<slug:slug>/", articles.story, name="story"),
    path("news/<int:year>/<slug:slug>/qr.svg", articles.qr, name="story-qr"),
    path("pairs/", pairs.pairs, name="pairs"),
    path("pairs/<slug:slug>/", pairs.pair, name="pair"),
    path("places/", places.places, name="places"),
    path("places/<slug:slug>/", places.place, name="place"),
    path("agreements/", agreements.agreements, name="agreements"),
    path("agreements/<slug:slug>/", agreements.agreement, name="agreement"),
    path("agreements.<slug:form>", agreements.data, name="agreements-data"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/<slug:slug>/", delegations.delegation, name="delegation"),
    path("delegations.<slug:form>", delegations.data, name="delegations-data"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("people/", people.people, name="people"),
    path("people/<slug:slug>/", people.person, name="person"),
    path("institutions/", people.institutions, name="institutions"),
    path("institutions/<slug:slug>/", people.institution, name="institution"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggestions, name="search-suggest"),
    path("corrections/", website.corrections, name="corrections"),
    path("feed/", feeds.feed, name="feed"),
    path("site.webmanifest", machines.manifest, name="manifest"),
    path("pairs/<slug:slug>/feed/", feeds.pair_feed, name="pair-feed"),
    path("places/<slug:slug>/feed/", feeds.place_feed, name="place-feed"),
    path("<slug:slug>/", website.page, name="page"),  # last: what no other line names may be a standing page
]

urlpatterns = [
    path("", website.door, name="door"),
    path("admin/", admin.site.urls),
    path("<language:language>/", include(readers)),
    path("og/<language:language>/", include([path("<int:article>.png", articles.poster, name="poster")])),
    path("files/<slug:token>/<str:name>", sources.file, name="file"),
    path("photos/<slug:token>/<int:width>.<slug:ending>", photos.photo, name="photo"),
    path("photos/<slug:token>/<slug:cut>/<int:width>.<slug:ending>", photos.photo, name="photo-cut"),
    path("livery/<slug:content_hash>/site.css", website.theme_sheet, name="theme-sheet"),
    path("livery/<slug:content_hash>/logo.png", website.theme_logo, name="theme-logo"),
    path("livery/<slug:content_hash>/mark.svg", website.theme_icon, name="theme-icon"),
    path("livery/<slug:colour>/drawn/<str:name>", website.theme_drawn, name="theme-drawn"),
    path("preview/<slug:token>/", previews.preview, name="preview"),
    path("preview/<slug:token>/photos/<slug:photo>/<int:width>.<slug:ending>", previews.photo, name="preview-photo"),
    path(
        "preview/<slug:token>/photos/<slug:photo>/<slug:cut>/<int:width>.<slug:ending>",
        previews.photo,
        name="preview-photo-cut",
    ),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", sitemaps.part, name="sitemap-part"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
]

handler400 = "newsroom.website.error_pages.not_understood"
handler403 = "newsroom.website.error_pages.not_allowed"
handler404 = "newsroom.website.error_pages.not_found"
handler500 = "newsroom.website.error_pages.failed"
