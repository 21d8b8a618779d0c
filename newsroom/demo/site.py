"""Settings, sections and standing pages of the demo data."""

from django.apps import apps

from newsroom.articles.models import Section
from newsroom.demo import reading
from newsroom.masthead.models import SiteSettings


def lay_site() -> SiteSettings:
    """Create site settings and sections if there are none; return the settings."""
    site = reading.site()
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create(pk=1, **site["settings"])
    if not Section.objects.exists():
        Section.objects.bulk_create(Section(order=order, **row) for order, row in enumerate(site["sections"], 1))
    return SiteSettings.current()


def lay_pages() -> None:
    """Create the standing pages if there are none."""
    page = apps.get_model("website", "Page")  # by name: `website` is in the same layer
    if not page.objects.exists():
        page.objects.bulk_create(page(**row) for row in reading.pages())
