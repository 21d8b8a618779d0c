"""The whole site map on one screen."""

from django.urls import include, path, register_converter

from newsroom.languages import code_of, prefix_of


class LanguageConverter:
    """The first segment of a public address: `zh` or `en`, handed to the view as the language's code."""

    regex = "zh|en"

    def to_python(self, value: str) -> str:
        return code_of(value)

    def to_url(self, value: str) -> str:
        return value if value in ("zh", "en") else prefix_of(value)


register_converter(LanguageConverter, "language")

readers = []

urlpatterns = [
    path("<language:language>/", include(readers)),
]
