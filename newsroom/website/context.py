"""What every public page knows: the site's own choices and the page's language."""

from newsroom.desk.middleware import in_desk
from newsroom.masthead.models import SiteSettings


def page(request) -> dict:
    """Return the masthead's settings and the language of the address."""
    if in_desk(request):
        return {}
    return {"site": SiteSettings.current(), "language": request.language}
