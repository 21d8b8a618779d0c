"""The demonstration's settings, sections and standing pages."""

from django.apps import apps

from newsroom.articles.models import Section
from newsroom.demo import reading
from newsroom.masthead.models import SiteSettings


def lay_site() -> SiteSettings:
    """Lay in what an office sets on its first day, and return it; what is set already stays."""
    site = reading.site()
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create(pk=1, **site["settings"])
    if not Section.objects.exists():
        Section.objects.bulk_create(Section(order=order, **row) for order, row in enumerate(site["sections"], 1))
    return SiteSettings.current()


def lay_pages() -> None:
    """Lay in the standing pages into a site without any."""
    page = apps.get_model("website", "Page")  # by name: the website is a sibling, and siblings do not know each other
    if not page.objects.exists():
        page.objects.bulk_create(page(**row) for row in reading.pages())
