"""Which deeds the desk offers for a version. The deeds themselves check again."""

from datetime import datetime

from newsroom.accounts.models import User
from newsroom.articles.deeds.table import DEEDS
from newsroom.articles.models import PreviewLink, Version


def offers(version: Version, *, by: User, at: datetime) -> list[str]:
    """Return the names of the deeds that `by` may try on `version` at `at`, the likeliest first."""
    names = [name for name, deed in DEEDS.items() if deed.is_offered(version, by=by, at=at)]
    return [name for name in names if name != "close-previews" or open_links(version, at)]


def open_links(version: Version, at: datetime) -> list[PreviewLink]:
    """Return the version's preview links that are valid at `at`, the newest first."""
    links = sorted(version.previews.all(), key=lambda link: link.pk, reverse=True)
    return [link for link in links if link.opens(at)]
