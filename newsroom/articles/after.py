"""What came of a story, as context, and apart from it the neighbouring stories of its pairs."""

from datetime import datetime
from urllib.parse import urlsplit

from newsroom.articles.models import Version
from newsroom.articles.newest import around as nearest
from newsroom.articles.rows import told_once
from newsroom.cooperation.models import Agreement, FollowUp
from newsroom.dates import Day
from newsroom.languages import Words
from newsroom.places.models import Pair
from newsroom.publishing.clock import day_of

LATER, EARLIER = 5, 3


def around(shown: Version, pairs: list[Pair], at: datetime) -> list[Version]:
    """Return the stories of the same pairs nearest before and after this one, oldest first, by one query.

    Each is in the page's language where it can be, else in the other.
    """
    near = nearest(shown.edition, pairs, at, later=LATER, earlier=EARLIER)
    return told_once(near, shown.language)


def what_came(shown: Version, agreements: list[Agreement], following: list[Agreement], near: list[Version]) -> dict:
    """Return `after`, `later` and `earlier` for `articles/after.html`: entries in chronological order.

    What came of it are follow-ups and texts that follow: that a story of the pair is later does not say so much.
    A story to which a follow-up leads already is not named twice.
    """
    follow_ups = [one for agreement in agreements for one in agreement.follow_ups.all()]
    language, since = shown.language, shown.edition.first_public_from
    linked = {urlsplit(one.link).path for one in follow_ups if one.link}
    told = [one for one in near if one.edition.article.address_in(one.language) not in linked]
    later = [story_entry(one) for one in told if one.edition.first_public_from >= since][:LATER]
    earlier = [story_entry(one) for one in told if one.edition.first_public_from < since][-EARLIER:]
    facts = [follow_up_entry(one, language) for one in follow_ups]
    reported = {agreement.pk: agreement for agreement in agreements}
    facts += [following_entry(one, reported[one.follows_id], language) for one in following]
    return {"after": sorted(facts, key=_by_day), "later": later, "earlier": earlier}


def follow_up_entry(follow_up: FollowUp, language: str) -> dict:
    words = follow_up.words_in(language)
    return {"day": follow_up.happened, "words": words, "address": follow_up.link, "outside": True}


def following_entry(agreement: Agreement, followed: Agreement, language: str) -> dict:
    """Return the entry of an agreement that follows the reported one, such as one that renewed or extended it."""
    return {
        "day": agreement.signed,
        "words": agreement.name_in(language),
        "address": agreement.address_in(language),
        "how": agreement.get_following_display(),
        "of": followed.name_in(language),
    }


def story_entry(version: Version) -> dict:
    """Return a story's entry: the day of first publication, and the address in the language that it is told in."""
    return {
        "day": Day.on(day_of(version.edition.first_public_from)),
        "words": Words(version.headline, version.language),
        "address": version.edition.article.address_in(version.language),
        "story": True,
    }


def _by_day(entry: dict) -> tuple:
    return entry["day"] is None, entry["day"] or 0
