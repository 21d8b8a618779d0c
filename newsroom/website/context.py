"""What every public page knows: the site's own choices and the page's language."""

from django.conf import settings

from newsroom.languages import prefix_of
from newsroom.masthead.models import SiteSettings


def page(request) -> dict:
    """The site's settings, its names as `Words` in the page's language, and the language of the address."""
    if request.path_info.startswith(settings.DESK_ADDRESS):
        return {}
    site, language = SiteSettings.current(), request.language
    masthead = {
        "name": site.name_in(language),
        "organiser": site.organiser_in(language),
        "contact": site.contact_in(language),
    }
    return {"site": site, "masthead": masthead, "language": language, "prefix": prefix_of(language)}
