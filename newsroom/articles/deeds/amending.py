"""What an amended story's links cause: new records are released, records left alone stay by their own release."""

from newsroom.articles.models import Article
from newsroom.articles.records import records_of
from newsroom.publishing.models import Act, Amendment, Verb
from newsroom.publishing.release import keep, settle_all


def settle_amended_links(act: Act) -> None:
    """Follow every approved amendment of a story."""
    article = act.record
    if act.verb != Verb.AMEND or not isinstance(article, Article):
        return
    settle_all(records_of(article), act.at)
    for record in _no_longer_linked(article, act):
        if record.is_public(act.at) and not record.release_at and not record.kept_from(act.at):
            keep(record, act.at)


def _no_longer_linked(article: Article, act: Act) -> list:
    amendment = Amendment.objects.filter(kind=act.kind, object_id=article.pk, decided_at=act.at).get()
    gone = []
    for name in ("events", "agreements"):
        keys = set(amendment.before["links"][name]) - set(amendment.after["links"][name])
        gone += getattr(Article, name).rel.model.objects.filter(pk__in=keys)
    return gone
