"""Corrections page: corrections of stories and of records that are public."""

from datetime import datetime
from typing import Any

from django.db.models import CharField, Exists, F, Model, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext as _

from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import Agreement, FollowUp, Stage
from newsroom.languages import Words, other, pick
from newsroom.people.models import Office, Person, Tenure
from newsroom.photos.models import Photo
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair
from newsroom.publishing.addresses import Addressed
from newsroom.publishing.amending.locking import printed_at
from newsroom.publishing.amending.snapshots import tracked
from newsroom.publishing.models import Amendment
from newsroom.sources.models import Source

WORDS, RECORD = "words", "record"
# Models shown on the page of one other record, and models printed on many pages; the latter go by their name alone.
HOMES = {Stage: ("pair", Pair), FollowUp: ("agreement", Agreement), Tenure: ("person", Person)}
PRINTED = {Office, Source}


def corrected(at: datetime, language: str) -> QuerySet:
    """Return a queryset of (moment, kind, key) of every correction, the newest first."""
    notes = Version.objects.once_public(at).in_language(language).corrections().of_public_editions(at)
    changes = Amendment.objects.filter(_of_public_records(at), state=Amendment.State.APPROVED, minor=False)
    return _told(notes, "public_from", WORDS).union(_told(changes, "decided_at", RECORD)).order_by("-moment", "-pk")


def _told(rows: Any, moment: str, kind: str) -> Any:
    told = rows.order_by().annotate(moment=F(moment), told=Value(kind, CharField()))
    return told.values_list("moment", "told", "pk")


def _of_public_records(at: datetime) -> Q:
    """Return the condition on amendments of public records: checked per amendment, as there are far fewer of these."""
    readable = Q(pk__in=[])
    for model in tracked():
        label = {"kind__app_label": model._meta.app_label, "kind__model": model._meta.model_name}
        readable |= Q(Exists(_found(model, at).filter(pk=OuterRef("object_id"))), **label)
    return readable


def _found(model: type, at: datetime) -> Any:
    """Return the records of a model that are on any public page at `at`."""
    records = model._default_manager.all()
    public = records.public(at) if hasattr(records, "public") else records
    if model in HOMES:
        link, home = HOMES[model]
        return public.filter(**{f"{link}__in": home.objects.public(at)})
    if model in PRINTED:
        return printed_at(model, at)
    return public


def told(rows: list[tuple], at: datetime, language: str) -> list[dict]:
    """Return the context of `rows` of `corrected`: moment, note, what was corrected, and its address."""
    keys = {kind: [key for _moment, one, key in rows if one == kind] for kind in (WORDS, RECORD)}
    found = {WORDS: _of_words(keys[WORDS], at, language), RECORD: _of_records(keys[RECORD], at, language)}
    return [{"at": moment, **found[kind][key]} for moment, kind, key in rows]


def _of_words(keys: list[int], at: datetime, language: str) -> dict[int, dict]:
    notes = Version.objects.filter(pk__in=keys).with_article().without_body()
    headlines = _headlines([note.edition.article_id for note in notes], at, language)
    return {
        note.pk: {
            "note": note.change_note,
            "headline": headlines.get(note.edition.article_id, ""),
            "address": f"{note.edition.article.address_in(language)}#corrections",
        }
        for note in notes
    }


def _headlines(articles: list[int], at: datetime, language: str) -> dict[int, Words]:
    """Return the public headline of each article, in the other language where this one has none."""
    shown = Version.objects.public(at).filter(edition__article__in=articles)
    found = shown.values_list("edition__article", "edition__language", "headline")
    words = {(article, code): Words(headline, code) for article, code, headline in found}
    return {
        article: words.get((article, language)) or words[article, other(language)]
        for article in {article for article, _code in words}
    }


def _of_records(keys: list[int], at: datetime, language: str) -> dict[int, dict]:
    changes = list(Amendment.objects.filter(pk__in=keys).select_related("kind"))
    records = _records_of(changes)
    articles = [change.object_id for change in changes if change.kind.model_class() is Article]
    headlines = _headlines(articles, at, language)
    return {
        change.pk: {
            "note": pick(change.public_note_zh, change.public_note_en, language),
            "headline": _name(record, headlines, language),
            "address": record.address_in(language) if isinstance(record, Addressed) else "",
        }
        for change, record in ((change, records[change.kind_id, change.object_id]) for change in changes)
    }


def _records_of(changes: list[Amendment]) -> dict[tuple[int, int], Model]:
    """Return, by (kind, key), the record, or the one whose page shows it; one query for each kind."""
    found = {}
    for kind in {change.kind for change in changes}:
        model = kind.model_class()
        keys = [change.object_id for change in changes if change.kind_id == kind.pk]
        link, home = HOMES.get(model, ("pk", model))
        homes = dict(model._default_manager.filter(pk__in=keys).values_list("pk", link))
        told = _named(home).in_bulk(set(homes.values()))
        found |= {(kind.pk, key): told[record] for key, record in homes.items()}
    return found


def _named(model: type) -> Any:
    """Return the records of a model with what their names need."""
    records = model._default_manager.all()
    records = records.with_names() if hasattr(records, "with_names") else records
    return records.with_places() if hasattr(records, "with_places") else records


def _name(record: Model, headlines: dict[int, Words], language: str) -> Words | str:
    match record:
        case Article():
            return headlines.get(record.pk, "")
        case Pair():
            return _("%(home)s and %(partner)s") % pair_mark(record, language)
        case Photo():
            return record.caption_in(language) or ""
        case Source():
            return record.title_in(language) or record.outlet_in(language) or ""
    return record.name_in(language)
