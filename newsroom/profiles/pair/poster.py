"""Open Graph image of a pair: its two places, and what they are to each other today."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.articles import poster
from newsroom.cooperation.relation import relations_of
from newsroom.masthead.models import SiteSettings
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair
from newsroom.profiles.relations import relation_words
from newsroom.publishing.clock import today_at


def picture(pair: Pair, name: str, language: str, absolute: Any) -> dict:
    """Return the image's metadata for `components/open_graph.html`."""
    return poster.drawn(absolute(reverse("pair-poster", args=[language, pair.slug])), str(name))


def stored(pair: Pair, site: SiteSettings, at: datetime, language: str) -> str | None:
    """Return the storage name of the pair's image, as `articles.poster.kept` does."""
    relation = relations_of([pair], at, today_at(at))[pair.pk]
    said = relation_words(pair, relation, language)
    words = " · ".join(str(one) for one in (said["local"] or said["relation"], said["when"]) if one)
    headline = words or _("Visits, agreements and stories")
    return poster.kept(poster.payload(pair_mark(pair, language), headline, "", language, site), f"pair-{pair.pk}")
