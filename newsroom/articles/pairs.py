"""The pairs that stories are about: of their events and agreements, or their own."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q

from newsroom.places.models import Pair
from newsroom.publishing.interval import public_q

# From a pair to the stories about it, and to what must be public on the way.
WAYS = {"events__articles": "events", "agreements__articles": "agreements", "articles": None}


def pairs_of(articles: Iterable[int], at: datetime) -> dict[int, list[Pair]]:
    """Return the pairs of each of these articles (by their keys), in the order of their addresses."""
    keys = list(articles)
    found = defaultdict(dict)
    for way, through in WAYS.items():
        shown = public_q(at, through) if through else Q()
        pairs = Pair.objects.with_places().filter(shown, **{f"{way}__in": keys}).annotate(article=F(f"{way}__pk"))
        for pair in pairs if keys else ():
            found[pair.article][pair.pk] = pair
    return {key: sorted(found[key].values(), key=lambda pair: pair.slug) for key in keys}


def pair_mark(pair: Pair, language: str) -> dict:
    """Return a pair as `components/pair_mark.html` draws it: the home place left."""
    home, partner = pair.in_order()
    return {
        "home": home.name_in(language),
        "partner": partner.name_in(language),
        "address": pair.address_in(language),
    }
