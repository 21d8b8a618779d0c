"""The whole site map on one screen."""

from django.contrib import admin
from django.urls import include, path, register_converter

from newsroom.languages import code_of, prefix_of
from newsroom.website import machines
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
]

urlpatterns = [
    path("", website.door, name="door"),
    path("admin/", admin.site.urls),
    path("<language:language>/", include(readers)),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
]

handler400 = "newsroom.website.refusals.not_understood"
handler403 = "newsroom.website.refusals.not_allowed"
handler404 = "newsroom.website.refusals.not_found"
handler500 = "newsroom.website.refusals.failed"
