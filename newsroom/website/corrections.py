"""Everything that was corrected and can be read here: words of stories, and records."""

from datetime import datetime

from django.db.models import CharField, F, Q, Value

from newsroom.articles.models import Article, Version
from newsroom.cooperation.wording import listed
from newsroom.languages import Words, other, pick
from newsroom.places.models import Pair
from newsroom.publishing.addresses import Addressed
from newsroom.publishing.models import Amendment
from newsroom.publishing.snapshots import tracked

WORDS, RECORD = "words", "record"


def corrected(at: datetime, language: str):
    """Return when each correction was made, of which kind, and its key: a queryset, the newest first."""
    notes = Version.objects.once_public(at).in_language(language).corrections().of_public_editions(at)
    changes = Amendment.objects.filter(_of_public_records(at), state=Amendment.State.APPROVED, minor=False)
    return _told(notes, "public_from", WORDS).union(_told(changes, "decided_at", RECORD)).order_by("-moment", "-pk")


def _told(rows, moment: str, kind: str):
    told = rows.order_by().annotate(moment=F(moment), told=Value(kind, CharField()))
    return told.values_list("moment", "told", "pk")


def _of_public_records(at: datetime) -> Q:
    """Say which amendments are of records with a page that readers can open."""
    readable = Q(pk__in=[])
    for model in tracked():
        if issubclass(model, Addressed):
            label = {"kind__app_label": model._meta.app_label, "kind__model": model._meta.model_name}
            readable |= Q(object_id__in=model._default_manager.public(at).values("pk"), **label)
    return readable


def told(rows: list[tuple], at: datetime, language: str) -> list[dict]:
    """Return what the page prints of `rows` of `corrected`: moment, note, what was corrected, and its address."""
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
            "headline": _name(records[change.kind_id, change.object_id], headlines, language),
            "address": records[change.kind_id, change.object_id].address_in(language),
        }
        for change in changes
    }


def _records_of(changes: list[Amendment]) -> dict[tuple[int, int], Addressed]:
    """Return the records by kind and key, each kind read at once with what its name is made of."""
    found = {}
    for kind in {change.kind for change in changes}:
        records = kind.model_class()._default_manager.all()
        records = records.with_names() if hasattr(records, "with_names") else records
        records = records.with_places() if hasattr(records, "with_places") else records
        keys = [change.object_id for change in changes if change.kind_id == kind.pk]
        found |= {(kind.pk, key): record for key, record in records.in_bulk(keys).items()}
    return found


def _name(record: Addressed, headlines: dict[int, Words], language: str) -> Words | str:
    if isinstance(record, Article):
        return headlines.get(record.pk, "")
    if isinstance(record, Pair):
        return listed(place.name_in(language) for place in record.in_order())
    return record.name_in(language)
