"""Search queries: every word must match one of a kind's names or titles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.articles.index import STORIES
from newsroom.articles.models import Version
from newsroom.articles.rows import story_row, told_once
from newsroom.cooperation.index import AGREEMENTS
from newsroom.cooperation.models import Agreement
from newsroom.cooperation.offices import last_offices
from newsroom.languages.sorting import by_name
from newsroom.lists.index import Index
from newsroom.people.models import Institution, Person
from newsroom.people.namesakes import standing_in
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_between, lying_in
from newsroom.search.matching import all_of

SHOWN = 20
MOST_WORDS = 12
FEW, NEAR = 500, 1_000
MOST_ROWS = 2 * SHOWN + 1
NAMES = ("name_zh", "name_en", "name_original", "other_names")
TITLES = ("title_zh", "title_en", "title_original")


@dataclass(frozen=True)
class Kind:
    """A searchable kind: the columns to match, and how to load the results.

    With many matches, the newest are found by the index `lists`, whose objects are `listed`.
    """

    name: str
    label: Promise
    columns: tuple[str, ...]
    records: Callable
    slug: str = ""
    lists: tuple[Index, ...] = ()
    listed: str = "pk"

    def found(self, words: list[str], at: datetime) -> Any:
        """Return the public matches.

        With few matches, visibility and order are applied to their keys alone: in one query with the words, the
        database would scan all records in their order, or all that are public.
        """
        matching, records = all_of(words, self.columns, slug=self.slug), self.records(at)
        keys = list(records.model.objects.filter(matching).order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(keys) <= FEW:
            return records.filter(pk__in=keys)
        return self._newest(records.filter(matching)) if self.lists else records.filter(matching)

    def _newest(self, many: Any) -> Any:
        """Return the newest of `many` records by the index, or all of them where too few are near its top."""
        near = [list(index.entries().values_list("rank", "object_id")[:NEAR]) for index in self.lists]
        edge = max((rows[-1][0] for rows in near if len(rows) == NEAR), default=0)  # beyond this not all are known
        keys = [key for rows in near for rank, key in rows if rank >= edge]
        found = list(many.filter(**{f"{self.listed}__in": keys}).values_list("pk", flat=True)[:MOST_ROWS])
        return many.filter(pk__in=found) if len(found) == MOST_ROWS else many

    def in_order(self, found: Any, language: str) -> Any:
        """Return what was found in the order of names; of stories and agreements as they stand, the newest first."""
        if self.lists:
            return found
        return found.by_partner(language) if self.name == "pair" else found.order_by(*by_name(language))

    def rows(self, records: Iterable, *, language: str, at: datetime) -> list[dict]:
        apart = APART.get(self.name, _nothing)(records, language, at)
        return [_row(record, language) | {"small": apart.get(record.pk, "")} for record in records]

    def group(self, words: list[str], *, language: str, at: datetime) -> dict | None:
        """Return the group of this kind, or None."""
        found = self.in_order(self.found(words, at), language)
        told = _told(found, language, at) if self.name == "story" else found[: SHOWN + 1]
        rows = self.rows(told, language=language, at=at)
        return rows and {"kind": self.name, "label": self.label, "rows": rows[:SHOWN], "more": len(rows) > SHOWN}


# What tells namesakes apart, for the rows of each kind.
APART = {
    "place": lambda records, language, _at: lying_in(records, language),
    "pair": lambda records, language, _at: lying_between(records, language),
    "person": last_offices,
    "institution": lambda records, language, _at: standing_in(records, language),
}


def _told(versions: Any, language: str, at: datetime) -> list[Version]:
    """Return each story once, in the page's language where it has it, whichever language matched."""
    found = list(versions[: 2 * SHOWN + 1])  # each story may match in both languages
    foreign = [version.edition.article_id for version in found if version.language != language]
    public = Version.objects.public(at).filter(edition__language=language, edition__article__in=foreign)
    return told_once([*found, *public.with_article().without_body()], language)


def _nothing(*_facts: Any) -> dict:
    return {}


KINDS = (
    Kind(
        "story",
        _("Stories"),
        ("headline", "standfirst"),
        lambda at: Version.objects.public(at).with_article().without_body().newest_first(),
        lists=tuple(STORIES.values()),
        listed="edition",
    ),
    Kind(
        "pair",
        _("City pairs"),
        tuple(f"{side}__{column}" for side in ("first", "second") for column in NAMES),
        lambda at: Pair.objects.public(at).with_places(),
        slug="slug",
    ),
    Kind("place", _("Places"), NAMES, lambda at: Place.objects.public(at), slug="slug"),
    Kind("person", _("People"), NAMES, lambda at: Person.objects.public(at), slug="slug"),
    Kind(
        "institution",
        _("Institutions"),
        (*NAMES, "short_zh", "short_en", "gloss_zh", "gloss_en"),
        lambda at: Institution.objects.public(at),
        slug="slug",
    ),
    Kind(
        "agreement",
        _("Agreements"),
        (*TITLES, "title_gloss_zh", "title_gloss_en", "called_zh", "called_en", "called_original"),
        lambda at: Agreement.objects.public(at).newest_first(),
        lists=(AGREEMENTS,),
    ),
)


def looked_for(words: str) -> list[str]:
    """Return the words to search for, few enough for every database's limit on expression depth."""
    return words.split()[:MOST_WORDS]


def groups(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return the groups that have any results; none without words."""
    asked = looked_for(words)
    found = [kind.group(asked, language=language, at=at) for kind in KINDS] if asked else []
    return [group for group in found if group]


def _row(record: Any, language: str) -> dict:
    match record:
        case Version():
            row = story_row(record)
            return {"name": row["headline"], "address": row["address"], "day": row["first_public"]}
        case Pair():
            return {"pair": pair_mark(record, language)}
    return {"name": record.name_in(language), "address": record.address_in(language)}
