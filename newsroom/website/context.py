"""Context processor of public pages: site settings, language, addresses in both languages."""

import re

from django.conf import settings
from django.http import HttpRequest

from newsroom.languages import code_of, prefix_of
from newsroom.masthead import icons
from newsroom.masthead.models import SiteSettings
from newsroom.pages.head import addresses
from newsroom.website import theme
from newsroom.website.large_type import is_large

LANGUAGE = re.compile("/(?:og/)?(zh|en)/")  # pages, and the images of stories and pairs


def named_by_address(request: HttpRequest) -> str | None:
    """Return the language in the request's path, if any."""
    prefix = LANGUAGE.match(request.path_info)
    return code_of(prefix[1]) if prefix else None


def in_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.DESK_ADDRESS)


def page(request: HttpRequest) -> dict:
    """Return the site settings, and the addresses of a page that exists in both languages; a view overrides them."""
    if in_desk(request):
        return {}
    own = {"origin": request.build_absolute_uri("/")[:-1], "large": is_large(request)}
    return masthead(request.site, request.language) | addresses(request) | own


def masthead(site: SiteSettings, language: str) -> dict:
    """Return the settings, the names as `Words` in the page's language, that language, and the theme's files."""
    names = {
        "name": site.name_in(language),
        "organiser": site.organiser_in(language),
        "contact": site.contact_in(language),
    }
    names["logo_alt"] = site.logo_alt_in(language) or ""
    page = {"site": site, "masthead": names, "language": language, "prefix": prefix_of(language)}
    drawn = {"touch": icons.address("touch.png", site), "share": icons.address("share.png", site)}
    return page | drawn | theme.addresses(site)
