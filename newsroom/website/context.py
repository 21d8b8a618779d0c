"""What every public page knows: the site's own choices, its language, its address in both languages."""

from django.conf import settings

from newsroom.languages import other, prefix_of, tag_of
from newsroom.masthead.models import SiteSettings


def in_desk(request) -> bool:
    return request.path_info.startswith(settings.DESK_ADDRESS)


def page(request) -> dict:
    """The masthead and the addresses of a page that exists in both languages; a view overrides what differs."""
    return {} if in_desk(request) else masthead(request.language) | addresses(request)


def masthead(language: str) -> dict:
    """The site's settings, its names as `Words` in the page's language, and that language."""
    site = SiteSettings.current()
    names = {
        "name": site.name_in(language),
        "organiser": site.organiser_in(language),
        "contact": site.contact_in(language),
    }
    return {"site": site, "masthead": names, "language": language, "prefix": prefix_of(language)}


def addresses(request, question: str = "", languages: tuple[str, ...] | None = None) -> dict:
    """Canonical, hreflang and language switch for this path with `question`, in the `languages` it has.

    Whatever else stood in the request's query is not reflected. The default (x-default) is the front door, which
    chooses a language, for a front page, and English for every other page that has it.
    """
    language = request.language
    rest = request.path_info[3:] + question
    available = languages or (language, other(language))
    absolute = {code: request.build_absolute_uri(f"/{prefix_of(code)}{rest}") for code in available}
    default = request.build_absolute_uri("/") if rest == "/" else absolute.get("en") or absolute[available[0]]
    alternates = [(tag_of(code), address) for code, address in sorted(absolute.items())]
    twin = f"/{prefix_of(other(language))}{rest}" if other(language) in available else ""
    return {
        "canonical": absolute[language],
        "alternates": [*alternates, ("x-default", default)],
        "twin": twin,
    }
